"""The one source of time. Instants are aware and in UTC; school days are dates in the school's zone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class SchoolTime:
    """The clock read on the school's wall.

    `zone` is asked at each use, since the office may correct the school's time zone while the bot runs.
    """

    clock: Clock
    zone: Callable[[], ZoneInfo]

    def now(self) -> datetime:
        """Now, in UTC."""
        return self.clock.now()

    def local(self, instant: datetime | None = None) -> datetime:
        """An instant (default: now) as the school's wall clock shows it, aware."""
        return (instant or self.clock.now()).astimezone(self.zone())

    def today(self) -> date:
        return self.local().date()

    def instant(self, day: date, at: time) -> datetime:
        """The UTC instant of a wall-clock moment; of two equal moments in autumn the first."""
        return datetime.combine(day, at, tzinfo=self.zone()).astimezone(UTC)
