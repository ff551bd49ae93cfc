"""The guard against overload: each rule with its border, from the school's own numbers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.ids import ClassId, EntryId, SubjectId
from domain.journal.overload import (
    ControlWork,
    EdgeOfDay,
    SecondThatDay,
    TooManyOfSubject,
    TooMuchHomework,
    TooSoon,
    control_warnings,
    homework_norm,
    homework_warning,
    hours_in_year,
    says_control,
)
from domain.journal.rules import JournalRules
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.timetable import ChangeKind, ClassPart, Entry, LessonRef, PlannedLesson, SubjectRef, WeekPlan

RULES = JournalRules()
DAY = date(2026, 11, 25)
ALGEBRA, HISTORY = SubjectRef(SubjectId(1), "Алгебра", "Алг"), SubjectRef(SubjectId(2), "История", "Ист")
A, B = ClassPart(ClassId(1), "7А", 7), ClassPart(ClassId(2), "7Б", 7)
LESSONS = tuple(
    PlannedLesson(LessonRef(EntryId(n), DAY), n, None, ALGEBRA if n == 3 else HISTORY, None, (A,), ())
    for n in range(1, 6)
)
MIDDLE = LESSONS[2]


def _work(days: int, subject: SubjectRef = ALGEBRA, part: ClassPart = A) -> ControlWork:
    return ControlWork(part.id, subject.id, subject.name, DAY + timedelta(days=days))


def _of(*known: ControlWork, lesson: PlannedLesson = MIDDLE, hours: int = 100) -> tuple[object, ...]:
    return control_warnings(lesson, A, LESSONS, known, hours, RULES)


def test_a_control_work_in_the_middle_of_a_quiet_day_is_nothing_to_warn_of() -> None:
    assert _of(_work(-17), _work(17), _work(-1, HISTORY), _work(0, HISTORY, B)) == ()


def test_a_second_one_that_day_is_warned_of_and_itself_is_not_counted() -> None:
    assert _of(_work(0, HISTORY)) == (SecondThatDay(("История",)),)
    assert _of(_work(0)) == ()


@pytest.mark.parametrize(("index", "first"), [(0, True), (4, False)])
def test_the_first_and_the_last_lesson_are_warned_of(index: int, first: bool) -> None:
    assert _of(lesson=replace(LESSONS[index], subject=ALGEBRA)) == (EdgeOfDay(first),)


def test_a_cancelled_last_lesson_makes_the_one_before_the_last() -> None:
    of_day = (*LESSONS[:4], replace(LESSONS[4], change=ChangeKind.CANCELLED))
    assert control_warnings(LESSONS[3], A, of_day, (), 100, RULES) == (EdgeOfDay(False),)


@pytest.mark.parametrize("days", [-16, -1, 3, 16])
def test_the_class_has_one_of_the_subject_in_two_weeks_and_a_half(days: int) -> None:
    assert _of(_work(days)) == (TooSoon(DAY + timedelta(days=days), 17),)


@pytest.mark.parametrize(("days", "warned"), [(-7, False), (7, False), (-8, True), (12, True), (17, False)])
def test_the_parallel_too_but_the_same_work_within_a_week_is_one(days: int, warned: bool) -> None:
    assert bool(_of(_work(days, part=B))) is warned


def test_no_more_than_a_tenth_of_the_subjects_lessons() -> None:
    known = [_work(-17 * n) for n in range(1, 4)]
    assert _of(*known, hours=40) == ()
    assert _of(*known, hours=39) == (TooManyOfSubject(4, 39, Decimal("0.1")),)


def test_the_schools_own_numbers_count() -> None:
    rules = JournalRules(control_works_a_day=2, control_work_every_days=5, control_work_share=Decimal("0.5"))
    assert control_warnings(MIDDLE, A, LESSONS, (_work(0, HISTORY), _work(-6)), 4, rules) == ()


@pytest.mark.parametrize(
    ("grade", "norm"), [(1, 0), (2, 90), (3, 90), (4, 120), (5, 120), (6, 150), (8, 150), (9, 210), (11, 210)]
)
def test_norms_of_homework_by_grade(grade: int, norm: int) -> None:
    assert homework_norm(grade, RULES) == norm


def test_homework_up_to_the_norm_is_fine() -> None:
    assert homework_warning(150, 7, RULES) is None
    assert homework_warning(151, 7, RULES) == TooMuchHomework(151, 150)


@pytest.mark.parametrize(
    "text", ["Контрольная работа № 2", "подготовиться к контрольной", "к/р по теме", "Control work"]
)
def test_what_announces_a_control_work(text: str) -> None:
    assert says_control(text)


@pytest.mark.parametrize("text", ["№ 345", "работа над ошибками контрольной", "кр. точки", "эк/рис"])
def test_what_does_not(text: str) -> None:
    assert not says_control(text)


def test_hours_of_a_year_leave_holidays_and_other_subgroups_out() -> None:
    monday = Entry(EntryId(1), date(2026, 9, 1), None, 1, 1, None, ALGEBRA, None, (A,), ())
    odd = replace(monday, id=EntryId(2), weekday=2, parity=1)
    other = replace(monday, id=EntryId(3), parts=(replace(A, group=1),))  # type: ignore[arg-type]
    holiday = Span(date(2026, 9, 14), date(2026, 9, 20), SpanKind.VACATION, "Каникулы")
    calendar = SchoolCalendar(date(2026, 9, 1), date(2026, 9, 30), (holiday,))
    assert hours_in_year(WeekPlan(calendar, (), (monday, odd, other)), A, ALGEBRA) == 3 + 2
