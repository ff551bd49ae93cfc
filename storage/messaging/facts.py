"""Facts as rows, in the transaction of their cause."""

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select, update

from domain.events import FACT_KINDS, Fact
from domain.ids import FactId
from domain.messaging.ports import UntoldFact
from storage.executor import Reader, Writer
from storage.tables.messaging import facts


class FactRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx
        self.added = 0

    async def add(self, *added: Fact) -> None:
        if not added:
            return
        now = self._tx.clock.now()
        rows = [{"kind": fact.kind, "at": now, "body": fact.body()} for fact in added]
        await self._tx.run(insert(facts), rows)
        self.added += len(rows)

    async def told(self, ids: Sequence[FactId]) -> None:
        if ids:
            await self._tx.run(TOLD, {"b_ids": list(ids), "b_at": self._tx.clock.now()})


# Made once: putting them together costs more than running them.
TOLD = (
    update(facts)
    .where(facts.c.id.in_(bindparam("b_ids", expanding=True)))
    .values(told_at=bindparam("b_at", type_=facts.c.told_at.type))
)
UNTOLD = (
    select(facts.c.id, facts.c.at, facts.c.kind, facts.c.body)
    .where(facts.c.told_at.is_(None))
    .order_by(facts.c.id)
    .limit(bindparam("most"))
)


class UntoldFacts:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def untold(self, most: int) -> Sequence[UntoldFact]:
        """The oldest facts that nobody was told of, at most so many."""
        rows = await self._reader.rows(UNTOLD, {"most": most})
        return [UntoldFact(FactId(row.id), row.at, FACT_KINDS[row.kind].from_body(row.body)) for row in rows]
