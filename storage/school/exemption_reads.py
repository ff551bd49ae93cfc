"""Who learns a subject otherwise, kept in memory until it changes: a few rows of a school."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.ids import ExemptionId, PersonId, SubjectId
from domain.school.exemptions import Exemption, Learning
from domain.school.timetable import SubjectRef
from storage.database import Database
from storage.kept import Kept
from storage.tables.curriculum import pupil_subjects
from storage.tables.school import subjects
from storage.topics import EXEMPTIONS


class ExemptionReads:
    """One statement, once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Kept[None, Sequence[Exemption]] = Kept(database, EXEMPTIONS)

    async def exemptions(self) -> Sequence[Exemption]:
        return await self._kept.get(None, self._read)

    async def _read(self, _: None) -> Sequence[Exemption]:
        asked = (
            select(pupil_subjects, subjects.c.name, subjects.c.short)
            .join(subjects, pupil_subjects.c.subject_id == subjects.c.id)
            .where(pupil_subjects.c.taken_back.is_(False))
            .order_by(pupil_subjects.c.from_day)
        )
        return [
            Exemption(
                ExemptionId(row.id),
                PersonId(row.pupil_id),
                SubjectRef(SubjectId(row.subject_id), row.name, row.short),
                Learning(row.kind),
                row.from_day,
                row.until_day,
                row.order_number,
            )
            for row in await self._database.reader.rows(asked)
        ]
