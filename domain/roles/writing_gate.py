"""The second step of staff before writing: an act that wants the PIN meets the gate when it begins to write (2.3).

An update of a member of staff whose PIN is due is handled within `pin_due()`. A writing action that was asked for, and
a transaction, in whichever order they come, make `PinNeeded`; what only reads never does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from domain.errors import Refused


@dataclass(eq=False)
class PinNeeded(Refused):
    """Nothing was written; the same act can be done once the PIN is given."""


@dataclass(slots=True)
class _Gate:
    asked: bool = False
    writing: bool = False


_GATE: ContextVar[_Gate | None] = ContextVar("gate", default=None)


@contextmanager
def pin_due() -> Iterator[None]:
    token = _GATE.set(_Gate())
    try:
        yield
    finally:
        _GATE.reset(token)


def ask_to_write() -> None:
    """An action that wants the PIN was asked for and would be allowed."""
    gate = _GATE.get()
    if gate is None:
        return
    gate.asked = True
    if gate.writing:
        raise PinNeeded


def begin_to_write() -> None:
    """A transaction begins."""
    gate = _GATE.get()
    if gate is None:
        return
    gate.writing = True
    if gate.asked:
        raise PinNeeded


def end_of_writing() -> None:
    gate = _GATE.get()
    if gate is not None:
        gate.writing = False
