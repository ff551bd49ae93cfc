"""All that an import of lists compares with: each table once, whatever their size."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from domain.errors import NotFound
from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role
from domain.school.importing.known import (
    KnownClass,
    KnownGroup,
    KnownLoad,
    KnownPerson,
    KnownSchool,
    KnownSeat,
    KnownSubject,
)
from storage.executor import Reader
from storage.tables import school as t
from storage.tables.roles import guardianships, people, role_grants


class KnownListsReading:
    """Outside of a transaction."""

    def __init__(self, reader: Reader, today: Callable[[], date]) -> None:
        self._reader = reader
        self._today = today

    async def known(self) -> KnownSchool:
        return await known_school(self._reader, self._today())


async def known_school(reader: Reader, today: date) -> KnownSchool:
    """Raises `NotFound` in a database without a school year."""
    year = await reader.row(select(t.school_years).order_by(t.school_years.c.starts_on.desc()).limit(1))
    if year is None:
        raise NotFound
    own = select(t.classes.c.id).where(t.classes.c.year_id == year.id)
    groups = select(t.study_groups).where(t.study_groups.c.class_id.in_(own)).order_by(t.study_groups.c.id)
    leaders = await reader.rows(select(t.class_teachers))
    loads = await reader.rows(select(t.teaching_loads).order_by(t.teaching_loads.c.id))
    classes = await reader.rows(select(t.classes).where(t.classes.c.year_id == year.id).order_by(t.classes.c.id))
    current = {row.id for row in classes}
    return KnownSchool(
        year=YearId(year.id),
        year_starts=year.starts_on,
        people=await _people(reader, {row.person_id for row in leaders} | {row.teacher_id for row in loads}),
        seats=_seats(await reader.rows(_enrolled()), today),
        guardians=_guardians(await reader.rows(select(guardianships))),
        classes=[KnownClass(ClassId(row.id), row.name) for row in classes],
        leading=frozenset(_leading(leaders, current, today)),
        subjects=[KnownSubject(SubjectId(row.id), row.name) for row in await reader.rows(select(t.subjects))],
        groups=[_group(row) for row in await reader.rows(groups)],
        members=frozenset(_members(await reader.rows(_membership(groups)))),
        load=[_load(row) for row in loads if row.class_id in current],
    )


async def _people(reader: Reader, employed: set[int]) -> list[KnownPerson]:
    """`employed`: of whom classes and load tell it already."""
    roles: dict[int, set[Role]] = {}
    for grant in await reader.rows(select(role_grants)):
        roles.setdefault(grant.person_id, set()).update({Role(grant.role)} if grant.ended_at is None else set())
    return [
        KnownPerson(
            PersonId(row.id),
            PersonName(row.surname, row.given, row.patronymic),
            row.birth_date,
            row.external_number,
            frozenset(roles.get(row.id, ())),
            row.id in roles or row.id in employed,
        )
        for row in await reader.rows(select(people).order_by(people.c.id))
    ]


def _enrolled() -> Any:
    """The last seat of each pupil comes last."""
    seats = t.enrolments.join(t.classes, t.enrolments.c.class_id == t.classes.c.id)
    return (
        select(t.enrolments.c.pupil_id, t.enrolments.c.class_id, t.enrolments.c.until_day, t.classes.c.name)
        .select_from(seats)
        .order_by(t.enrolments.c.from_day, t.enrolments.c.id)
    )


def _seats(rows: Sequence[Row[Any]], today: date) -> list[KnownSeat]:
    last = {row.pupil_id: row for row in rows}
    return [
        KnownSeat(PersonId(pupil), ClassId(row.class_id), row.name, row.until_day is None or row.until_day >= today)
        for pupil, row in last.items()
    ]


def _guardians(rows: Sequence[Row[Any]]) -> dict[tuple[PersonId, PersonId], str]:
    return {(PersonId(row.guardian_id), PersonId(row.pupil_id)): row.relation for row in rows}


def _leading(rows: Sequence[Row[Any]], current: set[int], today: date) -> Iterable[tuple[ClassId, PersonId]]:
    for row in rows:
        if row.class_id in current and (row.until_day is None or row.until_day >= today):
            yield ClassId(row.class_id), PersonId(row.person_id)


def _members(rows: Sequence[Row[Any]]) -> Iterable[tuple[GroupId, PersonId]]:
    return ((GroupId(row.group_id), PersonId(row.pupil_id)) for row in rows)


def _membership(groups: Any) -> Any:
    members = t.study_group_members.c
    own = groups.order_by(None).with_only_columns(t.study_groups.c.id)
    return select(members.group_id, members.pupil_id).where(members.group_id.in_(own))


def _group(row: Row[Any]) -> KnownGroup:
    return KnownGroup(
        GroupId(row.id), ClassId(row.class_id), SubjectId(row.subject_id) if row.subject_id else None, row.name
    )


def _load(row: Row[Any]) -> KnownLoad:
    group = GroupId(row.group_id) if row.group_id else None
    return KnownLoad(
        row.id, PersonId(row.teacher_id), SubjectId(row.subject_id), ClassId(row.class_id), group, row.hours_week
    )
