"""What is shown of a day's changes, and what is offered to who makes them: lessons, teachers, rooms, places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId
from domain.roles.access import Action, Target, require
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.changed_lessons import ChangedLesson, changed_lesson, changes_of
from domain.school.clashes import at_once, clashes, place_of, rooms_named, whole
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.schedule import LAST_GRADE
from domain.school.substitutes import Candidate, SubstitutionCounts, candidates, counts_of_month
from domain.school.teacher_absences import TeacherAbsences
from domain.school.timetable import Entry, LessonRef, Slot, SubjectRef, TeacherRef, WeekPlan
from domain.school.where import rooms_of

DAYS_OFFERED = 6
LAST_POSITION = 8
"""Offered at least so far, whatever the bells say."""


@dataclass(frozen=True, slots=True)
class DayChanges:
    day: date
    changes: tuple[ChangedLesson, ...]
    away: tuple[TeacherRef, ...] = ()
    """Teachers who are away; why is not said."""


@dataclass(frozen=True, slots=True)
class ClassDay:
    """A class's lessons of a day, changed or not."""

    day: date
    school_class: SchoolClass
    lessons: tuple[ChangedLesson, ...]


@dataclass(frozen=True, slots=True)
class Substitutes:
    lesson: ChangedLesson
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class FreeRooms:
    lesson: ChangedLesson
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a lesson can go. `days`: near ones; `free` and `taken`: lesson numbers of the day that is looked at."""

    entry: Entry
    day: date
    days: tuple[date, ...]
    free: tuple[int, ...]
    taken: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OtherSubjects:
    """What the substitute teaches in the lesson's classes anyway."""

    lesson: ChangedLesson
    subjects: tuple[SubjectRef, ...]


@dataclass(frozen=True, slots=True)
class ChangesPages:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    absences: TeacherAbsences
    counts: SubstitutionCounts

    async def near(self, actor: Actor) -> tuple[DayChanges, DayChanges]:
        """Today's changes, and those of the next day that has lessons; every member of staff reads them."""
        require(actor, Action.SEE_CHANGES, Target())
        today = self.time.today()
        return await self._day(today), await self._day(await self.next_day(today))

    async def next_day(self, after: date) -> date:
        """That has lessons; the next one of the calendar where the year has no more."""
        plan = await self.timetables.plan()
        days = plan.calendar.school_days_after(after, LAST_GRADE)
        return next((day for day in days if _has_lessons(plan, day)), after + timedelta(days=1))

    async def days(self, actor: Actor) -> tuple[date, ...]:
        """Today and the next ones that have lessons."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        return await self._days(self.time.today(), LAST_GRADE)

    async def classes(self, actor: Actor) -> tuple[SchoolClass, ...]:
        require(actor, Action.CHANGE_TIMETABLE, Target())
        return tuple((await self.rosters.roster()).classes.values())

    async def of_class(self, actor: Actor, class_id: ClassId, day: date) -> ClassDay:
        require(actor, Action.CHANGE_TIMETABLE, Target(classes=(class_id,)))
        school_class = (await self.rosters.roster()).classes.get(class_id)
        if school_class is None:
            raise NotFound
        plan, lessons = await self.timetables.plan(), (await self.timetables.day(day)).by_class.get(class_id, ())
        return ClassDay(
            day, school_class, tuple(ChangedLesson(one.ref, plan.by_id[one.ref.entry], one) for one in lessons)
        )

    async def lesson(self, actor: Actor, ref: LessonRef) -> ChangedLesson:
        require(actor, Action.CHANGE_TIMETABLE, Target())
        found = changed_lesson(await self.timetables.plan(), await self.timetables.day(ref.day), ref)
        if found is None:
            raise NotFound
        return found

    async def substitutes(self, actor: Actor, ref: LessonRef) -> Substitutes:
        lesson, plan = await self.lesson(actor, ref), await self.timetables.plan()
        away, given = await self.absences.on(ref.day), await counts_of_month(self.counts, ref.day)
        return Substitutes(lesson, candidates(plan, await self.timetables.day(ref.day), lesson, away, given))

    async def rooms(self, actor: Actor, ref: LessonRef) -> FreeRooms:
        lesson, plan = await self.lesson(actor, ref), await self.timetables.plan()
        place = place_of(plan, lesson.planned, Slot(ref.day, lesson.planned.position))
        lessons = (await self.timetables.day(ref.day)).lessons
        there = [one for one in lessons if one.takes_place and at_once(one, place)]
        taken = {norm(room) for one in there for room in rooms_named(one.room)}
        return FreeRooms(lesson, tuple(room for room in rooms_of(plan) if norm(room) not in taken))

    async def places(self, actor: Actor, ref: LessonRef, day: date) -> Places:
        """For a move of this lesson, or for another one like it."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        entry = plan.by_id.get(ref.entry)
        if entry is None:
            raise NotFound
        on = await self.timetables.day(day)
        last = max((LAST_POSITION, entry.position, *(one.position for one in on.lessons)))
        wishes = (whole(plan, entry, Slot(day, n)) for n in range(1, last + 1))
        free = tuple(wish.position for wish in wishes if not clashes(on, wish, {ref}, roster))
        days = await self._days(min(ref.day, day), entry.parts[0].grade if entry.parts else LAST_GRADE)
        return Places(entry, day, days, free, tuple(n for n in range(1, last + 1) if n not in free))

    async def other_subjects(self, actor: Actor, ref: LessonRef) -> OtherSubjects:
        lesson, plan = await self.lesson(actor, ref), await self.timetables.plan()
        given = set(lesson.lesson.teacher_ids) if lesson.lesson else set()
        mine = (
            entry.subject
            for entry in plan.entries
            if given & set(entry.teacher_ids) and set(entry.classes) & set(lesson.planned.classes)
        )
        return OtherSubjects(lesson, _by_name(one for one in mine if one.id != lesson.subject.id))

    async def courses(self, actor: Actor, class_id: ClassId) -> tuple[Entry, ...]:
        """A line of the week for each subject, subgroup and teacher of the class: an extra lesson is like one."""
        require(actor, Action.CHANGE_TIMETABLE, Target(classes=(class_id,)))
        today = self.time.today()
        standing = (
            entry
            for entry in (await self.timetables.plan()).entries
            if class_id in entry.classes
            and not entry.extra
            and (entry.valid_until is None or entry.valid_until >= today)
        )
        found = {(one.subject.id, one.parts, one.teachers): one for one in standing}
        return tuple(sorted(found.values(), key=lambda one: (one.subject.name, one.id)))

    async def _day(self, day: date) -> DayChanges:
        plan, away = await self.timetables.plan(), set(await self.absences.on(day))
        known = {one.id: one for entry in plan.entries for one in entry.teachers if one.id in away}
        named = tuple(sorted(known.values(), key=lambda one: norm(one.name.full)))
        return DayChanges(day, changes_of(plan, await self.timetables.day(day)), named)

    async def _days(self, first: date, grade: int) -> tuple[date, ...]:
        plan = await self.timetables.plan()
        days = plan.calendar.school_days_after(first - timedelta(days=1), grade)
        return tuple(islice((day for day in days if _has_lessons(plan, day)), DAYS_OFFERED))


def _has_lessons(plan: WeekPlan, day: date) -> bool:
    return any(entry.stands_on(day, plan.calendar) for entry in plan.entries)


def _by_name(subjects: Iterable[SubjectRef]) -> tuple[SubjectRef, ...]:
    found: Sequence[SubjectRef] = sorted(dict.fromkeys(subjects), key=lambda one: norm(one.name))
    return tuple(found)
