"""Exemptions as they are written."""

from sqlalchemy import select, update

from domain.ids import ExemptionId
from domain.school.exemptions import NewExemption
from storage.executor import Writer
from storage.tables.curriculum import pupil_subjects
from storage.topics import EXEMPTIONS
from storage.upsert import upsert


class ExemptionRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def put(self, new: NewExemption) -> ExemptionId:
        key = {"pupil_id": new.pupil, "subject_id": new.subject, "from_day": new.from_day}
        told = {"kind": new.kind.value, "until_day": new.until_day, "order_number": new.order, "taken_back": False}
        put = upsert(pupil_subjects, self._tx.dialect, tuple(key), *told)
        await self._tx.run(put, {**key, **told})
        self._tx.touch(EXEMPTIONS)
        columns = pupil_subjects.c
        row = await self._tx.row(select(columns.id).where(*(columns[name] == value for name, value in key.items())))
        assert row is not None
        return ExemptionId(row.id)

    async def take_back(self, number: ExemptionId) -> None:
        await self._tx.run(update(pupil_subjects).where(pupil_subjects.c.id == number).values(taken_back=True))
        self._tx.touch(EXEMPTIONS)
