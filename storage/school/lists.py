"""The room for importing lists: reads what is known, writes a plan; each table in one statement."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Table, and_, bindparam, delete, insert, update

from domain.roles.names import norm
from domain.school.class_names import class_norm
from domain.school.importing.known import KnownSchool
from domain.school.importing.plan import GivenIds, Plan, PlannedPerson
from domain.school.subject_names import short_name
from storage.executor import Writer
from storage.school.lists_reads import known_school
from storage.sequences import next_ids
from storage.tables import school as t
from storage.tables.roles import guardianships, people, role_grants
from storage.topics import ACCESS, LISTS, TIMETABLE
from storage.upsert import upsert

Values = dict[str, Any]
Write = tuple[Any, list[Values]]
"""A statement and its rows."""


class ListRows:
    """Inside a transaction; `today` is the school's day."""

    def __init__(self, tx: Writer, today: date) -> None:
        self._tx = tx
        self._today = today

    async def known(self) -> KnownSchool:
        return await known_school(self._tx, self._today)

    async def carry_out(self, plan: Plan) -> GivenIds:
        ids = GivenIds(
            people=await self._given(people, plan.people),
            classes=await self._given(t.classes, plan.classes),
            subjects=await self._given(t.subjects, plan.subjects),
            groups=await self._given(t.study_groups, plan.groups),
        )
        writes = (*self._new_people(plan, ids), *self._new_of_school(plan, ids), *_changed(plan, ids))
        needed = [(statement, rows) for statement, rows in writes if rows]
        for statement, rows in needed:
            await self._tx.run(statement, rows)
        for topic in (LISTS, ACCESS, TIMETABLE) if needed else ():
            self._tx.touch(topic)
        return ids

    async def _given(self, table: Table, planned: Sequence[Any]) -> dict[Any, Any]:
        return dict(zip((one.id for one in planned), await next_ids(self._tx, table, len(planned)), strict=True))

    def _new_people(self, plan: Plan, ids: GivenIds) -> Iterator[Write]:
        now, person = self._tx.clock.now(), ids.person
        yield insert(people), [_person(one, ids) | {"created_at": now} for one in plan.people]
        yield insert(role_grants), [{"person_id": person(p), "role": r, "granted_at": now} for p, r in plan.roles]
        related = [{"guardian_id": person(g), "pupil_id": person(p), "relation": told} for g, p, told in plan.guardians]
        yield insert(guardianships), related

    def _new_of_school(self, plan: Plan, ids: GivenIds) -> Iterator[Write]:
        """What others point at comes first."""
        yield insert(t.classes), _classes(plan, ids)
        yield insert(t.subjects), _subjects(plan, ids)
        yield insert(t.study_groups), _groups(plan, ids)
        yield insert(t.enrolments), _seats(plan, ids)
        joined = [{"group_id": ids.group(group), "pupil_id": ids.person(pupil)} for group, pupil in plan.joined]
        yield insert(t.study_group_members), joined
        since = ("class_id", "person_id", "from_day")
        yield upsert(t.class_teachers, self._tx.dialect, since, "until_day"), _leading(plan, ids)
        yield insert(t.teaching_loads), _load(plan, ids)


def _changed(plan: Plan, ids: GivenIds) -> Iterator[Write]:
    """Parameters have names of their own: those of the columns are taken by what is set."""
    corrected = update(people).where(people.c.id == bindparam("whom"))
    yield (
        corrected.values(birth_date=bindparam("birth"), external_number=bindparam("number")),
        [{"whom": one.id, "birth": one.birth, "number": one.number} for one in plan.corrected],
    )
    of = and_(guardianships.c.guardian_id == bindparam("who"), guardianships.c.pupil_id == bindparam("whose"))
    yield (
        update(guardianships).where(of).values(relation=bindparam("told")),
        [{"who": ids.person(g), "whose": ids.person(p), "told": told} for g, p, told in plan.relations],
    )
    members = t.study_group_members.c
    seat = and_(members.group_id == bindparam("which"), members.pupil_id == bindparam("who"))
    yield (
        delete(t.study_group_members).where(seat),
        [{"which": group, "who": pupil} for group, pupil in plan.left],
    )
    weekly = update(t.teaching_loads).where(t.teaching_loads.c.id == bindparam("row"))
    yield (
        weekly.values(hours_week=bindparam("hours")),
        [{"row": row, "hours": hours} for row, hours in plan.hours],
    )


def _person(one: PlannedPerson, ids: GivenIds) -> Values:
    return {
        "id": ids.person(one.id),
        "surname": one.name.surname,
        "given": one.name.given,
        "patronymic": one.name.patronymic,
        "name_norm": norm(one.name.full),
        "birth_date": one.birth,
        "external_number": one.number,
    }


def _classes(plan: Plan, ids: GivenIds) -> list[Values]:
    return [
        {
            "id": ids.school_class(one.id),
            "year_id": plan.year,
            "grade": one.grade,
            "name": one.name,
            "name_norm": class_norm(one.name),
        }
        for one in plan.classes
    ]


def _subjects(plan: Plan, ids: GivenIds) -> list[Values]:
    return [
        {
            "id": ids.subject(one.id),
            "name": one.name,
            "short": short_name(one.name),
            "name_norm": norm(one.name),
        }
        for one in plan.subjects
    ]


def _groups(plan: Plan, ids: GivenIds) -> list[Values]:
    return [
        {
            "id": ids.group(one.id),
            "class_id": ids.school_class(one.class_id),
            "subject_id": ids.perhaps_subject(one.subject),
            "name": one.name,
        }
        for one in plan.groups
    ]


def _seats(plan: Plan, ids: GivenIds) -> list[Values]:
    return [
        {"pupil_id": ids.person(pupil), "class_id": ids.school_class(own), "from_day": plan.today}
        for pupil, own in plan.seats
    ]


def _leading(plan: Plan, ids: GivenIds) -> list[Values]:
    """A row of the same day that was ended goes on."""
    since = {"from_day": plan.today, "until_day": None}
    return [{"class_id": ids.school_class(own), "person_id": ids.person(who), **since} for own, who in plan.leading]


def _load(plan: Plan, ids: GivenIds) -> list[Values]:
    return [
        {
            "teacher_id": ids.person(one.teacher),
            "subject_id": ids.subject(one.subject),
            "class_id": ids.school_class(one.class_id),
            "group_id": ids.perhaps_group(one.group),
            "hours_week": one.hours,
        }
        for one in plan.load
    ]
