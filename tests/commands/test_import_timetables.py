"""`import` of timetables: an export of aSc, and lists with a workbook in one go."""

import sqlite3
from contextlib import closing
from pathlib import Path

import xlsxwriter

from tests.commands.conftest import Machine
from tests.storage.asc_files import SCHOOL, written

STAFF = (("ФИО", "Должность"), ("Клевер Софья Марковна", "учитель"), ("Лютикова Ольга Викторовна", "учитель"))
LOAD = (
    ("Учитель", "Предмет", "Класс", "Группа"),
    ("Клевер С. М.", "Алгебра", "7А", ""),
    ("Клевер С. М.", "Английский язык", "7А", "1"),
    ("Лютикова О. В.", "Английский язык", "7А", "2"),
)
PUPILS = (("Класс", "ФИО"), ("7А", "Ромашкин Илья Андреевич"), ("9А", "Ромашкина Вера Андреевна"))


def _table(class_name: str, *lessons: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
    rows = (("Пн" if number == 1 else "", str(number), *lesson) for number, lesson in enumerate(lessons, 1))
    return ("День", "Урок", class_name, "каб."), *rows


def _book(file: Path, **sheets: tuple[tuple[str, ...], ...]) -> str:
    with xlsxwriter.Workbook(str(file)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return str(file)


def test_an_export_of_asc_comes_in_and_says_what_has_no_place(founded: Machine) -> None:
    file = str(written(founded.folder))
    told = founded.well("import", file, "--dry-run").out
    assert "Расписание с 01.09.2026: уроков недели новых — 7, прежних — 0, снятых — 0." in told
    assert 'timetable.xml, строка 60: не поставлено в расписание — Алгебра · 7 "А"' in told
    assert founded.well("import", file, "--json").json["timetables"][0]["added"] == 7
    assert founded.well("import", file).out.startswith("Всё это в школе уже есть")


def test_a_damaged_export_changes_nothing(founded: Machine) -> None:
    file = str(written(founded.folder, SCHOOL.replace('lessonid="L2"', 'lessonid="L99"')))
    ran = founded.run("import", file)
    assert ran.code != 0
    assert "names a lesson that is not there" in ran.out
    assert founded.well("import", str(written(founded.folder)), "--json").json["timetables"][0]["kept"] == 0


def test_lists_and_two_workbooks_are_one_school_and_one_week(founded: Machine) -> None:
    """Teachers follow from the load that comes in the same moment; the second workbook ends nothing of the first."""
    seventh = _table("7А", ("алг.", "12"), ("Англ. яз.", "331/436"))
    files = [
        _book(founded.folder / "7.xlsx", Ученики=PUPILS, Сотрудники=STAFF, Нагрузка=LOAD, Уроки=seventh),
        _book(founded.folder / "9.xlsx", Уроки=_table("9А", ("Химия", "5"), ("?", ""))),
    ]
    first = founded.well("import", *files, "--json").json
    assert [one["added"] for one in first["timetables"]] == [4]
    assert [one["who"] for one in first["doubts"]] == ["9А · Химия"]
    assert [one["text"] for one in first["notes"] if one["about"] == "not_placed"] == [
        "9.xlsx, лист «Уроки», строка 3, столбец C: не поставлено в расписание — 9А · ?"
    ]
    again = founded.well("import", *files, "--json").json
    assert [(one["added"], one["kept"], one["ended"]) for one in again["timetables"]] == [(0, 4, 0)]
    assert _taught(founded) == [
        ("Алгебра", "12", "Клевер", None),
        ("Английский язык", "331", "Клевер", "1"),
        ("Английский язык", "436", "Лютикова", "2"),
        ("Химия", "5", None, None),
    ]


def _taught(machine: Machine) -> list[tuple[str, ...]]:
    asked = """
        SELECT s.name, e.room, p.surname, g.name FROM timetable_entries e
        JOIN subjects s ON s.id = e.subject_id
        JOIN timetable_entry_classes c ON c.entry_id = e.id LEFT JOIN study_groups g ON g.id = c.group_id
        LEFT JOIN timetable_entry_teachers t ON t.entry_id = e.id LEFT JOIN people p ON p.id = t.teacher_id
        ORDER BY s.name, e.room
    """
    with closing(sqlite3.connect(machine.folder / "zvonok.db")) as database:
        return database.execute(asked).fetchall()
