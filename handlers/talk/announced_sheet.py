"""Of whom nobody has acknowledged an announcement, as a workbook: a line for each child and guardian."""

from collections.abc import Iterable, Sequence

from domain.talk.receipts import Silent
from handlers.kit.book import BookSheet, workbook
from handlers.texts.translator import Texts

COLUMNS = (("class", 10), ("name", 34), ("person", 36), ("state", 20))


def silent_book(texts: Texts, people: Sequence[Silent]) -> bytes:
    columns = [(texts(f"announce-column-{name}"), width) for name, width in COLUMNS]
    return workbook(BookSheet(texts("announce-silent-sheet"), columns, _lines(texts, people)))


def _lines(texts: Texts, people: Sequence[Silent]) -> Iterable[Sequence[str]]:
    for one in people:
        for who in one.who:
            why = who.why.replace("_", "-") if who.why is not None else "none"
            child = one.name.full if one.pupil is not None else ""
            yield one.class_name or "", child, who.name.full, texts(f"announce-state-{why}")
