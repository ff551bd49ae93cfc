"""Which update is being handled: that it was acted on is written with what it brought about, in one transaction.

Otherwise a death between the two would have the update handled twice: homework set twice, a message told twice.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, case, update

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

END = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("numbers", expanding=True)))
    .values(
        state=bindparam("ended"),
        payload=case((bindparam("emptied"), ""), else_=inbox.c.payload),
        reason=bindparam("why"),
    )
)
"""Of an update that was acted on nothing that was said, no code that was typed stays behind; what could not be handled
is kept.

Made once: that costs more than running it.
"""


def ended(rows: list[int], state: InboxState, why: str | None = None) -> dict[str, Any]:
    """The parameters of `END`."""
    return {"numbers": rows, "ended": state.value, "emptied": state is InboxState.ACTED, "why": why}
