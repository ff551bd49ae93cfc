"""How long what happened may still be undone before anyone hears, and how long it is worth telling."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.clock import SchoolTime

STALE_AFTER = timedelta(days=3)
"""What could not be delivered for so long is told by the diary and the digest only."""
QUIET_FROM = time(21, 0)
"""School time from which no digest comes to a family."""


@dataclass(frozen=True, slots=True)
class Grace:
    """A change inside its grace is silent; each change begins it anew."""

    absence: timedelta = timedelta(minutes=2)
    mark: timedelta = timedelta(minutes=15)
    homework: timedelta = timedelta(minutes=5)


def end_of_day(time_: SchoolTime, instant: datetime) -> datetime:
    """The last minute of the school day that the instant lies in: an absence is told on its day or not at all."""
    return time_.instant(time_.local(instant).date(), time(23, 59))
