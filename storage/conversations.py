"""Where people stand in conversations that ask for free text."""

from typing import Any

from sqlalchemy import delete, insert, select, update

from storage.database import Database
from storage.tables.messaging import conversations


class Conversations:
    """Few people are in one at a time: which keys there are is kept in memory, so that nobody else costs a read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys: set[str] | None = None

    async def get(self, key: str) -> tuple[str | None, dict[str, Any]]:
        """State and body; (None, {}) outside of any conversation."""
        if key not in await self._known():
            return None, {}
        asked = select(conversations.c.state, conversations.c.body).where(conversations.c.key == key)
        row = await self._database.reader.row(asked)
        return (row.state, dict(row.body)) if row else (None, {})

    async def put(self, key: str, state: str | None, body: dict[str, Any]) -> None:
        """No state and an empty body end the conversation."""
        known = await self._known()
        if state is None and not body and key not in known:
            return
        values = {"state": state, "body": body, "updated_at": self._database.clock.now()}
        async with self._database.begin(aside=True) as tx:
            if state is None and not body:
                await tx.run(delete(conversations).where(conversations.c.key == key))
                known.discard(key)
            elif key in known:
                await tx.run(update(conversations).where(conversations.c.key == key).values(**values))
            else:
                await tx.run(insert(conversations).values(key=key, **values))
        if state is not None or body:
            known.add(key)

    async def _known(self) -> set[str]:
        if self._keys is None:
            self._keys = {row.key for row in await self._database.reader.rows(select(conversations.c.key))}
        return self._keys
