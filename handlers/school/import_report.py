"""What an import has to say, line by line; each mistake and doubt with its place and what to do."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from domain.school.importing.importing import ImportReport
from domain.school.importing.plan import Kind
from domain.school.importing.remarks import Doubt, Mistake, Note
from domain.school.importing.sheets import Place
from domain.school.importing.timetable import TimetableOutcome
from handlers.texts.translator import Markup, Texts

LONGEST_SHOWN = 80
"""Characters of a cell: enough to find it by."""


def report_lines(report: ImportReport, texts: Texts) -> Iterator[str]:
    yield _state(report, texts)
    yield from _counts(report, texts)
    for outcome in report.timetables:
        if outcome.valid_from and not outcome.mistakes:
            yield timetable_line(outcome, texts)
    doubts, notes, mistakes = report.doubts, report.notes, report.mistakes
    yield from _block(texts("importing-doubts", n=len(doubts)), [doubt_line(one, texts) for one in doubts])
    yield from _block(texts("importing-notes", n=len(notes)), [note_line(one, texts) for one in notes])
    yield from _block(texts("importing-mistakes", n=len(mistakes)), [mistake_line(one, texts) for one in mistakes])


def mistake_line(mistake: Mistake, texts: Texts) -> str:
    place, expected = _place(mistake.place, texts, mistake.heading), texts(f"importing-expected-{mistake.expected}")
    if mistake.value:
        said = texts("importing-mistake", place=place, value=shown(mistake.value), expected=expected)
    elif mistake.place.column:
        said = texts("importing-mistake-empty", place=place, expected=expected)
    else:
        said = texts("importing-mistake-whole", place=place, expected=expected)
    return texts("importing-more", said=said, more=shown(mistake.said)) if mistake.said else said


def doubt_line(doubt: Doubt, texts: Texts) -> str:
    why = texts(f"importing-why-{doubt.why}", other=_printable(doubt.other))
    return texts("importing-doubt", place=_place(doubt.place, texts), who=shown(doubt.who), why=why)


def note_line(note: Note, texts: Texts) -> str:
    said = texts(f"importing-about-{note.about}", what=_printable(note.what))
    return texts("importing-note", place=_place(note.place, texts), said=said) if note.place else said


def shown(value: str) -> str:
    """A stranger's text: of bounded length, without what would move a terminal's cursor."""
    text = _printable(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def _printable(value: str) -> str:
    return "".join(one if one.isprintable() else "�" for one in " ".join(value.split()))


def _state(report: ImportReport, texts: Texts) -> str:
    if report.mistakes:
        return texts("importing-refused")
    if not report.written:
        return texts("importing-dry-run")
    return texts("importing-written") if report.changes else texts("importing-nothing-new")


def _counts(report: ImportReport, texts: Texts) -> Iterator[str]:
    tally = report.lists.tally
    if new := counted(tally.new, texts):
        yield texts("importing-new", counts=new)
    if changed := counted(tally.changed, texts):
        yield texts("importing-changed", counts=changed)
    if not (report.mistakes or report.written or report.changes):
        yield texts("importing-nothing-new")


def counted(counts: Mapping[Kind, int], texts: Texts) -> str:
    return ", ".join(texts(f"importing-count-{kind}", n=counts[kind]) for kind in Kind if counts.get(kind))


def timetable_line(outcome: TimetableOutcome, texts: Texts) -> str:
    about: dict[str, Any] = {"added": outcome.added, "kept": outcome.kept, "ended": outcome.ended}
    return texts("importing-timetable", day=f"{outcome.valid_from:%d.%m.%Y}", **about)


def _block(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from (f"  {line}" for line in lines)


def _place(place: Place, texts: Texts, heading: str = "") -> Markup:
    parts = [escape(shown(place.file), quote=False)]
    if place.sheet:
        parts.append(texts("importing-sheet", sheet=shown(place.sheet)))
    if place.row:
        parts.append(texts("importing-row", row=place.row))
    if place.column and heading:
        parts.append(texts("importing-column-titled", letters=place.letters, title=shown(heading)))
    elif place.column:
        parts.append(texts("importing-column", letters=place.letters))
    return Markup(", ".join(parts))
