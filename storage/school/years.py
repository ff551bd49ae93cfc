"""The turn of the year: the old one read whole, the new one written; each table in one statement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, or_, select, update

from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role
from domain.school.calendar import DAY
from domain.school.class_names import class_norm
from domain.school.movement import MovementKind, MovementState
from domain.school.year_turn import OldClass, OldGroup, OldLoad, OldSeat, OldYear, TurnPlan
from storage.executor import Reader, Writer
from storage.school.founding import add_year
from storage.school.year_bells import new_bells, old_bells, rules_of_classes
from storage.sequences import next_ids
from storage.tables import school as t
from storage.tables.curriculum import curriculum_plans
from storage.tables.office import movements
from storage.tables.roles import people, role_grants
from storage.topics import ACCESS, LISTS, TIMETABLE

Values = dict[str, Any]
Write = tuple[Any, list[Values]]
"""A statement and its rows."""
NAME = (people.c.surname, people.c.given, people.c.patronymic)


class YearReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def newest(self, day: date) -> OldYear | None:
        """Eleven statements, however large the school. In a transaction the year's row is held."""
        asked = select(t.school_years).order_by(t.school_years.c.starts_on.desc()).limit(1)
        year = await self._reader.row(self._held(asked))
        if year is None:
            return None
        rows, own = self._reader.rows, select(t.classes.c.id).where(t.classes.c.year_id == year.id)
        leaders = await rows(_leaders(own, day))
        members = await rows(_members(own))
        groups = await rows(select(t.study_groups).where(t.study_groups.c.class_id.in_(own)))
        found = await rows(select(t.classes).where(t.classes.c.year_id == year.id).order_by(*_ORDER))
        return OldYear(
            id=YearId(year.id),
            name=year.name,
            starts_on=year.starts_on,
            ends_on=year.ends_on,
            closed=year.closed_at is not None,
            classes=[_class(row, leaders) for row in found],
            seats=[_seat(row) for row in await rows(_seats(own, day))],
            groups=_groups(groups, members),
            load=[_load(row) for row in await rows(_loads(own))],
            lines=await self._count(select(func.count()).select_from(t.timetable_entries).where(_of_year(own, day))),
            plans=await self._count(_plans(year.id)),
            proposals=await self._count(_proposals()),
            bells=[old_bells(row) for row in await rows(rules_of_classes(own))],
        )

    def _held(self, asked: Any) -> Any:
        return asked

    async def _count(self, asked: Any) -> int:
        row = await self._reader.row(asked)
        return int(row[0]) if row is not None else 0


class YearRows(YearReads):
    def __init__(self, tx: Writer) -> None:
        super().__init__(tx)
        self._tx = tx

    async def carry_out(self, plan: TurnPlan, by: PersonId) -> None:
        """A statement for each table, and those that give ids."""
        now = self._tx.clock.now()
        closed = update(t.school_years).where(t.school_years.c.id == plan.old.id)
        await self._tx.run(closed.values(closed_at=now))
        year = await add_year(self._tx, plan.new)
        classes = dict(
            zip(
                (one.old.id for one in plan.classes),
                await next_ids(self._tx, t.classes, len(plan.classes)),
                strict=True,
            )
        )
        groups = dict(
            zip(
                (one.id for one in plan.groups), await next_ids(self._tx, t.study_groups, len(plan.groups)), strict=True
            )
        )
        graduated = {"proposed_by": by, "proposed_at": now, "decided_by": by, "decided_at": now}
        writes = (
            *_ended(plan),
            (insert(t.classes), _new_classes(plan, year, classes)),
            *_new_seats(plan, classes),
            (insert(t.class_teachers), _new_leaders(plan, classes)),
            (insert(t.study_groups), _new_groups(plan, classes, groups)),
            (insert(t.study_group_members), _new_members(plan, groups)),
            (insert(t.teaching_loads), _new_loads(plan, classes, groups)),
            (insert(t.bell_rules), new_bells(plan, classes)),
            (insert(movements), [_graduated(plan, seat) | graduated for seat in plan.graduates]),
        )
        for statement, rows in writes:
            if rows:
                await self._tx.run(statement, rows)
        for topic in (LISTS, ACCESS, TIMETABLE):
            self._tx.touch(topic)

    def _held(self, asked: Any) -> Any:
        return asked.with_for_update()


_ORDER = (t.classes.c.grade, t.classes.c.name_norm, t.classes.c.id)


def _leaders(own: Any, day: date) -> Any:
    of = t.class_teachers.c
    standing = or_(of.until_day.is_(None), of.until_day >= day)
    asked = select(of.class_id, of.person_id, *NAME).join(people, of.person_id == people.c.id)
    return asked.where(of.class_id.in_(own), standing).order_by(people.c.name_norm)


def _seats(own: Any, day: date) -> Any:
    of = t.enrolments.c
    asked = select(t.enrolments, *NAME).join(people, of.pupil_id == people.c.id)
    lasting = or_(of.until_day.is_(None), of.until_day >= day)
    return asked.where(of.class_id.in_(own), lasting).order_by(people.c.name_norm, of.id)


def _members(own: Any) -> Any:
    of = t.study_group_members.c
    return select(of.group_id, of.pupil_id).join(t.study_groups).where(t.study_groups.c.class_id.in_(own))


def _loads(own: Any) -> Any:
    of, grant = t.teaching_loads.c, role_grants.c
    teaches = exists().where(grant.person_id == of.teacher_id, grant.role == Role.TEACHER, grant.ended_at.is_(None))
    return (
        select(t.teaching_loads, *NAME, t.subjects.c.name.label("subject_name"), teaches.label("teaches"))
        .join(people, of.teacher_id == people.c.id)
        .join(t.subjects, of.subject_id == t.subjects.c.id)
        .where(of.class_id.in_(own))
        .order_by(of.id)
    )


