"""Workbooks that nobody should send, each made as an attacker, or an unlucky office, would make it."""

import io
import zipfile
from collections.abc import Mapping

import xlsxwriter

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def whole() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("Ученики").write_row(0, 0, ("Класс", "ФИО"))
    return made.getvalue()


def with_parts(**parts: bytes) -> bytes:
    """A workbook, some of its parts in other words: `sheet` for its sheet, `macros`, `extra`."""
    names = {"sheet": SHEET, "macros": "xl/vbaProject.bin", "shared": "xl/sharedStrings.xml"}
    given, made = {names[name]: content for name, content in parts.items()}, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        kept = {name: source.read(name) for name in source.namelist()}
        for name, content in {**kept, **given}.items():
            archive.writestr(name, content)
    return made.getvalue()


def sheet_of(cells: str) -> bytes:
    return f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()


def said(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'


ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOMB = sheet_of(f'<row r="1">{said("A1", "A" * (20 * 2**20))}</row>')
ROWS = "".join(f'<row r="{n}"><c r="A{n}"><v>7</v></c></row>' for n in range(1, 100_002))

HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "бомба.xlsx": (with_parts(sheet=BOMB), "до 20 МБ, 100 000 строк"),
    "сто тысяч строк.xlsx": (with_parts(sheet=sheet_of(ROWS)), "до 20 МБ, 100 000 строк"),
    "даль.xlsx": (
        with_parts(sheet=sheet_of(f'<row r="1048576">{said("XFD1048576", "7А")}</row>')),
        "до 20 МБ, 100 000 строк",
    ),
    "сущность.xlsx": (with_parts(shared=ENTITY + b"<sst><si><t>&a;</t></si></sst>"), ""),
    "макросы.xlsm": (with_parts(macros=b"\xcc\x61" * 40), "файл без макросов"),
    "обрывок.xlsx": (whole()[:900], "таблица XLSX, ODS или CSV"),
    "пароль.xlsx": (OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "снимите пароль"),
    "старый.xls": (OLE + b"\0" * 500, "старую .xls сохраните как XLSX"),
    "снимок.xlsx": (b"\x89PNG\r\n\x1a\n\0\0" + bytes(range(256)), "таблица XLSX, ODS или CSV"),
    "пустой.csv": (b" \n", "этот пуст"),
    "кавычки.csv": ('Класс;ФИО\n7А;"Уткин Лев'.encode(), "закрытые кавычки"),
    "сущность.xml": (ENTITY + b"<timetable>&a;</timetable>", "готовое расписание"),
}
"""By name: what is in it, and of what is said about it."""
