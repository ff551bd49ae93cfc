"""What a file would change, as a workbook: a sheet for each kind, old → new, and where in the file it stands."""

from collections.abc import Sequence

from domain.school.bringing import Looked
from domain.school.importing.changes import ChangeLine
from domain.school.importing.headings import Field
from domain.school.importing.plan import Kind
from domain.school.importing.sheets import Place
from handlers.kit.book import BookSheet, workbook
from handlers.kit.show import plain
from handlers.school.import_report import doubt_line, mistake_line
from handlers.texts.translator import Texts

WIDTHS = (40, 24, 34, 34, 34, 18, 10)
Row = Sequence[str]


def changes_book(texts: Texts, looked: Looked) -> bytes | None:
    """None where there is nothing to list."""
    sheets = {title: rows for title, rows in _sheets(texts, looked).items() if rows}
    if not sheets:
        return None
    names = ("who", "what", "old", "new", "about", "sheet", "row")
    headings = [plain(texts(f"bringing-column-{name}")) for name in names]
    columns = list(zip(headings, WIDTHS, strict=True))
    return workbook(*(BookSheet(title, columns, rows) for title, rows in sheets.items()))


def _sheets(texts: Texts, looked: Looked) -> dict[str, list[Row]]:
    report = looked.report
    said = {plain(texts(f"bringing-sheet-{kind}")): _changes(texts, looked.lines, kind) for kind in Kind}
    said[plain(texts("bringing-sheet-doubts"))] = [
        (one.who, plain(doubt_line(one, texts)), "", "", one.other, *_place(one.place)) for one in report.doubts
    ]
    said[plain(texts("bringing-sheet-missing"))] = [
        (one.who, plain(texts(f"bringing-sheet-{one.kind}")), "", "", one.where) for one in report.lists.missing
    ]
    said[plain(texts("bringing-sheet-mistakes"))] = [
        (one.value, plain(mistake_line(one, texts)), "", "", "", *_place(one.place)) for one in report.mistakes
    ]
    return said


def _changes(texts: Texts, lines: Sequence[ChangeLine], kind: Kind) -> list[Row]:
    return [
        (
            one.who,
            plain(texts(f"bringing-field-{one.what}" if one.what else "bringing-field-whole")),
            _value(texts, one.what, one.old),
            _value(texts, one.what, one.new),
            one.about,
            *_place(one.place),
        )
        for one in lines
        if one.kind is kind
    ]


def _value(texts: Texts, what: Field | None, value: str) -> str:
    match what:
        case Field.POST if value:
            return plain(texts(f"roles-name-{value}"))
        case Field.GUARDIAN_RELATION if value:
            return plain(texts(f"bringing-relation-{value}"))
    return value


def _place(place: Place | None) -> tuple[str, str]:
    if place is None:
        return "", ""
    return place.sheet, f"{place.letters}{place.row}" if place.row else ""
