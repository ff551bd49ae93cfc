"""Classes and seats, read whole and kept while the lists stand."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, and_, false, func, or_, select, tuple_

from domain.clock import SchoolTime
from domain.ids import ClassId, GroupId, PersonId
from domain.roles.people import PersonName
from domain.school.roster import Roster, SchoolClass, Seat, attended
from storage.database import Database
from storage.kept import Kept
from storage.roles.people import standing_on
from storage.tables.roles import people
from storage.tables.school import class_teachers, classes, enrolments, school_years, study_group_members, study_groups
from storage.topics import LISTS

RECENT = 12
"""Days beside today that are kept: about two weeks of lessons."""


class KnownRoster:
    """Three statements for the class lists of the school; read again after a change of the lists and each new day.

    As many for another day, of which the recent ones are kept.
    """

    def __init__(self, database: Database, time: SchoolTime) -> None:
        self._database = database
        self._time = time
        self._kept: Kept[date, Roster] = Kept(database, LISTS)
        self._days: Kept[date, Roster] = Kept(database, LISTS, most=RECENT)

    async def roster(self) -> Roster:
        return await self._kept.get(self._time.today(), self._read)

    async def roster_on(self, day: date) -> Roster:
        return await (self.roster() if day == self._time.today() else self._days.get(day, self._read))

    async def _read(self, day: date) -> Roster:
        over = self._time.instant(day + timedelta(days=1), time(0))
        class_rows = await self._database.reader.rows(_classes_of(day, over))
        seat_rows = await self._database.reader.rows(_seats_of(day, past=day < self._time.today()))
        divided = divisions(await self._database.reader.rows(groups_of_classes()))
        return Roster(_classes(class_rows), _seats(seat_rows, divided))


def _classes_of(day: date, over: datetime) -> Any:
    """Of the year that had begun last, to the end of its summer, and of those to come; `over`: when the day ends."""
    teaching = and_(class_teachers.c.class_id == classes.c.id, standing_on(class_teachers.c, day))
    years = school_years.alias("years")
    begun = select(func.max(years.c.starts_on)).where(years.c.starts_on <= day).scalar_subquery()
    return (
        select(classes.c.id, classes.c.name, classes.c.grade, class_teachers.c.person_id)
        .select_from(classes.join(school_years).outerjoin(class_teachers, teaching))
        .where(or_(school_years.c.closed_at.is_(None), school_years.c.closed_at >= over))
        .where(school_years.c.starts_on >= func.coalesce(begun, day))
        .order_by(school_years.c.starts_on.desc(), classes.c.grade, classes.c.name_norm)
    )


def _seats_of(day: date, *, past: bool) -> Any:
    """Subgroups count while their pupil sits in their class.

    `past`: who came with the first list of a class sat there before it was brought too.
    """
    p = people.c
    own = study_group_members.join(study_groups, study_group_members.c.group_id == study_groups.c.id)
    in_class = and_(study_group_members.c.pupil_id == p.id, study_groups.c.class_id == enrolments.c.class_id)
    return (
        select(p.id, p.surname, p.given, p.patronymic, enrolments.c.class_id, study_group_members.c.group_id)
        .select_from(enrolments.join(people, enrolments.c.pupil_id == p.id).outerjoin(own, in_class))
        .where(or_(standing_on(enrolments.c, day), _came_with_the_list(day) if past else false()))
        .order_by(p.name_norm, p.id)
    )


def _came_with_the_list(day: date) -> Any:
    """The first seat of the pupil, with which the class began, in a year that had begun by the day."""
    seat = enrolments.alias("seat").c
    begun = select(classes.c.id).join(school_years).where(school_years.c.starts_on <= day)
    of_class = select(seat.class_id, func.min(seat.from_day)).where(seat.class_id.in_(begun)).group_by(seat.class_id)
    of_pupil = select(seat.pupil_id, func.min(seat.from_day)).group_by(seat.pupil_id)
    return and_(
        enrolments.c.from_day > day,
        tuple_(enrolments.c.class_id, enrolments.c.from_day).in_(of_class),
        tuple_(enrolments.c.pupil_id, enrolments.c.from_day).in_(of_pupil),
    )


def groups_of_classes() -> Any:
    return select(study_groups.c.id, study_groups.c.class_id, study_groups.c.subject_id)


def divisions(rows: Any) -> dict[ClassId, list[frozenset[GroupId]]]:
    groups: dict[ClassId, dict[int | None, set[GroupId]]] = {}
    for row in rows:
        groups.setdefault(ClassId(row.class_id), {}).setdefault(row.subject_id, set()).add(GroupId(row.id))
    return {class_id: [frozenset(one) for one in of.values()] for class_id, of in groups.items()}


def _classes(rows: Any) -> dict[ClassId, SchoolClass]:
    teachers: dict[ClassId, list[PersonId]] = {}
    for row in rows:
        teachers.setdefault(ClassId(row.id), []).extend([PersonId(row.person_id)] if row.person_id else [])
    return {
        ClassId(row.id): SchoolClass(ClassId(row.id), row.name, row.grade, tuple(teachers[ClassId(row.id)]))
        for row in rows
    }


def _seats(rows: Any, divided: dict[ClassId, list[frozenset[GroupId]]]) -> dict[PersonId, Seat]:
    own: dict[int, set[GroupId]] = {}
    for row in rows:
        own.setdefault(row.id, set()).update({GroupId(row.group_id)} if row.group_id else set())
    filled = frozenset(group for groups in own.values() for group in groups)
    return {
        PersonId(row.id): _seat(row, attended(frozenset(own[row.id]), divided.get(ClassId(row.class_id), ()), filled))
        for row in rows
    }


def _seat(row: Row[Any], groups: frozenset[GroupId]) -> Seat:
    name = PersonName(row.surname, row.given, row.patronymic)
    return Seat(PersonId(row.id), name, ClassId(row.class_id), groups)
