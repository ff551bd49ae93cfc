"""What families see of homework."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, EntryId, GroupId, HomeworkId, PersonId, SubjectId
from domain.journal.homework_kept import HomeworkFile
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Seat

SHOWN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HomeworkCard:
    """Homework as families are told of it."""

    homework: HomeworkId
    class_id: ClassId
    class_name: str
    group: GroupId | None
    subject: str
    due_day: date
    text: str
    files: int
    version: int
    cancelled: bool
    none_set: bool
    set_by: PersonId
    minutes: int | None = None
    pupils: frozenset[PersonId] = frozenset()
    """Whom it is for alone; empty: the whole class or subgroup."""

    def is_for(self, seat: Seat) -> bool:
        return is_for(seat, self.class_id, self.group, self.pupils)


@dataclass(frozen=True, slots=True)
class ComingHomework:
    """Of one pupil: `alone` where it is not for the whole class, `done` where the pupil has ticked it off."""

    id: HomeworkId
    day: date
    subject: str
    subject_id: SubjectId
    entry: EntryId | None
    group: GroupId | None
    text: str
    files: int
    none_set: bool
    minutes: int | None = None
    alone: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom homework that stands is for."""

    id: HomeworkId
    class_id: ClassId
    group: GroupId | None
    day: date
    pupils: frozenset[PersonId]
    none_set: bool

    def is_for(self, seat: Seat) -> bool:
        return is_for(seat, self.class_id, self.group, self.pupils)


@dataclass(frozen=True, slots=True)
class HomeworkPage:
    """`first_grade`: there is none there (1.2). `ticks`: the reader is the pupil, who ticks off what is done."""

    pupil: PersonId
    name: PersonName
    class_name: str
    first_grade: bool
    homework: tuple[ComingHomework, ...]
    ticks: bool = False
    off: Mapping[date, str] = field(default_factory=dict)
    """Days of it that became free of lessons, and why: the homework stays."""


class HomeworkRead(Protocol):
    async def of_pupil(self, pupil: PersonId, class_id: ClassId, first: date, last: date) -> Sequence[ComingHomework]:
        """Due from `first` to `last` (included) in the class, by day, then by subject; not what is for others alone."""
        ...

    async def files_of(self, number: HomeworkId) -> tuple[Whose, Sequence[HomeworkFile]] | None:
        """In their order; None where there is no such homework."""
        ...


@dataclass(frozen=True, slots=True)
class HomeworkDiary:
    time: SchoolTime
    rosters: Rosters
    reads: HomeworkRead
    timetables: Timetables

    async def coming(self, actor: Actor, pupil: PersonId) -> HomeworkPage:
        """From tomorrow (from today before noon) two weeks ahead. Raises `NotFound` for a pupil out of reach."""
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        if seat is None or school_class is None or not _reached(actor, pupil, seat.class_id):
            raise NotFound
        local = self.time.local()
        first = local.date() if local.hour < 12 else local.date() + timedelta(days=1)
        found = await self.reads.of_pupil(pupil, seat.class_id, first, first + SHOWN)
        mine = tuple(one for one in found if one.group is None or one.group in seat.groups)
        first_grade, own = school_class.grade == 1, pupil == actor.person
        calendar = (await self.timetables.plan()).calendar
        days = {one.day: calendar.day_off(one.day, school_class.grade) for one in mine}
        off = {day: why.name for day, why in days.items() if why and why.name}
        return HomeworkPage(pupil, seat.name, school_class.name, first_grade, mine, ticks=own, off=off)

    async def files(self, actor: Actor, number: HomeworkId) -> Sequence[HomeworkFile]:
        """Raises `NotFound` for homework of a class that no pupil in reach sits in."""
        found = await self.reads.files_of(number)
        if found is None:
            raise NotFound
        whose, files = found
        seats = (await self.rosters.roster()).of_class.get(whose.class_id, ())
        if not any(whose.is_for(seat) and _reached(actor, seat.pupil, whose.class_id) for seat in seats):
            raise NotFound
        return files


def is_for(seat: Seat, class_id: ClassId, group: GroupId | None, pupils: frozenset[PersonId]) -> bool:
    """Whether homework of a class or subgroup, or of some `pupils` of it alone, is for who sits here."""
    in_class = seat.class_id == class_id and (group is None or group in seat.groups)
    return in_class and (not pupils or seat.pupil in pupils)


def _reached(actor: Actor, pupil: PersonId, class_id: ClassId) -> bool:
    return sees(actor, Action.SEE_PUPIL_DIARY, Target(person=pupil, classes=(class_id,)))
