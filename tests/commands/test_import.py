"""`import`: a school's own files, as an office brings them, and files that nobody should bring."""

import csv
import io
import sqlite3
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
import xlsxwriter

from domain.school.importing.remarks import Expected
from tests.commands.conftest import Machine

PUPILS = ("Класс", "ФИО", "Дата рождения", "Мать")
FAMILY = ("7А", "Ромашкин Илья Андреевич", "17.05.2013", "Ромашкина Нина Павловна")
MARKER = "EncryptedPackage".encode("utf-16-le")


def _workbook(file: Path, sheets: Mapping[str, Sequence[Sequence[str | float]]]) -> Path:
    with xlsxwriter.Workbook(str(file), {"strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file


def _csv(file: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8", delimiter: str = ";") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def _people(machine: Machine) -> list[str]:
    with closing(sqlite3.connect(machine.folder / "zvonok.db")) as database:
        return [row[0] for row in database.execute("SELECT surname || ' ' || given FROM people ORDER BY id")]


def test_a_workbook_comes_in_and_its_families_get_codes(founded: Machine) -> None:
    sheets = {
        "Ученики": [PUPILS, FAMILY],
        "Сотрудники": [("ФИО", "Должность", "Классное руководство"), ("Клевер Софья Марковна", "учитель", "7А")],
        "Нагрузка": [("Учитель", "Предмет", "Класс", "Часов в неделю"), ("Клевер С. М.", "Алгебра", "7А", 3.0)],
    }
    file = _workbook(founded.folder / "школа.xlsx", sheets)
    ran = founded.well("import", str(file))
    said = "Новые: 1 класс, 1 ученик, 1 родитель, 1 сотрудник, 1 предмет, 1 строка нагрузки."
    assert ran.out.splitlines()[:2] == ["Внесено.", said]
    codes = founded.well("codes", "--class", "7а", "--json").json
    assert {one["person"] for one in codes} == {"Ромашкин Илья Андреевич", "Ромашкина Нина Павловна"}
    assert founded.well("import", str(file)).out.startswith("Всё это в школе уже есть")


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8", ";"), ("utf-8-sig", ","), ("cp1251", ";"), ("cp1251", ","), ("utf-16", "\t")]
)
def test_csv_is_read_as_programs_write_it(founded: Machine, encoding: str, delimiter: str) -> None:
    file = _csv(founded.folder / "7А.csv", [PUPILS, FAMILY], encoding, delimiter)
    assert founded.well("import", str(file), "--json").json["new"] == {"classes": 1, "pupils": 1, "guardians": 1}


def test_a_dry_run_writes_nothing_and_says_all(founded: Machine) -> None:
    file = _csv(founded.folder / "7А.csv", [PUPILS, FAMILY])
    dry = founded.well("import", str(file), "--dry-run", "--json").json
    assert (dry["written"], dry["new"]) == (False, {"classes": 1, "pupils": 1, "guardians": 1})
    assert _people(founded) == ["Иванова Мария"]
    assert founded.well("import", str(file), "--json").json["new"] == dry["new"]


def test_every_mistake_is_told_with_its_place_and_nothing_is_written(founded: Machine) -> None:
    wrong = _workbook(
        founded.folder / "список.xlsx", {"Ученики": [PUPILS, ("7А", "Уткин Лев", "32.01.2013", "Уткина И. Л.")]}
    )
    right = _csv(founded.folder / "7А.csv", [PUPILS, FAMILY])
    ran = founded.run("import", str(right), str(wrong))
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[0] == "Ничего не внесено: исправьте ошибки и повторите."
    assert (
        "  список.xlsx, лист «Ученики», строка 2, столбец C «Дата рождения»: «32.01.2013» — ожидается дата, "
        "например 17.05.2013, и возраст ученика" in lines
    )
    assert _people(founded) == ["Иванова Мария"]
    (first, second) = founded.run("import", str(wrong), "--json").json["mistakes"]
    assert (first["sheet"], first["row"], first["letters"], first["value"], first["expected"]) == (
        *("Ученики", 2, "C", "32.01.2013"),
        "birth_date",
    )
    assert second["expected"] == "given_name"


def test_the_report_is_in_the_schools_language(laptop: Machine) -> None:
    laptop.well("init", "--name", "School 5", "--admin", "Ivanova Maria", "--language", "en")
    file = _csv(laptop.folder / "7А.csv", [PUPILS, FAMILY])
    assert "New: 1 class, 1 pupil, 1 guardian." in laptop.well("import", str(file)).out


def test_the_template_imports_cleanly(founded: Machine) -> None:
    founded.well("import", "--template", "образец.xlsx")
    report = founded.well("import", "образец.xlsx", "--json").json
    assert (report["written"], report["mistakes"], report["doubts"]) == (True, [], [])
    assert "there already" in founded.run("import", "--template", "образец.xlsx").refused()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say what to import: FILE…"),
        (("--template", "список.csv"), "for example список.xlsx"),
        (("список.csv", "--template", "образец.xlsx"), "give it alone"),
    ],
)
def test_what_cannot_be_done_is_one_line(founded: Machine, words: Sequence[str], said: str) -> None:
    assert said in founded.run("import", *words).refused()


def test_without_a_school_there_is_nowhere_to_import(laptop: Machine) -> None:
    file = _csv(laptop.folder / "7А.csv", [PUPILS, FAMILY])
    assert "bot init" in laptop.run("import", str(file)).refused()


