"""Homework by one chat line (3.4.2): what is meant, for which lesson, written, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.errors import NotFound, Refused
from domain.events import HomeworkChanged
from domain.ids import ClassId, HomeworkId, SubjectId
from domain.journal.homework_kept import BeginHomework, Homework, HomeworkFile, HomeworkTransaction
from domain.journal.homework_lessons import OFFERED, HomeworkLessons, is_of
from domain.journal.homework_meant import (
    ClassNotTaught,
    Doubt,
    HomeworkCancelled,
    HomeworkEmpty,
    HomeworkSet,
    HomeworkStands,
    HomeworkTooLong,
    NoHomeworkInFirstGrade,
    NoLessonThatDay,
    NoMoreLessons,
    SubjectNotTaught,
    Taught,
    Understood,
)
from domain.journal.homework_words import words_of
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.school.finding import class_at_start, subjects_at_start
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.said_dates import day_for_homework
from domain.school.timetable import PlannedLesson

MOST_TEXT = 2000
"""Characters: several such homeworks go into one evening's digest."""


@dataclass(frozen=True, slots=True)
class HomeworkBook:
    door: LessonDoor
    begin: BeginHomework

    @property
    def _lessons(self) -> HomeworkLessons:
        return HomeworkLessons(self.door)

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
        """For the next lesson, or that day's; `text` may say for whom, how long, or that nothing is set.

        Raises `NoLessonThatDay`, `NoMoreLessons`, `NoHomeworkInFirstGrade`, and what `words_of` raises.
        """
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        words = words_of(text, await self._lessons.seats(taught), taught.part.name)
        meant = await self.placed(taught, words.text, day)
        return replace(meant, pupils=words.pupils, minutes=words.minutes, none_set=words.none_set)

    async def placed(self, taught: Taught, text: str, day: date | None) -> Understood:
        """`text` as it is. Raises `NoLessonThatDay`, `NoMoreLessons`, `NoHomeworkInFirstGrade`."""
        if taught.part.grade == 1:
            raise NoHomeworkInFirstGrade
        coming = await self._lessons.coming(taught)
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
        self,
        actor: Actor,
        meant: Understood,
        files: Sequence[HomeworkFile],
        *,
        none_set: bool = False,
        at: PlannedLesson | None = None,
    ) -> HomeworkSet:
        """Takes the place of «не задано»; that itself is said once. `at`: the lesson at which it is given.

        Raises `HomeworkEmpty`, `HomeworkTooLong`, `HomeworkStands`, and `NotAllowed` for who does not give the lesson.
        """
        self._require(actor, meant.lesson, meant.taught, at)
        new = _new(actor, meant, none_set=(none_set or meant.none_set) and not files)
        if not (new.text or files or new.none_set):
            raise HomeworkEmpty
        async with self.begin() as tx:
            standing = await self._standing(tx, new)
            number = await self._instead(tx, actor, new, meant.taught, standing)
            number = number or await self._add(tx, actor, new, files)
        return await self._was_set(replace(new, id=number, files=len(files)), meant)

    async def write(self, tx: HomeworkTransaction, actor: Actor, meant: Understood) -> HomeworkId:
        """In the transaction of who gives the lesson at which it is set; the same once more is not written twice.

        Raises `HomeworkTooLong`, `HomeworkStands`.
        """
        new = _new(actor, meant, none_set=meant.none_set)
        standing = await self._standing(tx, new)
        same = next((one for one in standing if (one.text, one.none_set) == (new.text, new.none_set)), None)
        if same is not None:
            return same.id
        number = await self._instead(tx, actor, new, meant.taught, standing)
        return number or await self._add(tx, actor, new, [])

    async def _standing(self, tx: HomeworkTransaction, new: Homework) -> Sequence[Homework]:
        """What is for some pupils alone stands beside everything."""
        return () if new.pupils else await tx.homework.standing_beside(new)

    async def _instead(
        self, tx: HomeworkTransaction, actor: Actor, new: Homework, taught: Taught, standing: Sequence[Homework]
    ) -> HomeworkId | None:
        """The number of «не задано» where it is said already. Raises `HomeworkStands`."""
        said_none = [one for one in standing if one.none_set]
        if not new.none_set:
            for one in said_none:
                await self._cancel(tx, actor, one)
            return None
        set_ = next((one for one in standing if not one.none_set), None)
        if set_ is not None:
            raise HomeworkStands(taught.subject.name, taught.part.name, set_.due_day, set_.text)
        return said_none[0].id if said_none else None

    async def _add(
        self, tx: HomeworkTransaction, actor: Actor, new: Homework, files: Sequence[HomeworkFile]
    ) -> HomeworkId:
        number = await tx.homework.add(new, files)
        await tx.changes.add(Change("homework", actor.person, after={"homework": number, "due": f"{new.due_day}"}))
        await tx.facts.add(HomeworkChanged(actor.person, number, 1))
        return number

    async def _was_set(self, homework: Homework, meant: Understood) -> HomeworkSet:
        mine = [
            seat
            for seat in await self._lessons.seats(meant.taught)
            if not homework.pupils or seat.pupil in homework.pupils
        ]
        return HomeworkSet(
            homework.id,
            meant.taught,
            meant.lesson,
            meant.others,
            len(mine),
            homework.text,
            homework.files,
            homework.minutes,
            homework.none_set,
            tuple(seat.name for seat in mine) if homework.pupils else (),
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
            meant = await self.placed(taught, homework.text, day)
            if homework.due_day != day:
                await tx.homework.move(homework, meant.lesson.ref.entry, day)
                before, after = {"due": f"{homework.due_day}"}, {"due": f"{day}"}
                await tx.changes.add(Change("homework", actor.person, before=before, after=after))
                await tx.facts.add(HomeworkChanged(actor.person, number, homework.version + 1))
        return await self._was_set(homework, meant)

    async def cancel(self, actor: Actor, number: HomeworkId) -> bool:
        """False when it was cancelled before. Raises `NotFound` for another teacher's."""
        async with self.begin() as tx:
            homework = await self._own(tx, actor, number)
            if homework.cancelled:
                return False
            await self._cancel(tx, actor, homework)
        return True

    async def _cancel(self, tx: HomeworkTransaction, actor: Actor, homework: Homework) -> None:
        await tx.homework.cancel(homework)
        before = {"homework": homework.id}
        await tx.changes.add(Change("homework", actor.person, before=before, after={"cancelled": True}))
        await tx.facts.add(HomeworkChanged(actor.person, homework.id, homework.version + 1))

    async def _own(self, tx: HomeworkTransaction, actor: Actor, number: HomeworkId) -> Homework:
        homework = await tx.homework.get(number)
        if homework is None:
            raise NotFound
        require(actor, Action.SET_HOMEWORK, Target(teachers=(homework.set_by,)))
        return homework

    def _require(self, actor: Actor, lesson: PlannedLesson, taught: Taught, at: PlannedLesson | None) -> None:
        """By the lesson that it is due for, as who teaches this class, or by the one at which it is given."""
        gives = (actor.person,) if taught.part.id in actor.taught_classes else ()
        gave = at.teacher_ids if at is not None and at.subject == taught.subject and taught.part in at.parts else ()
        teachers = (*lesson.teacher_ids, *gives, *gave)
        require(actor, Action.SET_HOMEWORK, Target(classes=lesson.classes, teachers=teachers))

    async def _taught(self, actor: Actor) -> tuple[Taught, ...]:
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        return await self._lessons.taught(actor.person)

    async def _only(self, actor: Actor, candidates: Sequence[Taught], *, named: bool) -> Taught | None:
        """The one that is left, or, where nothing was named, the lesson that the teacher is giving now."""
        kinds = {(one.part.id, one.subject.id) for one in candidates}
        if len(kinds) == 1:
            return candidates[0]
        if named:
            return None
        now = await self._lessons.now(actor.person)
        return next((one for one in candidates if now and is_of(now, one)), None)


def _new(actor: Actor, meant: Understood, *, none_set: bool) -> Homework:
    return Homework(
        id=HomeworkId(0),
        subject=meant.taught.subject.id,
        class_id=meant.taught.part.id,
        group=meant.taught.part.group,
        entry=meant.lesson.ref.entry,
        due_day=meant.lesson.ref.day,
        text=_fitting(meant.text),
        version=1,
        cancelled=False,
        set_by=actor.person,
        minutes=meant.minutes,
        none_set=none_set,
        pupils=tuple(seat.pupil for seat in meant.pupils),
    )


def _fitting(said: str) -> str:
    """Nothing is cut off in silence."""
    text = said.strip()
    if len(text) > MOST_TEXT:
        raise HomeworkTooLong(len(text), MOST_TEXT)
    return text
