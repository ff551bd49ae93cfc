"""The calendar as the office writes it, and what its days have already."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import and_, delete, exists, func, insert, or_, select

from domain.ids import SpanId, TermId, YearId
from domain.school.calendar import Span, TermKind
from domain.school.calendar_kept import Touched
from domain.school.calendar_said import SaidTerm
from storage.executor import Reader, Writer
from storage.sequences import next_ids
from storage.tables import journal
from storage.tables import school as t
from storage.tables.attendance import absence_notes
from storage.tables.grading import term_closings
from storage.topics import TIMETABLE
from storage.upsert import upsert


class CalendarRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        year = await self._year()
        ids = [SpanId(one) for one in await next_ids(self._tx, t.calendar_days, len(spans))]
        rows = [{"id": number, **_values(span, year)} for number, span in zip(ids, spans, strict=True)]
        await self._tx.run(insert(t.calendar_days), rows)
        self._tx.touch(TIMETABLE)
        return tuple(replace(span, id=number) for number, span in zip(ids, spans, strict=True))

    async def remove(self, ids: Collection[SpanId]) -> int:
        self._tx.touch(TIMETABLE)
        return await self._tx.run(delete(t.calendar_days).where(t.calendar_days.c.id.in_(ids)))

    async def put_term(self, term: SaidTerm) -> None:
        key = {"year_id": await self._year(), "kind": term.kind.value, "number": term.number}
        days = {"starts_on": term.starts_on, "ends_on": term.ends_on}
        await self._tx.run(upsert(t.terms, self._tx.dialect, tuple(key), *days), {**key, **days})
        self._tx.touch(TIMETABLE)

    async def drop_term(self, kind: TermKind, number: int) -> None:
        own = t.terms.c
        where = and_(own.year_id == await self._year(), own.kind == kind.value, own.number == number)
        await self._tx.run(delete(t.terms).where(where))
        self._tx.touch(TIMETABLE)

    async def _year(self) -> YearId:
        """The one that the timetable is read of."""
        row = await self._tx.row(select(t.school_years.c.id).order_by(t.school_years.c.starts_on.desc()).limit(1))
        assert row is not None
        return YearId(row.id)


class CalendarReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def touched(self, span: Span) -> Touched:
        counts = (_lessons(span), _homework(span), _notes(span), _changes(span))
        row = await self._reader.row(select(*(count.scalar_subquery() for count in counts)))
        assert row is not None
        return Touched(*row)

    async def marks_on(self, days: Collection[tuple[date, date]]) -> int:
        mark = journal.marks.c
        on = or_(*(mark.day.between(first, last) for first, last in days))
        row = await self._reader.row(select(func.count()).where(mark.taken_back.is_(False), on))
        assert row is not None
        return int(row[0])

    async def closed(self, term: TermId) -> bool:
        closing = term_closings.c
        asked = select(closing.id).where(closing.term_id == term, closing.reopened_at.is_(None)).limit(1)
        return await self._reader.row(asked) is not None


def _lessons(span: Span) -> Any:
    lesson, link = journal.lessons.c, journal.lesson_classes
    here = exists().where(link.c.lesson_id == lesson.id, link.c.class_id == t.classes.c.id, _grades(span))
    return select(func.count(lesson.id)).where(_days(lesson.day, span), here)


def _homework(span: Span) -> Any:
    work = journal.homework.c
    of = journal.homework.join(t.classes, work.class_id == t.classes.c.id)
    standing = work.cancelled_at.is_(None), work.none_set.is_(False)
    return select(func.count(work.id)).select_from(of).where(_days(work.due_day, span), *standing, _grades(span))


def _notes(span: Span) -> Any:
    note, seat = absence_notes.c, t.enrolments.c
    of = absence_notes.join(t.enrolments, and_(seat.pupil_id == note.pupil_id, seat.until_day.is_(None))).join(
        t.classes, seat.class_id == t.classes.c.id
    )
    meet = note.from_day <= span.ends_on, note.until_day >= span.starts_on, note.cancelled_at.is_(None)
    return select(func.count(note.id)).select_from(of).where(*meet, _grades(span))


def _changes(span: Span) -> Any:
    change, link = t.lesson_changes.c, t.timetable_entry_classes
    here = exists().where(link.c.entry_id == change.entry_id, link.c.class_id == t.classes.c.id, _grades(span))
    return select(func.count(change.id)).where(_days(change.day, span), change.kind != "none", here)


def _days(column: Any, span: Span) -> Any:
    return column.between(span.starts_on, span.ends_on)


def _grades(span: Span) -> Any:
    return t.classes.c.grade.between(span.grade_from, span.grade_to)


def _values(span: Span, year: YearId) -> dict[str, Any]:
    return {
        "year_id": year,
        "starts_on": span.starts_on,
        "ends_on": span.ends_on,
        "kind": span.kind.value,
        "name": span.name,
        "grade_from": span.grade_from,
        "grade_to": span.grade_to,
        "as_weekday": span.as_weekday,
    }
