"""The moment of an act: what waited for the bot is handled as of when it was sent (see docs/decisions/0008)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta

from domain.clock import Clock

AT_ONCE = timedelta(minutes=1)
"""What is younger is handled as of now, so that a clock a little wrong changes nothing."""

_AS_OF: ContextVar[datetime | None] = ContextVar("as_of", default=None)


@contextmanager
def as_of(moment: datetime, now: datetime) -> Iterator[None]:
    """Within it `SentClock` shows the moment, if that is longer ago than `AT_ONCE`."""
    token = _AS_OF.set(moment if now - moment > AT_ONCE else None)
    try:
        yield
    finally:
        _AS_OF.reset(token)


class SentClock:
    """For the use cases that handlers call: shows when the act under way was done, elsewhere the present."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        return _AS_OF.get() or self._clock.now()
