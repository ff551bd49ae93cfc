"""The school's lists as a workbook of the very columns that an import takes."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from domain.roles.people import Role
from domain.school.importing.exporting import GuardianRow, LoadRow, PupilRow, SchoolLists, StaffRow
from storage.files.template import SHEETS, Cell, ListColumn, write_lists

PUPILS, STAFF, LOAD = SHEETS
RELATIONS: Mapping[str, str] = {"mother": "мать", "father": "отец", "guardian": "опекун", "other": "другое"}
POSTS: Mapping[Role, str] = {
    Role.ADMIN: "администратор журнала",
    Role.SECRETARY: "секретарь",
    Role.DIRECTOR: "директор",
    Role.DEPUTY: "заместитель директора",
    Role.TEACHER: "учитель",
    Role.SITE_EDITOR: "администратор сайта",
}


def write_school_lists(file: Path | BytesIO, lists: SchoolLists) -> None:
    sheets = {PUPILS: _pupils(lists.pupils), STAFF: _staff(lists.staff), LOAD: _load(lists.load)}
    held = {PUPILS: lists.pupils, STAFF: lists.staff, LOAD: lists.load}
    kept = {name: columns for name, columns in sheets.items() if held[name]}
    write_lists(file, kept or {PUPILS: sheets[PUPILS]})


def _pupils(rows: Sequence[PupilRow]) -> list[ListColumn]:
    subjects = sorted({subject for row in rows for subject, _ in row.groups if subject})
    most = max((len(row.guardians) for row in rows), default=0)
    return [
        _column(PUPILS, "Класс", (row.class_name for row in rows)),
        _column(PUPILS, "ФИО", (row.name.full for row in rows)),
        _column(PUPILS, "Дата рождения", (row.birth or "" for row in rows)),
        _column(PUPILS, "Номер", (row.number or "" for row in rows)),
        *(_of_subject(rows, subject) for subject in subjects),
        *_other_groups(rows),
        *(column for number in range(most) for column in _guardian(rows, number)),
    ]


def _of_subject(rows: Sequence[PupilRow], subject: str) -> ListColumn:
    """One group each; who is in several has them in the column of other groups."""
    groups = [_alone(row, subject) for row in rows]
    return ListColumn(f"Группа: {subject}", 24, "Подгруппа по этому предмету.", groups)


def _other_groups(rows: Sequence[PupilRow]) -> list[ListColumn]:
    said = ["; ".join(f"{of}: {name}" if of else name for of, name in _others(row)) for row in rows]
    return [ListColumn("Группа", 24, "Прочие подгруппы: Предмет: 1; Предмет: 2.", said)] if any(said) else []


def _alone(row: PupilRow, subject: str) -> str:
    named = [name for of, name in row.groups if of == subject]
    return named[0] if len(named) == 1 else ""


def _others(row: PupilRow) -> list[tuple[str | None, str]]:
    return [(of, name) for of, name in row.groups if of is None or not _alone(row, of)]


def _guardian(rows: Sequence[PupilRow], number: int) -> list[ListColumn]:
    held = [row.guardians[number] if number < len(row.guardians) else None for row in rows]
    cells: list[tuple[str, int, list[Cell]]] = [
        (f"Родитель {number + 1}", 32, [one.name.full if one else "" for one in held]),
        (f"Кем приходится {number + 1}", 18, [_relation(one) for one in held]),
        (f"Номер родителя {number + 1}", 18, [one.number or "" if one else "" for one in held]),
    ]
    return [ListColumn(heading, width, _takes(PUPILS, heading), values) for heading, width, values in cells]


def _relation(one: GuardianRow | None) -> str:
    return RELATIONS.get(one.relation, "другое") if one else ""


def _staff(rows: Sequence[StaffRow]) -> list[ListColumn]:
    return [
        _column(STAFF, "ФИО", (row.name.full for row in rows)),
        _column(STAFF, "Номер", (row.number or "" for row in rows)),
        _column(STAFF, "Должность", (", ".join(POSTS[role] for role in row.roles if role in POSTS) for row in rows)),
        _column(STAFF, "Классное руководство", (", ".join(row.classes) for row in rows)),
    ]


def _load(rows: Sequence[LoadRow]) -> list[ListColumn]:
    return [
        _column(LOAD, "Учитель", (row.teacher.full for row in rows)),
        _column(LOAD, "Предмет", (row.subject for row in rows)),
        _column(LOAD, "Класс", (row.class_name for row in rows)),
        _column(LOAD, "Группа", (row.group or "" for row in rows)),
        _column(LOAD, "Часов в неделю", (float(row.hours) if row.hours else "" for row in rows)),
    ]


def _column(sheet: str, heading: str, values: Iterable[Cell]) -> ListColumn:
    """As the example has it."""
    like = next(column for column in SHEETS[sheet] if column.heading == heading)
    return ListColumn(heading, like.width, like.takes, list(values))


def _takes(sheet: str, heading: str) -> str:
    first = f"{heading.rpartition(' ')[0]} 1"
    return next((column.takes for column in SHEETS[sheet] if column.heading == first), "")
