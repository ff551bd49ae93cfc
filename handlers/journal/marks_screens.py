"""Marks as a family sees them."""

from collections.abc import Sequence

from domain.ids import PersonId
from domain.journal.diary import SubjectMarks, TermMarks
from domain.roles.people import PersonName
from domain.school.calendar import TermKind
from handlers.journal.buttons import ShowMarks
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_MARKS = 24
"""Marks of a subject that a line shows: the newest."""


def term_marks(texts: Texts, page: TermMarks, pupils: Sequence[tuple[PersonId, PersonName]]) -> Screen:
    """One child; a button for each of the others."""
    switch = [
        Button(f"● {name.given}" if pupil == page.pupil else name.given, ShowMarks(pupil=pupil))
        for pupil, name in pupils
    ]
    rows = [*(in_rows(switch, 3) if len(switch) > 1 else []), [Button(texts("to-menu"), OpenMenu())]]
    return Screen("\n".join([_heading(texts, page), "", *_body(texts, page)]), rows)


def no_pupils(texts: Texts) -> Screen:
    return Screen(texts("marks-nobody"), [[Button(texts("to-menu"), OpenMenu())]])


def _heading(texts: Texts, page: TermMarks) -> Markup:
    if page.term is None:
        return texts("marks-heading", name=page.name.given, class_name=page.class_name)
    kind = {TermKind.QUARTER: "quarter", TermKind.HALF_YEAR: "half-year", TermKind.TRIMESTER: "trimester"}[
        page.term.kind
    ]
    term = texts(f"marks-{kind}", number=page.term.number)
    return texts("marks-heading-term", name=page.name.given, class_name=page.class_name, term=term)


def _body(texts: Texts, page: TermMarks) -> list[Markup]:
    if not page.marked:
        return [texts("marks-first-grade")]
    if not page.subjects:
        return [texts("marks-none")]
    return [_line(texts, subject) for subject in page.subjects]


def _line(texts: Texts, subject: SubjectMarks) -> Markup:
    shown = " ".join(mark.value for mark in subject.marks[-MOST_MARKS:])
    earlier = len(subject.marks) - MOST_MARKS
    values = f"… {shown}" if earlier > 0 else shown
    if subject.average is None:
        return texts("marks-line", subject=subject.subject, values=values)
    average = f"{subject.average:.2f}".replace(".", texts("decimal-point"))
    return texts("marks-line-average", subject=subject.subject, values=values, average=average)
