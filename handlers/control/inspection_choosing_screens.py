"""Whose journal is to be looked through, and which days (3.6.2)."""

from domain.control.inspecting import Choices, Subject
from handlers.control.inspection_buttons import BeginInspection, ChooseInspected, ChooseSpan, OpenInspections
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.texts.translator import Texts

TEACHERS = 20


def choose_class(texts: Texts, choices: Choices) -> Screen:
    buttons = [Button(one.name, ChooseSpan(school_class=one.id, teacher=0)) for one in choices.classes]
    teachers = [Button(texts("inspection-by-teacher"), ChooseInspected(teachers=True))]
    return Screen(texts("inspection-choose-class"), [*in_rows(buttons, 5), teachers, [_back(texts)]])


def choose_teacher(texts: Texts, choices: Choices, page: int) -> Screen:
    shown = choices.teachers[page * TEACHERS : (page + 1) * TEACHERS]
    buttons = [Button(one.name.short, ChooseSpan(school_class=0, teacher=one.id)) for one in shown]
    around = [
        *([Button("‹", ChooseInspected(teachers=True, page=page - 1))] if page else []),
        *(
            [Button("›", ChooseInspected(teachers=True, page=page + 1))]
            if (page + 1) * TEACHERS < len(choices.teachers)
            else []
        ),
    ]
    classes = [Button(texts("inspection-by-class"), ChooseInspected())]
    return Screen(texts("inspection-choose-teacher"), [*in_rows(buttons, 2), around, classes, [_back(texts)]])


def choose_span(texts: Texts, subject: Subject) -> Screen:
    about = {
        "school_class": subject.school_class.id if subject.school_class else 0,
        "teacher": subject.teacher.id if subject.teacher else 0,
    }
    name = subject.school_class.name if subject.school_class else subject.teacher.name.full if subject.teacher else ""
    rows = [
        [
            Button(
                texts(
                    f"inspection-span-{one.span.value.replace('_', '-')}",
                    first=texts.date(one.first),
                    last=texts.date(one.last),
                ),
                BeginInspection(**about, span=one.span),
                style=Style.PRIMARY if place == 0 else None,
            )
        ]
        for place, one in enumerate(subject.spans)
    ]
    back = Button(texts("back"), ChooseInspected(teachers=subject.teacher is not None))
    return Screen(texts("inspection-choose-span", whose=name), [*rows, [back]])


def _back(texts: Texts) -> Button:
    return Button(texts("inspection-back"), OpenInspections())
