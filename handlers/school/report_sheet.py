"""The record of substitutions as a workbook and on paper: the totals, and the lessons themselves."""

from collections.abc import Iterable, Sequence

from domain.school.substitution_report import MonthOfSubstitutions
from handlers.kit.book import BookSheet, workbook
from handlers.kit.sheets import Align, Column, Sheet, Signature
from handlers.school.where_lines import classes_of
from handlers.texts.translator import Texts

Row = Sequence[str | int]
WIDTHS = (28, 14, 14, 28, 28)


def substitutions_book(texts: Texts, page: MonthOfSubstitutions) -> bytes:
    return workbook(
        BookSheet(
            texts("subs-sheet-totals"), _columns(texts, "teacher", "given", "missed", "cancelled"), _totals(page)
        ),
        BookSheet(
            texts("subs-sheet-lessons"), _columns(texts, "teacher", "day", "lesson", "what", "whose"), _lessons(page)
        ),
    )


def substitutions_paper(texts: Texts, page: MonthOfSubstitutions) -> tuple[Sheet, Sheet]:
    """To be signed: the totals, and below them the lessons one by one."""
    month = f"{texts('subs-month', n=page.first.month)} {page.first.year}"
    totals = Sheet(
        title=texts("subs-paper-title", month=month),
        columns=[
            Column(texts("subs-column-teacher"), 70, grows=True),
            *(Column(texts(f"subs-column-{one}"), 27, Align.CENTER) for one in ("given", "missed", "cancelled")),
        ],
        rows=list(_totals(page)),
        name=texts("subs-sheet-totals"),
    )
    lessons = Sheet(
        title=texts("subs-sheet-lessons"),
        columns=[
            Column(texts("subs-column-teacher"), 42),
            Column(texts("subs-column-day"), 20),
            Column(texts("subs-column-lesson"), 13, Align.CENTER),
            Column(texts("subs-column-what"), 50, grows=True),
            Column(texts("subs-column-whose"), 42),
        ],
        rows=list(_lessons(page)),
        foot=[Signature(texts("subs-paper-signed"))],
        below=True,
    )
    return totals, lessons


def _totals(page: MonthOfSubstitutions) -> Iterable[Row]:
    return ((one.teacher.name.full, len(one.given), one.missed, one.cancelled) for one in page.teachers)


def _lessons(page: MonthOfSubstitutions) -> Iterable[Row]:
    for one in page.teachers:
        for given in one.given:
            lesson = given.lesson
            what = f"{classes_of(lesson)} · {lesson.subject.name}"
            whose = ", ".join(who.name.full for who in given.planned)
            yield one.teacher.name.full, f"{lesson.ref.day:%d.%m.%Y}", lesson.position, what, whose


def _columns(texts: Texts, *columns: str) -> Sequence[tuple[str, int]]:
    return [(texts(f"subs-column-{column}"), width) for column, width in zip(columns, WIDTHS, strict=False)]
