"""Messages that reached an account, for who opens them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, or_, select

from domain.ids import AccountId, DeliveryId
from domain.messaging.opening import Arrived
from storage.executor import Reader
from storage.messaging.outbox import claimed
from storage.tables.messaging import outbox

REACHED = or_(outbox.c.state.in_(["sent", "sending", "undeliverable"]), outbox.c.doubtful)
"""What went, or may have gone."""


class ArrivedMessages:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def arrived(self, row: DeliveryId, account: AccountId) -> Sequence[Arrived]:
        mine = and_(outbox.c.account_id == account, REACHED)
        one = select(outbox.c.message_id).where(outbox.c.id == row, mine).scalar_subquery()
        asked = select(outbox).where(mine, or_(outbox.c.id == row, outbox.c.message_id == one))
        rows = await self._reader.rows(asked.where(outbox.c.edits_id.is_(None)).order_by(outbox.c.id))
        before = await self._said_before(rows, account)
        return [Arrived(claimed(found), before.get(found.id)) for found in rows]

    async def _said_before(self, rows: Sequence[Row[Any]], account: AccountId) -> dict[int, str]:
        earlier = outbox.alias("earlier")
        same = and_(earlier.c.event == outbox.c.event, earlier.c.account_id == account, earlier.c.id < outbox.c.id)
        asked = (
            select(outbox.c.id, earlier.c.said)
            .join(earlier, and_(same, earlier.c.said.is_not(None)))
            .where(outbox.c.id.in_([row.id for row in rows]))
            .order_by(earlier.c.id)
        )
        return {row.id: row.said for row in await self._reader.rows(asked)}
