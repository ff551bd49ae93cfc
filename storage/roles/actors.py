"""Who stands behind a Telegram account: the binding, the roles held today, whom they reach."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Row, String, and_, cast, literal, null, or_, select, union_all

from domain.clock import SchoolTime
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.people import Actor, PersonName, Role
from storage.database import Database
from storage.kept import Kept
from storage.tables import school as t
from storage.tables.roles import bindings, guardianships, people, role_grants
from storage.topics import ACCESS, LISTS, TIMETABLE


class KnownActors:
    """Two statements for an account not seen since the last change of access, lists or timetable, or today."""

    def __init__(self, database: Database, time: SchoolTime, school_language: str) -> None:
        self._database = database
        self._time = time
        self._school_language = school_language
        self._kept: Kept[tuple[int, date], Actor | None] = Kept(database, ACCESS, LISTS, TIMETABLE)

    async def actor(self, telegram_id: int) -> Actor | None:
        """None for a stranger, and for an account whose access was revoked or left."""
        return await self._kept.get((telegram_id, self._time.today()), self._read)

    async def _read(self, key: tuple[int, date]) -> Actor | None:
        telegram_id, day = key
        row = await self._database.reader.row(_binding_of(telegram_id))
        if row is None:
            return None
        reached = await self._database.reader.rows(_reached_by(row.id, day))
        return _actor(row, reached, self._school_language)


def _binding_of(telegram_id: int) -> Any:
    return (
        select(bindings.c.id.label("account"), bindings.c.roles, people)
        .join(people, bindings.c.person_id == people.c.id)
        .where(bindings.c.telegram_id == telegram_id, bindings.c.ended_at.is_(None))
    )


def _reached_by(person: int, day: date) -> Any:
    """Rows (what, pupil, class, role, name): everything that a person's roles reach today, in one statement."""
    nobody, no_role = cast(null(), BigInteger), cast(null(), String)
    granted = select(
        literal("granted").label("what"),
        nobody.label("pupil"),
        nobody.label("class_id"),
        role_grants.c.role.label("role"),
        literal("").label("name"),
    ).where(role_grants.c.person_id == person, role_grants.c.ended_at.is_(None))
    today = and_(
        t.enrolments.c.from_day <= day,
        or_(t.enrolments.c.until_day.is_(None), t.enrolments.c.until_day >= day),
    )
    child = (
        select(literal("child"), guardianships.c.pupil_id, t.enrolments.c.class_id, no_role, people.c.name_norm)
        .select_from(
            guardianships.join(people, guardianships.c.pupil_id == people.c.id).outerjoin(
                t.enrolments, and_(t.enrolments.c.pupil_id == guardianships.c.pupil_id, today)
            )
        )
        .where(guardianships.c.guardian_id == person, guardianships.c.restricted_at.is_(None))
    )
    pupil = select(literal("pupil"), nobody, t.enrolments.c.class_id, no_role, literal("")).where(
        t.enrolments.c.pupil_id == person, today
    )
    own = select(literal("own"), nobody, t.class_teachers.c.class_id, no_role, literal("")).where(
        t.class_teachers.c.person_id == person,
        t.class_teachers.c.from_day <= day,
        or_(t.class_teachers.c.until_day.is_(None), t.class_teachers.c.until_day >= day),
    )
    taught = _taught_by(person, day)
    return union_all(granted, child, pupil, own, *taught)


def _taught_by(person: int, day: date) -> tuple[Any, Any]:
    nobody, no_role = cast(null(), BigInteger), cast(null(), String)
    by_load = select(literal("taught"), nobody, t.teaching_loads.c.class_id, no_role, literal("")).where(
        t.teaching_loads.c.teacher_id == person
    )
    entries, teachers, parts = t.timetable_entries, t.timetable_entry_teachers, t.timetable_entry_classes
    by_timetable = (
        select(literal("taught"), nobody, parts.c.class_id, no_role, literal(""))
        .select_from(teachers.join(entries).join(parts, parts.c.entry_id == entries.c.id))
        .where(teachers.c.teacher_id == person, entries.c.valid_from <= day)
        .where(or_(entries.c.valid_until.is_(None), entries.c.valid_until >= day))
    )
    return by_load, by_timetable


def _actor(row: Row[Any], reached: Sequence[Row[Any]], school_language: str) -> Actor:
    children = sorted((r for r in reached if r.what == "child"), key=lambda r: (r.name, r.pupil))
    own = _classes(reached, "own")
    pupil = _classes(reached, "pupil")
    held = {Role(r.role) for r in reached if r.what == "granted"}
    held |= {Role.GUARDIAN} if children else set()
    held |= {Role.PUPIL} if pupil else set()
    held |= {Role.CLASS_TEACHER} if own else set()
    roles = frozenset(held & {Role(role) for role in row.roles})
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
    )


def _classes(reached: Sequence[Row[Any]], what: str) -> tuple[ClassId, ...]:
    return tuple(dict.fromkeys(ClassId(r.class_id) for r in reached if r.what == what))
