"""The hub of sheets, and which class or teacher is meant."""

from collections.abc import Iterable

from domain.control.sheet_classes import ClassChoice
from domain.control.teacher_report import TeacherChoice
from domain.roles.access import reach_of
from domain.roles.people import Actor
from handlers.control.sheet_items import SheetItem
from handlers.control.sheets_buttons import (
    OPENS,
    ChooseClass,
    ChooseTeacher,
    ClassSheet,
    OpenReportCard,
    OpenSheets,
    OpenTeacherReport,
)
from handlers.journal.children import Children
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Texts

MOST_CLASSES = 88
"""Buttons on a screen, as many as Telegram takes beside the others."""
TEACHERS = 40
"""On a page."""


def hub(texts: Texts, actor: Actor, items: Iterable[SheetItem], children: Children) -> Screen:
    """A row for each sheet that a role of the reader reaches, without repeats; then the own children's report cards."""
    mine = {one.key: Button(texts(one.key), one.action) for one in items if reach_of(actor, one.needs)}
    cards = [
        Button(texts("sheets-card-of", name=name.given or name.surname), OpenReportCard(pupil=pupil))
        for pupil, name in children
    ]
    rows = [[button] for button in (*mine.values(), *cards)]
    return Screen(texts("sheets-hub" if rows else "sheets-hub-empty"), [*rows, [Button(texts("to-menu"), OpenMenu())]])


def choose_class(texts: Texts, sheet: ClassSheet, choice: ClassChoice) -> Screen:
    classes = [Button(one.name, OPENS[sheet](school_class=one.id)) for one in choice.classes[:MOST_CLASSES]]
    past = [Button(texts("sheets-last-year"), ChooseClass(sheet=sheet, past=True))] if choice.has_past else []
    back = ChooseClass(sheet=sheet, past=False) if choice.past else OpenSheets()
    key = "sheets-choose-class" if classes else "sheets-no-classes"
    text = texts(key, sheet=sheet.name.lower())
    return Screen(text, [*in_rows(classes, 4), past, [Button(texts("back"), back)]])


def choose_teacher(texts: Texts, choice: TeacherChoice, page: int) -> Screen:
    pages = max(1, -(-len(choice.teachers) // TEACHERS))
    page = min(max(page, 0), pages - 1)
    buttons = [
        Button(name.short, OpenTeacherReport(teacher=person, past=choice.past))
        for person, name in choice.teachers[page * TEACHERS : (page + 1) * TEACHERS]
    ]
    turn = [
        Button(f"· {one + 1} ·" if one == page else str(one + 1), ChooseTeacher(past=choice.past, page=one))
        for one in range(pages)
    ]
    past = [Button(texts("sheets-last-year"), ChooseTeacher(past=True, page=0))] if choice.has_past else []
    back = ChooseTeacher(past=False, page=0) if choice.past else OpenSheets()
    key = "sheets-choose-teacher" if buttons else "sheets-no-teachers"
    rows = [*in_rows(buttons, 2), *(in_rows(turn, 8) if pages > 1 else []), past]
    return Screen(texts(key), [*rows, [Button(texts("back"), back)]])
