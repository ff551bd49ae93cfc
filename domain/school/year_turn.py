"""The turn of the year: 1А → 2А with pupils, class teachers, subgroups and load; the last grade leaves (3.1, 3.2).

Everything is planned first, so that a dry run says what will be done; then it is one act, all or nothing.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from domain.errors import Refused
from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName
from domain.school.calendar import DAY
from domain.school.class_names import class_norm, grade_of
from domain.school.founding import NewYear

LAST_OF_PRIMARY, LAST_OF_BASIC, LAST = 4, 9, 11
MARK_LENGTH = 8


@dataclass(eq=False)
class YearNotOver(Refused):
    """The next year can be begun from `day` on."""

    day: date


@dataclass(eq=False)
class YearTurnedAlready(Refused):
    """The next year has been made, and has not begun yet."""


@dataclass(eq=False)
class YearTurnBlocked(Refused):
    """Something in the way was left as it is: the dry run names it."""


class LeftBehind(StrEnum):
    """What does not go along, to be done by hand."""

    FIRST_GRADES = "first_grades"
    TENTH_GRADES = "tenth_grades"
    """Ninth grades go on whole: who leaves after the ninth is entered as movement."""
    TIMETABLE = "timetable"
    PLANS = "plans"
    NAME_KEPT = "name_kept"
    """A class whose name does not begin with its grade keeps it."""
    LOAD_AFTER_PRIMARY = "load_after_primary"
    """Fifth grades have other teachers."""
    LOAD_OF_GONE = "load_of_gone"
    """Of who is no teacher any more."""


class Block(StrEnum):
    """What must be settled before."""

    PROPOSALS = "proposals"
    NAMES = "names"
    """Two classes would have one name."""
    LEAVING_SEATS = "leaving_seats"
    """Pupils who are to come into a class that leaves."""


@dataclass(frozen=True, slots=True)
class OldClass:
    id: ClassId
    name: str
    grade: int
    leaders: tuple[tuple[PersonId, PersonName], ...] = ()


@dataclass(frozen=True, slots=True)
class OldSeat:
    """One that stands on the day of the turn or comes later."""

    id: int
    pupil: PersonId
    name: PersonName
    class_id: ClassId
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class OldGroup:
    id: GroupId
    class_id: ClassId
    subject: SubjectId | None
    name: str
    members: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class OldLoad:
    """`teaches`: whether the person is a teacher still."""

    teacher: PersonId
    teacher_name: PersonName
    subject: SubjectId
    subject_name: str
    class_id: ClassId
    group: GroupId | None
    hours: Decimal | None
    teaches: bool


@dataclass(frozen=True, slots=True)
class OldBells:
    """A rule of a class's own bells; `schedule`: the number of the set that it rings."""

    schedule: int
    class_id: ClassId
    weekday: int | None
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class OldYear:
    """All of a year that the turn looks at. `lines` of the timetable, `plans` of topics, `proposals` that wait."""

    id: YearId
    name: str
    starts_on: date
    ends_on: date
    closed: bool
    classes: Sequence[OldClass]
    seats: Sequence[OldSeat]
    groups: Sequence[OldGroup]
    load: Sequence[OldLoad]
    lines: int
    plans: int
    proposals: int
    bells: Sequence[OldBells] = ()


@dataclass(frozen=True, slots=True)
class NewClass:
    old: OldClass
    name: str
    grade: int


@dataclass(frozen=True, slots=True)
class TurnPlan:
    """`day`: the first in the new classes. `seats` end the day before and go on in the new class if it is one of
    `classes`; `moved` begin later and change their class; `graduates` sit in the classes that `leave`.
    """

    old: OldYear
    new: NewYear
    day: date
    classes: tuple[NewClass, ...]
    leave: tuple[OldClass, ...]
    seats: tuple[OldSeat, ...]
    moved: tuple[OldSeat, ...]
    graduates: tuple[OldSeat, ...]
    groups: tuple[OldGroup, ...]
    load: tuple[OldLoad, ...]
    left: tuple[tuple[LeftBehind, tuple[str, ...]], ...]
    """With the names, or the number, of what it is."""
    blocks: tuple[tuple[Block, tuple[str, ...]], ...]
    bells: tuple[OldBells, ...] = ()
    """That are not over by then: the shift goes along."""

    @property
    def mark(self) -> str:
        """The same for the same plan: what is applied is only what was shown."""
        told = (
            self.new.name,
            self.day,
            [(one.old.id, one.name, one.old.leaders) for one in self.classes],
            sorted((seat.id, seat.class_id, f"{seat.until_day}") for seat in (*self.seats, *self.moved)),
            sorted((group.id, sorted(group.members)) for group in self.groups),
            sorted((one.teacher, one.subject, one.class_id, one.group or 0, f"{one.hours}") for one in self.load),
            [(block.value, names) for block, names in self.blocks],
            sorted((one.class_id, one.schedule, f"{one}") for one in self.bells),
        )
        return sha256(repr(told).encode()).hexdigest()[:MARK_LENGTH]

    @property
    def led(self) -> int:
        """Class teachers who go along."""
        return sum(len(one.old.leaders) for one in self.classes)

    @property
    def carried(self) -> int:
        """Pupils who go along."""
        return len({seat.pupil for seat in (*self.seats, *self.moved)} - {seat.pupil for seat in self.graduates})


