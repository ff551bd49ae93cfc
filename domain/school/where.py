"""«Где сейчас 7А?», «кто свободен на 3-м уроке?»: lessons of a class, a pupil, a teacher or a room, over days."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, allowed, require, sees
from domain.roles.names import norm
from domain.roles.people import Actor, PersonName
from domain.school.calendar import DayOff
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.schedule import LAST_GRADE
from domain.school.timetable import PlannedLesson, SchoolDay, TeacherRef, WeekPlan

WEEK = timedelta(days=7)
SCHOOL_WEEK = timedelta(days=5)
"""From a Monday to its Saturday."""
ROOMS_IN_A_CELL = 4
"""At most, as in «331/436»."""


class Whose(StrEnum):
    CLASS = "c"
    PUPIL = "p"
    TEACHER = "t"
    ROOM = "r"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose lessons. Of a teacher 0 is oneself.

    A room has no id of its own: it is a line of the timetable that names it, times `ROOMS_IN_A_CELL`, and its place
    in that line's cell.
    """

    kind: Whose
    id: int


@dataclass(frozen=True, slots=True)
class OwnedDay:
    """`off`: why there are no lessons, by the calendar; None on a school day."""

    day: date
    lessons: tuple[PlannedLesson, ...]
    off: DayOff | None = None


@dataclass(frozen=True, slots=True)
class OwnedLessons:
    """`label`: «7А», «Алгебрина А. Б.», «214»; a pupil's is the class, so that no child's name leaves with a file."""

    owner: Owner
    label: str
    days: tuple[OwnedDay, ...]
    name: PersonName | None = None
    """Of a pupil."""


@dataclass(frozen=True, slots=True)
class WherePage:
    """`at` is the school's wall clock where the day is today's."""

    owned: OwnedLessons
    at: time | None

    @property
    def day(self) -> OwnedDay:
        return self.owned.days[0]


@dataclass(frozen=True, slots=True)
class Directory:
    """Of whom one may ask; rooms by their names, each with its owner."""

    classes: tuple[SchoolClass, ...]
    teachers: tuple[TeacherRef, ...]
    rooms: Mapping[str, Owner]


