"""Looking at a roll call."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from domain.attendance.notes import AbsenceNote, DayNotes, announced
from domain.attendance.ports import RollCallSheet
from domain.ids import PersonId
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.roster import Seat
from domain.school.timetable import LessonRef, PlannedLesson


class Sheets(Protocol):
    async def sheet(self, ref: LessonRef) -> RollCallSheet: ...


@dataclass(frozen=True, slots=True)
class RollCallReads:
    door: LessonDoor
    sheets: Sheets
    notes: DayNotes

    async def sheet(self, actor: Actor, ref: LessonRef) -> RollCallSheet:
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        return await self._sheet(lesson)

    async def away(self, lesson: PlannedLesson) -> frozenset[PersonId]:
        """Who is noted or announced as away, for a lesson that the asker has come to by its door."""
        sheet = await self._sheet(lesson)
        return frozenset(pupil for pupil in {*sheet.noted, *sheet.announced} if sheet.of(pupil).status.away)

    async def _sheet(self, lesson: PlannedLesson) -> RollCallSheet:
        seats, notes = await self.door.seats(lesson), await self.notes.on(lesson.ref.day)
        return with_announced(await self.sheets.sheet(lesson.ref), lesson, seats, notes)


def with_announced(
    sheet: RollCallSheet,
    lesson: PlannedLesson,
    seats: Iterable[Seat],
    notes: Mapping[PersonId, Sequence[AbsenceNote]],
) -> RollCallSheet:
    """In a closed roll call who is not noted was there, whatever was announced."""
    if sheet.closed:
        return sheet
    open_ = [seat.pupil for seat in seats if seat.pupil in notes and seat.pupil not in sheet.noted]
    found = {pupil: announced(notes[pupil], lesson.ref.day, lesson.position) for pupil in open_}
    return replace(sheet, announced={pupil: note for pupil, note in found.items() if note is not None})
