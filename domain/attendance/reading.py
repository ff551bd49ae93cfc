"""Looking at a roll call."""

from dataclasses import dataclass
from typing import Protocol

from domain.attendance.ports import RollCallSheet
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef


class Sheets(Protocol):
    async def sheet(self, ref: LessonRef) -> RollCallSheet: ...


@dataclass(frozen=True, slots=True)
class RollCallReads:
    door: LessonDoor
    sheets: Sheets

    async def sheet(self, actor: Actor, ref: LessonRef) -> RollCallSheet:
        await self.door.planned(actor, Action.SEE_LESSON, ref)
        return await self.sheets.sheet(ref)
