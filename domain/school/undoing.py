"""What the office changes by hand is taken back by the log: the row says what was there before and what came."""

from typing import Protocol

from domain.errors import Outdated
from domain.ids import ChangeId
from domain.school.ports import Change


class KeptChanges(Protocol):
    async def put(self, change: Change) -> ChangeId: ...

    async def one(self, number: ChangeId) -> Change | None: ...


async def change_to_undo(changes: KeptChanges, number: ChangeId, what: str) -> Change:
    """Raises `Outdated` for a number that is of something else: buttons are a stranger's until they are checked."""
    change = await changes.one(number)
    if change is None or change.what != what:
        raise Outdated
    return change
