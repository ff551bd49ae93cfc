"""Term, year, exam and final marks as they are written, and the closing of terms."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, and_, bindparam, exists, insert, literal, or_, select, update

from domain.ids import ClassId, PersonId, ResultId, SubjectId, TermId
from domain.journal.periods import PERIODS, ResultKind
from domain.journal.results_kept import NewResult, Result, ResultPlace, StandingResults
from storage.executor import Writer
from storage.tables.grading import results, term_closings
from storage.tables.school import classes
from storage.topics import CLOSINGS


class ResultRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def standing(self, place: ResultPlace, term: TermId | None, pupils: Collection[PersonId]) -> StandingResults:
        """One statement; results that were taken back are among them."""
        closing = term_closings.c
        ends = or_(closing.term_id == term, closing.term_id.is_(None))
        shut = exists().where(ends, closing.class_id == place.class_id, closing.reopened_at.is_(None))
        mine = and_(
            results.c.year_id == classes.c.year_id,
            results.c.subject_id == place.subject,
            results.c.kind == place.period.kind,
            results.c.number == place.period.number,
            results.c.pupil_id.in_(pupils),
        )
        rows = await self._tx.rows(
            select((shut if place.period.ends_with_year else literal(False)).label("shut"), results)
            .select_from(classes.outerjoin(results, mine))
            .where(classes.c.id == place.class_id)
        )
        found = {PersonId(row.pupil_id): result(row) for row in rows if row.id is not None}
        return StandingResults(any(row.shut for row in rows), found)

    async def put(
        self, place: ResultPlace, new: Sequence[NewResult], by: PersonId
    ) -> Mapping[PersonId, tuple[ResultId, int]]:
        made = await self._add(place, [one for one in new if one.before is None], by)
        return {**made, **await self._change(place, [one for one in new if one.before is not None], by)}

    async def _add(
        self, place: ResultPlace, new: Sequence[NewResult], by: PersonId
    ) -> dict[PersonId, tuple[ResultId, int]]:
        if not new:
            return {}
        year = select(classes.c.year_id).where(classes.c.id == place.class_id).scalar_subquery()
        rows = [
            {
                "pupil_id": one.pupil,
                "subject_id": place.subject,
                "year_id": year,
                "kind": place.period.kind,
                "number": place.period.number,
                **self._row(place, one, by),
            }
            for one in new
        ]
        asked = insert(results).values(rows).returning(results.c.id, results.c.pupil_id)
        return {PersonId(row.pupil_id): (ResultId(row.id), 1) for row in await self._tx.rows(asked)}

    async def _change(
        self, place: ResultPlace, new: Sequence[NewResult], by: PersonId
    ) -> dict[PersonId, tuple[ResultId, int]]:
        stood = [(one, one.before) for one in new if one.before is not None]
        rows = [
            {"which": before.id, **self._row(place, one, by), "version": before.version + 1} for one, before in stood
        ]
        if rows:
            await self._tx.run(CHANGE, rows)
        return {one.pupil: (before.id, before.version + 1) for one, before in stood}

    def _row(self, place: ResultPlace, new: NewResult, by: PersonId) -> dict[str, Any]:
        """A result that is taken back keeps its last value."""
        kept = new.before.value if new.before is not None else ""
        return {
            "class_id": place.class_id,
            "value": new.value if new.value is not None else kept,
            "average": new.average,
            "proposed": new.proposed,
            "reason": new.reason,
            "taken_back": new.value is None,
            "set_by": by,
            "set_at": self._tx.clock.now(),
        }


CHANGE = (
    update(results)
    .where(results.c.id == bindparam("which"))
    .values(
        {
            name: bindparam(name)
            for name in ("class_id", "value", "average", "proposed", "reason", "taken_back", "version")
        }
        | {name: bindparam(name) for name in ("set_by", "set_at")}
    )
)


class ClosingRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def close(self, term: TermId | None, class_id: ClassId, by: PersonId) -> bool:
        if await self._tx.row(select(term_closings.c.id).where(*_stands(term, class_id))) is not None:
            return False
        row = {"term_id": term, "class_id": class_id, "closed_by": by, "closed_at": self._tx.clock.now()}
        await self._tx.add(insert(term_closings).values(**row))
        self._tx.touch(CLOSINGS)
        return True

    async def reopen(self, term: TermId | None, class_id: ClassId, by: PersonId, reason: str) -> bool:
        row = {"reopened_by": by, "reopened_at": self._tx.clock.now(), "reason": reason}
        changed = await self._tx.run(update(term_closings).where(*_stands(term, class_id)).values(**row))
        self._tx.touch(CLOSINGS)
        return changed > 0


def result(row: Row[Any]) -> Result:
    return Result(
        id=ResultId(row.id),
        pupil=PersonId(row.pupil_id),
        subject=SubjectId(row.subject_id),
        period=PERIODS[ResultKind(row.kind), row.number],
        value=row.value,
        average=row.average,
        proposed=row.proposed,
        reason=row.reason,
        version=row.version,
        taken_back=row.taken_back,
    )


def _stands(term: TermId | None, class_id: ClassId) -> tuple[Any, ...]:
    closing = term_closings.c
    return closing.term_id.is_not_distinct_from(term), closing.class_id == class_id, closing.reopened_at.is_(None)
