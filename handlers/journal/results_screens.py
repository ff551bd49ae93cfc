"""«Итоги»: the teacher's sheet of a class and subject, one tap for each proposal."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from domain.journal.attestation import EXEMPT, FAILED, NOT_ATTESTED, PASSED
from domain.journal.courses import Course
from domain.journal.explained import Rule, follows
from domain.journal.periods import Period
from domain.journal.results_sheet import ResultLine, ResultSheet
from domain.school.roster import SchoolClass
from handlers.journal.lesson_screens import PAGE
from handlers.journal.results_buttons import (
    VALUES,
    AcceptAll,
    AskReason,
    ExplainResult,
    OpenCourse,
    OpenResults,
    OpenSheet,
    ResultsOfClass,
    ResultsOfLastYear,
    SetResult,
)
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts


class _Where(TypedDict):
    """The place as every button of it carries it."""

    school_class: int
    subject: int
    period: Period


POINTS = ("5", "4", "3", "2")
WORDS = (NOT_ATTESTED, EXEMPT, PASSED)
CREDIT_WORDS = (PASSED, FAILED, NOT_ATTESTED, EXEMPT)
MOST_COURSES = 60
"""Buttons of courses on a screen: with long names of subjects as much as Telegram takes."""


def choose_course(
    texts: Texts, courses: Sequence[Course], classes: Sequence[SchoolClass], *, last_year: bool = False
) -> Screen:
    """Own courses; below them the classes whose results one may read. `last_year`: there is one to look back at."""
    key = "results-choose" if courses or classes else "results-no-courses"
    back = [Button(texts("results-to-last-year"), ResultsOfLastYear())] if last_year else []
    return Screen(texts(key), [*_choices(courses, classes), back, [_menu(texts)]])


def choose_of_last_year(texts: Texts, courses: Sequence[Course], classes: Sequence[SchoolClass]) -> Screen:
    key = "results-choose-last-year" if courses or classes else "results-no-courses-last-year"
    return Screen(texts(key), [*_choices(courses, classes), [Button(texts("back"), OpenResults())]])


def _choices(courses: Sequence[Course], classes: Sequence[SchoolClass]) -> list[list[Button]]:
    own = [
        Button(f"{one.class_name} · {one.subject_name}", OpenCourse(school_class=one.class_id, subject=one.subject))
        for one in courses[:MOST_COURSES]
    ]
    others = [Button(one.name, ResultsOfClass(school_class=one.id)) for one in classes[: MOST_COURSES - len(own)]]
    return [*in_rows(own, 2), *in_rows(others, 4)]


def courses_of_class(texts: Texts, courses: Sequence[Course]) -> Screen:
    buttons = [
        Button(one.subject_name, OpenCourse(school_class=one.class_id, subject=one.subject))
        for one in courses[:MOST_COURSES]
    ]
    name = courses[0].class_name if courses else ""
    text = texts("results-class", class_name=name) if courses else texts("results-class-empty")
    return Screen(text, [*in_rows(buttons, 2), [Button(texts("back"), OpenResults())]])


def sheet(texts: Texts, sheet: ResultSheet, number: int, opened: int) -> Screen:
    """Tap «✓» and the proposal is set; tap the name for another mark and «Как посчитано?»."""
    number = min(max(number, 0), _pages(sheet) - 1)
    lines = sheet.lines[number * PAGE : (number + 1) * PAGE]
    rows = [row for line in lines for row in _line(texts, sheet, line, number, line.seat.pupil == opened)]
    turn = [
        Button(f"· {one + 1} ·" if one == number else str(one + 1), _open(sheet, one)) for one in range(_pages(sheet))
    ]
    accept = (
        [Button(texts("results-accept-all", count=sheet.open_proposals), _accept(sheet, number), style=Style.SUCCESS)]
        if _settable(sheet) and sheet.open_proposals
        else []
    )
    periods = [_period(texts, sheet, one) for one in sheet.periods]
    back = Button(texts("back"), ResultsOfLastYear() if sheet.past else OpenResults())
    below = [turn if len(turn) > 1 else [], accept, *in_rows(periods, 4), [back]]
    return Screen(_text(texts, sheet), [*rows, *below])


def ask_reason(texts: Texts, sheet: ResultSheet, line: ResultLine, value: str, number: int) -> Screen:
    proposed = line.explained.proposed or "none"
    text = texts("results-ask-reason", name=line.seat.name.listed, value=value, proposed=proposed)
    back = OpenSheet(**_where(sheet), page=number, pupil=line.seat.pupil)
    return Screen(text, [[Button(texts("back"), back)]])


def period_name(texts: Texts, period: Period) -> Markup:
    """«2-я четверть», «Год»"""
    return texts(f"results-period-{period.kind}", number=period.number)


def shown(texts: Texts, average: Decimal) -> str:
    """«4,44»"""
    return f"{average:.2f}".replace(".", texts("decimal-point"))


def _text(texts: Texts, sheet: ResultSheet) -> Markup:
    head = texts(
        "results-heading",
        class_name=sheet.course.class_name,
        subject=sheet.course.subject_name,
        period=period_name(texts, sheet.place.period),
    )
    notes = [texts("results-past")] if sheet.past else [texts("results-closed")] if sheet.closed else []
    notes += [] if sheet.begun else [texts("results-not-begun")]
    notes += [texts("results-too-few", count=sheet.too_few, fewest=_fewest(sheet))] if sheet.too_few else []
    notes += [texts("results-how")] if _settable(sheet) and sheet.lines else []
    notes += [] if sheet.lines else [texts("results-nobody")]
    return Markup("\n".join([head, *notes]))


def _fewest(sheet: ResultSheet) -> int:
    return max(line.explained.fewest for line in sheet.lines)


def _line(texts: Texts, sheet: ResultSheet, line: ResultLine, number: int, opened: bool) -> list[list[Button]]:
    pupil = line.seat.pupil
    target = OpenSheet(**_where(sheet), page=number, pupil=0 if opened else pupil)
    state = _state(texts, sheet, line, number)
    beside = "" if state else _numbers(texts, line)
    name = Button(_joined(line.seat.name.listed, beside), target)
    rows = [[name, *state]]
    if not opened:
        return rows
    pad = [_put(sheet, line, number, value) for value in _offered(line)] if _settable(sheet) else []
    undo = [_put(sheet, line, number, None, texts("results-take-back"))] if pad and line.result else []
    why = Button(texts("results-explain"), ExplainResult(**_where(sheet), page=number, pupil=pupil))
    return [*rows, *in_rows([*pad, *undo], 4), [why]]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _numbers(texts: Texts, line: ResultLine) -> str:
    """«4,44 (9)»; «4,44 (2/5)»: too few marks, and how many are needed."""
    explained = line.explained
    average = shown(texts, explained.average) if explained.average is not None else ""
    needed = f"/{explained.fewest}" if explained.too_few else ""
    count = f"({explained.count}{needed})" if explained.fewest else ""
    return " ".join(part for part in (average, count) if part)


def _state(texts: Texts, sheet: ResultSheet, line: ResultLine, number: int) -> list[Button]:
    """What is set, or the proposal to be accepted by one tap; with the numbers, as half a row is narrow for a name."""
    numbers = _numbers(texts, line)
    if line.result is not None:
        sign = "❗" if line.disputed else "✅"
        opened = OpenSheet(**_where(sheet), page=number, pupil=line.seat.pupil)
        return [Button(_joined(f"{sign} {line.result.value}", numbers), opened)]
    if line.explained.proposed is None or not _settable(sheet):
        return []
    label = _joined(f"✓ {line.explained.proposed}", numbers)
    return [_put(sheet, line, number, line.explained.proposed, label)]


def _put(sheet: ResultSheet, line: ResultLine, number: int, value: str | None, label: str | None = None) -> Button:
    kind = SetResult if follows(value, line.explained) else AskReason
    action = kind(**_where(sheet), page=number, pupil=line.seat.pupil, value=VALUES[value])
    return Button(label or str(value), action)


def _offered(line: ResultLine) -> tuple[str, ...]:
    return CREDIT_WORDS if line.explained.rule is Rule.CREDITS else (*POINTS, *WORDS)


def _settable(sheet: ResultSheet) -> bool:
    return sheet.mine and sheet.begun and not (sheet.closed or sheet.past)


def _period(texts: Texts, sheet: ResultSheet, period: Period) -> Button:
    name = texts(f"results-short-{period.kind}", number=period.number)
    course = sheet.course
    action = OpenSheet(school_class=course.class_id, subject=course.subject, period=period, page=0, pupil=0)
    return Button(f"● {name}" if period is sheet.place.period else name, action)


def _open(sheet: ResultSheet, number: int) -> OpenSheet:
    return OpenSheet(**_where(sheet), page=number, pupil=0)


def _accept(sheet: ResultSheet, number: int) -> AcceptAll:
    return AcceptAll(**_where(sheet), page=number)


def _where(sheet: ResultSheet) -> _Where:
    place = sheet.place
    return {"school_class": place.class_id, "subject": place.subject, "period": place.period}


def _pages(sheet: ResultSheet) -> int:
    return max(1, -(-len(sheet.lines) // PAGE))


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
