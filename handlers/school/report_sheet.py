"""The record of substitutions as a workbook: a sheet of totals, a sheet of the lessons themselves."""

from collections.abc import Iterable, Sequence

from domain.school.substitution_report import MonthOfSubstitutions
from handlers.kit.book import BookSheet, workbook
from handlers.school.where_lines import classes_of
from handlers.texts.translator import Texts

Row = Sequence[str | int]
WIDTHS = (28, 14, 14, 28, 28)


def substitutions_book(texts: Texts, page: MonthOfSubstitutions) -> bytes:
    totals = ((one.teacher.name.full, len(one.given), one.missed, one.cancelled) for one in page.teachers)
    return workbook(
        BookSheet(texts("subs-sheet-totals"), _columns(texts, "teacher", "given", "missed", "cancelled"), totals),
        BookSheet(
            texts("subs-sheet-lessons"), _columns(texts, "teacher", "day", "lesson", "what", "whose"), _lessons(page)
        ),
    )


def _lessons(page: MonthOfSubstitutions) -> Iterable[Row]:
    for one in page.teachers:
        for given in one.given:
            lesson = given.lesson
            what = f"{classes_of(lesson)} · {lesson.subject.name}"
            whose = ", ".join(who.name.full for who in given.planned)
            yield one.teacher.name.full, f"{lesson.ref.day:%d.%m.%Y}", lesson.position, what, whose


def _columns(texts: Texts, *columns: str) -> Sequence[tuple[str, int]]:
    return [(texts(f"subs-column-{column}"), width) for column, width in zip(columns, WIDTHS, strict=False)]
