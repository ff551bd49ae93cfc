"""Who stands behind a Telegram account: the binding, the roles held today, whom they reach."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    Row,
    String,
    and_,
    bindparam,
    cast,
    literal,
    null,
    or_,
    select,
    union_all,
)

from domain.clock import SchoolTime
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.people import Actor, PersonName, Role
from storage.database import Database
from storage.kept import Kept
from storage.tables import school as t
from storage.tables.roles import bindings, guardianships, people, role_grants
from storage.topics import ACCESS, LISTS, TIMETABLE


class KnownActors:
    """Two statements for accounts not seen since the last change of access, lists or timetable, or today."""

    def __init__(self, database: Database, time: SchoolTime, school_language: str) -> None:
        self._database = database
        self._time = time
        self._school_language = school_language
        self._kept: Kept[tuple[int, date], Actor | None] = Kept(database, ACCESS, LISTS, TIMETABLE)

    async def actor(self, telegram_id: int) -> Actor | None:
        """None for a stranger, and for an account whose access was revoked or left."""
        return await self._kept.get((telegram_id, self._time.today()), self._read)

    async def foresee(self, telegram_ids: Collection[int]) -> None:
        """The same two statements for all who come with one batch of updates."""
        day = self._time.today()
        await self._kept.fill([(one, day) for one in telegram_ids], self._read_all)

    async def _read(self, key: tuple[int, date]) -> Actor | None:
        return (await self._read_all([key]))[key]

    async def _read_all(self, keys: Collection[tuple[int, date]]) -> dict[tuple[int, date], Actor | None]:
        """Keys of one day."""
        [day] = {day for _, day in keys}
        accounts = [telegram_id for telegram_id, _ in keys]
        bound = await self._database.reader.rows(BOUND, {"accounts": accounts})
        persons = list({row.id for row in bound})
        reached = await self._database.reader.rows(REACHED, {"persons": persons, "day": day}) if persons else ()
        by_person: dict[int, list[Row[Any]]] = {}
        for row in reached:
            by_person.setdefault(row.person, []).append(row)
        actors = {row.telegram_id: _actor(row, by_person.get(row.id, ()), self._school_language) for row in bound}
        return {key: actors.get(key[0]) for key in keys}


PERSONS: Any = bindparam("persons", expanding=True)
DAY: Any = bindparam("day", type_=Date)


def _bound() -> Any:
    accounts: Any = bindparam("accounts", expanding=True)
    return (
        select(
            bindings.c.telegram_id,
            bindings.c.id.label("account"),
            bindings.c.roles,
            bindings.c.confirmed_at,
            bindings.c.writing_until,
            people,
        )
        .join(people, bindings.c.person_id == people.c.id)
        .where(bindings.c.telegram_id.in_(accounts), bindings.c.ended_at.is_(None))
    )


def _reached() -> Any:
    """Rows (person, what, pupil, class, role, name): everything that people's roles reach on a day."""
    grant, seat, own = role_grants.c, t.enrolments.c, t.class_teachers.c
    granted = _row(grant.person_id, "granted", role=grant.role).where(grant.ended_at.is_(None))
    child = (
        _row(guardianships.c.guardian_id, "child", guardianships.c.pupil_id, seat.class_id, name=people.c.name_norm)
        .select_from(
            guardianships.join(people, guardianships.c.pupil_id == people.c.id).outerjoin(
                t.enrolments, and_(seat.pupil_id == guardianships.c.pupil_id, _stands(seat.from_day, seat.until_day))
            )
        )
        .where(guardianships.c.restricted_at.is_(None))
    )
    pupil = _row(seat.pupil_id, "pupil", school_class=seat.class_id).where(_stands(seat.from_day, seat.until_day))
    leads = _row(own.person_id, "own", school_class=own.class_id).where(_stands(own.from_day, own.until_day))
    return union_all(granted, child, pupil, leads, *_taught())


def _taught() -> tuple[Any, Any]:
    entry, teacher, part = t.timetable_entries.c, t.timetable_entry_teachers, t.timetable_entry_classes
    by_load = _row(t.teaching_loads.c.teacher_id, "taught", school_class=t.teaching_loads.c.class_id)
    by_timetable = (
        _row(teacher.c.teacher_id, "taught", school_class=part.c.class_id)
        .select_from(teacher.join(t.timetable_entries).join(part, part.c.entry_id == entry.id))
        .where(_stands(entry.valid_from, entry.valid_until))
    )
    return by_load, by_timetable


def _row(
    person: Any, what: str, pupil: Any = None, school_class: Any = None, role: Any = None, name: Any = None
) -> Any:
    return select(
        person.label("person"),
        literal(what).label("what"),
        (cast(null(), BigInteger) if pupil is None else pupil).label("pupil"),
        (cast(null(), BigInteger) if school_class is None else school_class).label("class_id"),
        (cast(null(), String) if role is None else role).label("role"),
        (literal("") if name is None else name).label("name"),
    ).where(person.in_(PERSONS))


def _stands(first: Any, last: Any) -> Any:
    return and_(first <= DAY, or_(last.is_(None), last >= DAY))


# Made once: putting them together costs more than running them.
BOUND = _bound()
REACHED = _reached()


def _actor(row: Row[Any], reached: Sequence[Row[Any]], school_language: str) -> Actor:
    children = sorted((r for r in reached if r.what == "child"), key=lambda r: (r.name, r.pupil))
    own = _classes(reached, "own")
    pupil = _classes(reached, "pupil")
    held = {Role(r.role) for r in reached if r.what == "granted"}
    held |= {Role.GUARDIAN} if children else set()
    held |= {Role.PUPIL} if pupil else set()
    held |= {Role.CLASS_TEACHER} if own else set()
    given = held & {Role(role) for role in row.roles}
    awaited = row.confirmed_at is None and Role.GUARDIAN in given
    roles = frozenset(given - {Role.GUARDIAN} if awaited else given)
    return Actor(
        person=PersonId(row.id),
        account=AccountId(row.account),
        name=PersonName(row.surname, row.given, row.patronymic),
        language=row.language or school_language,
        roles=roles,
        children=tuple(PersonId(r.pupil) for r in children) if Role.GUARDIAN in roles else (),
        own_classes=own if Role.CLASS_TEACHER in roles else (),
        taught_classes=_classes(reached, "taught") if Role.TEACHER in roles else (),
        pupil_class=pupil[0] if pupil and Role.PUPIL in roles else None,
        writing_until=row.writing_until,
        awaited=awaited,
    )


def _classes(reached: Sequence[Row[Any]], what: str) -> tuple[ClassId, ...]:
    """In an order that does not depend on the database's."""
    return tuple(sorted({ClassId(r.class_id) for r in reached if r.what == what}))
