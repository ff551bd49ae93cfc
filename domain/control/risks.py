"""Who is at risk now, and why: falling results, twos in a row, many lessons missed (3.3.6, 3.3.7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.control.seats import SeatSpan
from domain.ids import ClassId, GroupId, PersonId, SubjectId

TWOS_IN_A_ROW = 3
MISSED_DAYS = 30
"""Days back from today (included) in which missed lessons are counted."""
MISSED_SHARE = 30
"""Percent of the lessons, from which on it is a risk."""
DAYS_IN_A_ROW = 3
"""School days on which every lesson was missed."""
LOW = frozenset({"1", "2"})


class Risk(StrEnum):
    BELOW = "b"
    """By the current marks the term would end lower than the last one did."""
    TWOS = "t"
    """The newest marks of a subject are twos."""
    MISSED = "m"
    DAYS = "d"


@dataclass(frozen=True, slots=True)
class Below:
    """`before`: the last term's mark, `likely`: what the average comes to."""

    pupil: PersonId
    subject: SubjectId
    before: str
    likely: str
    average: Decimal


@dataclass(frozen=True, slots=True)
class Twos:
    """So many of the newest marks, up to this day."""

    pupil: PersonId
    subject: SubjectId
    count: int
    last: date


@dataclass(frozen=True, slots=True)
class Missed:
    """Of the lessons at which the roll was called."""

    pupil: PersonId
    missed: int
    lessons: int


@dataclass(frozen=True, slots=True)
class DaysAway:
    """The longest row of school days without a lesson attended."""

    pupil: PersonId
    count: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CalledLessons:
    """How many lessons of a subject a class or subgroup had on a day at which the roll was called."""

    class_id: ClassId
    group: GroupId | None
    subject: SubjectId
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class AwayLessons:
    """How many of those lessons a pupil missed."""

    pupil: PersonId
    class_id: ClassId
    group: GroupId | None
    subject: SubjectId
    day: date
    count: int


def twos_at_the_end(values: Iterable[tuple[date, str]]) -> tuple[int, date] | None:
    """Of marks by day: how many of the newest are twos, if they are enough to worry, and when the last was given."""
    listed = list(values)
    count = 0
    for _, value in reversed(listed):
        if value not in LOW:
            break
        count += 1
    return (count, listed[-1][0]) if count >= TWOS_IN_A_ROW else None


def lessons_by_day(spans: Iterable[SeatSpan], called: Iterable[CalledLessons]) -> dict[PersonId, dict[date, int]]:
    """Of each pupil while they sat there: those of the class, and those of the own subgroups."""
    by_class: dict[ClassId, list[CalledLessons]] = {}
    for one in called:
        by_class.setdefault(one.class_id, []).append(one)
    found: dict[PersonId, dict[date, int]] = {}
    for span in spans:
        _count(found.setdefault(span.pupil, {}), span, by_class.get(span.class_id, ()))
    return found


def away_by_day(spans: Iterable[SeatSpan], away: Iterable[AwayLessons]) -> dict[PersonId, dict[date, int]]:
    """The same of what they missed: of the lessons that were theirs."""
    by_seat: dict[tuple[PersonId, ClassId], list[AwayLessons]] = {}
    for one in away:
        by_seat.setdefault((one.pupil, one.class_id), []).append(one)
    found: dict[PersonId, dict[date, int]] = {}
    for span in spans:
        _count(found.setdefault(span.pupil, {}), span, by_seat.get((span.pupil, span.class_id), ()))
    return found


def _count(days: dict[date, int], span: SeatSpan, lessons: Iterable[CalledLessons | AwayLessons]) -> None:
    for one in lessons:
        if (one.group is None or one.group in span.groups) and span.sits_on(one.day):
            days[one.day] = days.get(one.day, 0) + one.count


def missed_share(lessons: Mapping[date, int], away: Mapping[date, int], pupil: PersonId) -> Missed | None:
    """None below the share that is a risk."""
    missed, total = sum(away.values()), sum(lessons.values())
    return Missed(pupil, missed, total) if total and 100 * missed >= MISSED_SHARE * total else None


def days_away(lessons: Mapping[date, int], away: Mapping[date, int], pupil: PersonId) -> DaysAway | None:
    """The longest, of equal ones the newest; days without lessons are passed over. None of a shorter one."""
    best: list[date] = []
    row: list[date] = []
    for day in sorted(lessons):
        row = [*row, day] if away.get(day, 0) >= lessons[day] else []
        best = row if len(row) >= len(best) else best
    return DaysAway(pupil, len(best), best[0], best[-1]) if len(best) >= DAYS_IN_A_ROW else None
