"""Marks as they are written, and the lesson's own topic."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, case, func, insert, select, tuple_, update

from domain.ids import EntryId, LessonId, MarkId, PersonId, PlanTopicId
from domain.journal.ports import LessonMark, MarkPlace, MarkSpot, NewMark, StandingMark
from domain.school.timetable import LessonRef, PlannedLesson
from storage.executor import Reader, Writer
from storage.journal.places import lesson_mark, places_of
from storage.tables.journal import lessons, marks

LATER = ("value", "taken_back", "late", "set_by")
SPOT = (marks.c.pupil_id, marks.c.kind_id, marks.c.slot)
ENTERED = func.coalesce(marks.c.entered_at, marks.c.set_at)
"""When a mark was first set."""


class MarkRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def places(self, ref: LessonRef, spots: Collection[MarkSpot]) -> Mapping[MarkSpot, MarkPlace]:
        return await places_of(self._tx, ref, spots)

    async def place(self, ref: LessonRef, spot: MarkSpot) -> MarkPlace:
        return (await self.places(ref, [spot]))[spot]

    async def add(
        self, lesson: LessonId, planned: PlannedLesson, added: Sequence[NewMark]
    ) -> Mapping[MarkSpot, MarkId]:
        rows = [self._row(lesson, planned, mark) for mark in added]
        made = await self._tx.rows(insert(marks).returning(marks.c.id, *SPOT).values(rows))
        return {MarkSpot(row.pupil_id, row.kind_id, row.slot): MarkId(row.id) for row in made}

    async def put(self, changed: Mapping[LessonMark, NewMark]) -> bool:
        author = next(iter(changed.values()))
        same = update(marks).where(tuple_(marks.c.id, marks.c.version).in_([(one.id, one.version) for one in changed]))
        value = case({mark.id: new.value for mark, new in changed.items()}, value=marks.c.id)
        row = dict(zip(LATER, (value, False, author.late, author.by), strict=True))
        row |= {"set_at": self._tx.clock.now(), "entered_at": ENTERED, "version": marks.c.version + 1}
        return await self._tx.run(same.values(**row)) == len(changed)

    async def change(self, mark: LessonMark, *, value: str, taken_back: bool, late: bool, by: PersonId) -> bool:
        """When it was first set is kept beside when it was last."""
        row = dict(zip(LATER, (value, taken_back, late, by), strict=True))
        return await self._next(mark, **row, set_at=self._tx.clock.now(), entered_at=ENTERED)

    async def comment(self, mark: LessonMark, words: str | None) -> bool:
        return await self._next(mark, comment=words)

    async def set_topic(self, lesson: LessonId, topic: str | None, plan_topic: PlanTopicId | None = None) -> None:
        first = func.coalesce(lessons.c.topic_set_at, self._tx.clock.now())
        written = {"topic": topic, "plan_topic_id": plan_topic, "topic_set_at": first if topic else None}
        await self._tx.run(update(lessons).where(lessons.c.id == lesson).values(**written))

    def _row(self, lesson: LessonId, planned: PlannedLesson, mark: NewMark) -> dict[str, Any]:
        return {
            "lesson_id": lesson,
            "pupil_id": mark.pupil,
            "day": planned.ref.day,
            "subject_id": planned.subject.id,
            "kind_id": mark.kind,
            "slot": mark.slot,
            "value": mark.value,
            "retake_id": mark.retakes,
            "late": mark.late,
            "set_by": mark.by,
            "set_at": self._tx.clock.now(),
        }

    async def _next(self, mark: LessonMark, **row: Any) -> bool:
        same = update(marks).where(marks.c.id == mark.id, marks.c.version == mark.version)
        return await self._tx.run(same.values(**row, version=mark.version + 1)) == 1


async def standing_mark(reader: Reader, mark: MarkId) -> StandingMark | None:
    """One statement."""
    row = await reader.row(STANDING.where(marks.c.id == mark))
    return standing_of(row) if row is not None else None


def standing_of(row: Row[Any]) -> StandingMark:
    return StandingMark(lesson_mark(row), LessonId(row.lesson_id), LessonRef(EntryId(row.entry_id), row.day))


STANDING = select(lessons.c.entry_id, marks).join(lessons, marks.c.lesson_id == lessons.c.id)
