"""How often a person may write, and how often urgently."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.roles.people import STAFF, Actor

WINDOW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Pace:
    """`messages` within `WINDOW`; `threads` begun on one school day, None: as many as there are to begin."""

    messages: int
    threads: int | None


FAMILY_PACE = Pace(messages=20, threads=10)
STAFF_PACE = Pace(messages=120, threads=None)
URGENT_PER_DAY = 5


def pace_of(actor: Actor) -> Pace:
    """Who works here writes as staff, whatever they are besides."""
    return STAFF_PACE if actor.holds(*STAFF) else FAMILY_PACE


def minutes_to_wait(written_at: datetime, now: datetime) -> int:
    """Whole minutes until a message is no longer within the window; at least 1."""
    return max(1, math.ceil((written_at + WINDOW - now) / timedelta(minutes=1)))
