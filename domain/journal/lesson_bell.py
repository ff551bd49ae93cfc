"""The lesson that comes by itself at its bell: which ones ring, and the page that comes (3.4.1)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from domain.journal.my_lesson import LessonPage
from domain.journal.plan_topics import PlanTopic, topics_ahead
from domain.journal.ports import JournalRead, LessonRecord, WorkKinds
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef, PlannedLesson


class WrittenRead(Protocol):
    async def written(self, refs: Collection[LessonRef]) -> Collection[LessonRef]:
        """Those of which something is written."""
        ...


class PlansOfLessons(Protocol):
    async def topics_of(self, planned: Sequence[PlannedLesson]) -> Mapping[LessonRef, Sequence[PlanTopic]]:
        """Each lesson's plan, as `PlansRead.topics` has it; one statement for any number."""
        ...


def ringing(lessons: Iterable[PlannedLesson], at: time) -> tuple[PlannedLesson, ...]:
    """Those that go on at this time of the school's wall."""
    return tuple(one for one in lessons if one.takes_place and one.bell and one.bell.starts <= at < one.bell.ends)


@dataclass(frozen=True, slots=True)
class BellPages:
    door: LessonDoor
    reads: JournalRead
    kinds: WorkKinds
    lessons: WrittenRead
    plans: PlansOfLessons

    async def pages(self, refs: Collection[LessonRef], whole: bool) -> Mapping[LessonRef, LessonPage]:
        """Of lessons that take place. Two statements for any number: who has begun to write needs no reminder.

        `whole`: lessons of which something is written too, each read by itself.
        """
        days = {day: (await self.door.timetables.day(day)).by_ref for day in _days(refs)}
        there = [days[ref.day][ref] for ref in refs if ref in days[ref.day] and days[ref.day][ref].takes_place]
        written = await self.lessons.written(refs)
        rung = [one for one in there if whole or one.ref not in written]
        topics = await self.plans.topics_of(rung) if rung else {}
        return {one.ref: await self._page(one, one.ref in written, topics[one.ref]) for one in rung}

    async def _page(self, lesson: PlannedLesson, written: bool, topics: Sequence[PlanTopic]) -> LessonPage:
        record = await self.reads.record(lesson.ref) if written else LessonRecord()
        seats, kinds = await self.door.seats(lesson), await self.kinds.work_kinds()
        learning = await self.door.learning(lesson)
        ahead = () if record.topic else topics_ahead(topics, (lesson.ref.day, lesson.position))
        return LessonPage(lesson, seats, record.topic, record.marks, kinds, ahead, learning)


def _days(refs: Iterable[LessonRef]) -> Iterable[date]:
    return dict.fromkeys(ref.day for ref in refs)
