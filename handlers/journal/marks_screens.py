"""Marks as a family sees them: a term by subjects or by days."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from domain.journal.debts import OwedWork
from domain.journal.diary import MarksOfTerm, SubjectMarks, TermMarks
from domain.journal.ports import TermMark
from domain.school.calendar import Term, TermKind
from handlers.journal.buttons import ShowMarks
from handlers.journal.children import Children, switch
from handlers.journal.mark_signs import in_text
from handlers.journal.marks_buttons import MarksOf, SubjectMarksOf
from handlers.journal.results_buttons import PupilResultsOf
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, in_rows
from handlers.kit.show import plain
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_MARKS = 24
"""Marks of a subject that a line shows: the newest."""
MOST_DAYS = 30
"""Days with marks that one screen shows: the newest."""
MOST_A_DAY = 12
MOST = 3900
"""Characters of the days that one screen shows."""
MOST_OWED = 10
"""Works not handed in that are listed: the soonest."""
ROOM = 40
"""Characters of a subject's name on a button."""
KINDS = {TermKind.QUARTER: "quarter", TermKind.HALF_YEAR: "half-year", TermKind.TRIMESTER: "trimester"}


def term_marks(texts: Texts, page: TermMarks, pupils: Children, owed: Sequence[OwedWork] = ()) -> Screen:
    """One child; a button for each subject, each term, and each of the other children; below, what is owed."""
    of_term = page.of_term
    number = of_term.term.number if of_term.term else 0
    subjects = [
        Button(cut(one.subject, ROOM), SubjectMarksOf(pupil=of_term.pupil, subject=one.marks[0].subject, term=number))
        for one in page.subjects
        if one.marks
    ]
    body = [_line(texts, subject) for subject in page.subjects] if page.subjects else []
    body += _owed(texts, owed)
    return _screen(texts, page, pupils, body, in_rows(subjects, 2), by_day=False)


def marks_by_day(texts: Texts, page: TermMarks, pupils: Children) -> Screen:
    """The newest day first."""
    marks = sorted((mark for one in page.subjects for mark in one.marks), key=lambda mark: mark.day, reverse=True)
    days = [(day, list(listed)) for day, listed in groupby(marks, key=lambda mark: mark.day)]
    body = [
        texts("diary-marks-day", day=texts.short_day(day), marks=_of_day(texts, listed))
        for day, listed in days[:MOST_DAYS]
    ]
    while len(plain("\n".join(body))) > MOST:
        body.pop()
    return _screen(texts, page, pupils, body, [], by_day=True)


def no_pupils(texts: Texts) -> Screen:
    return Screen(texts("marks-nobody"), [[Button(texts("to-menu"), OpenMenu())]])


def heading(texts: Texts, of_term: MarksOfTerm) -> Markup:
    about = {"name": of_term.name.given, "class_name": of_term.class_name}
    if of_term.term is None:
        return texts("marks-heading", **about)
    return texts("marks-heading-term", **about, term=term_name(texts, of_term.term))


def term_name(texts: Texts, term: Term) -> Markup:
    return texts(f"marks-{KINDS[term.kind]}", number=term.number)


def _short(texts: Texts, term: Term) -> Markup:
    """«2 четв.»"""
    return texts(f"results-short-{term.kind}", number=term.number)


def decimal(texts: Texts, value: Decimal) -> str:
    return f"{value:.2f}".replace(".", texts("decimal-point"))


def _screen(
    texts: Texts,
    page: TermMarks,
    pupils: Children,
    body: Sequence[Markup],
    rows: Sequence[Sequence[Button]],
    *,
    by_day: bool,
) -> Screen:
    of_term = page.of_term
    nothing = texts("marks-none" if of_term.marked else "marks-first-grade")
    return Screen(
        "\n".join([heading(texts, of_term), "", *(body or [nothing])]),
        [
            *rows,
            *(_ways(texts, of_term, by_day=by_day) if of_term.marked else []),
            *switch(pupils, of_term.pupil, lambda pupil: ShowMarks(pupil=pupil)),
            [Button(texts("to-menu"), OpenMenu())],
        ],
    )


def _ways(texts: Texts, of_term: MarksOfTerm, *, by_day: bool) -> list[list[Button]]:
    """To the other terms, to the other order, to the results of terms and the year."""
    shown = of_term.term.number if of_term.term else 0
    terms = [
        Button(
            f"● {_short(texts, term)}" if term.number == shown else _short(texts, term),
            MarksOf(pupil=of_term.pupil, term=term.number, by_day=by_day),
        )
        for term in of_term.terms
    ]
    other = Button(
        texts("diary-marks-by-subject" if by_day else "diary-marks-by-day"),
        MarksOf(pupil=of_term.pupil, term=shown, by_day=not by_day),
    )
    results = Button(texts("results-open"), PupilResultsOf(pupil=of_term.pupil))
    return [*in_rows(terms if len(terms) > 1 else [], 4), [other, results]]


def _line(texts: Texts, subject: SubjectMarks) -> Markup:
    shown = in_text(subject.marks, MOST_MARKS)
    earlier = len(subject.marks) - MOST_MARKS
    values = Markup(f"… {shown}") if earlier > 0 else shown
    if subject.average is None:
        return texts("marks-line", subject=subject.subject, values=values)
    average = decimal(texts, subject.average)
    return texts("marks-line-average", subject=subject.subject, values=values, average=average)


def _of_day(texts: Texts, marks: Sequence[TermMark]) -> Markup:
    """«Алгебра 5 4, История 3»"""
    by_subject = [(name, list(listed)) for name, listed in groupby(marks, key=lambda mark: mark.subject_name)]
    said = [
        texts("diary-marks-of-day", subject=name, values=in_text(listed)) for name, listed in by_subject[:MOST_A_DAY]
    ]
    return Markup(", ".join(said))


def _owed(texts: Texts, owed: Sequence[OwedWork]) -> list[Markup]:
    if not owed:
        return []
    lines = [
        texts(
            "marks-owed-line",
            subject=one.subject,
            work=one.kind.lower(),
            day=texts.date(one.day),
            due=texts.date(one.due),
        )
        for one in owed[:MOST_OWED]
    ]
    return [Markup(""), texts("marks-owed-heading"), *lines]
