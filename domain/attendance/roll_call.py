"""The roll call: everyone is present until the teacher taps; each tap is written at once (3.3.7, 3.4.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.attendance.ports import (
    PRESENT_BY_DEFAULT,
    AttendanceTransaction,
    BeginAttendance,
    Noted,
    RollCallSheet,
)
from domain.attendance.presence import Presence
from domain.events import AttendanceNoted
from domain.ids import LessonId, PersonId
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.timetable import LessonRef, PlannedLesson


@dataclass(frozen=True, slots=True)
class RollCall:
    door: LessonDoor
    begin: BeginAttendance

    async def set_status(
        self, actor: Actor, ref: LessonRef, pupil: PersonId, status: Presence, minutes: int | None = None
    ) -> bool:
        """False when it stood so already; nothing is written then. `minutes`: how late.

        Raises `PupilNotAtLesson`, and what `LessonDoor.begun` raises.
        """
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
        async with self.begin() as tx:
            sheet = await tx.attendance.sheet(ref)
            if sheet.closed == closed:
                return
            number = sheet.lesson or await tx.lessons.ensure(lesson, actor.person)
            await tx.attendance.close(number, actor.person if closed else None)
            await tx.changes.add(Change("roll_call", actor.person, number, after={"closed": closed}))

    async def _note(
        self, actor: Actor, lesson: PlannedLesson, wanted: Mapping[PersonId, tuple[Presence, int | None]]
    ) -> int:
        async with self.begin() as tx:
            sheet = await tx.attendance.sheet(lesson.ref)
            changed = _changed(sheet, wanted)
            if changed:
                number = sheet.lesson or await tx.lessons.ensure(lesson, actor.person)
                await _write(tx, actor.person, number, lesson, sheet, changed)
        return len(changed)


def _changed(sheet: RollCallSheet, wanted: Mapping[PersonId, tuple[Presence, int | None]]) -> dict[PersonId, Noted]:
    changed = {}
    for pupil, (status, minutes) in wanted.items():
        before = sheet.noted.get(pupil, PRESENT_BY_DEFAULT)
        if (before.status, before.minutes) != (status, minutes):
            changed[pupil] = Noted(status, minutes, before.version + 1)
    return changed


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
