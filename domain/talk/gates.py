"""What stands between a person's words and those whom they reach: pace, limits, urgency, texts held with a question.

Each gate is asked before the transaction; what it refuses is not lost, the form keeps it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import Refused
from domain.ids import ClassId, PersonId, ThreadId
from domain.roles.people import Actor
from domain.talk.threads import Side
from domain.talk.wording import Wording, Writing


class Held(StrEnum):
    """Why a text is shown with a question before it goes."""

    CODE = "code"
    """It holds a one-time code of another person's."""
    NAMES = "names"
    """It names so many pupils of one class, to many."""


@dataclass(eq=False)
class TooFast(Refused):
    """So many messages within the last minutes; the same goes after `wait_minutes` (at least 1)."""

    wait_minutes: int


@dataclass(eq=False)
class TooManyBegun(Refused):
    """So many threads were begun on this school day; answers go on."""

    most: int


@dataclass(eq=False)
class AnswersOnly(Refused):
    """The administrator has limited this guardian to answers, for the reason that they were told."""

    reason: str


@dataclass(eq=False)
class TooManyUrgent(Refused):
    """So many urgent messages of this person went on this school day; without the mark they go."""

    most: int


@dataclass(eq=False)
class HoldAsked(Refused):
    """Shown with a question; the same act with `held_is_fine` goes. `n`: codes, or names of pupils of the class."""

    why: Held
    n: int
    class_name: str = ""


class WritingGate(Protocol):
    """For what one person writes to another, in threads."""

    async def check(
        self,
        actor: Actor,
        writing: Writing,
        begins: bool,
        held_is_fine: bool,
        *,
        thread: ThreadId | None = None,
        open_to_limited: bool = False,
        urgent: bool = False,
    ) -> None:
        """`thread`: where it is written, unless it `begins` one.

        `open_to_limited`: an answer to an announcement or a question to the administrators, so whoever may only answer
        begins it all the same. Raises `TooFast`, `TooManyBegun`, `AnswersOnly`, `TooManyUrgent`, `HoldAsked`, and
        `NotAllowed` for what is `urgent` of who may not write so.
        """
        ...


class ManyGate(Protocol):
    """For what goes to many."""

    async def check(
        self,
        actor: Actor,
        wording: Wording,
        classes: Collection[ClassId],
        held_is_fine: bool,
        *,
        urgent: bool = False,
    ) -> None:
        """`classes`: to whose families it goes, which changes nothing: a list of a class is one for that class too.

        Raises `HoldAsked`, `TooManyUrgent`, and `NotAllowed` for what is `urgent` of who may not write so.
        """
        ...


class Hours(Protocol):
    """When messages ring: the rule of the delivery, asked beforehand."""

    async def rings_at(self, persons: Collection[PersonId], side: Side) -> Mapping[PersonId, datetime]:
        """Only those whom a message would not ring now, with when it will."""
        ...
