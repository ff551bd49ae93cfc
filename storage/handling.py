"""Which update is being handled: that it was acted on is written with what it brought about, in one transaction.

Otherwise a death between the two would have the update handled twice: homework set twice, a message told twice.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, update

from storage.tables.messaging import inbox


class InboxState(StrEnum):
    WAITING = "waiting"
    ACTED = "acted"
    """What it brought about is saved; whether its author was answered, nobody knows yet."""
    QUARANTINED = "quarantined"


@dataclass(slots=True)
class Handling:
    """The inbox row that a task handles, and whether something was saved for it."""

    row: int
    acted: bool = False


HANDLED: ContextVar[Handling | None] = ContextVar("handled_update", default=None)
"""None outside of handling."""

ACTED = update(inbox).where(inbox.c.id == bindparam("row")).values(state=InboxState.ACTED)
"""Made once: that costs more than running it."""
