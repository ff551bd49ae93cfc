"""Exemptions and individual plans: the list, and one step after another to a new one."""

from collections.abc import Sequence

from domain.ids import PersonId
from domain.school.exemptions import Learning, NamedExemption
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import SubjectRef
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.exemption_buttons import (
    EndExemption,
    ExemptClass,
    ExemptFrom,
    ExemptHow,
    ExemptPupil,
    ShowExemptions,
)
from handlers.texts.translator import Markup, Texts

MOST = 16
"""Lines, or buttons, of a screen."""


def listed(texts: Texts, exemptions: Sequence[NamedExemption], edits: bool) -> Screen:
    """`edits`: whoever enters them has a button to take each back, and one for a new one."""
    lines = [_line(texts, one) for one in exemptions[:MOST]]
    text = "\n".join([texts("exempt-heading"), "", *lines]) if lines else texts("exempt-nobody")
    ends = [[_end(texts, one)] for one in exemptions[:MOST]] if edits else []
    new = [[Button(texts("exempt-new"), ExemptClass(school_class=0))]] if edits else []
    return Screen(text, [*ends, *new, [Button(texts("to-menu"), OpenMenu())]])


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, ExemptClass(school_class=one.id)) for one in classes[:90]]
    return Screen(texts("exempt-class"), [*in_rows(buttons, 5), [_back(texts)]])


def choose_pupil(texts: Texts, seats: Sequence[Seat]) -> Screen:
    buttons = [Button(seat.name.listed, ExemptPupil(pupil=seat.pupil)) for seat in seats[:60]]
    back = Button(texts("back"), ExemptClass(school_class=0))
    return Screen(texts("exempt-pupil" if buttons else "exempt-no-pupils"), [*in_rows(buttons, 2), [back]])


def choose_subject(texts: Texts, pupil: PersonId, subjects: Sequence[SubjectRef]) -> Screen:
    buttons = [Button(one.short, ExemptFrom(pupil=pupil, subject=one.id)) for one in subjects[:60]]
    return Screen(texts("exempt-subject"), [*in_rows(buttons, 2), [_back(texts)]])


def choose_kind(texts: Texts, pupil: PersonId, subject: int) -> Screen:
    rows = [
        [Button(texts(f"exempt-how-{kind}"), ExemptHow(pupil=pupil, subject=subject, kind=kind))] for kind in Learning
    ]
    return Screen(texts("exempt-how"), [*rows, [_back(texts)]])


def ask_days(texts: Texts) -> Screen:
    return Screen(texts("exempt-days"), [[_back(texts)]])


def entered(texts: Texts, one: NamedExemption) -> Screen:
    """What was written, with a way to undo it."""
    rows = [[_end(texts, one)], [_back(texts)]]
    return Screen("\n".join([texts("exempt-entered"), "", _line(texts, one)]), rows)


def _line(texts: Texts, one: NamedExemption) -> Markup:
    about = one.exemption
    until = texts("exempt-until", day=texts.date(about.until_day)) if about.until_day else ""
    order = texts("exempt-order", order=about.order) if about.order else ""
    return texts(
        f"exempt-line-{about.kind}",
        name=one.name.listed,
        class_name=one.class_name,
        subject=about.subject.name,
        since=texts.date(about.from_day),
        until=Markup(f" {until}" if until else ""),
        order=Markup(f", {order}" if order else ""),
    )


def _end(texts: Texts, one: NamedExemption) -> Button:
    return Button(f"✕ {one.name.listed} · {one.exemption.subject.short}", EndExemption(exemption=one.exemption.id))


def _back(texts: Texts) -> Button:
    return Button(texts("back"), ShowExemptions())
