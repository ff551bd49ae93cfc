"""The year as a class lives it: how long until the next vacation, and what rings now."""

from datetime import date, time

import pytest

from domain.ids import ClassId, EntryId, SubjectId
from domain.school.bells import Bell
from domain.school.bells_page import Now, Ringing, ringing_at
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.calendar_page import ahead_of
from domain.school.roster import SchoolClass
from domain.school.timetable import ClassPart, Entry, SubjectRef, WeekPlan

STARTS, ENDS = date(2026, 9, 1), date(2027, 5, 26)
WINTER = Span(date(2026, 12, 31), date(2027, 1, 10), SpanKind.VACATION, "Зимние каникулы")
FIRST = Span(date(2026, 12, 1), date(2026, 12, 7), SpanKind.VACATION, "Дополнительные каникулы", 1, 1)
DAY_OFF = Span(date(2026, 12, 29), date(2026, 12, 29), SpanKind.NON_WORKING, "Карантин")
CLASSES = {grade: SchoolClass(ClassId(grade), f"{grade}А", grade) for grade in (1, 7)}
ENTRIES = [
    Entry(
        EntryId(grade * 10 + day),
        STARTS,
        None,
        day,
        1,
        None,
        SubjectRef(SubjectId(1), "Алгебра", "Алг"),
        None,
        (ClassPart(ClassId(grade), f"{grade}А", grade),),
        (),
    )
    for grade in CLASSES
    for day in range(1, 6)
]
PLAN = WeekPlan(SchoolCalendar(STARTS, ENDS, (WINTER, FIRST, DAY_OFF)), (), ENTRIES)
BELLS = {1: Bell(time(8, 30), time(9, 15)), 2: Bell(time(9, 25), time(10, 10))}


def test_school_days_until_the_vacation_leave_out_weekends_and_days_off() -> None:
    """From Wednesday 23 December on: 23, 24, 25, 28, 30."""
    ahead = ahead_of(PLAN, CLASSES[7], date(2026, 12, 23))
    assert (ahead.days, ahead.span) == (5, WINTER)


def test_first_grades_have_their_own_vacation_first() -> None:
    day = date(2026, 11, 30)
    assert ahead_of(PLAN, CLASSES[1], day).span == FIRST
    assert ahead_of(PLAN, CLASSES[7], day).span == WINTER


def test_in_a_vacation_it_is_said_until_when_and_when_lessons_begin() -> None:
    ahead = ahead_of(PLAN, CLASSES[7], date(2027, 1, 3))
    assert (ahead.days, ahead.span, ahead.back) == (None, WINTER, date(2027, 1, 11))


def test_after_the_last_vacation_the_year_is_counted_to_its_end() -> None:
    ahead = ahead_of(PLAN, CLASSES[7], date(2027, 5, 24))
    assert (ahead.days, ahead.span) == (3, None)
    assert ahead_of(PLAN, CLASSES[7], date(2027, 6, 1)).days == 0


@pytest.mark.parametrize(
    ("at", "ringing"),
    [
        (time(8, 0), Ringing(Now.BEFORE, 1, 30)),
        (time(8, 30), Ringing(Now.LESSON, 1, 45)),
        (time(9, 14), Ringing(Now.LESSON, 1, 1)),
        (time(9, 15), Ringing(Now.BREAK, 2, 10)),
        (time(10, 9, 59), Ringing(Now.LESSON, 2, 1)),
        (time(10, 10), Ringing(Now.OVER)),
    ],
)
def test_what_rings_next(at: time, ringing: Ringing) -> None:
    assert ringing_at(BELLS, at) == ringing
    assert ringing_at({}, at) is None
