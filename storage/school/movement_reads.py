"""Movement of pupils as it is shown: proposals, cards, known namesakes of a newcomer."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, or_, select

from domain.ids import ClassId, MovementId, PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.school.movement import Movement, MovementCard, MovementKind, MovementState, Namesake, Newcomer, Wanted
from domain.school.movement_report import Stay
from storage.executor import Reader
from storage.tables.office import movements
from storage.tables.roles import people
from storage.tables.school import classes, enrolments

NAME = ("surname", "given", "patronymic")
pupil, proposer, decider = (people.alias(name) for name in ("pupil", "proposer", "decider"))
before, after = classes.alias("before"), classes.alias("after")


class MovementReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def cards(self, ids: Collection[MovementId]) -> Mapping[MovementId, MovementCard]:
        rows = await self._reader.rows(CARDS.where(movements.c.id.in_(list(ids))))
        return {MovementId(row.id): movement_card(row) for row in rows}

    async def waiting(self) -> Sequence[MovementCard]:
        waits = movements.c.state == MovementState.PROPOSED.value
        return [movement_card(row) for row in await self._reader.rows(CARDS.where(waits).order_by(movements.c.id))]

    async def namesakes(self, newcomer: Newcomer) -> Sequence[Namesake]:
        if newcomer.birth is None:
            return ()
        sat = people.outerjoin(enrolments, enrolments.c.pupil_id == people.c.id).outerjoin(
            classes, enrolments.c.class_id == classes.c.id
        )
        asked = (
            select(people.c.id, *(people.c[one] for one in NAME), classes.c.name.label("class_name"))
            .select_from(sat)
            .where(people.c.birth_date == newcomer.birth, people.c.name_norm.startswith(_begins(newcomer.name)))
            .order_by(people.c.id, enrolments.c.from_day)
        )
        rows = await self._reader.rows(asked)
        found = {row.id: row for row in rows if _same(row, newcomer.name)}
        return [Namesake(PersonId(row.id), _plain_name(row), row.class_name or "") for row in found.values()]


def _cards() -> Select[Any]:
    m = movements.c
    joined = (
        movements.outerjoin(pupil, m.pupil_id == pupil.c.id)
        .outerjoin(before, m.from_class_id == before.c.id)
        .outerjoin(after, m.to_class_id == after.c.id)
        .join(proposer, m.proposed_by == proposer.c.id)
        .outerjoin(decider, m.decided_by == decider.c.id)
    )
    named = [alias.c[column].label(f"{alias.name}_{column}") for alias in (pupil, proposer, decider) for column in NAME]
    told = (before.c.name.label("from_name"), after.c.name.label("to_name"))
    return select(movements, *told, *named).select_from(joined)


CARDS = _cards()
"""Made once: putting it together costs more than running it."""


def movement_card(row: Row[Any]) -> MovementCard:
    newcomer = _newcomer(row.newcomer) if row.newcomer else None
    wanted = Wanted(
        kind=MovementKind(row.kind),
        day=row.day,
        pupil=PersonId(row.pupil_id) if row.pupil_id is not None else None,
        newcomer=newcomer,
        to_class=ClassId(row.to_class_id) if row.to_class_id is not None else None,
        order=row.order_number,
    )
    movement = Movement(
        MovementId(row.id),
        wanted,
        ClassId(row.from_class_id) if row.from_class_id is not None else None,
        MovementState(row.state),
        PersonId(row.proposed_by),
        row.decided_at,
    )
    name = _name(row, "pupil") or (newcomer.name if newcomer else None)
    proposed_by = _name(row, "proposer")
    assert name is not None
    assert proposed_by is not None
    by = _name(row, "decider")
    return MovementCard(movement, name, row.from_name, row.to_name, proposed_by, by, row.declined_why)


def _newcomer(told: Mapping[str, str | None]) -> Newcomer:
    birth = told["birth_date"]
    name = PersonName(told["surname"] or "", told["given"] or "", told["patronymic"])
    return Newcomer(name, date.fromisoformat(birth) if birth else None)


def _name(row: Row[Any], whose: str) -> PersonName | None:
    said = row._mapping
    if said[f"{whose}_surname"] is None:
        return None
    return PersonName(*(said[f"{whose}_{column}"] for column in NAME))


def _plain_name(row: Row[Any]) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)


def _begins(name: PersonName) -> str:
    return norm(name.listed)


def _same(row: Row[Any], name: PersonName) -> bool:
    """Surname and given name; a patronymic that only one of them has says nothing."""
    known = _plain_name(row)
    if norm(known.listed) != norm(name.listed):
        return False
    return not (known.patronymic and name.patronymic) or norm(known.patronymic) == norm(name.patronymic)


class ReportReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def stays(self, classes_: Collection[ClassId]) -> Sequence[Stay]:
        rows = await self._reader.rows(select(enrolments).where(enrolments.c.class_id.in_(list(classes_))))
        return [Stay(PersonId(row.pupil_id), ClassId(row.class_id), row.from_day, row.until_day) for row in rows]

    async def accepted(self, classes_: Collection[ClassId], first: date, last: date) -> Sequence[MovementCard]:
        m = movements.c
        of_these = or_(m.from_class_id.in_(list(classes_)), m.to_class_id.in_(list(classes_)))
        asked = CARDS.where(m.state == MovementState.ACCEPTED.value, m.day.between(first, last), of_these)
        return [movement_card(row) for row in await self._reader.rows(asked.order_by(m.day, m.id))]
