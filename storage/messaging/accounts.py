"""Accounts that Telegram reaches no more, and those that came back."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, select, update

from domain.ids import AccountId, PersonId
from storage.executor import Writer
from storage.messaging.outbox import OutboxRows
from storage.tables.roles import bindings


class ReachedAccounts:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def lost(self, accounts: Mapping[AccountId, str]) -> Sequence[PersonId]:
        reachable = (bindings.c.ended_at.is_(None), bindings.c.unreachable_at.is_(None))
        asked = select(bindings.c.person_id).where(bindings.c.id.in_(accounts), *reachable)
        persons = [PersonId(row.person_id) for row in await self._tx.rows(asked)]
        marked = update(bindings).where(bindings.c.id == bindparam("b_id"), *reachable)
        marked = marked.values(unreachable_at=self._tx.clock.now(), unreachable_why=bindparam("b_why"))
        await self._tx.run(marked, [{"b_id": account, "b_why": why[:80]} for account, why in accounts.items()])
        await OutboxRows(self._tx).end_for(list(accounts), "the account cannot be reached")
        return persons

    async def back(self, telegram_id: int) -> AccountId | None:
        gone = (bindings.c.telegram_id == telegram_id, bindings.c.ended_at.is_(None))
        again = update(bindings).where(*gone, bindings.c.unreachable_at.is_not(None))
        row = await self._tx.row(again.values(unreachable_at=None, unreachable_why=None).returning(bindings.c.id))
        return AccountId(row.id) if row else None

    async def gone(self, telegram_id: int, why: str) -> PersonId | None:
        """The person whose account this is, if it could be reached until now."""
        asked = select(bindings.c.id).where(bindings.c.telegram_id == telegram_id, bindings.c.ended_at.is_(None))
        row = await self._tx.row(asked)
        persons = await self.lost({AccountId(row.id): why}) if row else ()
        return persons[0] if persons else None
