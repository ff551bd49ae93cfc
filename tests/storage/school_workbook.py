"""A timetable as a school keeps it in a workbook: a sheet for each parallel, merged days, rooms beside subjects."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import xlsxwriter

Cells = Sequence[Sequence[str | int]]
ODS = "application/vnd.oasis.opendocument.spreadsheet"
SEVENTH: Cells = (
    ("Расписание уроков 7-х классов на 2026/2027 учебный год",),
    (),
    ("День", "Урок", "7А", "каб.", "7 «Б» класс", "каб."),
    ("Понедельник", 1, "  Алгебра ", 331, "Физ-ра", "Зал"),
    ("", 2, "англ. / инф.", "331/436", "—", ""),
    ("", 3, "Англ. яз.", "331/436", "Алгебра", 331),
    ("Вторник", 1, "Физкультура", "Зал", "Физ-ра", "Зал"),
    ("", 2, "Химия (нечёт) / Физика (чёт)", 12, "???", 5),
    ("", "", "", "", "Химия", 12),
)
TENTH: Cells = (
    ("День", "№", "Время", "10"),
    ("П о н е д е л ь н и к", "1.", "8:30-9:15", "Алгебра, каб. 12"),
    ("", "2.", "9:25-10:10", "Астрономия"),
)


def workbook(folder: Path, sheets: Mapping[str, Cells], merged: Sequence[tuple[int, int, int, int]] = ()) -> Path:
    """`merged`: first row, first column, last row, last column of the first sheet, from 0."""
    path = folder / "Расписание.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for number, (name, rows) in enumerate(sheets.items()):
            sheet = book.add_worksheet(name)
            for place in merged if number == 0 else ():
                sheet.merge_range(*place, "")
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell != "":
                        sheet.write(at, column, cell)
    return path


def school_s_own(folder: Path) -> Path:
    return workbook(folder, {"7 классы": SEVENTH, "10 класс": TENTH}, [(3, 0, 5, 0), (6, 0, 8, 0)])


def as_ods(folder: Path, rows: Cells) -> Path:
    """The least that an OpenDocument spreadsheet is; its merged cells say nothing of themselves."""
    path, of = folder / "Расписание.ods", "urn:oasis:names:tc:opendocument:xmlns"
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{of}:office:1.0"
        xmlns:table="{of}:table:1.0" xmlns:text="{of}:text:1.0"><office:body><office:spreadsheet>
        <table:table table:name="7 классы">{lines}</table:table></office:spreadsheet></office:body>
        </office:document-content>"""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("content.xml", content)
        entry = f'<m:file-entry m:full-path="/" m:media-type="{ODS}"/>'
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{of}:manifest:1.0">{entry}</m:manifest>')
    return path


def _ods_cell(cell: str | int) -> str:
    said = f"<text:p>{escape(str(cell))}</text:p>" if cell != "" else ""
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'
