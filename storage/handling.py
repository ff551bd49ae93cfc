"""Which update is being handled: its end is written with what it brought about, in one transaction.

Otherwise a death between the two would have the update handled twice: homework set twice, a message told twice.
"""

from contextvars import ContextVar
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, update

from storage.tables.messaging import inbox

HANDLED: ContextVar[int | None] = ContextVar("handled_update", default=None)
"""Telegram's number of the update that this task handles; None outside of handling."""

END = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("numbers", expanding=True)))
    .values(
        state=bindparam("ended"),
        finished_at=bindparam("at", type_=inbox.c.finished_at.type),
        payload=case((bindparam("ended") == "done", ""), else_=inbox.c.payload),
    )
)
"""Of a handled update nothing that was said, no code that was typed stays behind; what could not be read is kept.

Made once: that costs more than running it.
"""


def ended(numbers: list[int], state: str, at: datetime) -> dict[str, Any]:
    """The parameters of `END`."""
    return {"numbers": numbers, "ended": state, "at": at}
