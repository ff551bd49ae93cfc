"""The rows of a changed lesson, its line in the change log and its fact, within a transaction that is open."""

from dataclasses import dataclass, replace
from datetime import date

from domain.events import LessonChanged
from domain.ids import PersonId, SubjectId
from domain.school.changed_lessons import ChangedLesson
from domain.school.changing_room import ChangingTransaction, DayChange, LessonWritten
from domain.school.ports import Change
from domain.school.timetable import ChangeKind, LessonRef, Slot, WeekPlan

PLANNED = DayChange(None)
CANCELLED = DayChange(ChangeKind.CANCELLED)


@dataclass(frozen=True, slots=True)
class ChangesWriting:
    """By whom, by the timetable as it was read. Each gives the other lessons that changed with the one it was asked of.

    What the journal holds of a lesson is neither cancelled nor moved nor given another subject: `LessonWritten`.
    """

    tx: ChangingTransaction
    by: PersonId
    plan: WeekPlan

    async def cancel(self, lesson: ChangedLesson) -> tuple[LessonRef, ...]:
        """Of a moved lesson that is cancelled at its new place nothing is left at either."""
        stood = lesson.planned.moved_from or lesson.ref
        known = await self.tx.lesson_changes.current(stood)
        await self.unwritten(lesson)
        gone = await self.drop(stood.day, known)
        await self.put(stood, known, CANCELLED)
        return gone

    async def give(
        self,
        lesson: ChangedLesson,
        teacher: PersonId | None = None,
        subject: SubjectId | None = None,
        room: str | None = None,
    ) -> None:
        """By this teacher (the timetable's own subject unless another is named), in this room; None: as it is now."""
        known, planned = await self.tx.lesson_changes.current(lesson.ref), lesson.planned
        put = known or PLANNED
        if teacher is not None:
            own, same = teacher in planned.teacher_ids, subject in (None, planned.subject.id)
            if lesson.subject.id != (subject or planned.subject.id):
                await self.unwritten(lesson)
            put = DayChange(None, None if own and same else teacher, None if same else subject, put.room)
        if room is not None:
            put = replace(put, room=None if room == planned.room else room)
        await self.put(lesson.ref, known, _named(put))

    async def move(self, lesson: ChangedLesson, to: Slot) -> tuple[LessonRef, ...]:
        """As the timetable has it, to another place; what was moved already is moved again from its own one."""
        ref = lesson.ref
        known = await self.tx.lesson_changes.current(ref)
        await self.unwritten(lesson)
        gone = await self.drop(ref.day, known)
        extra = LessonRef(await self.tx.lesson_changes.add_extra(lesson.planned, to), to.day)
        await self.put(extra, None, PLANNED, tell=to.day != ref.day)
        await self.put(ref, known, DayChange(ChangeKind.MOVED, moved_to=extra.entry))
        return extra, *gone

    async def drop(self, day: date, known: DayChange | None) -> tuple[LessonRef, ...]:
        """Where a lesson of `day` has gone it is given no longer; its line stays, cancelled."""
        entry = self.plan.by_id.get(known.moved_to) if known and known.moved_to is not None else None
        if entry is None:
            return ()
        ref = LessonRef(entry.id, entry.valid_from)
        await self.unwritten(ChangedLesson(ref, entry, None))
        await self.put(ref, await self.tx.lesson_changes.current(ref), CANCELLED, tell=ref.day != day)
        return (ref,)

    async def put(self, ref: LessonRef, before: DayChange | None, change: DayChange, *, tell: bool = True) -> None:
        """A move within a day is one piece of news: it is told of the place that the timetable has."""
        version = await self.tx.lesson_changes.put(ref, change, self.by)
        was = before.teacher if before and before.teacher != change.teacher else None
        await self.tx.changes.add(
            Change("lesson_change", self.by, None, None, _shown(ref, before), _shown(ref, change))
        )
        if tell:
            await self.tx.facts.add(LessonChanged(self.by, ref.entry, ref.day, version, was))

    async def unwritten(self, lesson: ChangedLesson) -> None:
        """Raises `LessonWritten`."""
        if await self.tx.lesson_changes.written((lesson.ref,)):
            raise LessonWritten(lesson.subject.name, lesson.ref.day)


def _named(change: DayChange) -> DayChange:
    """By what differs: a substitute or another subject counts before a room."""
    substituted = change.teacher is not None or change.subject is not None
    kind = ChangeKind.SUBSTITUTED if substituted else ChangeKind.ROOM if change.room else None
    return replace(change, kind=kind, moved_to=None)


def _shown(ref: LessonRef, change: DayChange | None) -> dict[str, object]:
    """For the change log: identifiers, and nothing of what stays as in the timetable."""
    told = change or PLANNED
    said: dict[str, object] = {"kind": told.kind.value if told.kind else "none", "room": told.room}
    said |= {"teacher": told.teacher, "subject": told.subject, "moved_to": told.moved_to}
    return {"entry": ref.entry, "day": ref.day.isoformat(), **{k: v for k, v in said.items() if v is not None}}
