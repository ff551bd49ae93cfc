"""Workbooks: each cell keeps its kind, and what people wrote is never a formula or a link."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from handlers.kit.book import BookSheet, workbook

EVIL = '=HYPERLINK("https://evil.example","нажми")'


def test_cells_come_back_as_they_were_given_and_no_formula_among_them() -> None:
    rows = [(EVIL, 3, date(2026, 11, 24)), ("https://x.example", 0, date(2027, 1, 1))]
    made = workbook(BookSheet("Лист", [("Кто", 20), ("Раз", 8), ("День", 12)], rows), BookSheet("Пусто", [], ()))
    read = CalamineWorkbook.from_filelike(BytesIO(made))
    assert read.sheet_names == ["Лист", "Пусто"]
    assert read.get_sheet_by_name("Лист").to_python() == [["Кто", "Раз", "День"], *map(list, rows)]
    with ZipFile(BytesIO(made)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
