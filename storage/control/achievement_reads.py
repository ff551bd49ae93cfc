"""Results and current marks of the whole school at once; each answer is one statement, and made beside the loop."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Integer, Row, Select, and_, case, cast, func, or_, select

from domain.control.achievement_reads import StandingResult
from domain.control.current_marks import MarksSum, Pair
from domain.ids import MarkId, PersonId, SubjectId, WorkKindId
from domain.journal.attestation import FAILED, PASSED
from domain.journal.periods import Period
from domain.journal.ports import TermMark
from domain.journal.scale import FIVE
from domain.roles.people import PersonName, Role
from storage.executor import Reader
from storage.journal.results import result
from storage.tables.grading import results
from storage.tables.journal import marks, work_kinds
from storage.tables.roles import people, role_grants
from storage.tables.school import classes, school_years, subjects


class AchievementReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def results(
        self, year: date, periods: Collection[Period], pupils: Collection[PersonId] | None
    ) -> Sequence[StandingResult]:
        if not periods:
            return ()
        r = results.c
        of_year = select(classes.c.id).join(school_years).where(school_years.c.starts_on == year)
        kinds = [and_(r.kind == one.kind, r.number == one.number) for one in periods]
        asked = (
            select(results, subjects.c.name.label("subject_name"))
            .join(subjects, r.subject_id == subjects.c.id)
            .where(r.class_id.in_(of_year), r.taken_back.is_(False), or_(*kinds))
        )
        if pupils is not None:
            asked = asked.where(r.pupil_id.in_(list(pupils)))
        return await asyncio.to_thread(_results, await self._reader.rows(asked))

    async def names(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonName]:
        teachers = select(role_grants.c.person_id).where(role_grants.c.role == Role.TEACHER)
        p = people.c
        asked = select(p.id, p.surname, p.given, p.patronymic).where(p.id.in_(list(persons)), p.id.in_(teachers))
        return {
            PersonId(row.id): PersonName(row.surname, row.given, row.patronymic)
            for row in await self._reader.rows(asked)
        }

    async def sums(
        self, first: date, last: date, weights: Mapping[WorkKindId, int], pupils: Collection[PersonId] | None
    ) -> Mapping[Pair, MarksSum]:
        m = marks.c
        number, weight = m.value.in_(FIVE), _weight(weights)
        points = case((number, cast(m.value, Integer) * weight), else_=0)
        asked = (
            select(m.pupil_id, m.subject_id)
            .add_columns(func.sum(points).label("points"), func.sum(case((number, weight), else_=0)).label("weights"))
            .add_columns(_many(number, "numbers"), _many(m.value == PASSED, "passed"))
            .add_columns(_many(m.value == FAILED, "failed"))
            .join(work_kinds, m.kind_id == work_kinds.c.id)
            .where(*standing(first, last, pupils), m.retake_id.is_(None), m.id.not_in(_retaken(first, last)))
            .group_by(m.pupil_id, m.subject_id)
        )
        return await asyncio.to_thread(_sums, await self._reader.rows(asked))

    async def retaken(
        self, first: date, last: date, pupils: Collection[PersonId] | None
    ) -> Mapping[Pair, Sequence[TermMark]]:
        m = marks.c
        asked = term_marks(first, last, pupils).where(or_(m.retake_id.is_not(None), m.id.in_(_retaken(first, last))))
        return marks_by_pair(await self._reader.rows(asked))


def _sums(rows: Iterable[Row[Any]]) -> Mapping[Pair, MarksSum]:
    return {
        _pair(row): MarksSum(Fraction(int(row.points)), int(row.weights), row.numbers, row.passed, row.failed)
        for row in rows
    }


def _results(rows: Iterable[Row[Any]]) -> Sequence[StandingResult]:
    return [StandingResult(result(row), row.subject_name) for row in rows]


def marks_by_pair(rows: Iterable[Row[Any]]) -> Mapping[Pair, Sequence[TermMark]]:
    """Of `term_marks`."""
    found: dict[Pair, list[TermMark]] = {}
    for row in rows:
        found.setdefault(_pair(row), []).append(_mark(row))
    return found


def _weight(weights: Mapping[WorkKindId, int]) -> Any:
    """The school's own weight of a kind of work, else the one that it was founded with."""
    own = [(marks.c.kind_id == kind, weight) for kind, weight in weights.items()]
    return case(*own, else_=work_kinds.c.weight) if own else work_kinds.c.weight


def _many(which: Any, label: str) -> Any:
    return func.sum(case((which, 1), else_=0)).label(label)


def standing(first: date, last: date, pupils: Collection[PersonId] | None) -> tuple[Any, ...]:
    asked = (marks.c.day.between(first, last), marks.c.taken_back.is_(False))
    return asked if pupils is None else (*asked, marks.c.pupil_id.in_(list(pupils)))


def _retaken(first: date, last: date) -> Any:
    """Marks in whose place another one counts."""
    later = marks.alias("later").c
    return select(later.retake_id).where(
        later.day.between(first, last), later.taken_back.is_(False), later.retake_id.is_not(None)
    )


def term_marks(first: date, last: date, pupils: Collection[PersonId] | None) -> Select[Any]:
    """By day."""
    m, kind = marks.c, work_kinds.c
    return (
        select(m.id, m.pupil_id, m.subject_id, m.day, m.value, m.kind_id, m.retake_id, kind.code, kind.weight)
        .join(work_kinds, m.kind_id == kind.id)
        .where(*standing(first, last, pupils))
        .order_by(m.day, m.id)
    )


def _pair(row: Any) -> Pair:
    return PersonId(row.pupil_id), SubjectId(row.subject_id)


def _mark(row: Any) -> TermMark:
    return TermMark(
        subject=SubjectId(row.subject_id),
        subject_name="",
        day=row.day,
        value=row.value,
        kind_code=row.code,
        weight=row.weight,
        kind=WorkKindId(row.kind_id),
        id=MarkId(row.id),
        retakes=MarkId(row.retake_id) if row.retake_id is not None else None,
    )
