"""What the regulation asks of whom and by when, as data: each duty once, with its clause (3.2–3.6).

Those of a lesson are rules over its record; those of a class, a course or a person have their dates in the modules that
know them, under the same names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.control.lesson_clock import LessonClock
from domain.control.lesson_records import LessonRecord
from domain.roles.people import Role


class Duty(StrEnum):
    """In the order in which they are said."""

    ATTENDANCE = "attendance"
    TOPIC = "topic"
    HOMEWORK = "homework"
    """Set for the next lesson, or «не задано» said."""
    WRITTEN_WORK = "written_work"
    """Marks of a lesson whose topic says that a written work was held."""
    CLASS_CHECK = "class_check"
    REASONS = "reasons"
    LIST = "list"
    CONSENTS = "consents"
    DOCUMENT = "document"
    TERM_MARKS = "term_marks"


@dataclass(frozen=True, slots=True)
class DutyRule:
    """`clause` of the regulation; `owner`: in which role one owes it."""

    duty: Duty
    clause: str
    owner: Role


@dataclass(frozen=True, slots=True)
class LessonRule(DutyRule):
    """`owes`: whether a lesson that is over asks for it at all, and whether it can still be done."""

    owes: Callable[[LessonRecord, LessonClock, datetime], bool]
    done: Callable[[LessonRecord], bool]
    until: Callable[[LessonRecord, LessonClock], datetime]


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """What of a lesson is not done, and by when it shall be."""

    duty: Duty
    until: datetime

    def is_late(self, now: datetime) -> bool:
        return self.until <= now


def _always(record: LessonRecord, clock: LessonClock, now: datetime) -> bool:
    return True


def _gives_homework(record: LessonRecord, clock: LessonClock, now: datetime) -> bool:
    """Neither first grades (1.2) nor extra-curricular hours have any; once the next lesson has begun it is too late."""
    following = clock.following(record.lesson)
    in_time = following is not None and now < clock.begins_at(following)
    return record.marked and in_time and clock.is_last_of_day(record.lesson)


def _gives_marks(record: LessonRecord, clock: LessonClock, now: datetime) -> bool:
    return record.marked and record.written_work


LESSON_RULES = (
    LessonRule(
        Duty.ATTENDANCE,
        "3.3.7",
        Role.TEACHER,
        _always,
        lambda record: record.attended,
        lambda record, clock: clock.filled_until(record.lesson),
    ),
    LessonRule(
        Duty.TOPIC,
        "3.6.2",
        Role.TEACHER,
        _always,
        lambda record: record.topic_at is not None,
        lambda record, clock: clock.filled_until(record.lesson),
    ),
    LessonRule(
        Duty.HOMEWORK,
        "3.4.2",
        Role.TEACHER,
        _gives_homework,
        lambda record: record.homework is not None,
        lambda record, clock: clock.homework_until(record.lesson),
    ),
    LessonRule(
        Duty.WRITTEN_WORK,
        "3.4.1",
        Role.TEACHER,
        _gives_marks,
        lambda record: record.marks > 0,
        lambda record, clock: clock.written_until(record.lesson),
    ),
)


def owed(record: LessonRecord, clock: LessonClock, now: datetime) -> tuple[OpenDuty, ...]:
    """What is still open of a lesson, in the order of `Duty`; nothing before its end, nothing of a closed year."""
    if now < clock.over_at(record.lesson) or clock.is_closed(record.lesson):
        return ()
    rules = (one for one in LESSON_RULES if not one.done(record) and one.owes(record, clock, now))
    return tuple(OpenDuty(one.duty, one.until(record, clock)) for one in rules)


def late(record: LessonRecord, clock: LessonClock, now: datetime) -> tuple[OpenDuty, ...]:
    """Of what is open, that whose time is over."""
    return tuple(one for one in owed(record, clock, now) if one.is_late(now))
