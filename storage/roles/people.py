"""People: what a person is today."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, insert, literal, or_, select, union_all, update

from domain.ids import ClassId, PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName, Role
from domain.roles.ports import PersonCard
from storage.executor import Reader, Writer
from storage.tables import school as t
from storage.tables.roles import guardianships, people, role_grants
from storage.topics import ACCESS, LISTS


class PeopleRows:
    """Inside a transaction; `today` is the school's day."""

    def __init__(self, tx: Writer, today: date) -> None:
        self._tx = tx
        self._today = today

    async def cards(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonCard]:
        """Two statements for any number of people."""
        rows = await self._tx.rows(select(people).where(people.c.id.in_(persons)))
        held = await self._tx.rows(held_by(persons, self._today))
        return {PersonId(row.id): _card(row, [one for one in held if one.person_id == row.id]) for row in rows}

    async def speak(self, person: PersonId, language: str) -> None:
        await self._tx.run(update(people).where(people.c.id == person).values(language=language))
        self._tx.touch(ACCESS)

    async def restrict(self, guardian: PersonId, pupil: PersonId, by: PersonId, order: str, restricted: bool) -> bool:
        """Who ended it, and by which order, takes the place of who began it."""
        c = guardianships.c
        other = c.restricted_at.is_(None) if restricted else c.restricted_at.is_not(None)
        since = self._tx.clock.now() if restricted else None
        put = update(guardianships).where(c.guardian_id == guardian, c.pupil_id == pupil, other)
        self._tx.touch(LISTS)
        self._tx.touch(ACCESS)
        return await self._tx.run(put.values(restricted_at=since, restricted_by=by, restricted_order=order)) == 1

    async def add(self, name: PersonName, *roles: Role) -> PersonId:
        now = self._tx.clock.now()
        names = {"surname": name.surname, "given": name.given, "patronymic": name.patronymic}
        made = insert(people).values(**names, name_norm=norm(name.full), created_at=now)
        person = PersonId(await self._tx.add(made))
        if roles:
            await self._tx.run(
                insert(role_grants), [{"person_id": person, "role": role, "granted_at": now} for role in roles]
            )
        self._tx.touch(LISTS)
        self._tx.touch(ACCESS)
        return person


async def persons_of_class(reader: Reader, class_norm: str, today: date) -> list[PersonId]:
    """Pupils and guardians of a class, each once."""
    seats = (
        select(t.enrolments.c.pupil_id)
        .join(t.classes, t.enrolments.c.class_id == t.classes.c.id)
        .where(t.classes.c.name_norm == class_norm, standing_on(t.enrolments.c, today))
    )
    family = select(guardianships.c.guardian_id).where(guardianships.c.pupil_id.in_(seats))
    return [PersonId(row[0]) for row in await reader.rows(union_all(seats, family.distinct()))]


async def persons_of_role(reader: Reader, role: Role, today: date) -> list[PersonId]:
    match role:
        case Role.GUARDIAN:
            asked: Any = select(guardianships.c.guardian_id).distinct()
        case Role.PUPIL:
            asked = select(t.enrolments.c.pupil_id).where(standing_on(t.enrolments.c, today))
        case Role.CLASS_TEACHER:
            asked = select(t.class_teachers.c.person_id).where(standing_on(t.class_teachers.c, today)).distinct()
        case _:
            asked = select(role_grants.c.person_id).where(role_grants.c.role == role, role_grants.c.ended_at.is_(None))
    return [PersonId(row[0]) for row in await reader.rows(asked)]


def standing_on(columns: Any, day: date) -> Any:
    return and_(columns.from_day <= day, or_(columns.until_day.is_(None), columns.until_day >= day))


def held_by(persons: Collection[PersonId], day: date) -> Any:
    """Rows (person_id, role, class_id): every role that these people hold today, from wherever it follows."""
    enrolments, teachers = t.enrolments.c, t.class_teachers.c
    nowhere = select(t.classes.c.id).where(literal(False)).scalar_subquery()
    granted = select(role_grants.c.person_id, role_grants.c.role, nowhere.label("class_id")).where(
        role_grants.c.person_id.in_(persons), role_grants.c.ended_at.is_(None)
    )
    pupils = select(enrolments.pupil_id, literal(Role.PUPIL.value), enrolments.class_id).where(
        enrolments.pupil_id.in_(persons), standing_on(enrolments, day)
    )
    guardians = (
        select(guardianships.c.guardian_id, literal(Role.GUARDIAN.value), enrolments.class_id)
        .select_from(guardianships.join(t.enrolments, enrolments.pupil_id == guardianships.c.pupil_id))
        .where(guardianships.c.guardian_id.in_(persons), guardianships.c.restricted_at.is_(None))
        .where(standing_on(enrolments, day))
    )
    own = select(teachers.person_id, literal(Role.CLASS_TEACHER.value), nowhere).where(
        teachers.person_id.in_(persons), standing_on(teachers, day)
    )
    return union_all(granted, pupils, guardians, own)


def _card(row: Row[Any], held: Sequence[Row[Any]]) -> PersonCard:
    classes = tuple(dict.fromkeys(ClassId(one.class_id) for one in held if one.class_id is not None))
    name = PersonName(row.surname, row.given, row.patronymic)
    return PersonCard(PersonId(row.id), name, frozenset(Role(one.role) for one in held), classes)
