"""Founding a school in an empty database."""

from sqlalchemy import insert, select

from domain.ids import YearId
from domain.school.founding import WORK_KINDS, NewYear
from domain.school.ports import SchoolCard
from storage.executor import Reader, Writer
from storage.tables import journal
from storage.tables import school as t
from storage.topics import LISTS, TIMETABLE


async def school_exists(reader: Reader) -> bool:
    return await reader.row(select(t.school.c.id)) is not None


async def found_school(tx: Writer, card: SchoolCard, year: NewYear) -> YearId:
    """The school's card, its year with terms and calendar, the usual kinds of work."""
    made_at = tx.clock.now()
    school = {"id": 1, "name": card.name, "time_zone": card.zone.key, "language": card.language}
    await tx.run(insert(t.school).values(**school, created_at=made_at))
    year_id = await add_year(tx, year)
    kinds = [{"code": code, "short": short, "name": name, "weight": 1} for code, short, name in WORK_KINDS]
    await tx.run(insert(journal.work_kinds), kinds)
    tx.touch(LISTS)
    tx.touch(TIMETABLE)
    return year_id


async def add_year(tx: Writer, year: NewYear) -> YearId:
    """With its terms and calendar; three statements."""
    year_id = YearId(
        await tx.add(insert(t.school_years).values(name=year.name, starts_on=year.starts_on, ends_on=year.ends_on))
    )
    await tx.run(insert(t.terms), _terms(year, year_id))
    await tx.run(insert(t.calendar_days), _spans(year, year_id))
    return year_id


def _terms(year: NewYear, year_id: YearId) -> list[dict[str, object]]:
    return [
        {
            "year_id": year_id,
            "kind": term.kind,
            "number": term.number,
            "starts_on": term.starts_on,
            "ends_on": term.ends_on,
        }
        for term in year.terms
    ]


def _spans(year: NewYear, year_id: YearId) -> list[dict[str, object]]:
    return [
        {
            "year_id": year_id,
            "starts_on": span.starts_on,
            "ends_on": span.ends_on,
            "kind": span.kind,
            "name": span.name,
            "grade_from": span.grade_from,
            "grade_to": span.grade_to,
        }
        for span in year.spans
    ]
