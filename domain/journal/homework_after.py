"""Homework as a lesson's screen asks for it: what is set for the next one, or «не задано» by one tap (3.4.2)."""

from dataclasses import dataclass

from domain.journal.homework import HomeworkBook
from domain.journal.homework_meant import HomeworkSet, NoMoreLessons, Taught, Understood
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.ports import DueHomework, HomeworkDue, HomeworkLine
from domain.school.timetable import ClassPart, LessonRef, PlannedLesson


@dataclass(frozen=True, slots=True)
class AfterLesson:
    """The next lesson of one class, and what is set for it."""

    meant: Understood
    homework: tuple[HomeworkLine, ...]


@dataclass(frozen=True, slots=True)
class HomeworkAfter:
    """Every method raises `NoHomeworkInFirstGrade` and what `LessonDoor.planned` raises."""

    book: HomeworkBook
    due: HomeworkDue

    async def page(self, actor: Actor, ref: LessonRef) -> tuple[AfterLesson, ...]:
        """One for each class at the lesson; empty: the year has no more of it."""
        lesson = await self.book.door.planned(actor, Action.SET_HOMEWORK, ref)
        return tuple([AfterLesson(meant, await self._set_for(meant)) for meant in await self._next(lesson)])

    async def set_none(self, actor: Actor, ref: LessonRef) -> tuple[HomeworkSet, ...]:
        """«Не задано» for each class at the lesson for which nothing is set."""
        lesson = await self.book.door.planned(actor, Action.SET_HOMEWORK, ref)
        free = [meant for meant in await self._next(lesson) if not await self._set_for(meant)]
        return tuple([await self.book.set(actor, meant, (), none_set=True, at=lesson) for meant in free])

    async def set(self, actor: Actor, ref: LessonRef, text: str) -> tuple[HomeworkSet, ...]:
        """What is said, for the next lesson of each class at it. Raises `NoMoreLessons`, and what `choose` raises."""
        lesson = await self.book.door.planned(actor, Action.SET_HOMEWORK, ref)
        meant = [await self.book.choose(actor, Taught(part, lesson.subject), text, None) for part in lesson.parts]
        return tuple([await self.book.set(actor, one, (), at=lesson) for one in meant])

    async def _next(self, lesson: PlannedLesson) -> list[Understood]:
        found: list[Understood] = []
        for part in lesson.parts:
            try:
                found.append(await self.book.placed(Taught(part, lesson.subject), "", None))
            except NoMoreLessons:
                continue
        return found

    async def _set_for(self, meant: Understood) -> tuple[HomeworkLine, ...]:
        due = await self.due.due_on(meant.taught.part.id, meant.lesson.ref.day)
        return tuple(one.line for one in due if _is_for(one, meant.taught.part, meant.lesson))


def _is_for(one: DueHomework, part: ClassPart, lesson: PlannedLesson) -> bool:
    """The whole class's or subgroup's, of this lesson or of the subject that day."""
    same = one.subject == lesson.subject.id and one.entry in (None, lesson.ref.entry)
    return same and one.group == part.group and not one.pupils
