"""What a class did before a lesson: for whoever comes as a substitute, and for who wants to look back (2.1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef, PlannedLesson

SHOWN = 3


@dataclass(frozen=True, slots=True)
class PastTopic:
    day: date
    topic: str


@dataclass(frozen=True, slots=True)
class PastHomework:
    due_day: date
    text: str
    files: int
    none_set: bool


@dataclass(frozen=True, slots=True)
class WhatWas:
    """The newest first."""

    lesson: PlannedLesson
    topics: Sequence[PastTopic]
    homework: Sequence[PastHomework]


class PastRead(Protocol):
    async def topics(self, lesson: PlannedLesson, most: int) -> Sequence[PastTopic]:
        """Of lessons before this one, of the same subject, classes or subgroups."""
        ...

    async def homework(self, lesson: PlannedLesson, most: int) -> Sequence[PastHomework]:
        """Due until the lesson's day."""
        ...


@dataclass(frozen=True, slots=True)
class LookingBack:
    door: LessonDoor
    reads: PastRead

    async def before(self, actor: Actor, ref: LessonRef) -> WhatWas:
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        return WhatWas(lesson, await self.reads.topics(lesson, SHOWN), await self.reads.homework(lesson, SHOWN))
