"""One-time codes and the tries at them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, insert, select, update

from domain.ids import AccountId, CodeId, PersonId
from domain.roles.guessing import REMEMBERED
from domain.roles.people import Role
from domain.roles.ports import NewCode, StoredCode
from storage.executor import Writer
from storage.tables.roles import access_codes, code_attempts


class CodeRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, codes: Sequence[NewCode]) -> None:
        if not codes:
            return
        await self.revoke([code.person for code in codes])
        now = self._tx.clock.now()
        await self._tx.run(
            insert(access_codes),
            [
                {
                    "person_id": code.person,
                    "roles": sorted(code.roles),
                    "code_hash": code.code_hash,
                    "issued_by": code.issued_by,
                    "issued_at": now,
                    "expires_at": code.expires_at,
                }
                for code in codes
            ],
        )

    async def usable(self, code_hash: str) -> StoredCode | None:
        row = await self._tx.row(select(access_codes).where(access_codes.c.code_hash == code_hash, self._usable()))
        if row is None:
            return None
        roles = frozenset(Role(role) for role in row.roles)
        return StoredCode(CodeId(row.id), PersonId(row.person_id), roles, row.expires_at)

    async def use(self, code: CodeId, account: AccountId) -> bool:
        taken = update(access_codes).where(access_codes.c.id == code, self._usable())
        return await self._tx.run(taken.values(used_at=self._tx.clock.now(), used_by=account)) == 1

    async def latest(self, persons: Collection[PersonId]) -> CodeId:
        row = await self._tx.row(select(func.max(access_codes.c.id)).where(access_codes.c.person_id.in_(persons)))
        return CodeId(row[0] if row and row[0] else 0)

    async def revoke(self, persons: Collection[PersonId] | None) -> None:
        unused = and_(access_codes.c.used_at.is_(None), access_codes.c.revoked_at.is_(None))
        mine = update(access_codes).where(unused)
        mine = mine if persons is None else mine.where(access_codes.c.person_id.in_(persons))
        await self._tx.run(mine.values(revoked_at=self._tx.clock.now()))

    def _usable(self) -> ColumnElement[bool]:
        return and_(
            access_codes.c.used_at.is_(None),
            access_codes.c.revoked_at.is_(None),
            access_codes.c.expires_at > self._tx.clock.now(),
        )


class AttemptRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def of(self, telegram_id: int) -> Sequence[datetime]:
        since = self._tx.clock.now() - REMEMBERED
        asked = select(code_attempts.c.at).where(code_attempts.c.telegram_id == telegram_id, code_attempts.c.at > since)
        return [row.at for row in await self._tx.rows(asked)]

    async def everyones(self, since: datetime) -> int:
        row = await self._tx.row(select(func.count()).where(code_attempts.c.at > since))
        return int(row[0]) if row else 0

    async def add(self, telegram_id: int) -> None:
        now = self._tx.clock.now()
        await self._tx.run(delete(code_attempts).where(code_attempts.c.at < now - REMEMBERED))
        await self._tx.run(insert(code_attempts).values(telegram_id=telegram_id, at=now))
