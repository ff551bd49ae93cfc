"""«Мой урок»: which lesson is meant, and the page of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.errors import Refused
from domain.ids import LessonId, PersonId, PlanTopicId
from domain.journal.plan_topics import PlansRead, PlanTopic, topic_named, topics_ahead
from domain.journal.ports import BeginJournal, JournalRead, JournalTransaction, LessonMark, WorkKind, WorkKinds
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.exemptions import Learning
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.roster import Seat
from domain.school.timetable import LessonRef, PlannedLesson

AFTER = timedelta(minutes=25)
"""A lesson is still meant so long after its bell, unless the next has begun."""
MOST_TOPIC = 300
"""Characters: as much as a line of the printed journal holds."""


@dataclass(eq=False)
class TopicTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(frozen=True, slots=True)
class TopicMeant:
    """`planned`: the plan's, where it is one of those."""

    words: str
    planned: PlanTopicId | None = None


@dataclass(frozen=True, slots=True)
class LessonPage:
    """A lesson with what is written of it beside presence, which attendance knows."""

    lesson: PlannedLesson
    seats: tuple[Seat, ...]
    topic: str | None
    marks: Mapping[PersonId, tuple[LessonMark, ...]]
    kinds: Sequence[WorkKind]
    ahead: tuple[PlanTopic, ...] = ()
    """What the plan proposes while no topic is written."""
    learning: Mapping[PersonId, Learning] = field(default_factory=dict)
    """Who is exempt, or learns by a plan of their own."""
    past: bool = False
    """Of a closed year: it is looked at, and not written."""


def lesson_meant(lessons: Sequence[PlannedLesson], now: datetime) -> PlannedLesson | None:
    """The lesson going on at `now` (school's wall clock), the one just over, the day's next, or its last."""
    timed = [lesson for lesson in lessons if lesson.bell and lesson.takes_place]
    begun = [lesson for lesson in timed if lesson.bell and lesson.bell.starts <= now.time()]
    coming = [lesson for lesson in timed if lesson not in begun]
    if begun:
        last = begun[-1]
        assert last.bell is not None
        ended = datetime.combine(now.date(), last.bell.ends, now.tzinfo)
        if now <= ended + AFTER or not coming:
            return last
    return coming[0] if coming else None


@dataclass(frozen=True, slots=True)
class MyLessons:
    door: LessonDoor
    reads: JournalRead
    kinds: WorkKinds
    begin: BeginJournal
    plans: PlansRead

    async def meant(self, actor: Actor) -> PlannedLesson | None:
        """None on a day without lessons of this teacher."""
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        day = await self.door.timetables.day(self.door.time.today())
        return lesson_meant(day.by_teacher.get(actor.person, ()), self.door.time.local())

    def day(self, back: int) -> date:
        """So many days ago."""
        return self.door.time.today() - timedelta(days=back)

    async def of_day(self, actor: Actor, back: int) -> tuple[PlannedLesson, ...]:
        """Own lessons of the day so many days ago (0: today)."""
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        return (await self.door.timetables.day(self.day(back))).by_teacher.get(actor.person, ())

    async def page(self, actor: Actor, ref: LessonRef) -> LessonPage:
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        record = await self.reads.record(ref)
        seats = await self.door.seats(lesson)
        past = (await self.door.timetables.day(ref.day)).closed
        topics = () if record.topic or past else await self.plans.topics(lesson.parts, lesson.subject.id)
        ahead = topics_ahead(topics, (ref.day, lesson.position))
        learning = await self.door.learning(lesson)
        kinds = await self.kinds.work_kinds()
        return LessonPage(lesson, seats, record.topic, record.marks, kinds, ahead, learning, past)

    async def set_topic(self, actor: Actor, ref: LessonRef, topic: str) -> None:
        """One of the plan's, named by its words or number, counts as given. Raises `TopicTooLong`."""
        lesson = await self.door.begun(actor, Action.SET_TOPIC, ref)
        meant = await topic_meant(self.plans, lesson, topic)
        async with self.begin() as tx:
            await write_topic(tx, actor.person, await tx.lessons.ensure(lesson, actor.person), meant)


async def topic_meant(plans: PlansRead, lesson: PlannedLesson, said: str) -> TopicMeant:
    """One of the plan's, named by its words or number, or the words themselves. Raises `TopicTooLong`."""
    planned = topic_named(await plans.topics(lesson.parts, lesson.subject.id), said)
    words = planned.topic if planned else said.strip()
    if len(words) > MOST_TOPIC:
        raise TopicTooLong(len(words), MOST_TOPIC)
    return TopicMeant(words, planned.id if planned else None)


async def write_topic(tx: JournalTransaction, by: PersonId, lesson: LessonId, topic: TopicMeant) -> None:
    await tx.marks.set_topic(lesson, topic.words, topic.planned)
    planned = {"plan_topic": topic.planned} if topic.planned is not None else {}
    await tx.changes.add(Change("topic", by, lesson, after={"topic": topic.words, **planned}))
