"""The roll call: everyone is present until the teacher taps; each tap is written at once (3.3.7, 3.4.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.attendance.notes import DayNotes
from domain.attendance.ports import (
    PRESENT_BY_DEFAULT,
    AttendanceTransaction,
    BeginAttendance,
    Noted,
    RollCallSheet,
)
from domain.attendance.presence import Presence
from domain.attendance.reading import with_announced
from domain.errors import NotFound
from domain.events import AttendanceNoted
from domain.ids import LessonId, PersonId
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.timetable import LessonRef, PlannedLesson

MOST_LATE = 90
"""Minutes."""


@dataclass(frozen=True, slots=True)
class RollCall:
    door: LessonDoor
    begin: BeginAttendance
    notes: DayNotes

    async def set_status(
        self, actor: Actor, ref: LessonRef, pupil: PersonId, status: Presence, minutes: int | None = None
    ) -> bool:
        """False when it stood so already; nothing is written then. `minutes`: how late, within a double lesson.

        Raises `PupilNotAtLesson`, `NotFound` for minutes that are none, and what `LessonDoor.begun` raises.
        """
        if minutes is not None and not (status is Presence.LATE and 0 < minutes <= MOST_LATE):
            raise NotFound
        lesson = await self.door.begun(actor, Action.TAKE_ROLL_CALL, ref)
        await self.door.require_seat(lesson, pupil)
        return bool(await self._note(actor, lesson, {pupil: (status, minutes)}))

    async def set_all(self, actor: Actor, ref: LessonRef, status: Presence) -> int:
        """«Нет всех», «все на месте»: the number of pupils whose status changed; the same few statements for any."""
        lesson = await self.door.begun(actor, Action.TAKE_ROLL_CALL, ref)
        seats = await self.door.seats(lesson)
        return await self._note(actor, lesson, {seat.pupil: (status, None) for seat in seats})

    async def close(self, actor: Actor, ref: LessonRef, closed: bool = True) -> None:
        """«Готово»: who is not noted was there. Not the same as not filled."""
        lesson = await self.door.begun(actor, Action.TAKE_ROLL_CALL, ref)
        seats, notes = await self.door.seats(lesson), await self.notes.on(ref.day)
        async with self.begin() as tx:
            sheet = with_announced(await tx.attendance.sheet(ref), lesson, seats, notes)
            if sheet.closed == closed:
                return
            number = sheet.lesson or await tx.lessons.make(lesson, actor.person)
            preset = _changed(sheet, {})
            if preset:
                await _write(tx, actor.person, number, lesson, sheet, preset)
            await _close(tx, actor.person, number, closed=closed)

    async def take(
        self,
        tx: AttendanceTransaction,
        by: PersonId,
        lesson: PlannedLesson,
        said: Mapping[PersonId, tuple[str, int | None]],
        *,
        closed: bool,
    ) -> LessonId:
        """In the transaction of who may take it: a status (as `Presence` has it), minutes of each, and the closing."""
        seats, notes = await self.door.seats(lesson), await self.notes.on(lesson.ref.day)
        sheet = with_announced(await tx.attendance.sheet(lesson.ref), lesson, seats, notes)
        number = sheet.lesson or await tx.lessons.make(lesson, by)
        changed = _changed(sheet, {pupil: (Presence(status), minutes) for pupil, (status, minutes) in said.items()})
        if changed:
            await _write(tx, by, number, lesson, sheet, changed)
        if closed and not sheet.closed:
            await _close(tx, by, number, closed=True)
        return number

    async def _note(
        self, actor: Actor, lesson: PlannedLesson, wanted: Mapping[PersonId, tuple[Presence, int | None]]
    ) -> int:
        """How many of the wanted have changed; who is announced as away is written along with them."""
        seats, notes = await self.door.seats(lesson), await self.notes.on(lesson.ref.day)
        async with self.begin() as tx:
            sheet = with_announced(await tx.attendance.sheet(lesson.ref), lesson, seats, notes)
            changed = _changed(sheet, wanted)
            if changed:
                number = sheet.lesson or await tx.lessons.make(lesson, actor.person)
                await _write(tx, actor.person, number, lesson, sheet, changed)
        return len(changed.keys() & wanted.keys())


def _changed(sheet: RollCallSheet, wanted: Mapping[PersonId, tuple[Presence, int | None]]) -> dict[PersonId, Noted]:
    preset = {pupil: (note.presence, None) for pupil, note in sheet.announced.items()}
    changed = {}
    for pupil, (status, minutes) in {**preset, **wanted}.items():
        before = sheet.noted.get(pupil, PRESENT_BY_DEFAULT)
        if pupil in preset or (before.status, before.minutes) != (status, minutes):
            changed[pupil] = Noted(status, minutes, before.version + 1)
    return changed


async def _close(tx: AttendanceTransaction, by: PersonId, number: LessonId, *, closed: bool) -> None:
    await tx.attendance.close(number, by if closed else None)
    await tx.changes.add(Change("roll_call", by, number, after={"closed": closed}))


async def _write(
    tx: AttendanceTransaction,
    by: PersonId,
    number: LessonId,
    lesson: PlannedLesson,
    sheet: RollCallSheet,
    changed: Mapping[PersonId, Noted],
) -> None:
    await tx.attendance.put(number, lesson.ref.day, changed, by)
    await tx.changes.add(*_log(by, number, sheet, changed))
    await tx.facts.add(
        *(AttendanceNoted(by, number, pupil, noted.version) for pupil, noted in changed.items()),
    )


def _log(by: PersonId, number: LessonId, sheet: RollCallSheet, changed: Mapping[PersonId, Noted]) -> Iterable[Change]:
    for pupil, noted in changed.items():
        before = sheet.noted.get(pupil)
        yield Change("attendance", by, number, pupil, _shown(before) if before else None, _shown(noted))


def _shown(noted: Noted) -> dict[str, Any]:
    return {"status": noted.status.value, "minutes": noted.minutes}
