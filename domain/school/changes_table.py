"""A table of substitutions as schools keep it: which column is what, and what each row says, word for word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.roles.names import norm
from domain.school.importing.headings import LOOKED_AT
from domain.school.importing.sheets import Sheet, SheetRow


class Cell(StrEnum):
    DAY = "day"
    CLASS = "class"
    NUMBER = "number"
    WHAT = "what"
    TEACHER = "teacher"
    """Whose lesson it is; in a table without `SUBSTITUTE`, who gives it instead."""
    SUBSTITUTE = "substitute"
    SUBJECT = "subject"
    GROUP = "group"
    ROOM = "room"
    TO = "to"


_WORDS: Mapping[Cell, str] = {
    Cell.DAY: "дата|день|число",
    Cell.CLASS: "класс",
    Cell.NUMBER: "урок|номер урока|№ урока|урок №|№ ур|номер",
    Cell.WHAT: "что|что меняется|изменение|вид|вид изменения|вид замены",
    Cell.TEACHER: "учитель|преподаватель|педагог|фио учителя|кого|кого заменяют|вместо кого|отсутствует|кто отсутствует"
    "|отсутствующий учитель|отсутствующий педагог",
    Cell.SUBSTITUTE: "заменяет|кто заменяет|замещает|кто замещает|заменяющий|заменяющий учитель|заменяющий педагог"
    "|замещающий|замещающий учитель|замена|кем|кто проведет|учитель/заменяет",
    Cell.SUBJECT: "предмет|учебный предмет|дисциплина",
    Cell.GROUP: "группа|подгруппа",
    Cell.ROOM: "кабинет|каб|аудитория|место|новый кабинет",
    Cell.TO: "перенести|перенести на|перенос|перенос на|перенесен на|куда",
}
_CELLS = {word: cell for cell, words in _WORDS.items() for word in words.split("|")}
_ENOUGH = frozenset({Cell.DAY, Cell.CLASS, Cell.NUMBER})
_TELLING = frozenset({Cell.WHAT, Cell.SUBSTITUTE, Cell.TEACHER, Cell.ROOM, Cell.TO})


@dataclass(frozen=True, slots=True)
class SaidRow:
    """`sheet`: empty where the file has one table."""

    sheet: str
    number: int
    said: Mapping[Cell, str]
    """What is empty is not there."""

    def __getitem__(self, cell: Cell) -> str:
        return self.said.get(cell, "")


@dataclass(frozen=True, slots=True)
class ChangesTable:
    rows: tuple[SaidRow, ...]
    twice: tuple[SaidRow, ...] = ()
    """Rows of headings in which a column stands twice: which one counts is not guessed, and their rows are not read."""


def is_changes(sheet: Sheet) -> bool:
    return _heading(sheet) is not None


def table_of_changes(sheets: Sequence[Sheet]) -> ChangesTable:
    """A day that is not written, as where its cells are merged, is that of the row above."""
    tables = [(sheet, heading) for sheet in sheets if (heading := _heading(sheet)) is not None]
    rows: list[SaidRow] = []
    twice: list[SaidRow] = []
    for sheet, heading in tables:
        name = sheet.name if len(tables) > 1 else ""
        columns = dict(_named(heading))
        if len(columns) < len(list(_named(heading))):
            twice.append(SaidRow(name, heading.number, {}))
            continue
        rows += _with_days(_row(name, row, columns) for row in sheet.rows if row.number > heading.number)
    return ChangesTable(tuple(rows), tuple(twice))


def _heading(sheet: Sheet) -> SheetRow | None:
    for row in sheet.rows[:LOOKED_AT]:
        cells = {cell for cell, _ in _named(row)}
        if cells >= _ENOUGH and cells & _TELLING:
            return row
    return None


def _named(row: SheetRow) -> Iterator[tuple[Cell, int]]:
    for number, text in enumerate(row.cells, 1):
        cell = _CELLS.get(_bare(text))
        if cell is not None:
            yield cell, number


def _bare(text: str) -> str:
    return " ".join(norm(text).replace(".", " ").replace(" / ", "/").split()).strip(" :*")


def _row(sheet: str, row: SheetRow, columns: Mapping[Cell, int]) -> SaidRow:
    cells = {cell: " ".join(row.cell(at).split()) for cell, at in columns.items()}
    said = {cell: text for cell, text in cells.items() if text and text.strip("-–—")}
    if Cell.TEACHER in said and Cell.SUBSTITUTE not in columns:
        said[Cell.SUBSTITUTE] = said.pop(Cell.TEACHER)
    return SaidRow(sheet, row.number, said)


def _with_days(rows: Iterable[SaidRow]) -> Iterator[SaidRow]:
    day = ""
    for row in rows:
        day = row[Cell.DAY] or day
        if row.said.keys() - {Cell.DAY}:
            yield SaidRow(row.sheet, row.number, {**row.said, Cell.DAY: day} if day else row.said)
