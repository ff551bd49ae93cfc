"""What goes out as lists comes in again and changes nothing."""

from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from bot.demo_school.seed import seed_demo
from domain.clock import SchoolTime
from domain.roles.names import norm
from domain.school.importing.exporting import SchoolLists, lists_of
from domain.school.importing.importing import Brought, Importing, ImportReport
from storage.database import Database
from storage.files.lists_out import write_school_lists
from storage.files.spreadsheets import read_workbook
from storage.files.template import write_template
from storage.schema import migrate
from storage.school.lists_reads import known_school
from storage.tables import school as t
from storage.tables.roles import guardianships, people
from tests import school
from tests.clock import SetClock


@pytest.fixture
def importing(database: Database, school_time: SchoolTime) -> Importing:
    return Importing(school_time, database.begin)


async def _out(database: Database, folder: Path) -> tuple[SchoolLists, Path]:
    lists = lists_of(await known_school(database.reader, school.TUESDAY), school.TUESDAY)
    made, file = BytesIO(), folder / "списки.xlsx"
    write_school_lists(made, lists)
    file.write_bytes(made.getvalue())
    return lists, file


async def _again(importing: Importing, file: Path) -> ImportReport:
    return await importing.bring(Brought([read_workbook(file)]), dry_run=True)


async def test_a_school_brought_in_by_the_template_comes_back_whole(
    new_school: Database, school_time: SchoolTime, tmp_path: Path
) -> None:
    importing, template = Importing(school_time, new_school.begin), tmp_path / "образец.xlsx"
    write_template(template)
    assert (await importing.bring(Brought([read_workbook(template)]))).written
    lists, file = await _out(new_school, tmp_path)
    assert lists.left_out == 0
    shown = {sheet.name: [row.cells for row in sheet.rows] for sheet in read_workbook(template)}
    again = {sheet.name: [row.cells for row in sheet.rows] for sheet in read_workbook(file)}
    assert again.keys() == shown.keys()
    assert [row[:7] for row in again["Ученики"]] == [row[:7] for row in shown["Ученики"]][:1] + sorted(
        [row[:7] for row in shown["Ученики"][1:]], key=lambda row: (row[0], norm(row[1]))
    )
    report = await _again(importing, file)
    assert (report.mistakes, report.doubts, report.changes, report.lists.missing) == ((), (), False, ())


async def test_the_known_cast_comes_back_without_a_change(
    database: Database, importing: Importing, tmp_path: Path
) -> None:
    lists, file = await _out(database, tmp_path)
    assert (len(lists.pupils), len(lists.staff), lists.left_out) == (6, 11, 0)
    report = await _again(importing, file)
    assert (report.mistakes, report.doubts, report.changes, report.lists.missing) == ((), (), False, ())
    assert sum(report.lists.tally.untouched.values()) == 6 + 11 + 6


async def test_the_demo_school_comes_back_without_a_change(tmp_path: Path, clock: SetClock) -> None:
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    await migrate(url)
    database = Database.open(url, clock)
    database.zone = school.ZONE
    await seed_demo(database)
    lists, file = await _out(database, tmp_path)
    assert len(lists.pupils) > 300
    assert len(lists.load) > 100
    report = await _again(Importing(SchoolTime(clock, lambda: school.ZONE), database.begin), file)
    await database.close()
    assert (report.mistakes, report.doubts, report.changes, report.lists.missing) == ((), (), False, ())


async def test_what_an_import_could_not_read_is_left_out_and_counted(
    database: Database, importing: Importing, tmp_path: Path
) -> None:
    """Initials for a name, two guardians of one name, a group called as nobody would write it."""
    namesake = {"id": 900, "surname": "Иванова", "given": "Мария", "patronymic": "Петровна"}
    async with database.begin() as tx:
        await tx.run(update(people).where(people.c.id == school.ORLOV).values(given="Г."))
        await tx.run(insert(people).values(**namesake, name_norm="иванова мария петровна", created_at=school.STARTED))
        await tx.run(insert(guardianships).values(guardian_id=900, pupil_id=school.IVANOV, relation="other"))
        await tx.run(update(t.study_groups).where(t.study_groups.c.id == school.GROUP_1).values(name="группа 1"))
    lists, file = await _out(database, tmp_path)
    assert lists.left_out == 2
    report = await _again(importing, file)
    assert (report.mistakes, report.changes) == ((), False)


async def test_nothing_that_people_wrote_becomes_a_formula(database: Database, tmp_path: Path) -> None:
    async with database.begin() as tx:
        await tx.run(update(people).where(people.c.id == school.IVANOV).values(external_number="=1+1"))
    _, file = await _out(database, tmp_path)
    cells = [cell for sheet in read_workbook(file) for row in sheet.rows for cell in row.cells]
    assert "=1+1" in cells
