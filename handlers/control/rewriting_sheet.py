"""«В бумажный журнал» on paper: a box before each thing that is to be written, to be ticked off."""

from collections.abc import Iterator

from domain.control.paper_day import PaperDay, PaperPage
from handlers.control.paper_days import short
from handlers.control.rewriting_screens import BOX, lesson_fields, missed_said, page_said
from handlers.kit.sheets import Align, Column, Row, Section, Sheet
from handlers.kit.show import plain
from handlers.texts.translator import Texts


def rewriting_sheets(texts: Texts, shown: PaperDay) -> tuple[Sheet, ...]:
    """Of the lessons, and where the reader leads a class of its summary of attendance."""
    lessons = Sheet(
        title=plain(texts("paper-rewriting-title", day=texts.day(shown.day), year=str(shown.day.year))),
        columns=[
            Column("", 7, Align.CENTER),
            Column(texts("paper-column-day"), 14, Align.CENTER),
            Column(texts("paper-column-field"), 33),
            Column(texts("paper-column-what"), 100, grows=True),
        ],
        rows=[row for page in shown.pages for row in _page(texts, page)],
        under=[texts("paper-rewriting-how")],
        name=texts("paper-tab-rewriting"),
        size=9.5,
    )
    return lessons, *_missed(texts, shown)


def _page(texts: Texts, page: PaperPage) -> Iterator[Row]:
    yield Section(page_said(page))
    for lesson in page.lessons:
        fields = list(lesson_fields(texts, lesson))
        for field, said in fields:
            yield BOX, short(lesson.day), texts(f"paper-field-{field}"), said
        if not fields:
            yield BOX, short(lesson.day), "", texts("paper-rewriting-empty")


def _missed(texts: Texts, shown: PaperDay) -> Iterator[Sheet]:
    for one in shown.missed:
        said = missed_said(texts, one) if one.pupils else texts("paper-rewriting-nobody-missed")
        yield Sheet(
            title=plain(texts("paper-rewriting-missed-title", class_name=one.class_name)),
            columns=[Column("", 7, Align.CENTER), Column(texts("paper-column-missed"), 100, grows=True)],
            rows=[(BOX, said)],
            below=True,
            name=one.class_name,
            size=9.5,
        )
