"""Who may be told: accounts, with the rights that they have now and what their persons chose."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Row, Select, bindparam, exists, false, select, true, union_all

from domain.ids import AccountId, PersonId
from domain.messaging.contents import LostPerson
from domain.messaging.kinds import Kind, Mode
from domain.messaging.quiet_hours import QuietHours
from domain.messaging.readers import Address, FamilyReader
from domain.roles.people import STAFF, PersonName, Role
from storage.executor import Reader
from storage.tables.messaging import person_settings, preferences
from storage.tables.roles import bindings, consents, guardianships, people, role_grants
from storage.tables.school import enrolments

THESE: Any = bindparam("pupils", expanding=True)
REACHABLE = (bindings.c.ended_at.is_(None), bindings.c.unreachable_at.is_(None))


class AccountReaders:
    def __init__(self, reader: Reader, school_language: str) -> None:
        self._reader = reader
        self._school_language = school_language

    async def family(self, pupils: Collection[PersonId] | None) -> Sequence[FamilyReader]:
        asked = {} if pupils is None else {"pupils": list(pupils)}
        accounts = await self._reader.rows(FAMILY[pupils is None], asked)
        chosen = _chosen(await self._reader.rows(PREFERENCES[pupils is None], asked))
        return [
            FamilyReader(
                pupil=PersonId(row.pupil_id),
                account=AccountId(row.account),
                person=PersonId(row.person_id),
                own=bool(row.own),
                chosen=chosen.get((row.person_id, row.pupil_id), {}),
                digest_at=row.digest_at,
                bound_at=row.bound_at,
            )
            for row in accounts
            if (Role.PUPIL if row.own else Role.GUARDIAN) in row.roles
        ]

    async def staff(self, persons: Collection[PersonId]) -> Sequence[Address]:
        if not persons:
            return []
        rows = await self._reader.rows(_addresses().where(bindings.c.person_id.in_(persons)))
        return [self._address(row) for row in rows if not STAFF.isdisjoint(row.roles)]

    async def admins(self) -> Sequence[Address]:
        return await self.holders((Role.ADMIN,))

    async def holders(self, roles: Collection[Role]) -> Sequence[Address]:
        granted = select(role_grants.c.person_id).where(role_grants.c.role.in_(roles), role_grants.c.ended_at.is_(None))
        rows = await self._reader.rows(_addresses().where(bindings.c.person_id.in_(granted)))
        return [self._address(row) for row in rows if not set(roles).isdisjoint(row.roles)]

    async def wards(self, persons: Collection[PersonId]) -> Mapping[PersonId, Sequence[PersonId]]:
        children = select(guardianships.c.guardian_id.label("person"), guardianships.c.pupil_id.label("pupil")).where(
            guardianships.c.guardian_id.in_(persons)
        )
        pupils = (
            select(enrolments.c.pupil_id, enrolments.c.pupil_id).where(enrolments.c.pupil_id.in_(persons)).distinct()
        )
        found: dict[PersonId, list[PersonId]] = {}
        for row in await self._reader.rows(union_all(children, pupils)):
            found.setdefault(PersonId(row.person), []).append(PersonId(row.pupil))
        return found

    async def addresses(self, accounts: Collection[AccountId]) -> Mapping[AccountId, Address]:
        rows = await self._reader.rows(ADDRESSES_OF, {"accounts": list(accounts)})
        return {AccountId(row.id): self._address(row) for row in rows}

    async def of_persons(self, persons: Collection[PersonId]) -> Sequence[Address]:
        mine = bindings.c.person_id.in_(list(persons)), bindings.c.confirmed_at.is_not(None)
        return [self._address(row) for row in await self._reader.rows(_addresses().where(*mine))]

    async def newcomers(self, accounts: Collection[AccountId]) -> Mapping[AccountId, Address]:
        declined = bindings.c.id.in_(list(accounts)), bindings.c.ended_why == "declined"
        rows = await self._reader.rows(_addresses(bindings.c.unreachable_at.is_(None), *declined))
        return {AccountId(row.id): replace(self._address(row), quiet=None, discreet=False) for row in rows}

    async def lost_people(self, persons: Collection[PersonId]) -> Mapping[PersonId, LostPerson]:
        """Names of people, and of the children whose guardians they are."""
        p, child = people.c, people.alias("child")
        rows = await self._reader.rows(
            select(p.id, p.surname, p.given, p.patronymic)
            .add_columns(child.c.surname.label("c_surname"), child.c.given.label("c_given"))
            .select_from(
                people.outerjoin(guardianships, guardianships.c.guardian_id == p.id).outerjoin(
                    child, guardianships.c.pupil_id == child.c.id
                )
            )
            .where(p.id.in_(persons))
            .order_by(p.id, child.c.name_norm)
        )
        found: dict[PersonId, LostPerson] = {}
        for row in rows:
            known = found.get(PersonId(row.id))
            children = (PersonName(row.c_surname, row.c_given),) if row.c_surname else ()
            name = PersonName(row.surname, row.given, row.patronymic)
            found[PersonId(row.id)] = LostPerson(name, (*(known.pupils if known else ()), *children))
        return found

    def _address(self, row: Row[Any]) -> Address:
        return Address(
            AccountId(row.id),
            PersonId(row.person_id),
            row.telegram_id,
            row.language or self._school_language,
            quiet_hours(row),
            bool(row.discreet),
            row.digest_at,
        )


def quiet_hours(row: Row[Any]) -> QuietHours | None:
    return QuietHours(row.quiet_from, row.quiet_until) if row.quiet_from is not None else None


def consent_given(person: Column[Any]) -> Any:
    """The person's last answer to the consent; null where there is none.

    A yes to an earlier text goes on carrying messages until it is answered anew: no absence stays untold because a
    text was reworded in the evening (docs/decisions/0014).
    """
    answers = select(consents.c.accepted).where(consents.c.person_id == person)
    return answers.order_by(consents.c.id.desc()).limit(1).correlate(person.table).scalar_subquery()


def _guardian_accounts(everyone: bool) -> Select[Any]:
    asked = _family_columns(guardianships.c.pupil_id, own=False).select_from(
        guardianships.join(bindings, bindings.c.person_id == guardianships.c.guardian_id).outerjoin(
            person_settings, person_settings.c.person_id == bindings.c.person_id
        )
    )
    asked = asked.where(
        guardianships.c.restricted_at.is_(None),
        bindings.c.confirmed_at.is_not(None),
        *REACHABLE,
        consent_given(guardianships.c.guardian_id).is_(true()),
    )
    return asked if everyone else asked.where(guardianships.c.pupil_id.in_(THESE))


def _pupil_accounts(everyone: bool) -> Select[Any]:
    """Of who is or was a pupil: the account of one who has left is closed by the night after."""
    pupil = bindings.c.person_id
    known = bindings.outerjoin(person_settings, person_settings.c.person_id == pupil)
    asked = _family_columns(pupil, own=True).select_from(known)
    asked = asked.where(exists().where(enrolments.c.pupil_id == pupil), *REACHABLE)
    return asked if everyone else asked.where(pupil.in_(THESE))


def _family_columns(pupil: Any, own: bool) -> Select[Any]:
    return select(
        pupil.label("pupil_id"),
        bindings.c.id.label("account"),
        bindings.c.person_id,
        bindings.c.roles,
        bindings.c.bound_at,
        (true() if own else false()).label("own"),
        person_settings.c.digest_at,
    )


def _preferences(everyone: bool) -> Select[Any]:
    asked = select(preferences)
    return asked if everyone else asked.where(preferences.c.pupil_id.in_(THESE))


def _chosen(rows: Sequence[Row[Any]]) -> dict[tuple[int, int], dict[Kind, Mode]]:
    chosen: dict[tuple[int, int], dict[Kind, Mode]] = {}
    for row in rows:
        chosen.setdefault((row.person_id, row.pupil_id), {})[Kind(row.kind)] = Mode(row.mode)
    return chosen


def _addresses(*which: Any) -> Select[Any]:
    """`which`: by default those that are bound and reachable."""
    own = person_settings.c
    return (
        select(bindings.c.id, bindings.c.person_id, bindings.c.telegram_id, bindings.c.roles, people.c.language)
        .add_columns(own.quiet_from, own.quiet_until, own.discreet, own.digest_at)
        .join(people, bindings.c.person_id == people.c.id)
        .outerjoin(person_settings, own.person_id == people.c.id)
        .where(*(which or REACHABLE))
        .order_by(bindings.c.id)
    )


# Made once: putting them together costs as much as running them. By whether all pupils are meant.
FAMILY = {everyone: union_all(_guardian_accounts(everyone), _pupil_accounts(everyone)) for everyone in (True, False)}
PREFERENCES = {everyone: _preferences(everyone) for everyone in (True, False)}
ADDRESSES_OF = _addresses().where(bindings.c.id.in_(bindparam("accounts", expanding=True)))
