"""What a person came to see of others while one act was handled; `access` notes it, in one place for all areas.

Outside of such an act (a message on its way, a job at night) nobody looks, and nothing is noted.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from domain.ids import ClassId, PersonId


@dataclass(frozen=True, slots=True)
class Glance:
    """`what`: an action's name; of one person, or of a whole class, or of the school."""

    actor: PersonId
    what: str
    subject: PersonId | None = None
    class_id: ClassId | None = None


_NOTED: ContextVar[set[Glance] | None] = ContextVar("noted", default=None)


@contextmanager
def watched() -> Iterator[set[Glance]]:
    """Within it, what `note` is told is gathered."""
    noted: set[Glance] = set()
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)


def note(glances: Iterable[Glance]) -> None:
    noted = _NOTED.get()
    if noted is not None:
        noted.update(glances)
