"""To whom an announcement goes, in words: «7А, 7Б, родителям»."""

from domain.talk.audiences import Audience, Scope, ScopeKind
from handlers.texts.translator import Markup, Texts


def audience_words(scope: Scope, audience: Audience, texts: Texts) -> Markup:
    """Who it is and of which classes; of staff only who."""
    if audience is Audience.STAFF:
        return texts("audience-teachers" if scope.kind is ScopeKind.TEACHERS else "audience-staff")
    return texts("audience-families", who=scope_words(scope, texts), audience=audience)


def scope_words(scope: Scope, texts: Texts) -> Markup:
    """«7А, 7Б», «7-е классы», «7А, английский язык, группа 1», «вся школа»"""
    names = ", ".join(scope.class_names)
    match scope.kind:
        case ScopeKind.CLASSES:
            return texts("announcement-text", text=names)
        case ScopeKind.PARALLEL:
            return texts("audience-parallel", grade=scope.grade or 0)
        case ScopeKind.GROUP:
            parts = (names, (scope.subject or "").lower(), scope.group_name or "")
            return texts("announcement-text", text=", ".join(part for part in parts if part))
        case ScopeKind.TAUGHT:
            return texts("audience-taught")
        case ScopeKind.DEBTS | ScopeKind.TAUGHT_DEBTS:
            return texts("audience-debts", names=names or "none")
        case _:
            return texts("audience-school")
