"""A page of the journal in the chat: its last lessons in short, the whole of it as a file."""

from collections.abc import Sequence

from domain.control.journal_page import JournalPage, PageLesson
from domain.control.page_courses import PageCourse
from domain.school.roster import SchoolClass
from handlers.control.paper_buttons import (
    FileKind,
    JournalPagesOfClass,
    JournalPagesOfLastYear,
    OpenJournalPages,
    ShowJournalPage,
    TakeJournalPage,
)
from handlers.control.paper_days import days_rows, days_said, short
from handlers.control.sheets_buttons import OpenSheets
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Markup, Texts

MOST_PAGES, MOST_CLASSES = 40, 48
LAST = 6
"""Lessons in the chat."""
MOST_TOPIC, MOST_HOMEWORK = 90, 70
"""Characters in the chat."""
MOST_NAME = 30


def choose(
    texts: Texts, own: Sequence[PageCourse], classes: Sequence[SchoolClass], *, last_year: bool = False
) -> Screen:
    """Own pages first; then whole classes. `last_year`: there is one to look back at."""
    back = [Button(texts("paper-to-last-year"), JournalPagesOfLastYear())] if last_year else []
    text = texts("paper-journal-choose" if own or classes else "paper-journal-none")
    return Screen(text, [*_choice(own, classes), back, [_sheets(texts)]])


def choose_of_last_year(texts: Texts, own: Sequence[PageCourse], classes: Sequence[SchoolClass]) -> Screen:
    return Screen(
        texts("paper-journal-last-year"), [*_choice(own, classes), [Button(texts("back"), OpenJournalPages())]]
    )


def _choice(own: Sequence[PageCourse], classes: Sequence[SchoolClass]) -> list[list[Button]]:
    pages = in_rows((_page_button(one, with_class=True) for one in own[:MOST_PAGES]), 2)
    listed = (Button(one.name, JournalPagesOfClass(school_class=one.id)) for one in classes[:MOST_CLASSES])
    return [*pages, *in_rows(listed, 6)]


def of_class(texts: Texts, pages: Sequence[PageCourse]) -> Screen:
    rows = in_rows((_page_button(one, with_class=False) for one in pages[:MOST_PAGES]), 2)
    text = texts("paper-journal-of-class", class_name=pages[0].class_name) if pages else texts("paper-journal-none")
    return Screen(text, [*rows, [Button(texts("back"), OpenJournalPages())]])


def page(texts: Texts, shown: JournalPage) -> Screen:
    course, days = shown.course, shown.days
    heading = texts("paper-journal-heading", course=course_said(course), days=days_said(texts, days))
    counts = texts("paper-journal-counts", lessons=len(shown.lessons), marks=shown.marks, pupils=len(shown.lines))
    missing = [
        *([texts("paper-journal-no-topic", n=shown.without_topic)] if shown.without_topic else []),
        *([texts("paper-journal-no-homework", n=shown.without_homework)] if _owes_homework(shown) else []),
    ]
    first = max(0, len(shown.lessons) - LAST)
    last = [_lesson(texts, shown, at) for at in range(len(shown.lessons) - 1, first - 1, -1)]
    lines = [heading, counts, *missing, *(["", *last] if last else ["", texts("paper-journal-empty")])]
    about = {"school_class": course.place.class_id, "subject": course.place.subject, "group": course.place.group or 0}
    files = [
        Button(texts("paper-take-pdf"), TakeJournalPage(**about, when=days.key, file=FileKind.PDF)),
        Button(texts("paper-take-xlsx"), TakeJournalPage(**about, when=days.key, file=FileKind.XLSX)),
    ]
    others = days_rows(texts, shown.choices, days, lambda when: ShowJournalPage(**about, when=when))
    back = Button(texts("back"), JournalPagesOfLastYear() if shown.past else OpenJournalPages())
    return Screen("\n".join(lines), [files, *others, [back]])


def course_said(course: PageCourse) -> str:
    """«7А · Английский язык (Группа 1)»"""
    group = f" ({course.group_name})" if course.group_name else ""
    return f"{course.class_name} · {course.subject_name}{group}"


def _owes_homework(shown: JournalPage) -> bool:
    return shown.course.grade > 1 and shown.without_homework > 0


def _lesson(texts: Texts, shown: JournalPage, at: int) -> Markup:
    lesson = shown.lessons[at]
    cells = [line.cells[at] for line in shown.lines]
    away = sum(cell.presence is not None and cell.presence.away for cell in cells)
    marks = sum(len(cell.marks) for cell in cells)
    parts = [
        texts("paper-journal-topic", topic=cut(lesson.topic, MOST_TOPIC))
        if lesson.topic
        else texts("paper-journal-topic-none"),
        *([texts("paper-journal-homework", text=_homework(texts, lesson))] if lesson.homework else []),
        *([texts("paper-journal-away", n=away)] if away else []),
        *([texts("paper-journal-marks", n=marks)] if marks else []),
    ]
    return texts(
        "paper-journal-lesson", day=short(lesson.day), position=lesson.position, said=Markup(" · ".join(parts))
    )


def _homework(texts: Texts, lesson: PageLesson) -> str:
    words = (texts("paper-none-set") if one.none_set else one.text for one in lesson.homework)
    return cut(" ".join("; ".join(words).split()), MOST_HOMEWORK)


def _page_button(one: PageCourse, *, with_class: bool) -> Button:
    said = course_said(one)
    label = said if with_class else said.partition(" · ")[2]
    place = one.place
    to = ShowJournalPage(school_class=place.class_id, subject=place.subject, group=place.group or 0)
    return Button(cut(label, MOST_NAME), to)


def _sheets(texts: Texts) -> Button:
    return Button(texts("paper-to-sheets"), OpenSheets())
