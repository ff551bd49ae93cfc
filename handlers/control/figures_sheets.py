"""Figures and the lists behind them on paper: the page, one list, who of the families has come in."""

from collections.abc import Iterator, Mapping, Sequence

from domain.control.indicators import Behind, By, Figure, IndicatorPage, Line, Measure
from domain.control.slicing import NamedSlice
from domain.ids import ClassId
from domain.school.roster import SchoolClass
from handlers.control.behind_screens import class_said
from handlers.control.control_screens import SECTIONS
from handlers.control.figure_words import named, share_said
from handlers.control.slice_words import slice_said, term_said
from handlers.kit.numbers import tenths
from handlers.kit.sheets import Align, Cell, Column, Row, Section, Sheet, Span, Total
from handlers.kit.show import plain
from handlers.texts.translator import Texts

NUMBER = 18
"""Millimetres of a column of numbers."""
WHO: Mapping[By, Sequence[str]] = {
    By.TEACHER: ("teacher",),
    By.CLASS: ("class",),
    By.PUPIL: ("pupil", "class", "subject", "term"),
    By.COURSE: ("class", "subject", "teacher"),
}
"""Columns that say whom a line is of."""
WIDTHS = {"teacher": 50.0, "class": 20.0, "pupil": 48.0, "subject": 38.0, "term": 26.0}
GROUPS = (
    (Measure.GUARDIANS, Measure.GUARDIANS_WEEK, Measure.GUARDIANS_MONTH),
    (Measure.PUPILS, Measure.PUPILS_WEEK, Measure.PUPILS_MONTH),
)
GROWS = {By.TEACHER: "teacher", By.CLASS: "class", By.PUPIL: "pupil", By.COURSE: "subject"}


NUMBERS = ("percent", "part", "whole", "marks", "needed", "given", "planned", "all", "in", "week", "month")


def page_sheet(texts: Texts, shown: IndicatorPage, slice_: NamedSlice) -> Sheet:
    known = {one.measure: one for one in shown.figures if one.whole}
    columns = [
        Column(texts("control-column-what"), 70, grows=True),
        *_numbers(texts, "percent", "part", "whole"),
        Column(texts("control-column-note"), 45),
    ]
    rows = [row for key, measures in SECTIONS.items() for row in _section(texts, key, measures, known)]
    return Sheet(texts("control-sheet"), columns, rows, under=[slice_said(texts, slice_)])


def list_sheet(texts: Texts, found: Behind, slice_: NamedSlice) -> Sheet:
    numbers = ("marks", "needed") if found.by is By.PUPIL else ("given", "planned") if found.by is By.COURSE else ()
    said = numbers or ("percent", "part", "whole")
    who = [Column(texts(f"control-column-{one}"), WIDTHS[one], grows=one == GROWS[found.by]) for one in WHO[found.by]]
    columns = [Column("№", 10, Align.RIGHT), *who, *_numbers(texts, *said)]
    rows: list[Row] = [
        (n, *(_who(texts, line, one) for one in WHO[found.by]), *_counts(line, percent=not numbers))
        for n, line in enumerate(found.lines, 1)
    ]
    under = [slice_said(texts, slice_), share_said(texts, found.figure)]
    return Sheet(named(texts, found.figure.measure), columns, rows, under=under)


def participation_sheet(texts: Texts, found: Sequence[Behind], room: str) -> Sheet:
    """A row for each class; of guardians and of pupils: how many, who have come in, seen in 7 and in 30 days."""
    known = {one.figure.measure: one for one in found}
    columns = [Column(texts("control-column-class"), 24, grows=True)]
    columns += _numbers(texts, *(2 * ("all", "in", "week", "month")))
    rows: list[Row] = [
        (school_class.name, *_participation({key: _line_of(one, school_class.id) for key, one in known.items()}))
        for school_class in _classes(found)
    ]
    rows.append(Total((texts("control-column-total"), *_participation({k: one.figure for k, one in known.items()}))))
    spans = [Span("", 1), Span(texts("control-column-guardians"), 4), Span(texts("control-column-pupils"), 4)]
    return Sheet(texts("control-participation"), columns, rows, under=[room], spans=spans)


def _section(texts: Texts, key: str, measures: Sequence[Measure], known: Mapping[Measure, Figure]) -> Iterator[Row]:
    there = [known[one] for one in measures if one in known]
    if there:
        yield Section(plain(texts(f"control-section-{key}")))
    for one in there:
        yield named(texts, one.measure), one.percent or 0, one.part, one.whole, _note(texts, one)


def _note(texts: Texts, figure: Figure) -> str:
    if figure.middle is None:
        return ""
    return texts(f"control-middle-{figure.measure}", n=tenths(texts, figure.middle))


def _numbers(texts: Texts, *keys: str) -> list[Column]:
    return [Column(texts(f"control-column-{key}"), NUMBER, Align.RIGHT) for key in keys]


def _who(texts: Texts, line: Line, column: str) -> str:
    match column:
        case "teacher":
            return line.teacher.name.full if line.teacher else ""
        case "class":
            return class_said(line.school_class, line.group)
        case "pupil":
            return line.pupil_name.full if line.pupil_name else ""
        case "subject":
            return line.subject.name if line.subject else ""
        case _:
            return term_said(texts, line.term) if line.term else ""


def _counts(line: Line, *, percent: bool) -> list[Cell]:
    counts: list[Cell] = [line.part, line.whole]
    return [line.part * 100 // line.whole if line.whole else 0, *counts] if percent else counts


def _classes(found: Sequence[Behind]) -> list[SchoolClass]:
    known = {line.school_class.id: line.school_class for one in found for line in one.lines if line.school_class}
    return sorted(known.values(), key=lambda one: (one.grade, one.name))


def _line_of(found: Behind, class_id: ClassId) -> Line | None:
    return next((one for one in found.lines if one.school_class and one.school_class.id == class_id), None)


def _participation(known: Mapping[Measure, Line | Figure | None]) -> Iterator[int]:
    """Of guardians, then of pupils: all, who have come in, seen in 7 and in 30 days."""
    for group in GROUPS:
        counts = [known.get(one) for one in group]
        yield counts[0].whole if counts[0] else 0
        yield from (one.part if one else 0 for one in counts)
