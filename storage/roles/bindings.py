"""Accounts from which people come in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from domain.ids import AccountId, PersonId
from domain.roles.people import Role
from domain.roles.ports import Binding
from storage.executor import Reader, Writer
from storage.tables.roles import bindings
from storage.topics import ACCESS


class BindingRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def current(self, telegram_id: int) -> Binding | None:
        row = await self._tx.row(_open().where(bindings.c.telegram_id == telegram_id))
        return _binding(row) if row else None

    async def of_person(self, person: PersonId) -> Sequence[Binding]:
        return await accounts_of(self._tx, person)

    async def bind(self, telegram_id: int, person: PersonId, roles: frozenset[Role]) -> AccountId:
        now = self._tx.clock.now()
        row = {"telegram_id": telegram_id, "person_id": person, "roles": sorted(roles), "bound_at": now}
        self._tx.touch(ACCESS)
        return AccountId(await self._tx.add(insert(bindings).values(**row, last_seen_at=now)))

    async def widen(self, binding: Binding, roles: frozenset[Role]) -> None:
        await self._set_roles(binding, binding.roles | roles)

    async def take_roles(self, binding: Binding, roles: frozenset[Role]) -> None:
        left = binding.roles - roles
        if left:
            await self._set_roles(binding, left)
        else:
            await self.end([binding.account], "revoked")

    async def end(self, accounts: Collection[AccountId], why: str) -> None:
        ended = update(bindings).where(bindings.c.id.in_(accounts), bindings.c.ended_at.is_(None))
        await self._tx.run(ended.values(ended_at=self._tx.clock.now(), ended_why=why))
        self._tx.touch(ACCESS)

    async def _set_roles(self, binding: Binding, roles: frozenset[Role]) -> None:
        await self._tx.run(update(bindings).where(bindings.c.id == binding.account).values(roles=sorted(roles)))
        self._tx.touch(ACCESS)


async def accounts_of(reader: Reader, person: PersonId) -> Sequence[Binding]:
    rows = await reader.rows(_open().where(bindings.c.person_id == person).order_by(bindings.c.id))
    return [_binding(row) for row in rows]


async def note_seen(tx: Writer, seen: Mapping[AccountId, datetime]) -> None:
    """When accounts were last seen; one statement for all."""
    if seen:
        rows = [{"account": account, "moment": moment} for account, moment in seen.items()]
        mine = update(bindings).where(bindings.c.id == bindparam("account"))
        await tx.run(mine.values(last_seen_at=bindparam("moment")), rows)


def _open() -> Any:
    return select(bindings).where(bindings.c.ended_at.is_(None))


def _binding(row: Row[Any]) -> Binding:
    return Binding(
        account=AccountId(row.id),
        telegram_id=row.telegram_id,
        person=PersonId(row.person_id),
        roles=frozenset(Role(role) for role in row.roles),
        bound_at=row.bound_at,
        last_seen_at=row.last_seen_at,
        unreachable=row.unreachable_at is not None,
    )
