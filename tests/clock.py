"""A clock that the test sets."""

from datetime import UTC, datetime, timedelta


class SetClock:
    def __init__(self, moment: datetime) -> None:
        self._now = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def set(self, moment: datetime) -> None:
        self._now = moment.astimezone(UTC)

    def advance(self, **span: float) -> None:
        self._now += timedelta(**span)
