"""What the host may give the local Telegram: a clock, and a stage with people and time to move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Dates of messages come from here; limits and time-outs go by real time."""

    def now(self) -> datetime:
        """Aware, UTC."""


class WallClock:
    """The clock of a local Telegram that runs alone."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Jump:
    """A moment that the page offers to go to, as «to the end of the lesson»."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class StagePerson:
    """A person of the school who can be put on a phone; `user_id` is None until that happens."""

    key: str
    name: str
    what: str
    user_id: int | None


@dataclass(frozen=True, slots=True)
class StagePhone:
    """A phone that the page shows at first, left to right."""

    user_id: int
    role: str
    title: str


class Stage(Protocol):
    """What the page may do beyond Telegram, given by the demo."""

    zone: str

    def jumps(self) -> Sequence[Jump]: ...

    async def jump(self, key: str) -> None:
        """KeyError when there is no such jump."""

    async def advance(self, minutes: int) -> None: ...

    async def move_to(self, moment: datetime) -> None: ...

    async def people(self, query: str) -> Sequence[StagePerson]: ...

    async def put_on_phone(self, key: str) -> int:
        """The account's id; makes the account when there is none yet. KeyError for an unknown person."""

    def phones(self) -> Sequence[StagePhone]: ...