def require_over(old: OldYear, new: NewYear, today: date) -> None:
    """Raises `YearTurnedAlready`, `YearNotOver`."""
    if old.closed or old.starts_on > today:
        raise YearTurnedAlready
    if today <= old.ends_on or new.starts_on <= old.ends_on:
        raise YearNotOver(max(old.ends_on + DAY, date(old.ends_on.year, 6, 1)))


def planned(old: OldYear, new: NewYear, today: date) -> TurnPlan:
    day, last = min(today, new.starts_on), _last_grade(old.classes)
    leave = tuple(one for one in old.classes if one.grade >= last)
    leaving = {one.id for one in leave}
    classes = tuple(NewClass(one, _next_name(one), one.grade + 1) for one in old.classes if one.id not in leaving)
    seats = tuple(seat for seat in old.seats if seat.from_day < day)
    later = tuple(seat for seat in old.seats if seat.from_day >= day)
    load = tuple(one for one in old.load if one.class_id not in leaving)
    taken = tuple(one for one in load if one.teaches and _grade(old, one.class_id) != LAST_OF_PRIMARY)
    return TurnPlan(
        old=old,
        new=new,
        day=day,
        classes=classes,
        leave=leave,
        seats=seats,
        moved=tuple(seat for seat in later if seat.class_id not in leaving),
        graduates=tuple(seat for seat in seats if seat.class_id in leaving),
        groups=tuple(one for one in old.groups if one.class_id not in leaving),
        load=taken,
        left=tuple((what, names) for what, names in _left(old, classes, load) if names),
        blocks=tuple((what, names) for what, names in _blocks(old, classes, later, leaving) if names),
        bells=tuple(one for one in old.bells if one.class_id not in leaving and _lasts(one, new.starts_on)),
    )


def _lasts(bells: OldBells, day: date) -> bool:
    return bells.valid_until is None or bells.valid_until >= day


def _last_grade(classes: Collection[OldClass]) -> int:
    """The eleventh, or the ninth in a school that goes no further."""
    return LAST if any(one.grade > LAST_OF_BASIC for one in classes) else LAST_OF_BASIC


def _next_name(school_class: OldClass) -> str:
    """«11 «Б»» of «10 «Б»»: as the school writes it, with the next grade."""
    if grade_of(school_class.name) != school_class.grade:
        return school_class.name
    return re.sub(r"\d{1,2}", f"{school_class.grade + 1}", school_class.name, count=1).strip()


def _left(
    old: OldYear, classes: Sequence[NewClass], load: Sequence[OldLoad]
) -> list[tuple[LeftBehind, tuple[str, ...]]]:
    primary = [one for one in load if _grade(old, one.class_id) == LAST_OF_PRIMARY]
    gone = {one.teacher_name.short for one in load if not one.teaches and one not in primary}
    tenth = tuple(one.old.name for one in classes if one.grade == LAST_OF_BASIC + 1)
    return [
        (LeftBehind.FIRST_GRADES, ("1",)),
        (LeftBehind.TENTH_GRADES, tenth),
        (LeftBehind.TIMETABLE, (f"{old.lines}",) if old.lines else ()),
        (LeftBehind.PLANS, (f"{old.plans}",) if old.plans else ()),
        (LeftBehind.NAME_KEPT, tuple(one.name for one in classes if one.name == one.old.name)),
        (LeftBehind.LOAD_AFTER_PRIMARY, tuple(sorted({_name(old, one.class_id) for one in primary}))),
        (LeftBehind.LOAD_OF_GONE, tuple(sorted(gone))),
    ]


def _blocks(
    old: OldYear, classes: Sequence[NewClass], later: Sequence[OldSeat], leaving: Collection[ClassId]
) -> list[tuple[Block, tuple[str, ...]]]:
    norms = [class_norm(one.name) for one in classes]
    return [
        (Block.PROPOSALS, (f"{old.proposals}",) if old.proposals else ()),
        (Block.NAMES, tuple(one.name for one in classes if norms.count(class_norm(one.name)) > 1)),
        (Block.LEAVING_SEATS, tuple(seat.name.listed for seat in later if seat.class_id in leaving)),
    ]


def _grade(old: OldYear, class_id: ClassId) -> int:
    return next(one.grade for one in old.classes if one.id == class_id)


def _name(old: OldYear, class_id: ClassId) -> str:
    return next(one.name for one in old.classes if one.id == class_id)
