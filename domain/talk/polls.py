"""Questions to many, and gatherings: of what kind, whose answer counts, and how one is written before it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Any, Protocol

from domain.errors import Refused
from domain.ids import AnnouncementId, PollId

FEWEST_OPTIONS, MOST_OPTIONS = 2, 12
LONGEST_OPTION, LONGEST_UNIT, LONGEST_PLACE = 100, 20, 60
"""Characters."""
MOST_SLOTS = 60
"""They are buttons of one message, of which Telegram takes about a hundred."""
BIGGEST = Decimal("9999999.99")


class PollKind(StrEnum):
    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    """Money is only counted, never taken."""
    SLOT = "slot"
    """A time for a talk: each is taken once."""


class Per(StrEnum):
    CHILD = "child"
    """One guardian's answer is the child's; a later one takes its place."""
    PERSON = "person"


@dataclass(eq=False)
class OptionsTooFew(Refused):
    count: int
    least: int = FEWEST_OPTIONS


@dataclass(eq=False)
class OptionsTooMany(Refused):
    count: int
    most: int = MOST_OPTIONS


@dataclass(eq=False)
class OptionTooLong(Refused):
    option: str
    most: int = LONGEST_OPTION


@dataclass(eq=False)
class OptionTwice(Refused):
    option: str


@dataclass(eq=False)
class NumberBounds(Refused):
    """The least that can be answered is above the most, or one of them is no number for a school."""


@dataclass(eq=False)
class SlotsMissing(Refused):
    """No time was offered."""


@dataclass(eq=False)
class SlotsTooMany(Refused):
    count: int
    most: int = MOST_SLOTS


@dataclass(eq=False)
class SlotPassed(Refused):
    """A time offered has passed already."""


@dataclass(eq=False)
class SlotsOverlap(Refused):
    """Two times offered are in part the same."""


@dataclass(eq=False)
class ClosesTooEarly(Refused):
    """The poll would be closed before it goes."""


@dataclass(frozen=True, slots=True)
class SlotDraft:
    starts_at: datetime
    ends_at: datetime
    place: str | None = None


@dataclass(frozen=True, slots=True)
class PollDraft:
    """The question itself is the announcement's text. `options`: of ONE and SEVERAL; `unit` and bounds: of NUMBER."""

    kind: PollKind
    options: tuple[str, ...] = ()
    slots: tuple[SlotDraft, ...] = ()
    unit: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    named: bool = True
    per: Per = Per.CHILD
    close_at: datetime | None = None

    def check(self, now: datetime) -> None:
        """Raises what is wrong with it, as of now: a time offered may have passed since it was written."""
        match self.kind:
            case PollKind.ONE | PollKind.SEVERAL:
                _check_options(self.options)
            case PollKind.NUMBER:
                _check_bounds(self.least, self.most)
            case PollKind.SLOT:
                _check_slots(self.slots, now)
        if self.close_at is not None and self.close_at <= now:
            raise ClosesTooEarly

    def as_sent(self, *, staff: bool) -> "PollDraft":
        """Members of staff answer each for themselves; whoever takes a time is known by name."""
        per = Per.PERSON if staff else self.per
        return replace(self, per=per, named=self.named or self.kind is PollKind.SLOT)

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "kind": self.kind.value,
            "options": list(self.options),
            "slots": [[one.starts_at.isoformat(), one.ends_at.isoformat(), one.place] for one in self.slots],
            "unit": self.unit,
            "least": _told(self.least),
            "most": _told(self.most),
            "named": self.named,
            "per": self.per.value,
            "close_at": self.close_at.isoformat() if self.close_at else None,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "PollDraft":
        """As `kept` gave it away."""
        instant = datetime.fromisoformat
        return cls(
            kind=PollKind(kept["kind"]),
            options=tuple(kept["options"]),
            slots=tuple(SlotDraft(instant(start), instant(end), place) for start, end, place in kept["slots"]),
            unit=kept["unit"],
            least=Decimal(kept["least"]) if kept["least"] is not None else None,
            most=Decimal(kept["most"]) if kept["most"] is not None else None,
            named=kept["named"],
            per=Per(kept["per"]),
            close_at=instant(kept["close_at"]) if kept["close_at"] else None,
        )


class PollsMade(Protocol):
    async def make(self, announcement: AnnouncementId, draft: PollDraft) -> PollId:
        """In the transaction of its announcement, whose audience decides what `as_sent` does."""
        ...


def _check_options(options: Sequence[str]) -> None:
    if len(options) < FEWEST_OPTIONS:
        raise OptionsTooFew(len(options))
    if len(options) > MOST_OPTIONS:
        raise OptionsTooMany(len(options))
    seen: set[str] = set()
    for one in options:
        if len(one) > LONGEST_OPTION:
            raise OptionTooLong(one[:LONGEST_OPTION])
        if one.casefold() in seen:
            raise OptionTwice(one)
        seen.add(one.casefold())


def _check_bounds(least: Decimal | None, most: Decimal | None) -> None:
    given = [one for one in (least, most) if one is not None]
    if not all(one.is_finite() and 0 <= one <= BIGGEST for one in given):
        raise NumberBounds
    if least is not None and most is not None and least > most:
        raise NumberBounds


def _check_slots(slots: Sequence[SlotDraft], now: datetime) -> None:
    if not slots:
        raise SlotsMissing
    if len(slots) > MOST_SLOTS:
        raise SlotsTooMany(len(slots))
    in_order = sorted(slots, key=lambda one: one.starts_at)
    if in_order[0].starts_at <= now:
        raise SlotPassed
    if any(before.ends_at > after.starts_at for before, after in pairwise(in_order)):
        raise SlotsOverlap


def _told(number: Decimal | None) -> str | None:
    return str(number) if number is not None else None
