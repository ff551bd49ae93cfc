"""The wall clock, and one that the demo may move on."""

from datetime import UTC, datetime, timedelta


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """Runs as the wall clock does, from a moment that is set."""

    def __init__(self, start: datetime) -> None:
        self._ahead = timedelta(0)
        self.move_to(start)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def move_to(self, moment: datetime) -> None:
        self._ahead = moment - datetime.now(UTC)
