"""The end of a lesson by one tap: who is not noted was there, and the topic is the plan's next one (3.3.7, 3.4.1)."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Generic

from domain.ids import PlanTopicId
from domain.journal.lesson_writing import TakesRollCall, Tx
from domain.journal.my_lesson import TopicMeant, write_topic
from domain.journal.plan_topics import PlansRead, planned_topic
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef, PlannedLesson


@dataclass(frozen=True, slots=True)
class Finishing(Generic[Tx]):
    door: LessonDoor
    plans: PlansRead
    roll_call: TakesRollCall[Tx]
    begin: Callable[[], AbstractAsyncContextManager[Tx]]

    async def finish(self, actor: Actor, ref: LessonRef, topic: PlanTopicId) -> PlannedLesson:
        """Both or neither. Raises `NotFound` for a topic of another plan, and what `LessonDoor.begun` raises."""
        lesson = await self.door.begun(actor, Action.TAKE_ROLL_CALL, ref)
        await self.door.planned(actor, Action.SET_TOPIC, ref)
        found = planned_topic(await self.plans.topics(lesson.parts, lesson.subject.id), topic)
        async with self.begin() as tx:
            number = await self.roll_call.take(tx, actor.person, lesson, {}, closed=True)
            await write_topic(tx, actor.person, number, TopicMeant(found.topic, found.id))
        return lesson
