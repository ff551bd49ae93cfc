"""A timetable put over the one that stands: what it makes, what it leaves behind, when it is refused."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import insert, select

from domain.ids import BellRuleId
from domain.school.bells import Bell, BellRule
from domain.school.importing.remarks import About, Expected
from domain.school.importing.sheets import Place
from domain.school.importing.timetable import TimetableOutcome, put_timetable
from domain.school.importing.timetable_wished import WishedLesson, WishedTimetable
from storage.database import Database
from storage.tables import journal, roles
from storage.tables import school as t
from tests import school

WEDNESDAY = date(2026, 11, 25)
ALGEBRA = WishedLesson(Place("w.csv", row=2), "1 · Алгебра · 7А", 2, 1, "Алгебра", ("Алгебрина А. Б.",), ("7А",), "12")
SPORT = WishedLesson(Place("w.csv", row=3), "2 · Физ-ра", 3, 5, "Физкультура", ("Прыгунов П. П.",), ("7А", "7Б"))


async def put(
    database: Database, *lessons: WishedLesson, start: date | None = None, **more: object
) -> TimetableOutcome:
    wished = WishedTimetable("w.csv", lessons, **more)  # type: ignore[arg-type]
    async with database.begin() as tx:
        return await put_timetable(tx, wished, start, school.TUESDAY)


def said(outcome: TimetableOutcome, about: About) -> list[str]:
    return [note.what for note in outcome.notes if note.about is about]


async def test_it_stands_from_today_where_another_stood(database: Database) -> None:
    outcome = await put(database, ALGEBRA, SPORT)
    assert (outcome.valid_from, outcome.kept, outcome.added) == (school.TUESDAY, 1, 1)
    assert outcome.ended == 5 * len(school.DAILY) - 1


async def test_a_teacher_who_is_new_comes_with_the_role(database: Database) -> None:
    assert said(await put(database, SPORT), About.NEW_TEACHERS) == ["Прыгунов П. П."]
    grants = select(roles.people.c.surname, roles.role_grants.c.role).join(roles.role_grants)
    rows = await database.reader.rows(grants.where(roles.people.c.surname == "Прыгунов"))
    assert [tuple(row) for row in rows] == [("Прыгунов", "teacher")]


@pytest.mark.parametrize("start", [date(2026, 8, 31), date(2027, 5, 27)])
async def test_it_begins_on_a_day_of_the_school_year(database: Database, start: date) -> None:
    refused = await put(database, ALGEBRA, start=start)
    assert [(one.value, one.expected) for one in refused.mistakes] == [(start.isoformat(), Expected.SCHOOL_DAY)]
    assert refused.changes == 0


async def test_a_substitution_of_a_lesson_that_goes_is_told_and_goes_too(database: Database) -> None:
    gone, stays = school.entry_of(0, 3), school.entry_of(0, 2)
    async with database.begin() as tx:
        change = {"kind": "cancelled", "made_at": school.STARTED}
        rows = [{"entry_id": gone, "day": WEDNESDAY}, {"entry_id": stays, "day": school.TUESDAY}]
        await tx.run(insert(t.lesson_changes), [row | change for row in rows])
    assert said(await put(database, ALGEBRA), About.CHANGE_LEFT) == ["7А · Алгебра · 25.11.2026"]
    assert [row.entry_id for row in await database.reader.rows(select(t.lesson_changes))] == [stays]


async def test_homework_for_a_day_that_loses_the_subject_is_told(database: Database) -> None:
    async with database.begin() as tx:
        task = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "text": "§ 5", "due_day": WEDNESDAY}
        of = {"entry_id": school.entry_of(0, 3), "set_by": school.ALGEBRA_TEACHER, "set_at": school.STARTED}
        await tx.run(insert(journal.homework).values(**task, **of))
    assert said(await put(database, ALGEBRA), About.HOMEWORK_LEFT) == ["7А · Алгебра · 25.11.2026"]


async def test_what_was_to_begin_on_the_day_is_removed_whole(database: Database) -> None:
    await put(database, SPORT, start=WEDNESDAY)
    await put(database, ALGEBRA, start=WEDNESDAY)
    rows = await database.reader.rows(select(t.timetable_entries.c.valid_from).distinct())
    assert [row[0] for row in rows] == [date(2026, 9, 1)]


async def test_bells_of_the_school_stay_and_those_of_the_file_fill_an_empty_place(
    database: Database, new_school: Database
) -> None:
    bells = {1: Bell(time(8), time(8, 40))}
    assert said(await put(database, ALGEBRA, bells=bells), About.BELLS_DIFFER) == [""]
    assert len(await database.reader.rows(select(t.bell_times))) == len(school.BELLS)
    assert said(await put(new_school, ALGEBRA), About.BELLS_UNKNOWN) == [""]
    assumed = await put(new_school, ALGEBRA, bells=bells, ends_told=False)
    assert said(assumed, About.BELL_ENDS_ASSUMED) == [""]
    rows = await new_school.reader.rows(select(t.bell_times.c.starts_at, t.bell_times.c.ends_at))
    assert [tuple(row) for row in rows] == [(time(8), time(8, 40))]


async def test_hours_of_the_file_are_those_of_its_own_classes(database: Database) -> None:
    shift = {1: Bell(time(14), time(14, 40))}
    async with database.begin() as tx:
        await tx.bells.add([BellRule(shift, class_id=school.CLASS_7B)])
    morning, evening = replace(ALGEBRA, sets=("7А",)), replace(ALGEBRA, sets=("7Б",))
    assert said(await put(database, morning, bells=shift), About.BELLS_DIFFER) == [""]
    assert said(await put(database, evening, bells=shift), About.BELLS_DIFFER) == []
    assert said(await put(database, evening, bells=school_bells()), About.BELLS_DIFFER) == []


async def test_a_school_where_only_a_class_has_bells_takes_the_files(database: Database) -> None:
    usual = {1: Bell(time(8), time(8, 40))}
    async with database.begin() as tx:
        await tx.bells.add([BellRule({1: Bell(time(14), time(14, 40))}, class_id=school.CLASS_7B)])
        await tx.bells.remove([BellRuleId(1)])
    await put(database, ALGEBRA, bells=usual)
    rules = await database.reader.rows(select(t.bell_rules.c.class_id).order_by(t.bell_rules.c.id))
    assert [row.class_id for row in rules] == [school.CLASS_7B, None]


def school_bells() -> dict[int, Bell]:
    return {position: Bell(*times) for position, times in school.BELLS.items()}


async def test_nothing_is_written_with_a_mistake(new_school: Database) -> None:
    await put(new_school, SPORT, start=date(2030, 1, 1))
    assert await new_school.reader.rows(select(t.classes)) == []
