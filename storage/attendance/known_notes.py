"""The announced absences of a day, kept in memory."""

from collections.abc import Mapping, Sequence
from datetime import date

from domain.attendance.notes import AbsenceNote
from domain.ids import PersonId
from storage.attendance.notes import ON_DAY, by_pupil, note_of
from storage.database import Database
from storage.kept import Kept
from storage.topics import ABSENCE_NOTES


class KnownNotes:
    """The notes of a day: one statement, then from memory until a note is written."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._days: Kept[date, Mapping[PersonId, Sequence[AbsenceNote]]] = Kept(database, ABSENCE_NOTES, most=400)

    async def on(self, day: date) -> Mapping[PersonId, Sequence[AbsenceNote]]:
        return await self._days.get(day, self._read)

    async def _read(self, day: date) -> Mapping[PersonId, Sequence[AbsenceNote]]:
        rows = await self._database.reader.rows(ON_DAY, {"day": day})
        return by_pupil(map(note_of, rows))