def _of_year(own: Any, day: date) -> Any:
    """Lines of the timetable of these classes that stand on a day or later."""
    entry, part = t.timetable_entries.c, t.timetable_entry_classes.c
    theirs = select(part.entry_id).where(part.class_id.in_(own))
    return (entry.id.in_(theirs)) & or_(entry.valid_until.is_(None), entry.valid_until >= day)


def _plans(year: int) -> Any:
    return select(func.count()).select_from(curriculum_plans).where(curriculum_plans.c.year_id == year)


def _proposals() -> Any:
    return select(func.count()).select_from(movements).where(movements.c.state == MovementState.PROPOSED.value)


def _name(row: Any) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)


def _class(row: Any, leaders: Iterable[Any]) -> OldClass:
    mine = {PersonId(one.person_id): _name(one) for one in leaders if one.class_id == row.id}
    return OldClass(ClassId(row.id), row.name, row.grade, tuple(mine.items()))


def _seat(row: Any) -> OldSeat:
    return OldSeat(row.id, PersonId(row.pupil_id), _name(row), ClassId(row.class_id), row.from_day, row.until_day)


def _groups(rows: Iterable[Any], members: Sequence[Any]) -> list[OldGroup]:
    inside: dict[int, set[PersonId]] = {}
    for one in members:
        inside.setdefault(one.group_id, set()).add(PersonId(one.pupil_id))
    return [
        OldGroup(
            GroupId(row.id),
            ClassId(row.class_id),
            SubjectId(row.subject_id) if row.subject_id is not None else None,
            row.name,
            frozenset(inside.get(row.id, ())),
        )
        for row in rows
    ]


def _load(row: Any) -> OldLoad:
    return OldLoad(
        PersonId(row.teacher_id),
        _name(row),
        SubjectId(row.subject_id),
        row.subject_name,
        ClassId(row.class_id),
        GroupId(row.group_id) if row.group_id is not None else None,
        row.hours_week,
        bool(row.teaches),
    )


def _ended(plan: TurnPlan) -> Iterator[Write]:
    """What stood of the old year ends the day before; its timetable with its last school day."""
    last, own = plan.day - DAY, select(t.classes.c.id).where(t.classes.c.year_id == plan.old.id)
    seat = update(t.enrolments).where(t.enrolments.c.id == bindparam("row"))
    yield seat.values(until_day=bindparam("last")), [{"row": one.id, "last": last} for one in plan.seats]
    leading = t.class_teachers.c
    led = update(t.class_teachers).where(leading.class_id.in_(own))
    led = led.where(or_(leading.until_day.is_(None), leading.until_day > last))
    yield led.values(until_day=bindparam("last")), [{"last": last}]
    entry = t.timetable_entries.c
    lines = update(t.timetable_entries).where(_of_year(own, plan.old.ends_on + DAY))
    lines = lines.where(entry.valid_from <= plan.old.ends_on)
    yield lines.values(valid_until=bindparam("last")), [{"last": plan.old.ends_on}]


def _new_classes(plan: TurnPlan, year: YearId, classes: Mapping[ClassId, int]) -> list[Values]:
    return [
        {
            "id": classes[one.old.id],
            "year_id": year,
            "grade": one.grade,
            "name": one.name,
            "name_norm": class_norm(one.name),
        }
        for one in plan.classes
    ]


def _new_seats(plan: TurnPlan, classes: Mapping[ClassId, int]) -> Iterator[Write]:
    yield (
        insert(t.enrolments),
        [
            {
                "pupil_id": seat.pupil,
                "class_id": classes[seat.class_id],
                "from_day": plan.day,
                "until_day": seat.until_day,
            }
            for seat in plan.seats
            if seat.class_id in classes
        ],
    )
    later = update(t.enrolments).where(t.enrolments.c.id == bindparam("row")).values(class_id=bindparam("to"))
    yield later, [{"row": seat.id, "to": classes[seat.class_id]} for seat in plan.moved]


def _new_leaders(plan: TurnPlan, classes: Mapping[ClassId, int]) -> list[Values]:
    return [
        {"class_id": classes[one.old.id], "person_id": person, "from_day": plan.day}
        for one in plan.classes
        for person, _ in one.old.leaders
    ]


def _new_groups(plan: TurnPlan, classes: Mapping[ClassId, int], groups: Mapping[GroupId, int]) -> list[Values]:
    return [
        {"id": groups[one.id], "class_id": classes[one.class_id], "subject_id": one.subject, "name": one.name}
        for one in plan.groups
    ]


def _new_members(plan: TurnPlan, groups: Mapping[GroupId, int]) -> list[Values]:
    """Who sits in the class on that day."""
    seated = {(seat.class_id, seat.pupil) for seat in plan.seats}
    return [
        {"group_id": groups[one.id], "pupil_id": pupil}
        for one in plan.groups
        for pupil in sorted(one.members)
        if (one.class_id, pupil) in seated
    ]


def _new_loads(plan: TurnPlan, classes: Mapping[ClassId, int], groups: Mapping[GroupId, int]) -> list[Values]:
    return [
        {
            "teacher_id": one.teacher,
            "subject_id": one.subject,
            "class_id": classes[one.class_id],
            "group_id": groups[one.group] if one.group is not None else None,
            "hours_week": one.hours,
        }
        for one in plan.load
    ]


def _graduated(plan: TurnPlan, seat: OldSeat) -> Values:
    return {
        "pupil_id": seat.pupil,
        "kind": MovementKind.GRADUATED.value,
        "from_class_id": seat.class_id,
        "day": plan.day - DAY,
        "state": MovementState.ACCEPTED.value,
    }
