"""What is being typed on digit pads, in memory only: a restart begins the pad anew."""

import random
from dataclasses import dataclass, field

from domain.ids import AccountId
from domain.roles.pins import LONGEST

_RANDOM = random.SystemRandom()
MOST_PADS = 500


@dataclass(slots=True)
class Pad:
    """`places[n]`: the digit behind place n; `first`: a new PIN that is to be repeated."""

    places: tuple[int, ...] = field(default_factory=lambda: tuple(_RANDOM.sample(range(10), 10)))
    typed: str = ""
    first: str | None = None

    def press(self, place: int) -> None:
        if 0 <= place < 10 and len(self.typed) < LONGEST:
            self.typed += str(self.places[place])

    def taken(self) -> str:
        typed, self.typed = self.typed, ""
        return typed


class Pads:
    """By account; who has not typed for longest is forgotten first."""

    def __init__(self) -> None:
        self._pads: dict[AccountId, Pad] = {}

    def of(self, account: AccountId) -> Pad:
        pad = self._pads.pop(account, None) or Pad()
        self._pads[account] = pad
        if len(self._pads) > MOST_PADS:
            del self._pads[next(iter(self._pads))]
        return pad

    def drop(self, account: AccountId) -> None:
        self._pads.pop(account, None)
