"""Alarms taken up and passed on, and reasons settled, as they are written."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import update

from domain.attendance.missed import MissedLesson, Reason
from domain.ids import LessonId, PersonId
from storage.attendance.history import MISSED, missed_lesson
from storage.executor import Writer
from storage.tables.attendance import absence_answers, absence_reasons
from storage.upsert import upsert

said = absence_answers.c


class AlarmRows:
    """Inside a transaction; both by a conditional update."""

    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def take(self, lesson: LessonId, pupil: PersonId, by: PersonId) -> bool:
        free = (said.lesson_id == lesson, said.pupil_id == pupil, said.reacted_by.is_(None))
        taken = update(absence_answers).where(*free).values(reacted_by=by, reacted_at=self._tx.clock.now())
        return await self._tx.run(taken) == 1

    async def escalate(self, lesson: LessonId, pupil: PersonId) -> bool:
        free = (said.lesson_id == lesson, said.pupil_id == pupil)
        waiting = (said.reacted_by.is_(None), said.escalated_at.is_(None))
        passed_on = update(absence_answers).where(*free, *waiting).values(escalated_at=self._tx.clock.now())
        return await self._tx.run(passed_on) == 1


class ReasonRows:
    """Inside a transaction."""

    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def missed(self, pupil: PersonId, day: date) -> Sequence[MissedLesson]:
        rows = await self._tx.rows(MISSED, {"pupils": [pupil], "first": day, "last": day})
        return [one for one in map(missed_lesson, rows) if one.status.away]

    async def settle(self, pupil: PersonId, lessons: Sequence[LessonId], reason: Reason, by: PersonId) -> None:
        """One statement for any number of lessons; `version` counts the changes of each."""
        about = {"pupil_id": pupil, "reason": reason.value, "settled_by": by, "settled_at": self._tx.clock.now()}
        put = upsert(absence_reasons, self._tx.dialect, ("lesson_id", "pupil_id"), "reason", "settled_by", "settled_at")
        await self._tx.run(put, [{"lesson_id": lesson, **about} for lesson in lessons])
