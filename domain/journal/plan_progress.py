"""Plan against fact (3.6.2): hours given and planned, what was lost and to what, when the plan ends at this pace."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.errors import Refused
from domain.ids import EntryId
from domain.journal.plan_topics import PlansRead, PlanTopic
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.calendar import DAY, SchoolCalendar, SpanKind
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import ChangeKind, Entry, LessonRef, PlannedLesson, WeekPlan, is_lesson_of

FEWEST_FOR_A_PACE = 5
"""Lessons held since the plan's first topic; with fewer every lesson to come is taken as an hour of the plan."""


@dataclass(eq=False)
class NoPlan(Refused):
    """Nobody has brought a plan for this class and subject."""

    subject: str
    class_name: str


class Lost(StrEnum):
    """What took an hour of the timetable from the plan."""

    HOLIDAY = "holiday"
    CANCELLED = "cancelled"
    OTHER_SUBJECT = "other_subject"
    SUBSTITUTED = "substituted"
    """Another teacher came, and no topic was written."""


@dataclass(frozen=True, slots=True)
class CourseChange:
    kind: ChangeKind
    other_subject: bool


@dataclass(frozen=True, slots=True)
class CourseRecord:
    """What differed from the timetable in a year, and the lessons of which a topic is written."""

    changes: Mapping[LessonRef, CourseChange]
    topics: frozenset[LessonRef]


class CoursesRead(Protocol):
    async def record(self, entries: Collection[EntryId]) -> CourseRecord: ...


@dataclass(frozen=True, slots=True)
class Slot:
    """A lesson as the timetable has it, and what became of it."""

    ref: LessonRef
    position: int
    lost: Lost | None
    topic: bool


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """In hours. `planned`: by today; `without_topic`: lessons over, of which none is written.

    `ends_on` None: the year has `missing` lessons too few at this pace.
    """

    lesson: PlannedLesson
    total: int
    given: int
    planned: int
    lost: Mapping[Lost, int]
    without_topic: int
    ends_on: date | None
    missing: int
    year_ends: date

    @property
    def balance(self) -> int:
        """Above nothing: so many hours ahead."""
        return self.given - self.planned


@dataclass(frozen=True, slots=True)
class PlanProgresses:
    door: LessonDoor
    plans: PlansRead
    courses: CoursesRead

    async def of(self, actor: Actor, ref: LessonRef) -> PlanProgress:
        """Of the class or subgroup of that lesson. Raises `NoPlan`."""
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        topics = await self.plans.topics(lesson.parts, lesson.subject.id)
        if not topics:
            raise NoPlan(lesson.subject.name, ", ".join(dict.fromkeys(part.name for part in lesson.parts)))
        week = await self.door.timetables.plan()
        entries = [entry for entry in week.entries if is_lesson_of(lesson, entry)]
        record = await self.courses.record([entry.id for entry in entries])
        slots = list(slots_of(week, entries, record))
        return progress(lesson, topics, slots, self.door.time.today(), week.calendar.ends_on)


def slots_of(week: WeekPlan, entries: Sequence[Entry], record: CourseRecord) -> Iterator[Slot]:
    """The year's lessons of a course, one after another; vacations are no lessons, a holiday takes one.

    A moved lesson is counted where it has gone.
    """
    calendar, day = week.calendar, week.calendar.starts_on
    while day <= calendar.ends_on:
        for entry in sorted(entries, key=lambda one: one.position):
            holiday = _is_holiday(calendar, day, entry)
            if entry.stands_on(day, calendar) and (holiday or calendar.day_off(day, entry.parts[0].grade) is None):
                ref = LessonRef(entry.id, day)
                if _moved(ref, record):
                    continue
                lost = Lost.HOLIDAY if holiday else _lost(ref, record)
                yield Slot(ref, entry.position, lost, ref in record.topics)
        day += DAY


def progress(
    lesson: PlannedLesson, topics: Sequence[PlanTopic], slots: Sequence[Slot], today: date, year_ends: date
) -> PlanProgress:
    past = [slot for slot in slots if slot.ref.day < today or (slot.ref.day == today and slot.topic)]
    coming = [slot for slot in slots if slot not in set(past) and slot.lost is None]
    given = sum(topic.hours - topic.left for topic in topics)
    needed = _lessons_needed(topics, past, given)
    return PlanProgress(
        lesson=lesson,
        total=sum(topic.hours for topic in topics),
        given=given,
        planned=_planned(topics, past, today),
        lost=Counter(slot.lost for slot in past if slot.lost is not None),
        without_topic=sum(slot.lost is None and not slot.topic for slot in past),
        ends_on=_end(past, coming, needed),
        missing=max(needed - len(coming), 0),
        year_ends=year_ends,
    )


def _planned(topics: Sequence[PlanTopic], past: Sequence[Slot], today: date) -> int:
    """By the plan's own days; without them, an hour for each lesson of the timetable but on holidays."""
    if any(topic.day for topic in topics):
        return sum(topic.hours for topic in topics if topic.day is not None and topic.day <= today)
    stood = sum(slot.lost is not Lost.HOLIDAY for slot in past)
    return min(stood, sum(topic.hours for topic in topics))


def _lessons_needed(topics: Sequence[PlanTopic], past: Sequence[Slot], given: int) -> int:
    left = sum(topic.left for topic in topics)
    begun = min((moment for topic in topics for moment in topic.given), default=None)
    held = sum(
        begun is not None and (slot.ref.day, slot.position) >= begun and slot.lost is not Lost.HOLIDAY for slot in past
    )
    if held < FEWEST_FOR_A_PACE or not given:
        return left
    return -(-left * max(held, given) // given)


def _end(past: Sequence[Slot], coming: Sequence[Slot], needed: int) -> date | None:
    if needed > len(coming):
        return None
    days = [slot.ref.day for slot in (coming[:needed] if needed else past)]
    return days[-1] if days else None


def _lost(ref: LessonRef, record: CourseRecord) -> Lost | None:
    change = record.changes.get(ref)
    if change is None:
        return None
    if change.kind is ChangeKind.CANCELLED:
        return Lost.CANCELLED
    if change.other_subject:
        return Lost.OTHER_SUBJECT
    return Lost.SUBSTITUTED if change.kind is ChangeKind.SUBSTITUTED and ref not in record.topics else None


def _moved(ref: LessonRef, record: CourseRecord) -> bool:
    return ref in record.changes and record.changes[ref].kind is ChangeKind.MOVED


def _is_holiday(calendar: SchoolCalendar, day: date, entry: Entry) -> bool:
    """A public holiday on a day that would else have lessons, outside of vacations."""
    kinds = {span.kind for span in calendar.spans if span.covers(day, entry.parts[0].grade)}
    return kinds == {SpanKind.NON_WORKING}
