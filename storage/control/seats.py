"""Who sat in which class from when until when."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, or_, select, tuple_

from domain.control.seats import SeatSpan
from domain.ids import ClassId, GroupId, PersonId
from domain.roles.people import PersonName
from domain.school.roster import attended
from storage.database import Database
from storage.school.roster import divisions, groups_of_classes
from storage.tables.roles import people
from storage.tables.school import classes as t_classes
from storage.tables.school import enrolments, school_years, study_group_members, study_groups

Groups = Mapping[tuple[int, int], frozenset[GroupId]]
"""Of a class and a pupil."""


class SeatReads:
    """Three statements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def seats(self, first: date, last: date, classes: Collection[ClassId] | None = None) -> Sequence[SeatSpan]:
        rows = self._database.reader.rows
        spans = await rows(_spans(first, last, classes))
        division = divisions(await rows(groups_of_classes()))
        own = _own(await rows(_members(classes)))
        filled = frozenset(group for row in spans for group in own.get((row.class_id, row.pupil_id), ()))
        found: list[SeatSpan] = []
        for row in spans:
            mine = own.get((row.class_id, row.pupil_id), frozenset())
            found.append(_span(row, attended(mine, division.get(ClassId(row.class_id), ()), filled)))
        return found


def _spans(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    p, seat = people.c, enrolments.c
    begins = _begins()
    asked = (
        select(seat.pupil_id, seat.class_id, begins.label("from_day"), seat.until_day)
        .add_columns(p.surname, p.given, p.patronymic)
        .select_from(
            enrolments.join(people, seat.pupil_id == p.id)
            .join(t_classes, seat.class_id == t_classes.c.id)
            .join(school_years, t_classes.c.year_id == school_years.c.id)
        )
        .where(begins <= last, or_(seat.until_day.is_(None), seat.until_day >= first))
        .where(school_years.c.starts_on <= last)
        .where(or_(school_years.c.ends_on >= first, school_years.c.closed_at.is_(None)))
        .order_by(t_classes.c.grade, t_classes.c.name_norm, p.name_norm, p.id, begins)
    )
    return asked if classes is None else asked.where(seat.class_id.in_(list(classes)))


def _begins() -> Any:
    """The year's beginning for the first seat of a pupil, with which the class began (as the roster has it)."""
    known = enrolments.alias("known").c
    of_class = select(known.class_id, func.min(known.from_day)).group_by(known.class_id)
    of_pupil = select(known.pupil_id, func.min(known.from_day)).group_by(known.pupil_id)
    seat = enrolments.c
    came_with_the_list = and_(
        seat.from_day > school_years.c.starts_on,
        tuple_(seat.class_id, seat.from_day).in_(of_class),
        tuple_(seat.pupil_id, seat.from_day).in_(of_pupil),
    )
    return case((came_with_the_list, school_years.c.starts_on), else_=seat.from_day)


def _members(classes: Collection[ClassId] | None) -> Select[Any]:
    member, group = study_group_members.c, study_groups.c
    asked = select(member.pupil_id, member.group_id, group.class_id).join(study_groups, member.group_id == group.id)
    return asked if classes is None else asked.where(group.class_id.in_(list(classes)))


def _own(rows: Sequence[Row[Any]]) -> Groups:
    found: dict[tuple[int, int], frozenset[GroupId]] = {}
    for row in rows:
        key = row.class_id, row.pupil_id
        found[key] = found.get(key, frozenset()) | {GroupId(row.group_id)}
    return found


def _span(row: Row[Any], groups: frozenset[GroupId]) -> SeatSpan:
    name = PersonName(row.surname, row.given, row.patronymic)
    return SeatSpan(PersonId(row.pupil_id), name, ClassId(row.class_id), row.from_day, row.until_day, groups)
