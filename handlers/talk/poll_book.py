"""What came of a poll, as a workbook."""

from collections.abc import Iterator

from domain.talk.poll_cards import PollResults
from domain.talk.polls import PollKind
from handlers.kit.book import BookSheet, Cell, workbook
from handlers.kit.show import plain
from handlers.talk.poll_results_screens import answer_of, by_whom
from handlers.talk.poll_rows import slot_in_full
from handlers.texts.translator import Texts


def poll_book(found: PollResults, texts: Texts) -> bytes:
    """Who answered what, or who comes when; and the totals, which are all there is without names."""
    sheets = []
    if found.head.kind is PollKind.SLOT:
        sheets.append(_sheet(("time", "who", "class", "by"), _meetings(found, texts), texts, "meetings"))
    if found.head.named:
        sheets.append(_sheet(("who", "class", "answer", "by"), _by_name(found, texts), texts, "by-name"))
    if found.head.kind is not PollKind.SLOT:
        sheets.append(_sheet(("option", "votes"), _totals(found), texts, "totals"))
    return workbook(*sheets)


WIDTHS = {"who": 34, "class": 10, "answer": 40, "by": 30, "time": 34, "option": 50, "votes": 12}


def _sheet(columns: tuple[str, ...], rows: Iterator[tuple[Cell, ...]], texts: Texts, name: str) -> BookSheet:
    headings = [(plain(texts(f"poll-book-{one}")), WIDTHS[one]) for one in columns]
    return BookSheet(plain(texts(f"poll-book-{name}")), headings, rows)


def _by_name(found: PollResults, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    for line in found.lines:
        said: Cell = answer_of(found, line, texts)
        if line.answer is not None and line.answer.number is not None:
            said = line.answer.number
        yield line.ward.name.full, line.class_name or "", said, by_whom(line)


def _meetings(found: PollResults, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    of_slot = {line.slot.id: line for line in found.lines if line.slot is not None}
    for option in found.head.options:
        line = of_slot.get(option.id)
        who = (line.ward.name.full, line.class_name or "", by_whom(line)) if line else ("", "", "")
        yield slot_in_full(option, texts), *who


def _totals(found: PollResults) -> Iterator[tuple[Cell, ...]]:
    if found.numbers is not None:
        yield from sorted(found.numbers.items())
    for option in found.head.options if found.votes is not None else ():
        yield option.text or "", (found.votes or {}).get(option.id, 0)
