"""Announcements to draw screens with before they are sent: plain, and as long as people can make them."""

from dataclasses import replace
from datetime import timedelta

from domain.ids import AnnouncementId, ClassId, GroupId, PersonId
from domain.school.roster import SchoolClass
from domain.talk.announcements import Draft, Lately, Mine, Preview
from domain.talk.audiences import FAMILY_AUDIENCES, STAFF_KINDS, Addressed, Audience, ScopeKind, Why
from domain.talk.not_in_yet import CallingList, ChildNotReached, NotIn
from domain.talk.scopes import Choices, StudyGroup
from handlers.talk.announcing_control_screens import Terms
from tests import school
from tests.architecture import announced_samples as sent

KEY = "ffffffff"
CLASSES = tuple(SchoolClass(ClassId(sent.BIG - n), name, 11) for n, name in enumerate(sent.NAMES))
GROUPS = tuple(
    StudyGroup(GroupId(sent.BIG - n), CLASSES[0].id, "11А", name, subject)
    for n, (name, subject) in enumerate(
        [("1", "Английский язык"), ("девочки", None), ("<2>", "Труд & технология")] * 25
    )
)
CHOICES = [
    Choices(CLASSES[:1], CLASSES[:1], (), GROUPS[:2], frozenset({ScopeKind.TAUGHT, ScopeKind.TAUGHT_DEBTS}), True),
    Choices((), CLASSES, tuple(range(1, 12)), GROUPS, frozenset(ScopeKind), True),
    Choices((), (), (), GROUPS[:1], frozenset({ScopeKind.TAUGHT}), False),
]
WHOM = [
    (scope, audience)
    for scope in sent.SCOPES
    for audience in ((Audience.STAFF,) if scope.kind in STAFF_KINDS else FAMILY_AUDIENCES)
]
LATELY = [Lately(AnnouncementId(sent.BIG), scope, audience) for scope, audience in WHOM]
NAME = sent.NAME
OUT = tuple(Addressed(PersonId(n), NAME, (NAME, NAME), why) for n in range(50) for why in Why)
IN = tuple(Addressed(PersonId(n), NAME, (NAME,), None) for n in range(1, 6))
DRAFT = Draft(KEY, sent.LONGEST, Audience.FAMILIES, sent.WORDING, (sent.PHOTO,) * 10, close_on=school.TUESDAY)
DRAFTS = [
    DRAFT,
    *(Draft(KEY, scope, audience, sent.SAID) for scope, audience in WHOM),
    replace(DRAFT, urgent=True, asks=False, close_on=None),
    replace(DRAFT, send_at=school.MORNING),
]
PREVIEWS = [
    *(Preview(draft, IN[:n], draft.send_at) for draft in DRAFTS for n in (1, 2, 5)),
    Preview(DRAFT, OUT, school.MORNING),
    Preview(DRAFTS[1], (*IN, *OUT[:1])),
    Preview(DRAFTS[1], IN, resting=3, rings_at=school.MORNING),
]
TERMS = [Terms(timedelta(seconds=seconds), may) for seconds in (0, 1, 3, 60) for may in (False, True)]
MINES = [
    Mine((), ()),
    Mine((), tuple(sent.STATES[:10])),
    *(Mine((replace(sent.STATE, goes_at=school.MORNING),) * n, ()) for n in (1, 2, 5)),
]
TAKEN_BACK = [replace(state, taken_back=True) for state in sent.STATES]
RELATIONS = ("mother", "father", "guardian", "other")
CHILDREN = tuple(
    ChildNotReached(NAME, tuple(NotIn(PersonId(n), PersonId(m), NAME, RELATIONS[m]) for m in range(1 + n % 4)))
    for n in range(35)
)
CALLING = [CallingList(CLASSES[0], CHILDREN[:n]) for n in (0, 1, 35)]