def _bomb(file: Path) -> Path:
    """400 MB of one cell in a few hundred kB."""
    whole = _workbook(file.with_name("whole.xlsx"), {"Ученики": [PUPILS]})
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
        for name in source.namelist():
            if not name.endswith("sheet1.xml"):
                bomb.writestr(name, source.read(name))
        with bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>')
            for _ in range(400):
                sheet.write(b"A" * 2**20)
            sheet.write(b"</t></is></c></row></sheetData></worksheet>")
    return file


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


HOSTILE: Mapping[str, tuple[Callable[[Path], object], Expected]] = {
    "bomb.xlsx": (_bomb, Expected.SMALLER_FILE),
    "secret.xlsx": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + MARKER), Expected.UNPROTECTED),
    "old.xls": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500), Expected.SPREADSHEET),
    "broken.xlsx": (_bytes(b"PK\x03\x04" + b"\x07" * 300), Expected.SPREADSHEET),
    "noise.csv": (_bytes(bytes(range(256)) * 20), Expected.SPREADSHEET),
    "letter.csv": (_bytes("Дорогие родители!\nПриходите.".encode("cp1251")), Expected.HEADINGS),
    "empty.csv": (_bytes(b""), Expected.SOMETHING),
    "quotes.csv": (_bytes('Класс;ФИО\n7А;"Уткин Лев'.encode()), Expected.QUOTES),
    "wide.csv": (_bytes(("Класс;ФИО\n" + ";" * 301).encode()), Expected.SMALLER_FILE),
    "missing.xlsx": (lambda file: file, Expected.FILE),
    "folder.xlsx": (Path.mkdir, Expected.FILE),
}


def test_each_file_that_cannot_be_read_is_a_mistake_and_stops_the_rest(founded: Machine) -> None:
    for name, (make, _) in HOSTILE.items():
        make(founded.folder / name)
    right = _csv(founded.folder / "7А.csv", [PUPILS, FAMILY])
    ran = founded.run("import", str(right), *HOSTILE, "--json")
    assert (ran.code, ran.err) == (1, "")
    told = {one["file"]: one["expected"] for one in ran.json["mistakes"]}
    assert told == {name: expected for name, (_, expected) in HOSTILE.items()}
    assert _people(founded) == ["Иванова Мария"]


def test_a_row_of_three_hundred_columns_is_read_and_each_is_noted(founded: Machine) -> None:
    headings = ("Класс", "ФИО", *(f"Поле {n}" for n in range(298)))
    file = _csv(founded.folder / "wide.csv", [headings, ("7А", "Уткин Лев", *["х"] * 298)])
    report = founded.well("import", str(file), "--json").json
    assert [note["about"] for note in report["notes"]].count("unknown_column") == 298
    assert report["new"] == {"classes": 1, "pupils": 1}


def test_formulas_are_text_and_their_results_are_values(founded: Machine) -> None:
    file = founded.folder / "формулы.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Ученики")
        sheet.write_row(0, 0, PUPILS)
        sheet.write_formula(1, 0, '="7"&"А"', None, "7А")
        sheet.write_string(1, 1, "Уткин Лев")
        sheet.write_string(2, 0, "7А")
        sheet.write_string(2, 1, '=HYPERLINK("file:///etc/passwd")')
    (mistake,) = founded.run("import", str(file), "--json").json["mistakes"]
    assert (mistake["row"], mistake["letters"], mistake["value"]) == (3, "B", '=HYPERLINK("file:///etc/passwd")')


def test_a_strangers_text_does_not_move_the_terminals_cursor(founded: Machine) -> None:
    file = _csv(founded.folder / "7А.csv", [PUPILS, ("7А", "\x1b[2J\x1b[31m" + "Я" * 5000, "", "<b>&amp;</b>")])
    out = founded.run("import", str(file)).out
    assert "\x1b" not in out
    assert "<b>&amp;</b>" in out
    assert max(map(len, out.splitlines())) < 400


def test_lists_and_a_timetable_come_together_or_not_at_all(founded: Machine) -> None:
    headings = (
        "Activity Id",
        "Day",
        "Hour",
        "Students Sets",
        "Subject",
        "Teachers",
        "Activity Tags",
        "Room",
        "Comments",
    )
    timetable = _csv(
        founded.folder / "timetable.csv",
        [headings, ("1", "Понедельник", "1", "7А", "Алгебра", "Клевер Софья Марковна", "", "12", "")],
        "utf-8-sig",
    )
    staff = _csv(founded.folder / "staff.csv", [("ФИО", "Должность"), ("Клевер Софья Марковна", "учитель")])
    wrong = _csv(founded.folder / "7А.csv", [PUPILS, ("7А", "Уткин")])
    refused = founded.run("import", str(timetable), str(staff), str(wrong), "--json")
    assert (refused.code, _people(founded)) == (1, ["Иванова Мария"])
    report = founded.well("import", str(timetable), str(staff), "--json").json
    assert [(one["added"], one["ended"]) for one in report["timetables"]] == [(1, 0)]
    assert _people(founded) == ["Иванова Мария", "Клевер Софья"]
    again = founded.well("import", str(timetable), str(staff))
    assert again.out.startswith("Всё это в школе уже есть")
