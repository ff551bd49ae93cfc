"""Accounts from which people come in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, or_, select, update

from domain.ids import AccountId, PersonId
from domain.roles.people import Role
from domain.roles.ports import Binding, NewBinding
from storage.executor import Reader, Writer
from storage.tables.roles import bindings, guardianships
from storage.tables.school import enrolments
from storage.topics import ACCESS


class BindingRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def current(self, telegram_id: int) -> Binding | None:
        row = await self._tx.row(_open().where(bindings.c.telegram_id == telegram_id))
        return _binding(row) if row else None

    async def of_person(self, person: PersonId) -> Sequence[Binding]:
        return await accounts_of(self._tx, person)

    async def open(self, account: AccountId) -> Binding | None:
        row = await self._tx.row(_open().where(bindings.c.id == account))
        return _binding(row) if row else None

    async def bind(self, binding: NewBinding) -> AccountId:
        now = self._tx.clock.now()
        row = {"telegram_id": binding.telegram_id, "person_id": binding.person, "roles": sorted(binding.roles)}
        times = {"bound_at": now, "last_seen_at": now, "confirmed_at": now if binding.confirmed else None}
        self._tx.touch(ACCESS)
        made = insert(bindings).values(**row, **times, account_name=binding.account_name or None)
        return AccountId(await self._tx.add(made))

    async def widen(self, binding: Binding, roles: frozenset[Role], confirmed: bool) -> None:
        wider: dict[str, Any] = {"roles": sorted(binding.roles | roles)}
        if confirmed and not binding.confirmed:
            wider["confirmed_at"] = self._tx.clock.now()
        await self._tx.run(update(bindings).where(bindings.c.id == binding.account).values(**wider))
        self._tx.touch(ACCESS)

    async def vouched(self, person: PersonId) -> bool:
        standing = or_(bindings.c.ended_at.is_(None), bindings.c.ended_why.in_(["left", "replaced"]))
        mine = (bindings.c.person_id == person, bindings.c.confirmed_at.is_not(None), standing)
        row = await self._tx.row(select(func.count()).select_from(bindings).where(*mine))
        return bool(row and row[0])

    async def confirm(self, account: AccountId, by: PersonId) -> bool:
        return await self._decide(account, confirmed_at=self._tx.clock.now(), confirmed_by=by)

    async def decline(self, account: AccountId, by: PersonId) -> bool:
        ended = {"ended_at": self._tx.clock.now(), "ended_why": "declined"}
        return await self._decide(account, **ended, confirmed_by=by)

    async def _decide(self, account: AccountId, **how: object) -> bool:
        waits = (bindings.c.id == account, bindings.c.ended_at.is_(None), bindings.c.confirmed_at.is_(None))
        self._tx.touch(ACCESS)
        return await self._tx.run(update(bindings).where(*waits).values(**how)) == 1

    async def take_roles(self, binding: Binding, roles: frozenset[Role]) -> None:
        left = binding.roles - roles
        if left:
            await self._set_roles(binding, left)
        else:
            await self.end([binding.account], "revoked")

    async def standing(self, persons: Collection[PersonId] | None = None) -> Sequence[Binding]:
        asked = _open() if persons is None else _open().where(bindings.c.person_id.in_(list(persons)))
        return [_binding(row) for row in await self._tx.rows(asked.order_by(bindings.c.id))]

    async def gone(self, today: date) -> Sequence[tuple[Binding, frozenset[Role]]]:
        seat, kin = enrolments.c, guardianships.c
        stay = select(seat.pupil_id).where(or_(seat.until_day.is_(None), seat.until_day >= today))
        pupils = select(seat.pupil_id).where(seat.until_day < today, seat.pupil_id.not_in(stay))
        having_others = select(kin.guardian_id).where(kin.pupil_id.not_in(pupils))
        guardians = select(kin.guardian_id).where(kin.pupil_id.in_(pupils), kin.guardian_id.not_in(having_others))
        found: list[tuple[Binding, frozenset[Role]]] = []
        for role, persons in ((Role.PUPIL, pupils), (Role.GUARDIAN, guardians)):
            rows = await self._tx.rows(_open().where(bindings.c.person_id.in_(persons)).order_by(bindings.c.id))
            found += [(_binding(row), frozenset({role})) for row in rows if role in row.roles]
        return found

    async def take(self, taken: Sequence[tuple[Binding, frozenset[Role]]], why: str) -> None:
        left = [(one, one.roles - roles) for one, roles in taken]
        await self.end([one.account for one, roles in left if not roles], why)
        narrower = [{"account": one.account, "left": sorted(roles)} for one, roles in left if roles]
        if narrower:
            narrowed = update(bindings).where(bindings.c.id == bindparam("account"))
            put = narrowed.values(roles=bindparam("left", type_=bindings.c.roles.type))
            await self._tx.run(put, narrower)
            self._tx.touch(ACCESS)

    async def open_writing(self, account: AccountId, until: datetime) -> None:
        await self._tx.run(update(bindings).where(bindings.c.id == account).values(writing_until=until))
        self._tx.touch(ACCESS)

    async def end(self, accounts: Collection[AccountId], why: str) -> None:
        if not accounts:
            return
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
        confirmed=row.confirmed_at is not None,
    )