@dataclass(frozen=True, slots=True)
class FreeTeachers:
    """Who has no lesson at `position`: `here` has others that day, `elsewhere` has none."""

    day: date
    position: int
    positions: tuple[int, ...]
    here: tuple[TeacherRef, ...]
    elsewhere: tuple[TeacherRef, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """Whose lessons are asked for, once access is granted."""

    label: str
    grade: int = LAST_GRADE
    name: PersonName | None = None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Reads alone; what they need is kept in memory while the timetable stands."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters

    async def page(self, actor: Actor, owner: Owner, day: date) -> WherePage:
        owned = await self.owned(actor, owner, day, day)
        local = self.time.local()
        return WherePage(owned, local.time() if day == local.date() else None)

    async def week(self, actor: Actor, owner: Owner, day: date) -> OwnedLessons:
        """Monday to Saturday of the week that the day lies in."""
        monday = day - timedelta(days=day.weekday())
        return await self.owned(actor, owner, monday, monday + SCHOOL_WEEK)

    async def ahead(self, actor: Actor, owner: Owner, weeks: int) -> OwnedLessons:
        """From today on."""
        today = self.time.today()
        return await self.owned(actor, owner, today, today + weeks * WEEK - timedelta(days=1))

    async def owned(self, actor: Actor, owner: Owner, first: date, last: date) -> OwnedLessons:
        """Raises `NotAllowed`, and `NotFound` for whom there is not or who is out of a family's reach."""
        roster, plan = await self.rosters.roster(), await self.timetables.plan()
        if owner == Owner(Whose.TEACHER, 0):
            owner = Owner(Whose.TEACHER, actor.person)
        found = _found(actor, owner, roster, plan)
        days = tuple(
            OwnedDay(day.day, _lessons_of(owner, found.label, roster, day), plan.calendar.day_off(day.day, found.grade))
            for day in await self.timetables.days(first, last)
        )
        return OwnedLessons(owner, found.label, days, found.name)

    async def directory(self, actor: Actor) -> Directory:
        require(actor, Action.SEE_WHEREABOUTS, Target())
        roster, plan = await self.rosters.roster(), await self.timetables.plan()
        return Directory(tuple(roster.classes.values()), teachers_of(plan, self.time.today()), rooms_of(plan))

    async def free(self, actor: Actor, day: date, position: int | None = None) -> FreeTeachers:
        """Without a position: at the lesson going on or coming today, else at the day's first."""
        require(actor, Action.SEE_WHEREABOUTS, Target())
        plan, lessons = await self.timetables.plan(), (await self.timetables.day(day)).lessons
        standing = [lesson for lesson in lessons if lesson.takes_place]
        positions = tuple(sorted({lesson.position for lesson in lessons}))
        asked = self._likeliest(day, standing, positions) if position is None else position
        busy = {teacher for lesson in standing if lesson.position == asked for teacher in lesson.teacher_ids}
        in_school = {teacher for lesson in standing for teacher in lesson.teacher_ids}
        free = [one for one in teachers_of(plan, day) if one.id not in busy]
        here = tuple(one for one in free if one.id in in_school)
        return FreeTeachers(day, asked, positions, here, tuple(one for one in free if one.id not in in_school))

    def _likeliest(self, day: date, standing: Sequence[PlannedLesson], positions: tuple[int, ...]) -> int:
        local = self.time.local()
        if day == local.date():
            near = going_on(standing, local.time()) or coming(standing, local.time())
            return min((lesson.position for lesson in near), default=positions[0] if positions else 1)
        return positions[0] if positions else 1


def going_on(lessons: Iterable[PlannedLesson], at: time) -> tuple[PlannedLesson, ...]:
    """Those that take place at this wall clock time; a lesson without bells is never found."""
    return tuple(one for one in lessons if one.takes_place and one.bell and one.bell.starts <= at < one.bell.ends)


def coming(lessons: Iterable[PlannedLesson], at: time) -> tuple[PlannedLesson, ...]:
    """The next that begin; several, where subgroups part."""
    later = [(one.bell.starts, one) for one in lessons if one.takes_place and one.bell and one.bell.starts > at]
    first = min((starts for starts, _ in later), default=None)
    return tuple(one for starts, one in later if starts == first)


def teachers_of(plan: WeekPlan, day: date) -> tuple[TeacherRef, ...]:
    """Who has lessons in the timetable that stands on the day, by name."""
    standing = (
        one for one in plan.entries if one.valid_from <= day and (one.valid_until is None or day <= one.valid_until)
    )
    known = {teacher.id: teacher for entry in standing for teacher in entry.teachers}
    return tuple(sorted(known.values(), key=lambda one: norm(one.name.full)))


def rooms_of(plan: WeekPlan) -> Mapping[str, Owner]:
    """«214» → its owner; «331/436» are two rooms. Numbers in their order, words after them."""
    rooms: dict[str, int] = {}
    for entry in sorted(plan.entries, key=lambda one: one.id):
        for place, room in enumerate(_split(entry.room)[:ROOMS_IN_A_CELL]):
            rooms.setdefault(room, entry.id * ROOMS_IN_A_CELL + place)
    return {room: Owner(Whose.ROOM, rooms[room]) for room in sorted(rooms, key=_in_order)}


def _split(room: str | None) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*[/,;]\s*", (room or "").strip()) if part)


def _in_order(room: str) -> tuple[int, str]:
    number = re.match(r"\d+", room)
    return (int(number.group()) if number else 10**6), norm(room)


def _found(actor: Actor, owner: Owner, roster: Roster, plan: WeekPlan) -> _Found:
    """Access first: who may not ask learns nothing of what there is."""
    match owner.kind:
        case Whose.CLASS:
            require(actor, Action.SEE_CLASS_TIMETABLE, Target(classes=(ClassId(owner.id),)))
            school_class = roster.classes.get(ClassId(owner.id))
            return _or_not_found(_Found(school_class.name, school_class.grade) if school_class else None)
        case Whose.PUPIL:
            return _pupil(actor, PersonId(owner.id), roster)
        case Whose.TEACHER:
            if not allowed(actor, Action.SEE_OWN_LESSONS, Target(person=PersonId(owner.id))):
                require(actor, Action.SEE_WHEREABOUTS, Target())
            known = (teacher for entry in plan.entries for teacher in entry.teachers if teacher.id == owner.id)
            teacher = next(known, None)
            own = _Found(actor.name.short) if owner.id == actor.person else None
            return _or_not_found(_Found(teacher.name.short) if teacher else own)
        case Whose.ROOM:
            require(actor, Action.SEE_WHEREABOUTS, Target())
            return _or_not_found(next((_Found(room) for room, one in rooms_of(plan).items() if one == owner), None))


def _pupil(actor: Actor, pupil: PersonId, roster: Roster) -> _Found:
    seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
    classes = (seat.class_id,) if seat else ()
    if not sees(actor, Action.SEE_PUPIL_DIARY, Target(person=pupil, classes=classes)):
        raise NotFound
    if seat is None or school_class is None:
        raise NotFound
    return _Found(school_class.name, school_class.grade, seat.name)


def _or_not_found(found: _Found | None) -> _Found:
    if found is None:
        raise NotFound
    return found


def _lessons_of(owner: Owner, label: str, roster: Roster, day: SchoolDay) -> tuple[PlannedLesson, ...]:
    match owner.kind:
        case Whose.CLASS:
            return day.by_class.get(ClassId(owner.id), ())
        case Whose.PUPIL:
            seat = roster.seats[PersonId(owner.id)]
            return day.of_pupil(seat.class_id, seat.groups)
        case Whose.TEACHER:
            return day.by_teacher.get(PersonId(owner.id), ())
        case Whose.ROOM:
            return tuple(lesson for lesson in day.lessons if label in _split(lesson.room))
