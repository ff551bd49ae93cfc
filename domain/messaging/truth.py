"""What a message is at the moment of its delivery: the first word, a correction, or nothing at all."""

from dataclasses import dataclass

from domain.messaging.kinds import Mode


@dataclass(frozen=True, slots=True)
class Tell:
    """`before`: what was said earlier and is so no longer; None with `correction`: it cannot be known for sure."""

    said: str
    correction: bool = False
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Drop:
    """`reason` is kept in the row."""

    reason: str


Verdict = Tell | Drop

OFF = Drop("switched off")
IN_DIGEST = Drop("in the digest")
NOTHING = Drop("nothing to tell")
"""Undone in time, or never worth a message at once."""
ALREADY = Drop("said already")
GONE = Drop("no longer there")
NOT_A_READER = Drop("no longer a reader")
EXPIRED = Drop("expired")
MERGED = Drop("in the next digest")


@dataclass(frozen=True, slots=True)
class Said:
    """What an account was told of an event so far.

    `value` is what was last said; a `doubtful` row may have said it, or, after a crash, something unknown.
    """

    value: str | None = None
    doubtful: bool = False


def verdict(value: str, calls: bool, mode: Mode, said: Said) -> Verdict:
    """`value`: how it stands now; `calls`: whether that alone is worth a message to who was told nothing yet."""
    if mode is Mode.OFF:
        return OFF
    if said.value is None and not said.doubtful:
        return _first(value, calls, mode)
    if said.value is None:
        return Tell(value, correction=not calls)
    if said.value != value:
        return Tell(value, correction=True, before=said.value)
    return Tell(value) if said.doubtful else ALREADY


def _first(value: str, calls: bool, mode: Mode) -> Verdict:
    if not calls:
        return NOTHING
    return IN_DIGEST if mode is Mode.DIGEST else Tell(value)
