"""Rows of the lists of staff and of load → what they wish."""

from domain.school.importing.cells import (
    class_name,
    class_names,
    group_name,
    hours,
    initials_of,
    person_name,
    posts,
    subject_name,
)
from domain.school.importing.headings import Column, Field
from domain.school.importing.list_rows import ListRow
from domain.school.importing.remarks import Expected
from domain.school.importing.wished import Said, WishedLoad, WishedStaff


def wished_staff(row: ListRow) -> WishedStaff | None:
    """None where the row has mistakes."""
    name = row.name()
    number = row.number(Column(Field.NUMBER), name, pupil=False)
    roles = row.given(Column(Field.POST), posts, Expected.POST) or ()
    classes = row.given(Column(Field.LEADS), class_names, Expected.OWN_CLASS) or ()
    if row.mistakes or name is None:
        return None
    return WishedStaff(row.place(), name, number, roles, classes, row.heading.has(Field.LEADS))


def wished_load(row: ListRow) -> WishedLoad | None:
    """None where the row has mistakes."""
    column = Column(Field.TEACHER if row.heading.has(Field.TEACHER) else Field.FULL_NAME)
    teacher = row.needed(column, _teacher, Expected.TEACHER) if row.heading.has(column.field) else _parted(row)
    subject = row.needed(Column(Field.SUBJECT), subject_name, Expected.SUBJECT)
    school_class = row.needed(Column(Field.CLASS), class_name, Expected.CLASS)
    group = row.given(Column(Field.GROUP), group_name, Expected.GROUP)
    weekly = row.given(Column(Field.HOURS), hours, Expected.HOURS)
    if row.mistakes or not (teacher and subject and school_class):
        return None
    said = Said(row.place(column), teacher, row.title(column))
    return WishedLoad(row.place(), said, subject, school_class, group, weekly)


def _teacher(text: str) -> str | None:
    """As written, where it can be a name, whole or with initials."""
    return text if person_name(text) or initials_of(text) else None


def _parted(row: ListRow) -> str | None:
    name = row.name()
    return name.full if name else None
