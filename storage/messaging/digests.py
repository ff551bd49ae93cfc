"""Hours that people chose for their digests, and the digests that reached them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from domain.ids import AccountId, PersonId
from domain.messaging.kinds import Kind
from storage.executor import Reader
from storage.tables.messaging import outbox, person_settings

DAY = timedelta(days=1)


class KeptDigests:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def chosen(self) -> Mapping[time, int]:
        at = person_settings.c.digest_at
        rows = await self._reader.rows(select(at, func.count().label("n")).where(at.is_not(None)).group_by(at))
        return {row.digest_at: row.n for row in rows}

    async def last_sent(
        self, since: datetime, before: datetime
    ) -> Mapping[tuple[PersonId, AccountId], tuple[date, time]]:
        """The last by number: should the clock have been set back, what was queued later counts."""
        # Events are named by local days; the index of events serves.
        days = outbox.c.event.between(f"digest:{since - DAY:%Y-%m-%d}", f"digest:{before + 2 * DAY:%Y-%m-%d}")
        last = (
            select(func.max(outbox.c.id).label("id"))
            .where(days, outbox.c.kind == Kind.DIGEST, outbox.c.state == "sent")
            .where(outbox.c.not_before >= since, outbox.c.not_before < before)
            .group_by(outbox.c.account_id, outbox.c.pupil_id)
            .subquery()
        )
        asked = select(outbox.c.account_id, outbox.c.pupil_id, outbox.c.body).join(last, outbox.c.id == last.c.id)
        return {
            (PersonId(row.pupil_id), AccountId(row.account_id)): (
                date.fromisoformat(row.body["day"]),
                time.fromisoformat(row.body["at"]),
            )
            for row in await self._reader.rows(asked)
        }
