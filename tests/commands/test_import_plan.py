"""`import --plan`: a curriculum plan from the command line."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from tests.commands.conftest import Machine

ROWS = (("№", "Тема", "Часы", "Дата"), (1, "Степени", 2, "05.09"), (2, "Корни", 1, ""))


def _workbook(file: Path, rows: Sequence[Sequence[object]] = ROWS) -> Path:
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("КТП")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return file


def _csv(file: Path, rows: Sequence[Sequence[object]]) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    file.write_text(text.getvalue())
    return file


def test_a_workbook_is_looked_at_taken_and_taken_once(staffed: Machine) -> None:
    file = str(_workbook(staffed.folder / "план.xlsx"))
    dry = staffed.well("import", "--plan", "7А алгебра", file, "--dry-run", "--json").json
    assert (dry["topics"], dry["hours"], dry["new"], dry["written"]) == (2, 3, 2, False)
    assert "Записано. Новых тем: 2" in staffed.well("import", "--plan", "7а алг", file).out
    again = staffed.well("import", "--plan", "7А алгебра", file, "--json").json
    assert (again["new"], again["changed"], again["gone"], again["written"]) == (0, 0, 0, False)


def test_a_changed_plan_says_what_changes(staffed: Machine) -> None:
    staffed.well("import", "--plan", "7А алгебра", str(_workbook(staffed.folder / "план.xlsx")))
    file = _csv(staffed.folder / "план.csv", (ROWS[0], (1, "Повторение", 1, ""), (2, "Степени", 2, "05.09")))
    told = staffed.well("import", "--plan", "7А алгебра", str(file), "--json").json
    assert (told["new"], told["changed"], told["gone"], told["written"]) == (1, 1, 1, True)


def test_mistakes_are_told_by_row_and_nothing_is_written(staffed: Machine) -> None:
    file = _csv(staffed.folder / "план.csv", (*ROWS, (3, "", "два", "")))
    ran = staffed.run("import", "--plan", "7А алгебра", str(file))
    assert ran.code == 1
    assert "строка 4, столбец B: пусто — нужна тема" in ran.out
    assert "строка 4, столбец C: «два» — нужно целое число часов" in ran.out
    told = staffed.run("import", "--plan", "7А алгебра", str(file), "--json").json
    assert [(one["row"], one["column"], one["fault"]) for one in told["mistakes"]] == [(4, 2, "topic"), (4, 3, "hours")]


def test_what_cannot_be_is_refused_in_one_line(staffed: Machine) -> None:
    file = str(_workbook(staffed.folder / "план.xlsx"))
    assert "not one class and subject" in staffed.run("import", "--plan", "7А химия", file).refused()
    assert "one file" in staffed.run("import", "--plan", "7А алгебра").refused()
    assert "no such file" in staffed.run("import", "--plan", "7А алгебра", f"{file}.csv").refused()
