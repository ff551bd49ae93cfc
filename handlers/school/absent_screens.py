"""A teacher who is away: the question from when until when, then each lesson with who can give it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypedDict

from aiogram.filters.callback_data import CallbackData

from domain.school.changed_lessons import What
from domain.school.changing_room import Clashing
from domain.school.substitutes import Candidate
from domain.school.teacher_absences import AbsencePlan, TeacherAbsence, WantsSubstitute, Why
from domain.school.timetable import TeacherRef
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.school.absent_buttons import (
    AbsentFrom,
    AbsentUntil,
    AbsentWhy,
    CancelAway,
    ChooseAbsent,
    EndAbsent,
    NoteAbsent,
    OpenAbsence,
    OpenAbsent,
    SubstituteAway,
)
from handlers.school.changes_buttons import ChooseSubstitute, OpenChanges, fields_of
from handlers.school.changes_lines import change_line, lesson_head
from handlers.school.changes_screens import candidate_label, clashing, cut
from handlers.talk.handover_buttons import ChooseTaker
from handlers.texts.translator import Markup, Texts

DAY = timedelta(days=1)
ON_A_PAGE = 40
MOST_ABSENCES = 20
MOST_CANDIDATES = 6
MOST_LESSONS = 30
LONGEST_OFFERED = 14


class _OfPlan(TypedDict):
    absence: int
    day: str
    entry: int


def listed(texts: Texts, absences: Sequence[TeacherAbsence]) -> Screen:
    lines = [_absence(texts, one) for one in absences[:MOST_ABSENCES]]
    text = "\n".join([texts("absent-heading"), "", *(lines or [texts("absent-nobody")])])
    plans = [
        Button(cut(f"📋 {one.name.short}"), OpenAbsence(absence=one.id, day=packed(one.first), entry=0))
        for one in absences[:MOST_ABSENCES]
    ]
    new = Button(texts("absent-new"), ChooseAbsent(page=0))
    return Screen(text, [*in_rows(plans, 2), [new], [_all(texts)]])


def choose_teacher(texts: Texts, teachers: Sequence[TeacherRef], page: int) -> Screen:
    pages = max(1, -(-len(teachers) // ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = teachers[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    buttons = [Button(cut(one.name.short), AbsentFrom(teacher=one.id)) for one in shown]
    around = [
        Button(label, ChooseAbsent(page=other)) for label, other in (("‹", page - 1), ("›", page + 1))
        if 0 <= other < pages
    ]  # fmt: skip
    return Screen(texts("absent-who"), [*in_rows(buttons, 2), around, [_back(texts)]])


def choose_first(texts: Texts, teacher: int, name: str, days: Sequence[date]) -> Screen:
    buttons = [Button(texts.short_day(day), AbsentUntil(teacher=teacher, first=packed(day))) for day in days]
    return Screen(texts("absent-since", name=name), [*in_rows(buttons, 3), [_back(texts)]])


def choose_last(texts: Texts, teacher: int, name: str, first: date) -> Screen:
    days = [one for n in range(LONGEST_OFFERED) if (one := first + n * DAY).isoweekday() < 7]
    buttons = [
        Button(texts.short_day(day), AbsentWhy(teacher=teacher, first=packed(first), last=packed(day))) for day in days
    ]
    text = texts("absent-until", name=name, first=texts.date(first))
    return Screen(text, [*in_rows(buttons, 3), [Button(texts("back"), AbsentFrom(teacher=teacher))]])


def choose_why(texts: Texts, teacher: int, name: str, first: date, last: date) -> Screen:
    days = {"first": packed(first), "last": packed(last)}
    buttons = [Button(texts(f"absent-why-{why}"), NoteAbsent(teacher=teacher, why=why, **days)) for why in Why]
    text = texts("absent-why", name=name, first=texts.date(first), last=texts.date(last))
    back = Button(texts("back"), AbsentUntil(teacher=teacher, first=packed(first)))
    return Screen(text, [*in_rows(buttons, 2), [back]])


def plan(texts: Texts, page: AbsencePlan) -> Screen:
    """How far it is, all lessons, and the one that is asked about."""
    progress = texts("absent-progress", settled=page.settled, total=len(page.lessons))
    lines = [_lesson(texts, one) for one in page.lessons[:MOST_LESSONS]]
    rows = _asked(texts, page, page.current) if page.current else _nothing_asked(texts, page)
    parts = [_absence(texts, page.absence), progress if lines else texts("absent-no-lessons"), "\n".join(lines)]
    if page.current:
        parts.append(texts("absent-current", line=_when(texts, page.current)))
    end = Button(texts("absent-end"), EndAbsent(absence=page.absence.id))
    threads = Button(texts("absent-hand-over"), ChooseTaker(giver=page.absence.teacher, page=0))
    return Screen("\n\n".join(part for part in parts if part), [*rows, [threads, end], [_back(texts), _all(texts)]])


def away_clashing(texts: Texts, question: Clashing, sure: CallbackData, absence: int) -> Screen:
    asked = clashing(texts, question, sure)
    back = OpenAbsence(absence=absence, day=packed(question.lesson.ref.day), entry=0)
    return Screen(asked.text, [*asked.rows[:-1], [Button(texts("back"), back)]])


def _asked(texts: Texts, page: AbsencePlan, current: WantsSubstitute) -> list[list[Button]]:
    fields: _OfPlan = {"absence": page.absence.id, **fields_of(current.lesson.ref)}
    best = [_candidate(texts, fields, one) for one in current.candidates[:MOST_CANDIDATES]]
    others = [Button(texts("absent-others"), ChooseSubstitute(**fields_of(current.lesson.ref)))]
    cancel = Button(texts("changes-cancel"), CancelAway(**fields))
    later = Button(texts("absent-later"), OpenAbsence(**fields))
    more = [others] if len(current.candidates) > MOST_CANDIDATES else []
    return [*in_rows(best, 2), *more, [cancel, later]]


def _nothing_asked(texts: Texts, page: AbsencePlan) -> list[list[Button]]:
    """Those that were left for later can be gone through again."""
    again = OpenAbsence(absence=page.absence.id, day=packed(page.absence.first), entry=0)
    return [[Button(texts("absent-again"), again)]] if page.settled < len(page.lessons) else []


def _candidate(texts: Texts, fields: _OfPlan, one: Candidate) -> Button:
    style = Style.SUCCESS if one.teaches and one.here else None
    return Button(candidate_label(texts, one), SubstituteAway(teacher=one.teacher.id, **fields), style=style)


def _lesson(texts: Texts, one: WantsSubstitute) -> Markup:
    return texts("absent-open" if one.open else "absent-settled", line=_when(texts, one))


def _when(texts: Texts, one: WantsSubstitute) -> Markup:
    """Of a lesson that nothing was decided about, the lesson alone."""
    planned = one.lesson.what is What.PLANNED
    line = (lesson_head if planned else change_line)(texts, one.lesson, of_class=False)
    return texts("absent-line", day=texts.short_day(one.lesson.ref.day), line=line)


def _absence(texts: Texts, one: TeacherAbsence) -> Markup:
    days = {"first": texts.date(one.first), "last": texts.date(one.last), "one": one.first == one.last}
    return texts("absent-of", name=one.name.short, why=texts(f"absent-why-{one.why}"), **days)


def _back(texts: Texts) -> Button:
    return Button(texts("absent-all"), OpenAbsent())


def _all(texts: Texts) -> Button:
    return Button(texts("changes-all"), OpenChanges())
