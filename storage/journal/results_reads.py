"""What screens and messages show of results, and which terms are closed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, or_, select

from domain.ids import ClassId, MarkId, PersonId, ResultId, SubjectId, TermId, WorkKindId
from domain.journal.periods import PERIODS, Period, ResultKind
from domain.journal.ports import TermMark
from domain.journal.results_kept import Closing, GivenMark, Result, ResultCard
from domain.roles.people import PersonName
from storage.database import Database
from storage.journal.results import result
from storage.kept import Kept
from storage.tables.grading import results, term_closings
from storage.tables.journal import marks, work_kinds
from storage.tables.roles import people
from storage.tables.school import classes, subjects
from storage.topics import CLOSINGS


class ResultsReads:
    """Each answer is one statement."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def marks(
        self, pupils: Collection[PersonId], subject: SubjectId | None, first: date, last: date
    ) -> Mapping[PersonId, Sequence[GivenMark]]:
        asked = (
            select(marks, subjects.c.name.label("subject_name"), work_kinds.c.code, work_kinds.c.weight)
            .add_columns(work_kinds.c.name.label("work"))
            .select_from(
                marks.join(subjects, marks.c.subject_id == subjects.c.id).join(
                    work_kinds, marks.c.kind_id == work_kinds.c.id
                )
            )
            .where(marks.c.pupil_id.in_(pupils), marks.c.day.between(first, last))
            .order_by(subjects.c.name, subjects.c.id, marks.c.day, marks.c.id)
        )
        if subject is not None:
            asked = asked.where(marks.c.subject_id == subject)
        found: dict[PersonId, list[GivenMark]] = {}
        for row in await self._database.reader.rows(asked):
            found.setdefault(PersonId(row.pupil_id), []).append(_given(row))
        return found

    async def results(
        self, class_id: ClassId, pupils: Collection[PersonId], subject: SubjectId | None
    ) -> Mapping[PersonId, Sequence[Result]]:
        year = select(classes.c.year_id).where(classes.c.id == class_id).scalar_subquery()
        asked = select(results).where(
            results.c.pupil_id.in_(pupils), results.c.year_id == year, results.c.taken_back.is_(False)
        )
        if subject is not None:
            asked = asked.where(results.c.subject_id == subject)
        found: dict[PersonId, list[Result]] = {}
        for row in await self._database.reader.rows(asked.order_by(results.c.id)):
            found.setdefault(PersonId(row.pupil_id), []).append(result(row))
        return found

    async def closings(self, terms: Collection[TermId], class_ids: Collection[ClassId]) -> Sequence[Closing]:
        asked = (
            select(term_closings, people.c.surname, people.c.given, people.c.patronymic)
            .join(people, term_closings.c.closed_by == people.c.id)
            .where(or_(term_closings.c.term_id.is_(None), term_closings.c.term_id.in_(terms)))
            .where(term_closings.c.class_id.in_(class_ids))
            .order_by(term_closings.c.id.desc())
        )
        return [_closing(row) for row in await self._database.reader.rows(asked)]

    async def set_by_class(self, class_ids: Collection[ClassId], period: Period) -> Mapping[ClassId, int]:
        asked = (
            select(results.c.class_id, func.count().label("count"))
            .where(results.c.class_id.in_(class_ids), results.c.taken_back.is_(False))
            .where(results.c.kind == period.kind, results.c.number == period.number)
            .group_by(results.c.class_id)
        )
        return {ClassId(row.class_id): row._mapping["count"] for row in await self._database.reader.rows(asked)}

    async def result_cards(self, ids: Collection[ResultId]) -> Mapping[ResultId, ResultCard]:
        asked = (
            select(results, subjects.c.name.label("subject_name"), people.c.surname, people.c.given)
            .add_columns(people.c.patronymic)
            .select_from(
                results.join(subjects, results.c.subject_id == subjects.c.id).join(
                    people, results.c.pupil_id == people.c.id
                )
            )
            .where(results.c.id.in_(ids))
        )
        return {ResultId(row.id): _card(row) for row in await self._database.reader.rows(asked)}


class ClosedTerms:
    """All that are closed, kept in memory: a mark's tap asks it without a statement."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Kept[None, frozenset[tuple[TermId | None, ClassId]]] = Kept(database, CLOSINGS)

    async def closed(self, term: TermId | None, class_id: ClassId) -> bool:
        closed = await self._kept.get(None, self._read)
        return (term, class_id) in closed or (None, class_id) in closed

    async def _read(self, _: None) -> frozenset[tuple[TermId | None, ClassId]]:
        asked = select(term_closings.c.term_id, term_closings.c.class_id).where(term_closings.c.reopened_at.is_(None))
        return frozenset((_term(row), ClassId(row.class_id)) for row in await self._database.reader.rows(asked))


def _given(row: Row[Any]) -> GivenMark:
    mark = TermMark(
        subject=SubjectId(row.subject_id),
        subject_name=row.subject_name,
        day=row.day,
        value=row.value,
        kind_code=row.code,
        weight=row.weight,
        kind=WorkKindId(row.kind_id),
        id=MarkId(row.id),
        retakes=MarkId(row.retake_id) if row.retake_id is not None else None,
        comment=row.comment,
    )
    return GivenMark(mark, row.work, row.taken_back)


def _closing(row: Row[Any]) -> Closing:
    by = PersonName(row.surname, row.given, row.patronymic)
    return Closing(ClassId(row.class_id), by, row.closed_at, row.reopened_at, row.reason, _term(row))


def _term(row: Row[Any]) -> TermId | None:
    """None: of the year."""
    return TermId(row.term_id) if row.term_id is not None else None


def _card(row: Row[Any]) -> ResultCard:
    return ResultCard(
        result=ResultId(row.id),
        pupil=PersonId(row.pupil_id),
        pupil_name=PersonName(row.surname, row.given, row.patronymic),
        subject=SubjectId(row.subject_id),
        subject_name=row.subject_name,
        period=PERIODS[ResultKind(row.kind), row.number],
        value=row.value,
        taken_back=row.taken_back,
        version=row.version,
    )
