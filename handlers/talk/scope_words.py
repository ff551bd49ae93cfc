"""To whom an announcement goes, in words: «7А, родители», «7-е классы, ученики», «все учителя»."""

from domain.talk.audiences import STAFF_KINDS, Audience, Scope, ScopeKind
from handlers.texts.translator import Markup, Texts


def scope_words(scope: Scope, texts: Texts) -> Markup:
    """«7А, 7Б», «Английский язык, 1-я группа 7А»"""
    names = ", ".join(scope.class_names)
    match scope.kind:
        case ScopeKind.CLASSES:
            return texts("scope-classes", names=names)
        case ScopeKind.PARALLEL:
            return texts("scope-parallel", grade=scope.grade or 0)
        case ScopeKind.GROUP:
            return _group_words(scope, names, texts)
        case ScopeKind.DEBTS if names:
            return texts("scope-debts-of", names=names)
        case _:
            return texts(f"scope-{scope.kind.replace('_', '-')}")


def audience_words(scope: Scope, audience: Audience, texts: Texts) -> Markup:
    """«7А, родители»; of staff the scope says it all."""
    if scope.kind in STAFF_KINDS:
        return scope_words(scope, texts)
    return Markup(f"{scope_words(scope, texts)}, {texts(f'audience-{audience}')}")


def _group_words(scope: Scope, class_name: str, texts: Texts) -> Markup:
    group = scope.group_name or ""
    said = texts("scope-group-number" if group.isdigit() else "scope-group-name", group=group, class_name=class_name)
    return Markup(f"{texts('scope-subject', subject=scope.subject)}, {said}") if scope.subject else said
