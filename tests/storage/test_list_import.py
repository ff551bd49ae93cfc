"""Importing lists into a real database: all or nothing, the same again changes nothing, statements do not grow."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, func, insert, select, update

from domain.clock import SchoolTime
from domain.school.importing.importing import Brought, Importing, ImportReport
from domain.school.importing.plan import Kind
from domain.school.importing.remarks import About, Expected, Mistake, Why
from domain.school.importing.sheets import Place, Sheet
from storage.database import Database
from storage.files.spreadsheets import read_workbook
from storage.files.template import write_template
from storage.roles.actors import KnownActors
from storage.roles.people import persons_of_class
from storage.school.roster import KnownRoster
from storage.tables import school as t
from storage.tables.columns import metadata
from storage.tables.roles import guardianships, people, role_grants
from tests import school
from tests.clock import SetClock
from tests.domain.school.importing.sheets import sheet

PUPILS = ("Класс", "ФИО", "Дата рождения", "Номер", "Группа: Английский язык", "Мать", "Отец")
STAFF = ("ФИО", "Номер", "Должность", "Классное руководство")
LOAD = ("Учитель", "Предмет", "Класс", "Группа", "Часов в неделю")


@pytest.fixture
def importing(database: Database, school_time: SchoolTime) -> Importing:
    return Importing(school_time, database.begin)


async def _brought(importing: Importing, *sheets: Sheet, dry_run: bool = False) -> ImportReport:
    return await importing.bring(Brought([sheets]), dry_run=dry_run)


async def _everything(database: Database) -> dict[str, Sequence[Any]]:
    """All rows of all tables."""
    held = {}
    for table in metadata.sorted_tables:
        rows = await database.reader.rows(select(table))
        held[table.name] = sorted(map(tuple, rows), key=repr)
    return held


async def _count(database: Database, table: Table) -> int:
    row = await database.reader.row(select(func.count()).select_from(table))
    assert row is not None
    return int(row[0])


def _new_class(pupils: int, name: str = "8А", family: str = "Птицын") -> Sheet:
    """Pupils of families of their own, each with two guardians and a subgroup."""
    surnames = [family + "".join("абвгдежзик"[int(digit)] for digit in f"{n:03}") for n in range(pupils)]
    return sheet(
        PUPILS,
        *(
            (name, f"{one} Лев Олегович", "17.05.2012", one, f"{n % 2 + 1}", f"{one} Ия Львовна", f"{one} Олег Ильич")
            for n, one in enumerate(surnames)
        ),
    )


WHOLE = (
    _new_class(20),
    sheet(STAFF, ("Уткина Инна Марковна", "Т1", "учитель, завуч", "8А"), ("Гусев Лев Львович", "", "секретарь", "")),
    sheet(LOAD, ("Уткина И. М.", "Физика", "8А", "", "2"), ("Павлова О. П.", "Английский язык", "8А", "1", "3")),
)


async def test_a_whole_class_comes_in_and_is_found_where_the_bot_looks(
    database: Database, importing: Importing, school_time: SchoolTime
) -> None:
    rosters = KnownRoster(database, school_time)
    before = await rosters.roster()
    report = await _brought(importing, *WHOLE)
    assert (report.written, report.mistakes, report.doubts) == (True, (), ())
    assert dict(report.lists.tally.new) == {
        Kind.CLASSES: 1,
        Kind.PUPILS: 20,
        Kind.GUARDIANS: 40,
        Kind.STAFF: 2,
        Kind.SUBJECTS: 1,
        Kind.GROUPS: 2,
        Kind.LOAD: 2,
    }
    after = await rosters.roster()
    (new,) = after.classes.keys() - before.classes.keys()
    assert (after.classes[new].name, after.classes[new].grade) == ("8А", 8)
    assert [len(seat.groups) for seat in after.of_class[new]] == [1] * 20
    (teacher,) = after.classes[new].teachers
    named = await database.reader.row(select(people.c.surname).where(people.c.id == teacher))
    assert named is not None
    assert named[0] == "Уткина"


async def test_the_same_lists_again_change_nothing(database: Database, importing: Importing) -> None:
    await _brought(importing, *WHOLE)
    held, versions = await _everything(database), dict(database.versions)
    again = await _brought(importing, *WHOLE)
    assert (again.written, again.changes, again.doubts) == (True, False, ())
    assert await _everything(database) == held
    assert dict(database.versions) == versions


async def test_a_dry_run_says_the_same_and_leaves_no_trace(database: Database, importing: Importing) -> None:
    held = await _everything(database)
    dry = await _brought(importing, *WHOLE, dry_run=True)
    assert (dry.written, await _everything(database)) == (False, held)
    wet = await _brought(importing, *WHOLE)
    assert (wet.lists.tally, wet.notes, wet.doubts) == (dry.lists.tally, dry.notes, dry.doubts)


async def test_one_mistake_in_one_file_and_nothing_is_written(database: Database, importing: Importing) -> None:
    held = await _everything(database)
    wrong = sheet(STAFF, ("Кто-то", "", "учитель", ""), file="другой.xlsx")
    report = await importing.bring(Brought([WHOLE, (wrong,)]))
    assert [one.place.file for one in report.mistakes] == ["другой.xlsx"]
    assert (report.written, await _everything(database)) == (False, held)


async def test_a_file_that_could_not_be_read_stops_the_others(database: Database, importing: Importing) -> None:
    held = await _everything(database)
    unread = Mistake(Place("закрытый.xlsx"), "", Expected.UNPROTECTED)
    report = await importing.bring(Brought([WHOLE], mistakes=[unread]))
    assert (report.written, report.mistakes, await _everything(database)) == (False, (unread,), held)


async def test_statements_do_not_grow_with_rows(database: Database, importing: Importing) -> None:
    spent = []
    for pupils, name, family in ((2, "8А", "Птицын"), (300, "9А", "Журавлин")):
        before = database.statements
        report = await _brought(importing, _new_class(pupils, name, family))
        assert report.lists.tally.new[Kind.PUPILS] == pupils
        spent.append(database.statements - before)
    assert spent[0] == spent[1] <= 30


async def test_what_changes_is_changed_in_its_place(database: Database, importing: Importing) -> None:
    lists = sheet(PUPILS, ("7А", "Иванов Пётр Олегович", "17.05.2013", "У-7", "2"), name="Ученики")
    report = await _brought(importing, lists)
    assert (dict(report.lists.tally.changed), report.doubts) == ({Kind.PUPILS: 1}, ())
    person = await database.reader.row(select(people).where(people.c.id == school.IVANOV))
    assert person is not None
    assert (person.birth_date, person.external_number, person.given) == (date(2013, 5, 17), "У-7", "Пётр")
    members = await database.reader.rows(
        select(t.study_group_members.c.group_id).where(t.study_group_members.c.pupil_id == school.IVANOV)
    )
    assert [row[0] for row in members] == [school.GROUP_2]
    missing = [note.what for note in report.notes if note.about is About.MISSING_PUPILS]
    assert missing == ["7А: Кузина Вера, Петрова Анна, Сидоров Семён"]


async def test_a_relation_and_hours_are_changed_in_their_place(database: Database, importing: Importing) -> None:
    load = sheet(LOAD, ("Павлова О. П.", "Русский язык", "7А", "", "4"))
    await _brought(importing, load)
    headings = ("Класс", "ФИО", "Родитель 1", "Кем приходится 1")
    family = sheet(headings, ("7А", "Петрова Анна Сергеевна", "Петрова Ольга Викторовна", "опекун"))
    report = await _brought(importing, family, sheet(LOAD, ("Павлова О. П.", "Русский язык", "7А", "", "5,5")))
    assert dict(report.lists.tally.changed) == {Kind.GUARDIANS: 1, Kind.LOAD: 1}
    row = await database.reader.row(
        select(guardianships.c.relation).where(guardianships.c.guardian_id == school.PETROVA_MOTHER)
    )
    hours = await database.reader.row(select(t.teaching_loads.c.hours_week))
    assert row is not None
    assert hours is not None
    assert (row[0], float(hours[0])) == ("guardian", 5.5)


async def test_siblings_have_one_mother_and_strangers_none_of_theirs(
    database: Database, importing: Importing, school_time: SchoolTime
) -> None:
    headings = ("Класс", "ФИО", "Мать")
    mother = "Иванова Мария Петровна"
    children = sheet(headings, ("7Б", "Иванова Ия Олеговна", mother), ("7Б", "Петров Ян Львович", mother))
    report = await _brought(importing, children)
    assert [doubt.why for doubt in report.doubts] == [Why.GUARDIAN_OF_OTHERS]
    actor = await KnownActors(database, school_time, "ru").actor(school.telegram_id(school.MOTHER))
    assert actor is not None
    names = await database.reader.rows(select(people.c.given).where(people.c.id.in_(actor.children)))
    assert {row[0] for row in names} == {"Пётр", "Маша", "Ия"}


async def test_posts_reach_who_is_in_the_bot_already(
    database: Database, importing: Importing, school_time: SchoolTime
) -> None:
    report = await _brought(importing, sheet(STAFF, ("Алгебрина Алла Борисовна", "", "учитель, директор", "7Б")))
    assert dict(report.lists.tally.changed) == {Kind.STAFF: 1}
    grants = await database.reader.rows(
        select(role_grants.c.role).where(role_grants.c.person_id == school.ALGEBRA_TEACHER)
    )
    assert {row[0] for row in grants} == {"teacher", "director"}
    assert (await KnownRoster(database, school_time).roster()).classes[school.CLASS_7B].teachers == (
        school.ALGEBRA_TEACHER,
    )


async def test_who_leads_again_after_an_end_on_the_same_day_leads_on(database: Database, importing: Importing) -> None:
    ended = {"class_id": school.CLASS_7B, "person_id": school.SPORT, "from_day": school.TUESDAY}
    async with database.begin() as tx:
        await tx.run(insert(t.class_teachers).values(**ended, until_day=date(2026, 11, 23)))
    await _brought(importing, sheet(STAFF, ("Бегунов Игорь Олегович", "", "учитель", "7Б")))
    row = await database.reader.row(
        select(t.class_teachers.c.until_day).where(t.class_teachers.c.person_id == school.SPORT)
    )
    assert row is not None
    assert row[0] is None


async def test_in_august_already_pupils_sit_in_their_class_and_families_get_codes(
    database: Database, importing: Importing, clock: SetClock
) -> None:
    clock.set(school.STARTED)
    await _brought(importing, *WHOLE)
    seats = select(t.enrolments.c.from_day).join(t.classes).where(t.classes.c.name_norm == "8а")
    assert {row[0] for row in await database.reader.rows(seats)} == {date(2026, 8, 25)}
    led = select(t.class_teachers.c.from_day).join(t.classes).where(t.classes.c.name_norm == "8а")
    assert [row[0] for row in await database.reader.rows(led)] == [date(2026, 8, 25)]
    assert await persons_of_class(database.reader, "8а", date(2026, 8, 25))


async def test_who_has_left_is_not_taken_for_a_new_pupil(database: Database, importing: Importing) -> None:
    async with database.begin() as tx:
        left = update(t.enrolments).where(t.enrolments.c.pupil_id == school.SIDOROV)
        await tx.run(left.values(until_day=date(2026, 11, 20)))
    report = await _brought(importing, sheet(PUPILS, ("7А", "Сидоров Семён Ильич")))
    assert [(doubt.why, doubt.other) for doubt in report.doubts] == [(Why.IN_ANOTHER_CLASS, "7А")]


async def test_a_mother_on_the_staff_and_a_former_deputy_are_found_among_the_staff(
    database: Database, importing: Importing
) -> None:
    async with database.begin() as tx:
        deputy = update(role_grants).where(role_grants.c.person_id == school.DEPUTY)
        await tx.run(deputy.values(ended_at=school.STARTED))
    report = await _brought(importing, sheet(STAFF, ("Кузина Елена Юрьевна", "", "завуч", "")))
    assert (report.doubts, dict(report.lists.tally.new)) == ((), {})
    grants = select(role_grants.c.role).where(role_grants.c.ended_at.is_(None))
    held = await database.reader.rows(grants.where(role_grants.c.person_id == school.DEPUTY))
    assert [row[0] for row in held] == ["deputy"]


async def test_ids_given_before_an_import_are_not_given_again(database: Database, importing: Importing) -> None:
    await _brought(importing, _new_class(3))
    async with database.begin() as tx:
        later = await tx.people.add(school.PEOPLE[school.IVANOV])
    assert await _count(database, people) == len(school.PEOPLE) + 9 + 1
    row = await database.reader.row(select(func.max(people.c.id)))
    assert row is not None
    assert row[0] == later


async def test_the_template_comes_cleanly_into_an_empty_school(
    new_school: Database, school_time: SchoolTime, tmp_path: Path
) -> None:
    write_template(tmp_path / "образец.xlsx")
    importing = Importing(school_time, new_school.begin)
    report = await importing.bring(Brought([read_workbook(tmp_path / "образец.xlsx")]))
    assert (report.written, report.mistakes, report.doubts) == (True, (), ())
    assert {note.about for note in report.notes} == {About.NEW_CLASSES, About.NEW_SUBJECTS}
    assert (report.lists.tally.new[Kind.PUPILS], report.lists.tally.new[Kind.GUARDIANS]) == (3, 2)
