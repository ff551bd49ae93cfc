"""Announcements to draw screens with, once they are sent: plain, and as long as people can make them."""

from dataclasses import replace

from domain.ids import AnnouncementId, ClassId, PersonId
from domain.roles.people import PersonName, Role
from domain.talk.audiences import Audience, Scope, ScopeKind, Why
from domain.talk.letters import AnnouncementLetter, AnnouncementState, Tally
from domain.talk.receipts import Receipt, Silent, Ward
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording
from tests import school

BIG = 2**31 - 1
NAME = PersonName("Константинопольский", "Александр", "Вячеславович")
NAMES = tuple(f"{grade}{letter}" for grade in range(1, 12) for letter in "АБВГ")
LONGEST = Scope(ScopeKind.CLASSES, tuple(ClassId(n) for n in range(len(NAMES))), class_names=NAMES)
SCOPES = [
    Scope.of_class(school.CLASS_7A, "7А"),
    LONGEST,
    Scope(ScopeKind.GROUP, (school.CLASS_7A,), class_names=("7А",), group_name="1", subject="Английский язык"),
    *(Scope(kind, grade=7) for kind in ScopeKind if kind not in (ScopeKind.CLASSES, ScopeKind.GROUP)),
]
WORDING = Wording(
    ("<b>я & я</b> " * 290)[:3500], (Entity(Style.BOLD, 0, 40), Entity(Style.LINK, 20, 60, "https://a.example/?b&c"))
)
SAID = Wording("Собрание в 18:00")
PHOTO = Attachment(FileKind.PHOTO, "photo", source=1)
LETTER = AnnouncementLetter(
    AnnouncementId(BIG), NAME, Role.CLASS_TEACHER, Audience.FAMILIES, LONGEST, WORDING, school.MORNING,
    files=(PHOTO,), close_on=school.TUESDAY, urgent=True, edited_at=school.MORNING.replace(day=25),
)  # fmt: skip
NOBODY = PersonId(1)
LETTERS = [
    LETTER,
    replace(LETTER, acknowledged=frozenset({NOBODY})),
    replace(LETTER, closed=True, edited_at=school.MORNING),
    replace(LETTER, wording=Wording(""), asks=False, role=None, close_on=None, edited_at=None),
    *(replace(LETTER, scope=scope, wording=SAID, urgent=False) for scope in SCOPES),
    *(replace(LETTER, role=role, audience=one, wording=SAID) for role in Role for one in Audience),
]
STATE = AnnouncementState(
    AnnouncementId(BIG), Audience.FAMILIES, LONGEST, WORDING, 60, 40, 20, 20, Tally(27, 24), Tally(27, 3), 1,
    close_on=school.TUESDAY, urgent=True, edited_at=school.MORNING, files=1,
)  # fmt: skip
STATES = [
    STATE,
    replace(STATE, closed=True),
    replace(STATE, taken_back=True),
    replace(STATE, goes_at=school.MORNING, delivered=0),
    replace(STATE, asks=False, waiting=0, urgent=False, edited_at=None, close_on=None),
    replace(STATE, persons=Tally(0, 0), waiting=0, wording=SAID),
    replace(STATE, children=Tally(21, 21), persons=Tally(0, 0)),
    *(replace(STATE, children=Tally(0, 0), audience=one, scope=scope) for scope in SCOPES for one in Audience),
]
WARD = Ward(PersonId(BIG), NAME)
GUARDIANS = tuple(Receipt(PersonId(n), NAME, False, (WARD,), why) for n, why in enumerate((None, *Why)))
ALONE = [Silent(NAME, None, (Receipt(PersonId(1), NAME, False, (), why),)) for why in (None, *Why)]
SILENT = [*(Silent(NAME, PersonId(n), GUARDIANS[n % 5 :], NAMES[n % 40]) for n in range(60)), *ALONE]
