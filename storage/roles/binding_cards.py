"""Accounts as who lets them in sees them: the person, the children, what Telegram called the account."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, and_, select

from domain.clock import SchoolTime
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.letting_in import BindingCard, ChildOfBinding
from domain.roles.people import PersonName, Role
from storage.database import Database
from storage.roles.people import standing_on
from storage.tables import school as t
from storage.tables.roles import bindings, guardianships, people


class BindingCards:
    """Two statements for any number of accounts."""

    def __init__(self, database: Database, time: SchoolTime) -> None:
        self._database = database
        self._time = time

    async def binding_cards(self, accounts: Collection[AccountId]) -> Mapping[AccountId, BindingCard]:
        found = await self._cards(bindings.c.id.in_(list(accounts)))
        return {card.account: card for card in found}

    async def waiting(self, class_id: ClassId | None) -> Sequence[BindingCard]:
        waits = and_(bindings.c.confirmed_at.is_(None), bindings.c.ended_at.is_(None))
        found = await self._cards(waits)
        return [card for card in found if class_id is None or class_id in card.classes]

    async def _cards(self, which: Any) -> list[BindingCard]:
        by = people.alias("by")
        rows = await self._database.reader.rows(
            select(bindings, people.c.surname, people.c.given, people.c.patronymic)
            .add_columns(by.c.surname.label("by_surname"), by.c.given.label("by_given"))
            .add_columns(by.c.patronymic.label("by_patronymic"))
            .select_from(
                bindings.join(people, bindings.c.person_id == people.c.id).outerjoin(
                    by, bindings.c.confirmed_by == by.c.id
                )
            )
            .where(which)
            .order_by(bindings.c.bound_at, bindings.c.id)
        )
        children = await self._children([row.person_id for row in rows if Role.GUARDIAN in row.roles])
        return [self._card(row, children.get(row.person_id, ()) if Role.GUARDIAN in row.roles else ()) for row in rows]

    async def _children(self, guardians: Sequence[int]) -> Mapping[int, Sequence[ChildOfBinding]]:
        if not guardians:
            return {}
        seat = t.enrolments.c
        sits = and_(seat.pupil_id == guardianships.c.pupil_id, standing_on(seat, self._time.today()))
        rows = await self._database.reader.rows(
            select(guardianships.c.guardian_id, people.c.id, people.c.surname, people.c.given, people.c.patronymic)
            .add_columns(t.classes.c.id.label("class_id"), t.classes.c.name.label("class_name"))
            .select_from(
                guardianships.join(people, guardianships.c.pupil_id == people.c.id)
                .outerjoin(t.enrolments, sits)
                .outerjoin(t.classes, seat.class_id == t.classes.c.id)
            )
            .where(guardianships.c.guardian_id.in_(guardians), guardianships.c.restricted_at.is_(None))
            .order_by(people.c.name_norm, people.c.id)
        )
        found: dict[int, list[ChildOfBinding]] = {}
        for row in rows:
            found.setdefault(row.guardian_id, []).append(_child(row))
        return found

    def _card(self, row: Row[Any], children: Sequence[ChildOfBinding]) -> BindingCard:
        by = PersonName(row.by_surname, row.by_given, row.by_patronymic) if row.by_surname else None
        return BindingCard(
            account=AccountId(row.id),
            person=PersonId(row.person_id),
            name=PersonName(row.surname, row.given, row.patronymic),
            account_name=row.account_name,
            bound_at=self._time.local(row.bound_at),
            children=tuple(children),
            confirmed_at=row.confirmed_at,
            decided_by=by,
            ended_why=row.ended_why,
        )


def _child(row: Row[Any]) -> ChildOfBinding:
    school_class = ClassId(row.class_id) if row.class_id is not None else None
    name = PersonName(row.surname, row.given, row.patronymic)
    return ChildOfBinding(PersonId(row.id), name, school_class, row.class_name)
