"""Where marks would go, and what stands there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, and_, bindparam, select

from domain.attendance.presence import Presence
from domain.ids import DebtId, LessonId, MarkId, PersonId, WorkKindId
from domain.journal.ports import NOTHING_THERE, LessonMark, MarkPlace, MarkSpot, OpenDebt
from domain.journal.retakes import retaken_at
from domain.school.timetable import LessonRef
from storage.executor import Reader
from storage.tables.attendance import attendance
from storage.tables.grading import debts
from storage.tables.journal import lessons, marks
from storage.tables.roles import people


async def places_of(reader: Reader, ref: LessonRef, spots: Collection[MarkSpot]) -> Mapping[MarkSpot, MarkPlace]:
    """One statement for any number of them."""
    asked = {"entry": ref.entry, "day": ref.day, "pupils": list({spot.pupil for spot in spots})}
    by_pupil: dict[PersonId, list[Row[Any]]] = {}
    for row in await reader.rows(PLACES, asked):
        by_pupil.setdefault(PersonId(row.who), []).append(row)
    return {spot: _place(spot, by_pupil[spot.pupil]) if spot.pupil in by_pupil else NOTHING_THERE for spot in spots}


def lesson_mark(row: Row[Any]) -> LessonMark:
    return LessonMark(
        id=MarkId(row.id),
        pupil=PersonId(row.pupil_id),
        kind=WorkKindId(row.kind_id),
        value=row.value,
        version=row.version,
        taken_back=row.taken_back,
        slot=row.slot,
        comment=row.comment,
        retakes=MarkId(row.retake_id) if row.retake_id is not None else None,
        set_by=PersonId(row.set_by),
        entered_at=row.entered_at or row.set_at,
    )


def open_debt(row: Row[Any], pupil: PersonId) -> OpenDebt:
    return OpenDebt(DebtId(row.debt_id), pupil, WorkKindId(row.debt_kind), row.due_day, row.debt_version)


DEBT = (
    debts.c.id.label("debt_id"),
    debts.c.kind_id.label("debt_kind"),
    debts.c.version.label("debt_version"),
    debts.c.due_day,
)


def _places() -> Any:
    """Of a pupil each mark at the lesson with each debt: a few rows at most."""

    def here(table: Any, *more: Any) -> Any:
        return and_(table.c.lesson_id == lessons.c.id, table.c.pupil_id == people.c.id, *more)

    at_lesson = and_(lessons.c.entry_id == bindparam("entry"), lessons.c.day == bindparam("day"))
    return (
        select(people.c.id.label("who"), lessons.c.id.label("lesson"), attendance.c.status, marks, *DEBT)
        .select_from(
            people.join(lessons, at_lesson)
            .outerjoin(attendance, here(attendance))
            .outerjoin(marks, here(marks))
            .outerjoin(debts, here(debts, debts.c.closed_at.is_(None)))
        )
        .where(people.c.id.in_(bindparam("pupils", expanding=True)))
    )


PLACES = _places()
"""Made once: putting it together costs more than running it."""


def _place(spot: MarkSpot, rows: Sequence[Row[Any]]) -> MarkPlace:
    status = rows[0].status
    standing = {mark.slot: mark for mark in _marks(rows) if mark.kind == spot.kind}
    owed = (open_debt(row, spot.pupil) for row in rows if row.debt_kind == spot.kind)
    return MarkPlace(
        lesson=LessonId(rows[0].lesson),
        away=status is not None and Presence(status).away,
        mark=standing.get(spot.slot),
        retaken=standing.get(retaken_at(spot.slot)),
        debt=next(owed, None),
    )


def _marks(rows: Iterable[Row[Any]]) -> Iterable[LessonMark]:
    return (lesson_mark(row) for row in rows if row.id is not None)
