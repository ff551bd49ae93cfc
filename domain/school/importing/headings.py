"""Which list a sheet holds, and which of its columns is what: by the headings, in any order, case and spelling."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.roles.names import norm
from domain.school.importing.remarks import About, Expected, Mistake, Note
from domain.school.importing.sheets import Place, Sheet, SheetRow

LOOKED_AT = 20
"""Rows from the top among which the headings may stand: lists often have a title above."""


class Field(StrEnum):
    CLASS = "class"
    FULL_NAME = "full_name"
    SURNAME = "surname"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    BIRTH = "birth"
    NUMBER = "number"
    GROUP = "group"
    GUARDIAN = "guardian"
    GUARDIAN_RELATION = "guardian_relation"
    GUARDIAN_NUMBER = "guardian_number"
    POST = "post"
    LEADS = "leads"
    TEACHER = "teacher"
    SUBJECT = "subject"
    HOURS = "hours"


class ListKind(StrEnum):
    PUPILS = "pupils"
    STAFF = "staff"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds; `part` is the number of the guardian, or the subject of the group."""

    field: Field
    part: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A sheet that was recognised."""

    kind: ListKind
    row: int
    columns: Mapping[Column, int]

    def has(self, field: Field) -> bool:
        return any(column.field is field for column in self.columns)


_WORDS: Mapping[Field, str] = {
    Field.CLASS: "класс|класс, литера",
    Field.FULL_NAME: "фио|ф и о|фамилия имя отчество|фамилия, имя, отчество|ученик|учащийся|обучающийся|сотрудник"
    "|фио ученика|фио учащегося|фио обучающегося|фио сотрудника|фио педагога",
    Field.SURNAME: "фамилия",
    Field.GIVEN: "имя",
    Field.PATRONYMIC: "отчество",
    Field.BIRTH: "дата рождения|день рождения|др|д р",
    Field.NUMBER: "номер|личный номер|номер личного дела|личное дело|табельный номер",
    Field.GROUP: "группа|группы|подгруппа|подгруппы",
    Field.POST: "должность|должности|роль|роли|должность/роль",
    Field.LEADS: "классное руководство|классный руководитель|классное рук-во|кл рук|кл руководство",
    Field.TEACHER: "учитель|преподаватель|педагог|фио учителя",
    Field.SUBJECT: "предмет|учебный предмет|дисциплина",
    Field.HOURS: "часов в неделю|часы в неделю|часов|часы|кол-во часов|количество часов|нагрузка",
}
_FIELDS = {word: field for field, words in _WORDS.items() for word in words.split("|")}
_GROUP_OF = re.compile(r"(?:под)?группа ?: ?.+")
_GUARDIAN = re.compile(
    r"(?:фио )?(?:родител[ья]|законн\w+ представител[ья]|родител[ья] \(законн\w+ представител[ья]\)) ?(\d*)"
)
_RELATION = re.compile(r"(?:кем приходится|степень родства|родство) ?(\d*)")
_GUARDIAN_NUMBER = re.compile(r"номер (?:родителя|законного представителя) ?(\d*)")
RELATIVES: Mapping[str, str] = {"мать": "mother", "мама": "mother", "отец": "father", "папа": "father"}
"""Headings under which a guardian stands whose relation they say themselves."""

_OF_LIST: Mapping[ListKind, frozenset[Field]] = {
    ListKind.LOAD: frozenset(
        {
            *(Field.TEACHER, Field.FULL_NAME, Field.SURNAME, Field.GIVEN, Field.PATRONYMIC),
            *(Field.SUBJECT, Field.CLASS, Field.GROUP, Field.HOURS),
        }
    ),
    ListKind.STAFF: frozenset(
        {
            *(Field.FULL_NAME, Field.TEACHER, Field.SURNAME, Field.GIVEN, Field.PATRONYMIC),
            *(Field.NUMBER, Field.POST, Field.LEADS),
        }
    ),
    ListKind.PUPILS: frozenset(
        {
            *(Field.CLASS, Field.FULL_NAME, Field.SURNAME, Field.GIVEN, Field.PATRONYMIC, Field.BIRTH, Field.NUMBER),
            *(Field.GROUP, Field.GUARDIAN, Field.GUARDIAN_RELATION, Field.GUARDIAN_NUMBER),
        }
    ),
}


def column_of(text: str) -> Column | None:
    """«Дата рождения» → birth; «Кем приходится 2» → relation of guardian 2; «Группа: Английский язык» → its group."""
    bare = " ".join(norm(text).replace(".", " ").replace("(фио)", "").split()).strip(" :*")
    if bare in _FIELDS:
        return Column(_FIELDS[bare])
    if bare in RELATIVES:
        return Column(Field.GUARDIAN, bare)
    if _GROUP_OF.fullmatch(bare):
        return Column(Field.GROUP, text.partition(":")[2].strip())
    for pattern, field in (
        (_GUARDIAN, Field.GUARDIAN),
        (_RELATION, Field.GUARDIAN_RELATION),
        (_GUARDIAN_NUMBER, Field.GUARDIAN_NUMBER),
    ):
        if found := pattern.fullmatch(bare):
            return Column(field, found.group(1) or "1")
    return None


def kind_of(fields: set[Field]) -> ListKind | None:
    """Which list has these columns, none if they are not enough for any."""
    named = bool(fields & {Field.FULL_NAME, Field.TEACHER}) or fields >= {Field.SURNAME, Field.GIVEN}
    if named and fields >= {Field.SUBJECT, Field.CLASS}:
        return ListKind.LOAD
    if named and fields & {Field.POST, Field.LEADS}:
        return ListKind.STAFF
    if named and Field.CLASS in fields:
        return ListKind.PUPILS
    return None


def heading_of(sheet: Sheet) -> Heading | Mistake | None:
    """None for a sheet that is no list at all; a mistake where half of the headings of a list are there."""
    best: tuple[int, SheetRow] | None = None
    for row in sheet.rows[:LOOKED_AT]:
        fields = {column.field for _, column, _ in _named(row) if column}
        kind = kind_of(fields)
        if kind:
            return _heading(sheet, row, kind)
        if len(fields) >= 2 and (best is None or len(fields) > best[0]):
            best = len(fields), row
    if best is None:
        return None
    said = "; ".join(cell for cell in best[1].cells if cell)
    return Mistake(Place(sheet.file, sheet.name, best[1].number), said, Expected.HEADINGS)


def notes_on(sheet: Sheet, heading: Heading) -> Iterator[Note]:
    """What of the sheet is not read: rows above the headings, columns of no meaning for this list."""
    above = [row.number for row in sheet.rows if row.number < heading.row]
    if above:
        yield Note(About.ROWS_ABOVE, Place(sheet.file, sheet.name, above[0]))
    taken = set(heading.columns.values())
    titles = next(row for row in sheet.rows if row.number == heading.row)
    below = [row for row in sheet.rows if row.number > heading.row]
    for column in range(1, max(len(row.cells) for row in sheet.rows) + 1):
        place = Place(sheet.file, sheet.name, heading.row, column)
        if column in taken:
            continue
        if titles.cell(column):
            yield Note(About.UNKNOWN_COLUMN, place, titles.cell(column))
        elif any(row.cell(column) for row in below):
            yield Note(About.UNNAMED_COLUMN, place)


def _heading(sheet: Sheet, row: SheetRow, kind: ListKind) -> Heading | Mistake:
    columns: dict[Column, int] = {}
    for number, column, text in _named(row):
        if column is None or column.field not in _OF_LIST[kind]:
            continue
        if column in columns:
            return Mistake(Place(sheet.file, sheet.name, row.number, number), text, Expected.HEADING_ONCE)
        columns[column] = number
    fields = {column.field for column in columns}
    return Heading(kind, row.number, {one: at for one, at in columns.items() if _read(one, fields, columns)})


def _read(column: Column, fields: set[Field], columns: Mapping[Column, int]) -> bool:
    """Whether a column says something that another does not say better, and belongs to someone."""
    match column.field:
        case Field.SURNAME | Field.GIVEN | Field.PATRONYMIC:
            return not fields & {Field.FULL_NAME, Field.TEACHER}
        case Field.FULL_NAME:
            return Field.TEACHER not in fields
        case Field.GUARDIAN_RELATION | Field.GUARDIAN_NUMBER:
            return Column(Field.GUARDIAN, column.part) in columns
    return True


def _named(row: SheetRow) -> Iterator[tuple[int, Column | None, str]]:
    for number, text in enumerate(row.cells, 1):
        if text:
            yield number, column_of(text), text
