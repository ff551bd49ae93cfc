"""Other lessons: the last ones of a class; each opens that lesson."""

from collections.abc import Sequence

from domain.journal.homework_meant import Taught
from domain.school.timetable import PlannedLesson
from handlers.control.duties_buttons import OpenDuties
from handlers.journal.buttons import OpenRollCall, OtherLessons
from handlers.journal.plan_buttons import LessonsOfClass, OwnClasses
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Texts

MOST = 30
"""Lessons or classes on a screen."""


def own_classes(texts: Texts, classes: Sequence[Taught]) -> Screen:
    buttons = [
        Button(_named(one), LessonsOfClass(school_class=one.part.id, subject=one.subject.id))
        for one in dict.fromkeys(classes)
    ]
    text = texts("plans-choose-class" if classes else "plans-no-classes")
    rows = in_rows(buttons[: 2 * MOST], 2)
    return Screen(text, [*rows, [Button(texts("duties-menu"), OpenDuties())], [_back(texts)]])


def lessons_of_class(texts: Texts, lessons: Sequence[PlannedLesson]) -> Screen:
    rows = [[Button(_line(texts, one), _open(one))] for one in lessons]
    text = texts("plans-last-lessons" if lessons else "plans-no-lessons")
    return Screen(text, [*rows, [Button(texts("plans-by-class"), OwnClasses())], [_back(texts)]])


def _line(texts: Texts, lesson: PlannedLesson) -> str:
    parts = ", ".join(f"{part.name} ({part.group_name})" if part.group_name else part.name for part in lesson.parts)
    return f"{texts.short_day(lesson.ref.day)}, {lesson.position}. {lesson.subject.short} {parts}"


def _named(one: Taught) -> str:
    part = one.part
    return (
        f"{part.name} ({part.group_name}) · {one.subject.short}"
        if part.group_name
        else f"{part.name} · {one.subject.short}"
    )


def _open(lesson: PlannedLesson) -> OpenRollCall:
    return OpenRollCall(entry=lesson.ref.entry, day=packed(lesson.ref.day), page=0)


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OtherLessons(back=0))
