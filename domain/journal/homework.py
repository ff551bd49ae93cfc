"""Homework by one chat line (3.4.2): what is meant, for which lesson, written, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.errors import NotFound, Refused
from domain.events import HomeworkChanged
from domain.ids import ClassId, HomeworkId, SubjectId
from domain.journal.homework_kept import BeginHomework, Homework, HomeworkFile, HomeworkTransaction
from domain.journal.homework_meant import (
    ClassNotTaught,
    Doubt,
    HomeworkCancelled,
    HomeworkEmpty,
    HomeworkSet,
    HomeworkTooLong,
    NoHomeworkInFirstGrade,
    NoLessonThatDay,
    NoMoreLessons,
    NothingTaught,
    SubjectNotTaught,
    Taught,
    Understood,
)
from domain.journal.my_lesson import AFTER, lesson_meant
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.school.finding import class_at_start, subjects_at_start
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.said_dates import day_for_homework
from domain.school.timetable import PlannedLesson

AHEAD = timedelta(days=45)
"""How far lessons are looked for: past the longest holidays."""
OFFERED = 4
"""The next lessons that are offered as other days."""
MOST_TEXT = 2000
"""Characters: several such homeworks go into one evening's digest."""


@dataclass(frozen=True, slots=True)
class HomeworkBook:
    door: LessonDoor
    begin: BeginHomework

    async def understand(self, actor: Actor, line: str) -> Understood | Doubt:
        """Class, subject and day in a line, in any order and writing; what is left is the homework.

        Raises `NothingTaught`, `ClassNotTaught`, `NoLessonThatDay`, `NoHomeworkInFirstGrade`, `NoSuchDay`,
        `HomeworkTooLong`.
        """
        taught = await self._taught(actor)
        classes = {
            class_norm(school_class.name): school_class
            for school_class in (await self.door.rosters.roster()).classes.values()
        }
        school_class, rest = class_at_start(line.strip(), classes)
        today = self.door.time.today()
        candidates = [one for one in taught if school_class is None or one.part.id == school_class.id]
        if school_class is not None and not candidates:
            raise ClassNotTaught(school_class.name)
        found = subjects_at_start(rest, [one.subject for one in candidates])
        narrowed = [one for one in candidates if not found.subjects or one.subject in found.subjects]
        said = day_for_homework(found.rest, today)
        rest, day = (said.rest, said.day) if said else (found.rest, None)
        text = _fitting(rest)
        one = await self._only(actor, narrowed, named=school_class is not None or bool(found.subjects))
        if one is None:
            return Doubt(tuple(narrowed), text, day)
        return await self.choose(actor, one, text, day)

    async def choose(self, actor: Actor, taught: Taught, text: str, day: date | None) -> Understood:
        """For the next lesson, or that day's. Raises `NoLessonThatDay`, `NoMoreLessons`, `NoHomeworkInFirstGrade`."""
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        if taught.part.grade == 1:
            raise NoHomeworkInFirstGrade
        coming = await self._coming(actor, taught)
        name = taught.part.name
        if not coming:
            raise NoMoreLessons(taught.subject.name, name)
        if day is None:
            return Understood(taught, coming[0], tuple(coming[1:OFFERED]), text)
        that_day = [lesson for lesson in coming if lesson.ref.day == day]
        if not that_day:
            raise NoLessonThatDay(taught.subject.name, name, day)
        others = [lesson for lesson in coming if lesson.ref.day != day]
        return Understood(taught, that_day[0], tuple(others[: OFFERED - 1]), text)

    async def taught_by(self, actor: Actor, class_id: ClassId, subject: SubjectId) -> Taught:
        """What a button carries, checked again. Raises `SubjectNotTaught`, and `NotFound` for what nobody gives."""
        taught = await self._taught(actor)
        found = next((one for one in taught if (one.part.id, one.subject.id) == (class_id, subject)), None)
        if found is None:
            raise await self._why_not_taught(class_id, subject)
        return found

    async def _why_not_taught(self, class_id: ClassId, subject: SubjectId) -> Refused:
        for entry in (await self.door.timetables.plan()).entries:
            if entry.subject.id == subject and class_id in entry.classes:
                name = next(part.name for part in entry.parts if part.id == class_id)
                return SubjectNotTaught(entry.subject.name, name)
        return NotFound()

    async def set(
        self, actor: Actor, meant: Understood, files: Sequence[HomeworkFile], *, none_set: bool = False
    ) -> HomeworkSet:
        """Raises `HomeworkEmpty`, `HomeworkTooLong`, and `NotAllowed` for who does not give the lesson."""
        self._require(actor, meant.lesson, meant.taught)
        text = _fitting(meant.text)
        if not (text or files or none_set):
            raise HomeworkEmpty
        group = meant.taught.part.group
        new = Homework(
            id=HomeworkId(0),
            subject=meant.taught.subject.id,
            class_id=meant.taught.part.id,
            group=group,
            entry=meant.lesson.ref.entry,
            due_day=meant.lesson.ref.day,
            text=text,
            version=1,
            cancelled=False,
            set_by=actor.person,
        )
        async with self.begin() as tx:
            number = await tx.homework.add(new, files, none_set=none_set)
            await tx.changes.add(Change("homework", actor.person, after={"homework": number, "due": f"{new.due_day}"}))
            await tx.facts.add(HomeworkChanged(actor.person, number, 1))
        return HomeworkSet(
            number, meant.taught, meant.lesson, meant.others, await self._pupils(meant.taught), text, len(files)
        )

    async def attach(self, actor: Actor, number: HomeworkId, files: Sequence[HomeworkFile]) -> None:
        """More files of the same album; nobody is told again."""
        async with self.begin() as tx:
            await tx.homework.attach(await self._own(tx, actor, number), files)

    async def move(self, actor: Actor, number: HomeworkId, day: date) -> HomeworkSet:
        """To the lesson of another day. Raises `NotFound`, `HomeworkCancelled`, `NoLessonThatDay`."""
        async with self.begin() as tx:
            homework = await self._own(tx, actor, number)
            if homework.cancelled:
                raise HomeworkCancelled(homework.due_day)
            taught = await self.taught_by(actor, homework.class_id, homework.subject)
            meant = await self.choose(actor, taught, homework.text, day)
            if homework.due_day != day:
                await tx.homework.move(homework, meant.lesson.ref.entry, day)
                before, after = {"due": f"{homework.due_day}"}, {"due": f"{day}"}
                await tx.changes.add(Change("homework", actor.person, before=before, after=after))
                await tx.facts.add(HomeworkChanged(actor.person, number, homework.version + 1))
        return HomeworkSet(
            number, taught, meant.lesson, meant.others, await self._pupils(taught), homework.text, homework.files
        )

    async def cancel(self, actor: Actor, number: HomeworkId) -> bool:
        """False when it was cancelled before. Raises `NotFound` for another teacher's."""
        async with self.begin() as tx:
            homework = await self._own(tx, actor, number)
            if homework.cancelled:
                return False
            await tx.homework.cancel(homework)
            await tx.changes.add(
                Change("homework", actor.person, before={"homework": number}, after={"cancelled": True})
            )
            await tx.facts.add(HomeworkChanged(actor.person, number, homework.version + 1))
        return True

    async def _own(self, tx: HomeworkTransaction, actor: Actor, number: HomeworkId) -> Homework:
        homework = await tx.homework.get(number)
        if homework is None:
            raise NotFound
        require(actor, Action.SET_HOMEWORK, Target(teachers=(homework.set_by,)))
        return homework

    def _require(self, actor: Actor, lesson: PlannedLesson, taught: Taught) -> None:
        """By the lesson that it is due for, or as who gives this subject to this class (a substitute, today)."""
        gives = (actor.person,) if taught.part.id in actor.taught_classes else ()
        require(actor, Action.SET_HOMEWORK, Target(classes=lesson.classes, teachers=(*lesson.teacher_ids, *gives)))

    async def _only(self, actor: Actor, candidates: Sequence[Taught], *, named: bool) -> Taught | None:
        """The one that is left, or, where nothing was named, the lesson that the teacher is giving now."""
        kinds = {(one.part.id, one.subject.id) for one in candidates}
        if len(kinds) == 1:
            return candidates[0]
        if named:
            return None
        now = await self._now(actor)
        return next((one for one in candidates if now and _is_of(now, one)), None)

    async def _now(self, actor: Actor) -> PlannedLesson | None:
        """The lesson going on or just over; not one that is still to come, nor one long past."""
        day = await self.door.timetables.day(self.door.time.today())
        now = self.door.time.local()
        lesson = lesson_meant(day.by_teacher.get(actor.person, ()), now)
        if lesson is None or lesson.bell is None:
            return None
        ended = datetime.combine(now.date(), lesson.bell.ends, now.tzinfo)
        return lesson if lesson.bell.starts <= now.time() and now <= ended + AFTER else None

    async def _taught(self, actor: Actor) -> tuple[Taught, ...]:
        """By the whole timetable, and by today's substitutions. Raises `NothingTaught`."""
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        plan = await self.door.timetables.plan()
        today = self.door.time.today()
        standing = (entry for entry in plan.entries if entry.valid_until is None or entry.valid_until >= today)
        own = [entry for entry in standing if actor.person in {teacher.id for teacher in entry.teachers}]
        found = [Taught(part, entry.subject) for entry in own for part in entry.parts]
        lessons = (await self.door.timetables.day(today)).by_teacher.get(actor.person, ())
        found += [Taught(part, lesson.subject) for lesson in lessons for part in lesson.parts]
        if not found:
            raise NothingTaught
        return tuple(dict.fromkeys(found))

    async def _coming(self, actor: Actor, taught: Taught) -> list[PlannedLesson]:
        """Lessons of that class and subject after now, this teacher's own first where there are any."""
        now = self.door.time.local()
        plan = await self.door.timetables.plan()
        found: list[PlannedLesson] = []
        day = now.date()
        last = min(day + AHEAD, plan.calendar.ends_on)
        while day <= last and len({lesson.ref.day for lesson in found}) <= OFFERED + 6:
            lessons = (await self.door.timetables.day(day)).by_class.get(taught.part.id, ())
            found += [lesson for lesson in lessons if _is_of(lesson, taught) and _is_later(lesson, now)]
            day += timedelta(days=1)
        return found

    async def _pupils(self, taught: Taught) -> int:
        seats = (await self.door.rosters.roster()).of_class.get(taught.part.id, ())
        return sum(taught.part.group is None or taught.part.group in seat.groups for seat in seats)


def _fitting(said: str) -> str:
    """Nothing is cut off in silence."""
    text = said.strip()
    if len(text) > MOST_TEXT:
        raise HomeworkTooLong(len(text), MOST_TEXT)
    return text


def _is_of(lesson: PlannedLesson, taught: Taught) -> bool:
    parts = {(part.id, part.group) for part in lesson.parts}
    return (
        lesson.takes_place and lesson.subject.id == taught.subject.id and (taught.part.id, taught.part.group) in parts
    )


def _is_later(lesson: PlannedLesson, now: datetime) -> bool:
    if lesson.ref.day != now.date():
        return lesson.ref.day > now.date()
    return lesson.bell is not None and lesson.bell.starts > now.time()
