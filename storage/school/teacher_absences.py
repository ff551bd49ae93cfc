"""Teachers who are away, as they are written."""

from datetime import date

from sqlalchemy import insert, update

from domain.ids import PersonId, TeacherAbsenceId
from domain.school.teacher_absences import Why
from storage.executor import Writer
from storage.tables.office import teacher_absences as t
from storage.topics import TEACHER_ABSENCES


class TeacherAbsenceRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def note(self, teacher: PersonId, first: date, last: date, why: Why, by: PersonId) -> TeacherAbsenceId:
        row = {"teacher_id": teacher, "from_day": first, "until_day": last, "reason": why.value}
        made = await self._tx.add(insert(t).values(**row, noted_by=by, noted_at=self._tx.clock.now()))
        self._tx.touch(TEACHER_ABSENCES)
        return TeacherAbsenceId(made)

    async def end(self, number: TeacherAbsenceId) -> None:
        await self._tx.run(update(t).where(t.c.id == number).values(ended_at=self._tx.clock.now()))
        self._tx.touch(TEACHER_ABSENCES)
