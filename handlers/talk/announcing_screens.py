"""To whom an announcement shall go, and what it says: the screens before there is a draft to look at."""

from collections.abc import Collection, Sequence

from domain.school.roster import SchoolClass
from domain.talk.announcements import Lately
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.scopes import Choices, StudyGroup
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.way_back import to_menu
from handlers.talk.announcing_buttons import (
    ChooseGroup,
    ChooseParallel,
    ComposeFor,
    ComposeLike,
    ComposeTo,
    OpenAnnouncing,
    OpenMine,
    OpenNotIn,
    PickClass,
    PickClasses,
    of_scope,
)
from handlers.talk.scope_words import audience_words, scope_words
from handlers.texts.translator import Texts

MOST_LATELY = 3
MOST_GROUPS = 60
"""Subgroups that are offered as buttons; the administration of a big school chooses the class first."""
USUAL = (Audience.GUARDIANS, Audience.PUPILS)
WIDE = (
    ScopeKind.TAUGHT,
    ScopeKind.TEACHERS,
    ScopeKind.STAFF,
    ScopeKind.SCHOOL,
    ScopeKind.TAUGHT_DEBTS,
    ScopeKind.DEBTS,
)
"""Kinds with nothing more to choose than the audience, in the order of their buttons."""


def choose_screen(choices: Choices, lately: Sequence[Lately], texts: Texts) -> Screen:
    """The most likely first: the own class, then to whom one wrote last."""
    own = [_to(Scope.of_class(one.id, one.name), to, texts) for one in choices.own for to in USUAL]
    offered = {(one.id, to) for one in choices.own for to in USUAL}
    again = [one for one in lately if (one.scope.one_class, one.audience) not in offered][:MOST_LATELY]
    rows = [
        *in_rows(own, 2),
        *([Button(_again(one, texts), ComposeLike(announcement=one.announcement))] for one in again),
        _narrow(choices, texts),
        *in_rows(_wide(choices, texts), 2),
        _beside(choices, texts),
        [to_menu(texts)],
    ]
    return Screen(texts("compose-to-whom"), [row for row in rows if row])


def classes_screen(classes: Sequence[SchoolClass], picked: Collection[int], texts: Texts) -> Screen:
    """A tick for each class that is picked."""
    buttons = [
        Button(f"✅ {one.name}" if one.id in picked else one.name, PickClass(class_id=one.id, on=one.id not in picked))
        for one in classes
    ]
    done = [Button(texts("compose-classes-done", n=len(picked)), ComposeFor(kind=ScopeKind.CLASSES))] if picked else []
    return Screen(texts("compose-which-classes"), [*in_rows(buttons, 4), done, [_back(texts)]])


def parallels_screen(grades: Sequence[int], texts: Texts) -> Screen:
    buttons = [Button(texts("compose-grade", grade=one), ComposeFor(kind=ScopeKind.PARALLEL, of=one)) for one in grades]
    return Screen(texts("compose-which-parallel"), [*in_rows(buttons, 3), [_back(texts)]])


def groups_screen(groups: Sequence[StudyGroup], texts: Texts) -> Screen:
    buttons = [
        Button(scope_words(one.scope, texts), ComposeFor(kind=ScopeKind.GROUP, of=one.id))
        for one in groups[:MOST_GROUPS]
    ]
    return Screen(texts("compose-which-group"), [*in_rows(buttons, 1), [_back(texts)]])


def audience_screen(scope: Scope, texts: Texts) -> Screen:
    of = of_scope(scope)
    buttons = [
        Button(texts(f"compose-to-{one}"), ComposeTo(kind=scope.kind, of=of, audience=one)) for one in scope.audiences
    ]
    more = [Button(texts("compose-one-more-class"), PickClasses(first=of))] if scope.kind is ScopeKind.CLASSES else []
    return Screen(
        texts("compose-audience", scope=scope_words(scope, texts)), [*in_rows(buttons, 2), more, [_back(texts)]]
    )


def ask_text_screen(scope: Scope, audience: Audience, texts: Texts) -> Screen:
    return Screen(texts("compose-ask-text", whom=audience_words(scope, audience, texts)), [[_back(texts)]])


def _to(scope: Scope, audience: Audience, texts: Texts) -> Button:
    label = texts(f"compose-{audience}-of", scope=scope_words(scope, texts))
    return Button(label, ComposeTo(kind=scope.kind, of=of_scope(scope), audience=audience))


def _again(one: Lately, texts: Texts) -> str:
    return texts("compose-again", whom=audience_words(one.scope, one.audience, texts))


def _narrow(choices: Choices, texts: Texts) -> list[Button]:
    found = []
    if choices.classes:
        found.append(Button(texts("compose-classes"), PickClasses()))
    if choices.grades:
        found.append(Button(texts("compose-parallel"), ChooseParallel()))
    if choices.groups:
        found.append(Button(texts("compose-group"), ChooseGroup()))
    return found


def _wide(choices: Choices, texts: Texts) -> list[Button]:
    debts = [
        Button(texts("compose-debts-of", class_name=one.name), ComposeFor(kind=ScopeKind.DEBTS, of=one.id))
        for one in choices.own
    ]
    wide = [
        Button(texts(f"compose-{kind}".replace("_", "-")), ComposeFor(kind=kind))
        for kind in WIDE
        if kind in choices.kinds
    ]
    return [*wide, *debts]


def _beside(choices: Choices, texts: Texts) -> list[Button]:
    led = [Button(texts("compose-not-in"), OpenNotIn())] if choices.leads else []
    return [*led, Button(texts("compose-mine"), OpenMine())]


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenAnnouncing())
