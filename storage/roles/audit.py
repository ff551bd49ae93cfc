"""The audit log: a line a day for the same deed, counted up; and its readings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, func, literal, null, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from domain.ids import ClassId, PersonId
from domain.roles.audit import CHANGED, AuditEntry, AuditFilter, Look
from domain.roles.exports import COUNTED
from domain.roles.names import norm
from domain.roles.people import PersonName, Role
from domain.roles.watching import Glance
from storage.executor import Reader, Writer
from storage.roles.people import held_by, standing_on
from storage.tables.journal import change_log
from storage.tables.office import audit_log
from storage.tables.roles import people
from storage.tables.school import classes, enrolments

WRITTEN = ("at", "day", "actor_id", "what", "subject_id", "class_id", "about", "times")
KEY = ("actor_id", "what", "about", "day")


class AuditRows:
    def __init__(self, tx: Writer, today: date) -> None:
        self._tx = tx
        self._today = today

    async def add(self, *glances: Glance) -> None:
        """Now, once each."""
        now = self._tx.clock.now()
        await self.write([Look(glance, self._today, 1, now) for glance in glances])

    async def write(self, looks: Sequence[Look]) -> None:
        """One statement for all; of who or what there is none, nothing was seen: numbers in buttons may be forged."""
        if looks:
            await self._tx.run(_counted_up(self._tx.dialect), [_row(look) for look in looks])

    async def exports_today(self, person: PersonId, what: Collection[str] = COUNTED) -> int:
        mine = and_(audit_log.c.actor_id == person, audit_log.c.day == self._today, audit_log.c.what.in_(what))
        row = await self._tx.row(select(func.coalesce(func.sum(audit_log.c.times), 0)).where(mine))
        return int(row[0]) if row else 0


class AuditReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def entries(self, wanted: AuditFilter, most: int, skip: int = 0) -> Sequence[AuditEntry]:
        asked = _entries(wanted) if wanted.changed_since is None else _changes(wanted)
        rows = await self._reader.rows(asked.limit(most).offset(skip))
        actors = sorted({row.actor_id for row in rows})
        held = await self._reader.rows(held_by([PersonId(one) for one in actors], _last_day(rows))) if actors else ()
        roles: dict[int, set[Role]] = {}
        for one in held:
            roles.setdefault(one.person_id, set()).add(Role(one.role))
        return [_entry(row, frozenset(roles.get(row.actor_id, ()))) for row in rows]

    async def deeds(self, wanted: AuditFilter) -> Sequence[str]:
        asked = select(audit_log.c.what).where(audit_log.c.day >= wanted.since)
        if wanted.changed_since is not None:
            asked = select(change_log.c.what).where(change_log.c.at >= wanted.changed_since)
        rows = await self._reader.rows(asked.distinct())
        return sorted(row.what if wanted.changed_since is None else f"{CHANGED}{row.what}" for row in rows)

    async def named(self, typed: str, most: int) -> Mapping[PersonId, PersonName]:
        words = [word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") for word in norm(typed).split()]
        holds = [people.c.name_norm.like(f"%{word}%", escape="\\") for word in words]
        asked = select(people).where(*holds).order_by(people.c.name_norm, people.c.id).limit(most)
        return {PersonId(row.id): _name(row) for row in await self._reader.rows(asked)} if words else {}

    async def names(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonName]:
        rows = await self._reader.rows(select(people).where(people.c.id.in_(persons)))
        return {PersonId(row.id): _name(row) for row in rows}

    async def class_of(self, pupil: PersonId, day: date) -> ClassId | None:
        seat = select(enrolments.c.class_id).where(enrolments.c.pupil_id == pupil, standing_on(enrolments.c, day))
        row = await self._reader.row(seat)
        return ClassId(row.class_id) if row else None


@cache
def _counted_up(dialect: str) -> Any:
    statement: Any = postgresql.insert(audit_log) if dialect == "postgresql" else sqlite.insert(audit_log)
    said = {name: bindparam(name, type_=audit_log.c[name].type) for name in WRITTEN}
    known = (exists().where(people.c.id == said["actor_id"]), *_there(said))
    statement = statement.from_select(list(WRITTEN), select(*said.values()).where(*known))
    again = {"times": audit_log.c.times + statement.excluded.times, "at": statement.excluded.at}
    return statement.on_conflict_do_update(index_elements=list(KEY), set_=again)


def _there(said: Mapping[str, Any]) -> Iterator[ColumnElement[bool]]:
    for name, table in (("subject_id", people), ("class_id", classes)):
        yield or_(said[name].is_(None), exists().where(table.c.id == said[name]))


def _row(look: Look) -> dict[str, Any]:
    glance = look.glance
    about = (f"p{glance.subject}" if glance.subject else "") + (f"c{glance.class_id}" if glance.class_id else "")
    return {
        "at": look.at,
        "day": look.day,
        "actor_id": glance.actor,
        "what": glance.what,
        "subject_id": glance.subject,
        "class_id": glance.class_id,
        "about": about,
        "times": look.times,
    }


def _entries(wanted: AuditFilter) -> Any:
    log, subject = audit_log.c, people.alias("subject")
    conditions: list[ColumnElement[bool]] = [log.day >= wanted.since]
    if wanted.subject is not None:
        of_class = log.class_id == wanted.class_id if wanted.class_id is not None else None
        conditions.append(or_(log.subject_id == wanted.subject, *([] if of_class is None else [of_class])))
    if wanted.actor is not None:
        conditions.append(log.actor_id == wanted.actor)
    if wanted.without is not None:
        conditions.append(log.actor_id != wanted.without)
    if wanted.what is not None:
        conditions.append(log.what == wanted.what)
    return (
        select(log.at, log.what, log.times, log.actor_id)
        .add_columns(people.c.surname, people.c.given, people.c.patronymic, classes.c.name.label("class_name"))
        .add_columns(subject.c.surname.label("s_surname"), subject.c.given.label("s_given"))
        .add_columns(subject.c.patronymic.label("s_patronymic"))
        .select_from(
            audit_log.join(people, people.c.id == log.actor_id)
            .outerjoin(subject, subject.c.id == log.subject_id)
            .outerjoin(classes, classes.c.id == log.class_id)
        )
        .where(*conditions)
        .order_by(log.at.desc(), log.id.desc())
    )


def _changes(wanted: AuditFilter) -> Any:
    log, subject = change_log.c, people.alias("subject")
    conditions: list[ColumnElement[bool]] = [log.at >= wanted.changed_since]
    if wanted.subject is not None:
        conditions.append(log.pupil_id == wanted.subject)
    if wanted.actor is not None:
        conditions.append(log.person_id == wanted.actor)
    if wanted.what is not None:
        conditions.append(log.what == wanted.what.removeprefix(CHANGED))
    return (
        select(log.at, literal(CHANGED).concat(log.what).label("what"), literal(1).label("times"))
        .add_columns(log.person_id.label("actor_id"), null().label("class_name"))
        .add_columns(people.c.surname, people.c.given, people.c.patronymic)
        .add_columns(subject.c.surname.label("s_surname"), subject.c.given.label("s_given"))
        .add_columns(subject.c.patronymic.label("s_patronymic"))
        .select_from(
            change_log.join(people, people.c.id == log.person_id).outerjoin(subject, subject.c.id == log.pupil_id)
        )
        .where(*conditions)
        .order_by(log.id.desc())
    )


def _last_day(rows: Sequence[Row[Any]]) -> date:
    at: datetime = max(row.at for row in rows)
    return at.date()


def _entry(row: Row[Any], roles: frozenset[Role]) -> AuditEntry:
    subject = PersonName(row.s_surname, row.s_given, row.s_patronymic) if row.s_surname is not None else None
    return AuditEntry(row.at, _name(row), roles, row.what, subject, row.class_name, row.times)


def _name(row: Row[Any]) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)
