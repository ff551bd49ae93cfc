"""How long what happened may still be undone before anyone hears, and how long it is worth telling."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.clock import SchoolTime

STALE_AFTER = timedelta(days=3)
"""What could not be delivered for so long is told by the diary and the digest only."""
RINGS_UNTIL = time(20, 0)
"""School time after which an absence is no alarm any more: whoever is looked for is looked for by phone."""


@dataclass(frozen=True, slots=True)
class Grace:
    """A change inside its grace is silent; each change begins it anew."""

    absence: timedelta = timedelta(minutes=2)
    mark: timedelta = timedelta(minutes=15)
    homework: timedelta = timedelta(minutes=5)
    timetable: timedelta = timedelta(minutes=3)


def rings_no_more(time_: SchoolTime, lesson: date) -> bool:
    """The lesson's day is over for its absences: from now on they are lines of the digest."""
    now = time_.local()
    return now.date() > lesson or now.time() >= RINGS_UNTIL


def end_of_day(time_: SchoolTime, instant: datetime) -> datetime:
    """The last minute of the school day that the instant lies in: an absence is told on its day or not at all."""
    return time_.instant(time_.local(instant).date(), time(23, 59))
