"""Who is meant by an announcement: people with why they cannot be reached, subgroups, open debts."""

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Row, Select, literal, or_, select

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.roles.people import GRANTED, STAFF, PersonName, Role
from domain.talk.audiences import Addressed, Why
from domain.talk.not_in_yet import NotIn
from domain.talk.scopes import StudyGroup
from storage.executor import Reader
from storage.messaging.readers import consent_given
from storage.tables.grading import debts
from storage.tables.journal import lessons
from storage.tables.roles import bindings, guardianships, people, role_grants
from storage.tables.school import classes, study_groups, subjects


class AudienceReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def guardians(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]:
        asked = (
            _people_with_accounts(consent_given(guardianships.c.guardian_id))
            .add_columns(guardianships.c.pupil_id)
            .select_from(_guardians().outerjoin(bindings, _bound()))
            .where(guardianships.c.pupil_id.in_(pupils), guardianships.c.restricted_at.is_(None))
        )
        return _addressed(await self._reader.rows(asked), {Role.GUARDIAN}, pupils)

    async def pupils(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]:
        asked = (
            _people_with_accounts(literal(True))
            .add_columns(people.c.id.label("pupil_id"))
            .select_from(people.outerjoin(bindings, _bound()))
            .where(people.c.id.in_(pupils))
        )
        return _addressed(await self._reader.rows(asked), {Role.PUPIL}, {})

    async def staff(self, *, teachers_only: bool, leading: Collection[PersonId]) -> Sequence[Addressed]:
        held = [Role.TEACHER] if teachers_only else sorted(GRANTED)
        granted = select(role_grants.c.person_id).where(role_grants.c.ended_at.is_(None), role_grants.c.role.in_(held))
        asked = (
            _people_with_accounts(literal(True))
            .add_columns(literal(None).label("pupil_id"))
            .select_from(people.outerjoin(bindings, _bound()))
            .where(or_(people.c.id.in_(granted), people.c.id.in_(leading)))
        )
        return _addressed(await self._reader.rows(asked), STAFF, {})

    async def groups(self, of_classes: Collection[ClassId]) -> Sequence[StudyGroup]:
        group = study_groups.c
        rows = await self._reader.rows(
            select(group.id, group.class_id, group.name, classes.c.name.label("class_name"), subjects.c.name.label("s"))
            .select_from(study_groups.join(classes).outerjoin(subjects, group.subject_id == subjects.c.id))
            .where(group.class_id.in_(of_classes))
            .order_by(classes.c.grade, classes.c.name_norm, subjects.c.name_norm, group.name, group.id)
        )
        return [StudyGroup(GroupId(r.id), ClassId(r.class_id), r.class_name, r.name, r.s) for r in rows]

    async def open_debts(self) -> Set[tuple[PersonId, SubjectId]]:
        asked = select(debts.c.pupil_id, lessons.c.subject_id).join(lessons).where(debts.c.closed_at.is_(None))
        rows = await self._reader.rows(asked.distinct())
        return {(PersonId(row.pupil_id), SubjectId(row.subject_id)) for row in rows}

    async def not_in(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[NotIn]:
        kin = guardianships.c
        rows = await self._reader.rows(
            _people_with_accounts(literal(True))
            .add_columns(kin.pupil_id, kin.relation)
            .select_from(_guardians().outerjoin(bindings, _bound()))
            .where(kin.pupil_id.in_(pupils), kin.restricted_at.is_(None))
        )
        found: dict[tuple[int, int], list[Row[Any]]] = {}
        for row in rows:
            found.setdefault((row.id, row.pupil_id), []).append(row)
        return [
            NotIn(PersonId(pupil), PersonId(person), _name(mine[0]), mine[0].relation)
            for (person, pupil), mine in found.items()
            if _why(mine, {Role.GUARDIAN}) is Why.NEVER_CAME_IN
        ]


def _guardians() -> Any:
    return guardianships.join(people, guardianships.c.guardian_id == people.c.id)


def _bound() -> Any:
    return (bindings.c.person_id == people.c.id) & bindings.c.ended_at.is_(None)


def _people_with_accounts(consented: Any) -> Select[Any]:
    p, account = people.c, bindings.c
    return select(
        p.id,
        p.surname,
        p.given,
        p.patronymic,
        account.roles,
        account.confirmed_at,
        account.unreachable_at,
        consented.label("consented"),
    ).order_by(p.name_norm, p.id)


def _addressed(rows: Sequence[Row[Any]], roles: Set[Role], pupils: Mapping[PersonId, PersonName]) -> list[Addressed]:
    """Several rows of a person: a row for each account and child."""
    grouped: dict[PersonId, list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(PersonId(row.id), []).append(row)
    return [
        Addressed(
            person,
            _name(mine[0]),
            tuple(dict.fromkeys(pupils[PersonId(row.pupil_id)] for row in mine if row.pupil_id in pupils)),
            _why(mine, roles),
            tuple(dict.fromkeys(PersonId(row.pupil_id) for row in mine if row.pupil_id is not None)),
        )
        for person, mine in grouped.items()
    ]


def _name(row: Row[Any]) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)


def _why(rows: Sequence[Row[Any]], roles: Set[Role]) -> Why | None:
    accounts = [row for row in rows if row.roles and not roles.isdisjoint(row.roles)]
    if not accounts:
        return Why.NEVER_CAME_IN
    confirmed = [row for row in accounts if row.confirmed_at is not None or Role.GUARDIAN not in roles]
    if not confirmed:
        return Why.NOT_CONFIRMED
    if not accounts[0].consented:
        return Why.NO_CONSENT
    return Why.BLOCKED if all(row.unreachable_at for row in confirmed) else None
