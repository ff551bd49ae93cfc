"""The guard against overload: asked before and after homework and control works are set, it only warns."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.ids import ClassId, GroupId, HomeworkId, PersonId, WorkKindId
from domain.journal.homework_diary import is_for
from domain.journal.homework_lessons import HomeworkLessons
from domain.journal.homework_meant import HomeworkSet, Taught
from domain.journal.overload import (
    NOTHING_TOO_MUCH,
    ControlWork,
    Overload,
    Warning_,
    control_warnings,
    homework_warning,
    hours_in_year,
    says_control,
)
from domain.journal.ports import WorkKinds
from domain.journal.rules import JournalRules, Rules
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.roster import Seat
from domain.school.timetable import LessonRef, PlannedLesson

CONTROL = "control"
"""The code of the kind of work."""


@dataclass(frozen=True, slots=True)
class DueMinutes:
    """Homework of a class with its estimate; `pupils`: whom it is for alone."""

    homework: HomeworkId
    class_id: ClassId
    group: GroupId | None
    day: date
    minutes: int
    pupils: frozenset[PersonId] = frozenset()


class LoadRead(Protocol):
    async def minutes_due(self, class_id: ClassId, days: Collection[date]) -> Sequence[DueMinutes]: ...

    async def control_works(
        self, classes: Collection[ClassId], first: date, last: date, but: HomeworkId
    ) -> Sequence[ControlWork]:
        """Written or planned from `first` to `last` (included); `but`: what this homework says is left out."""
        ...

    async def control_begun(self, ref: LessonRef) -> bool:
        """Whether a mark of a control work stands at this lesson."""
        ...


@dataclass(frozen=True, slots=True)
class OverloadGuard:
    door: LessonDoor
    loads: LoadRead
    rules: Rules
    kinds: WorkKinds

    async def homework(self, actor: Actor, done: HomeworkSet) -> Overload:
        """Of homework as it was set: the day's minutes, and the control work that it announces."""
        require(actor, Action.SEE_CLASS_TIMETABLE, Target(classes=(done.taught.part.id,)))
        lessons = (done.lesson, *done.others)
        found = await self._homework(done, lessons)
        if says_control(done.text):
            controls = await self._controls(done.taught, lessons, done.id)
            found = {ref: [*warnings, *controls[ref]] for ref, warnings in found.items()}
        return _overload(found, lessons)

    async def control_work(self, actor: Actor, ref: LessonRef, kind: WorkKindId) -> Overload:
        """Of marks of a kind of work at a lesson, before the first of them is set: later it is too late to warn."""
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        control = {one.id for one in await self.kinds.work_kinds() if one.code == CONTROL}
        if kind not in control or not lesson.marked or await self.loads.control_begun(ref):
            return NOTHING_TOO_MUCH
        parts = tuple(dict.fromkeys(Taught(part, lesson.subject) for part in lesson.parts))
        coming = (await HomeworkLessons(self.door).coming(parts[0]))[:10]
        found = [await self._controls(taught, (lesson, *coming), HomeworkId(0)) for taught in parts]
        warnings = tuple(dict.fromkeys(warning for of_part in found for warning in of_part[ref]))
        free = next((one for one in coming if not found[0][one.ref]), None)
        return Overload(warnings, free if warnings else None)

    async def _homework(self, done: HomeworkSet, lessons: Sequence[PlannedLesson]) -> dict[LessonRef, list[Warning_]]:
        found: dict[LessonRef, list[Warning_]] = {lesson.ref: [] for lesson in lessons}
        if not done.minutes:
            return found
        part, rules = done.taught.part, await self.rules.rules()
        due = await self.loads.minutes_due(part.id, {lesson.ref.day for lesson in lessons})
        beside = [one for one in due if one.homework != done.id]
        seats = await HomeworkLessons(self.door).seats(done.taught)
        for lesson in lessons:
            minutes = done.minutes + _most_minutes([one for one in beside if one.day == lesson.ref.day], seats)
            warning = homework_warning(minutes, part.grade, rules)
            found[lesson.ref] = [warning] if warning else []
        return found

    async def _controls(
        self, taught: Taught, lessons: Sequence[PlannedLesson], but: HomeworkId
    ) -> dict[LessonRef, list[Warning_]]:
        rules, plan = await self.rules.rules(), await self.door.timetables.plan()
        parallel = [
            one.id for one in (await self.door.rosters.roster()).classes.values() if one.grade == taught.part.grade
        ]
        year = plan.calendar
        known = await self.loads.control_works(parallel, year.starts_on, year.ends_on, but)
        hours = hours_in_year(plan, taught.part, taught.subject)
        return {lesson.ref: list(await self._of_lesson(lesson, taught, known, hours, rules)) for lesson in lessons}

    async def _of_lesson(
        self, lesson: PlannedLesson, taught: Taught, known: Sequence[ControlWork], hours: int, rules: JournalRules
    ) -> tuple[Warning_, ...]:
        of_day = (await self.door.timetables.day(lesson.ref.day)).by_class.get(taught.part.id, ())
        return control_warnings(lesson, taught.part, of_day, known, hours, rules)


def _most_minutes(due: Sequence[DueMinutes], seats: Sequence[Seat]) -> int:
    """Of the pupil who has the most to do: subgroups of several subjects meet in one pupil."""
    each = (sum(one.minutes for one in due if is_for(seat, one.class_id, one.group, one.pupils)) for seat in seats)
    return max(each, default=0)


def _overload(found: dict[LessonRef, list[Warning_]], lessons: Sequence[PlannedLesson]) -> Overload:
    """The first of `lessons` is meant; a later one without any warning is free."""
    warnings = tuple(found[lessons[0].ref])
    free = next((lesson for lesson in lessons[1:] if not found[lesson.ref]), None)
    return Overload(warnings, free if warnings else None)
