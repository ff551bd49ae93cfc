"""A timetable from a school's own workbook, by the command: from the file to what a class reads; damaged ones stop."""

import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.clock import SchoolTime
from domain.school.importing.importing import Brought, Importing, ImportReport
from domain.school.importing.remarks import About
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_table import table_of
from handlers.school.import_report import report_lines
from handlers.texts.translator import texts_in
from storage.database import Database
from storage.files import reader
from storage.files.problems import FileProblem
from storage.files.spreadsheets import read_workbook
from storage.tables import school as t
from tests.storage.school_workbook import SEVENTH, as_ods, school_s_own, workbook

MUTANTS = 200


async def brought(database: Database, time: SchoolTime, path: Path) -> ImportReport:
    table, lists = table_of(read_workbook(path))
    assert table is not None
    return await Importing(time, database.begin).bring(Brought([lists] if lists else [], [table]))


async def test_it_comes_in_and_the_same_file_again_changes_nothing(
    new_school: Database, school_time: SchoolTime, tmp_path: Path
) -> None:
    first = await brought(new_school, school_time, school_s_own(tmp_path))
    assert (first.written, first.mistakes, [one.added for one in first.timetables]) == (True, (), [13])
    made = await new_school.reader.rows(select(t.classes.c.name).order_by(t.classes.c.id))
    assert [row.name for row in made] == ["7А", "7 «Б»", "10"]
    again = await brought(new_school, school_time, school_s_own(tmp_path))
    assert (again.changes, [one.kept for one in again.timetables]) == (False, [13])


async def test_what_has_no_place_is_said_with_sheet_row_and_column(
    new_school: Database, school_time: SchoolTime, tmp_path: Path
) -> None:
    report = await brought(new_school, school_time, school_s_own(tmp_path))
    said = "\n".join(report_lines(report, texts_in("ru")))
    assert "лист «7 классы», строка 8, столбец E: не поставлено в расписание — 7 «Б» · ???" in said
    assert "лист «7 классы», строка 9, столбец E: не поставлено в расписание — 7 «Б» · Химия" in said
    assert "7А · Алгебра — в нагрузке этого нет: урок внесён без учителя" in said


async def test_a_room_with_two_classes_is_told_and_comes_in(
    new_school: Database, school_time: SchoolTime, tmp_path: Path
) -> None:
    rows = (("День", "Урок", "7А", "каб.", "7Б", "каб."), ("Пн", 1, "Алгебра", 331, "Физика", 331))
    report = await brought(new_school, school_time, workbook(tmp_path, {"7": rows}))
    assert [note.what for note in report.notes if note.about is About.ROOM_TWICE] == ["7А · Алгебра / 7Б · Физика"]
    assert [one.added for one in report.timetables] == [2]


def test_ods_says_the_same_as_xlsx(tmp_path: Path) -> None:
    tables = [table_of(read_workbook(path))[0] for path in (as_ods(tmp_path, SEVENTH), school_s_own(tmp_path))]
    ods, xlsx = ([replace(one, place=Place("")) for one in table.lessons] if table else [] for table in tables)
    assert len(ods) == 10
    assert ods == xlsx[:10]


def test_broken_workbooks_are_refused_by_the_child(tmp_path: Path) -> None:
    whole = school_s_own(tmp_path).read_bytes()
    for cut in (60, len(whole) // 2, len(whole) - 30):
        path = tmp_path / "broken.xlsx"
        path.write_bytes(whole[:cut])
        with pytest.raises(FileProblem):
            read_workbook(path)


def test_mutated_workbooks_are_read_whole_or_refused(tmp_path: Path) -> None:
    """The XML of the sheets has bytes changed or doubled inside a sound archive; read as the child reads it."""
    chance, path = random.Random(11), tmp_path / "mutant.xlsx"
    with zipfile.ZipFile(workbook(tmp_path, {"7 классы": SEVENTH})) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    outcomes = []
    for _ in range(MUTANTS):
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, _changed(content, chance) if name.startswith("xl/") else content)
        outcomes.append("sheets" if "sheets" in reader.read(str(path)) else "refused")
    assert outcomes.count("sheets") + outcomes.count("refused") == MUTANTS
    assert min(outcomes.count("sheets"), outcomes.count("refused")) > MUTANTS // 20


def _changed(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.7:
        return content
    changed, at = bytearray(content), chance.randrange(len(content))
    match chance.randrange(3):
        case 0:
            changed[at] = chance.randrange(256)
        case 1:
            del changed[at : at + chance.randint(1, 60)]
        case _:
            changed[at:at] = changed[at : at + 100]
    return bytes(changed)
