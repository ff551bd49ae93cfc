"""The curriculum plan at a lesson (КТП): its next topic is proposed, one tap writes it (3.4.1, 3.6.2)."""

from dataclasses import dataclass

from domain.ids import PlanTopicId
from domain.journal.my_lesson import TopicMeant, write_topic
from domain.journal.plan_topics import PlansRead, PlanTopic, planned_topic, topics_ahead
from domain.journal.ports import BeginJournal, JournalRead
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.timetable import LessonRef, PlannedLesson


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """What can be written at a lesson besides what is typed. `planned`: there is a plan at all."""

    lesson: PlannedLesson
    written: str | None
    ahead: tuple[PlanTopic, ...]
    planned: bool


@dataclass(frozen=True, slots=True)
class Plans:
    door: LessonDoor
    reads: PlansRead
    records: JournalRead
    begin: BeginJournal

    async def choice(self, actor: Actor, ref: LessonRef) -> TopicChoice:
        lesson = await self.door.planned(actor, Action.SET_TOPIC, ref)
        topics = await self.reads.topics(lesson.parts, lesson.subject.id)
        written = (await self.records.record(ref)).topic
        return TopicChoice(lesson, written, topics_ahead(topics, (ref.day, lesson.position)), bool(topics))

    async def accept(self, actor: Actor, ref: LessonRef, topic: PlanTopicId) -> PlanTopic:
        """Raises `NotFound` for a topic of another plan, and what `LessonDoor.begun` raises."""
        lesson = await self.door.begun(actor, Action.SET_TOPIC, ref)
        topics = await self.reads.topics(lesson.parts, lesson.subject.id)
        found = planned_topic(topics, topic)
        async with self.begin() as tx:
            number = await tx.lessons.ensure(lesson, actor.person)
            await write_topic(tx, actor.person, number, TopicMeant(found.topic, found.id))
        return found

    async def take_back(self, actor: Actor, ref: LessonRef) -> None:
        """The lesson is without a topic again."""
        lesson = await self.door.begun(actor, Action.SET_TOPIC, ref)
        async with self.begin() as tx:
            number = await tx.lessons.ensure(lesson, actor.person)
            await tx.marks.set_topic(number, None)
            await tx.changes.add(Change("topic", actor.person, number, after={"topic": None}))
