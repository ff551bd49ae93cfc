"""A row of the list of pupils → what it wishes."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from domain.roles.names import norm
from domain.school.importing.cells import birth_date, class_name, groups, relation, subject_name
from domain.school.importing.headings import RELATIVES, Column, Field
from domain.school.importing.list_rows import ListRow
from domain.school.importing.remarks import Expected
from domain.school.importing.wished import WishedGroup, WishedGuardian, WishedPupil


def wished_pupil(row: ListRow, today: date) -> WishedPupil | None:
    """None where the row has mistakes."""
    name = row.name()
    school_class = row.needed(Column(Field.CLASS), class_name, Expected.CLASS)
    birth = row.given(Column(Field.BIRTH), lambda text: birth_date(text, today), Expected.BIRTH_DATE)
    number = row.number(Column(Field.NUMBER), name, pupil=True)
    in_groups, guardians = tuple(_groups(row)), tuple(_guardians(row))
    if row.mistakes or name is None or school_class is None:
        return None
    return WishedPupil(row.place(), name, school_class, birth, number, in_groups, guardians)


def _groups(row: ListRow) -> Iterator[WishedGroup]:
    for column in row.heading.columns:
        if column.field is Field.GROUP:
            yield from row.given(column, partial(_named_groups, column.part), Expected.GROUP) or ()


def _named_groups(subject: str, text: str) -> tuple[WishedGroup, ...] | None:
    return groups(text, subject) if not subject or subject_name(subject) else None


def _guardians(row: ListRow) -> Iterator[WishedGuardian]:
    met: set[str] = set()
    for column in row.heading.columns:
        guardian = _guardian(row, column.part) if column.field is Field.GUARDIAN else None
        if guardian is None:
            continue
        if norm(guardian.name.full) in met:
            row.wrong(column, Expected.OTHER_GUARDIAN)
        met.add(norm(guardian.name.full))
        yield guardian


def _guardian(row: ListRow, part: str) -> WishedGuardian | None:
    """None for an empty cell; a relation or number of nobody is a mistake."""
    of_name, of_relation, of_number = (Column(field, part) for field in _GUARDIAN)
    if not row.text(of_name):
        if row.text(of_relation) or row.text(of_number):
            row.wrong(of_name, Expected.GUARDIAN)
        return None
    name = row.full_name(of_name)
    kin = row.given(of_relation, relation, Expected.RELATION) or RELATIVES.get(part)
    number = row.number(of_number, name, pupil=False)
    return WishedGuardian(row.place(of_name), name, kin, number) if name else None


_GUARDIAN = Field.GUARDIAN, Field.GUARDIAN_RELATION, Field.GUARDIAN_NUMBER
