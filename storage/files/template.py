"""Workbooks of lists as this program takes them; the example's people are invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

Cell = str | int | float | date


@dataclass(frozen=True, slots=True)
class ListColumn:
    heading: str
    width: int
    takes: str
    """Shown beside the heading when the mouse is over it."""
    values: Sequence[Cell]
    """From the row below the heading on; '' is an empty cell."""


_NUMBER = "Личный номер, по которому человека узнают во всех списках. Можно оставить пустым."
_KIN = "Мать, отец, опекун, бабушка, другое. Можно оставить пустым."
_GUARDIAN_NUMBER = (
    "Один номер у одного человека во всех строках: так родителя узнают у братьев и сестёр и среди учителей."
)

SHEETS: dict[str, tuple[ListColumn, ...]] = {
    "Ученики": (
        ListColumn("Класс", 8, "Как пишет школа: 7А. Класса нет — появится.", ("5А", "7А", "7А")),
        ListColumn(
            "ФИО",
            32,
            "Фамилия, имя полностью, отчество.",
            ("Ромашкина Вера Андреевна", "Ромашкин Илья Андреевич", "Васильков Лев Денисович"),
        ),
        ListColumn(
            "Дата рождения",
            15,
            "17.05.2013. Отличает однофамильцев; можно оставить пустой.",
            (date(2015, 3, 9), date(2013, 5, 17), date(2013, 11, 2)),
        ),
        ListColumn("Номер", 10, _NUMBER, ("У-501", "У-701", "У-702")),
        ListColumn("Группа: Английский язык", 24, "Подгруппа по этому предмету: 1.", ("1", "1", "2")),
        ListColumn(
            "Родитель 1",
            32,
            "ФИО первого родителя или законного представителя.",
            ("Ромашкина Нина Павловна", "Ромашкина Нина Павловна", "Василькова Зоя Игоревна"),
        ),
        ListColumn("Кем приходится 1", 18, _KIN, ("мать", "мать", "мать")),
        ListColumn("Номер родителя 1", 18, _GUARDIAN_NUMBER, ("Р-11", "Р-11", "С-2")),
        ListColumn("Родитель 2", 32, "ФИО второго; столбцы 3, 4… — так же.", ("Ромашкин Андрей Ильич",) * 2 + ("",)),
        ListColumn("Кем приходится 2", 18, _KIN, ("отец", "отец", "")),
        ListColumn("Номер родителя 2", 18, _GUARDIAN_NUMBER, ("Р-12", "Р-12", "")),
    ),
    "Сотрудники": (
        ListColumn(
            "ФИО",
            32,
            "Фамилия, имя полностью, отчество.",
            ("Лютикова Ольга Викторовна", "Василькова Зоя Игоревна", "Клевер Софья Марковна"),
        ),
        ListColumn("Номер", 10, _NUMBER + " Учитель, который и родитель, — с тем же номером.", ("С-1", "С-2", "С-3")),
        ListColumn(
            "Должность",
            36,
            "Учитель, заместитель директора, директор, секретарь, администратор журнала, администратор сайта. "
            "Несколько — через запятую. Пусто — без доступа к журналу.",
            ("заместитель директора, учитель", "учитель английского языка", "секретарь"),
        ),
        ListColumn("Классное руководство", 22, "Класс или несколько через запятую.", ("7А", "5А", "")),
    ),
    "Нагрузка": (
        ListColumn(
            "Учитель",
            32,
            "ФИО из списка сотрудников, полностью или с инициалами.",
            ("Лютикова О. В.", "Василькова Зоя Игоревна", "Василькова Зоя Игоревна"),
        ),
        ListColumn(
            "Предмет",
            24,
            "Как в расписании. Предмета нет — появится.",
            ("Алгебра", "Английский язык", "Английский язык"),
        ),
        ListColumn("Класс", 8, "7А", ("7А", "7А", "5А")),
        ListColumn("Группа", 10, "Подгруппа класса; пусто — весь класс.", ("", "1", "1")),
        ListColumn("Часов в неделю", 16, "3 или 1,5. Можно оставить пустым.", (3, 3, 1.5)),
    ),
}


def write_template(file: Path | BytesIO) -> None:
    write_lists(file, SHEETS)


def write_lists(file: Path | BytesIO, sheets: Mapping[str, Sequence[ListColumn]]) -> None:
    """Nothing in it is taken for a formula or a link."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(str(file) if isinstance(file, Path) else file, options) as book:
        formats = (
            book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7", "border": 1}),
            book.add_format({"num_format": "dd.mm.yyyy", "align": "left"}),
        )
        for name, columns in sheets.items():
            _write_sheet(book.add_worksheet(name), columns, *formats)


def _write_sheet(sheet: Any, columns: Sequence[ListColumn], bold: Any, day: Any) -> None:
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, bold)
        sheet.write_comment(0, at, column.takes, {"x_scale": 2})
        for row, value in enumerate(column.values, 1):
            _write_cell(sheet, row, at, value, day)


def _write_cell(sheet: Any, row: int, at: int, value: Cell, day: Any) -> None:
    match value:
        case date():
            sheet.write_datetime(row, at, value, day)
        case "":
            pass
        case str():
            sheet.write_string(row, at, value)
        case _:
            sheet.write_number(row, at, value)
