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

MOST_CLASSES, MOST_TEACHERS = 88, 88
"""Buttons on a screen, as many as Telegram takes beside the others."""


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


def choose_teacher(texts: Texts, choice: TeacherChoice) -> Screen:
    buttons = [
        Button(name.short, OpenTeacherReport(teacher=person, past=choice.past))
        for person, name in choice.teachers[:MOST_TEACHERS]
    ]
    past = [Button(texts("sheets-last-year"), ChooseTeacher(past=True))] if choice.has_past else []
    back = ChooseTeacher(past=False) if choice.past else OpenSheets()
    key = "sheets-choose-teacher" if buttons else "sheets-no-teachers"
    return Screen(texts(key), [*in_rows(buttons, 2), past, [Button(texts("back"), back)]])
