"""All sheets that were brought → what they wish, with every mistake of every cell."""

from collections.abc import Iterable, Iterator
from datetime import date

from domain.school.importing.headings import Heading, ListKind, heading_of, notes_on
from domain.school.importing.list_rows import ListRow, Numbers
from domain.school.importing.pupil_rows import wished_pupil
from domain.school.importing.remarks import About, Expected, Mistake, Note
from domain.school.importing.sheets import Place, Sheet
from domain.school.importing.staff_rows import wished_load, wished_staff
from domain.school.importing.wished import Wishes


def wishes_of(files: Iterable[tuple[Sheet, ...]], today: date) -> Wishes:
    """`files`: the sheets of each. A file without any list is a mistake; a sheet without one beside a list, a note."""
    wishes, numbers = Wishes(), Numbers()
    for sheets in files:
        found = [(sheet, heading_of(sheet)) for sheet in sheets if sheet.rows]
        wishes.mistakes += (heading for _, heading in found if isinstance(heading, Mistake))
        wishes.notes += (
            Note(About.UNKNOWN_SHEET, Place(sheet.file, sheet.name)) for sheet, heading in found if heading is None
        )
        if sheets and all(heading is None for _, heading in found):
            wishes.mistakes.append(Mistake(Place(sheets[0].file), "", Expected.HEADINGS))
        for sheet, heading in found:
            if isinstance(heading, Heading):
                _take(wishes, sheet, heading, numbers, today)
    return wishes


def _take(wishes: Wishes, sheet: Sheet, heading: Heading, numbers: Numbers, today: date) -> None:
    wishes.notes += notes_on(sheet, heading)
    for row in _rows(sheet, heading, numbers):
        match heading.kind:
            case ListKind.PUPILS:
                wishes.pupils += filter(None, [wished_pupil(row, today)])
            case ListKind.STAFF:
                wishes.staff += filter(None, [wished_staff(row)])
            case ListKind.LOAD:
                wishes.load += filter(None, [wished_load(row)])
        wishes.mistakes += row.mistakes


def _rows(sheet: Sheet, heading: Heading, numbers: Numbers) -> Iterator[ListRow]:
    for row in sheet.rows:
        read = ListRow(sheet, heading, row, numbers)
        if row.number > heading.row and not read.empty:
            yield read
