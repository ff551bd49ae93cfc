"""The week of the diary: which days it has, when it can be signed, once for a child."""

from datetime import date, datetime, time, timedelta

import pytest

from domain.clock import SchoolTime
from domain.ids import ClassId
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.roster import SchoolClass
from domain.school.timetable import ClassPart, Entry, SubjectRef, WeekPlan
from domain.talk.signatures import SchoolWeek, opens_at, school_week, week_opened
from tests import school
from tests.clock import SetClock

SEVENTH, FIRST = SchoolClass(ClassId(1), "7А", 7), SchoolClass(ClassId(2), "1А", 1)
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
DAY = timedelta(days=1)
CLOCK = SetClock(school.MORNING)
TIME = SchoolTime(CLOCK, lambda: school.ZONE)


def _plan(*spans: Span, weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)) -> WeekPlan:
    calendar = SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26), spans)
    algebra = SubjectRef(school.ALGEBRA, "Алгебра", "Алг")
    parts = tuple(ClassPart(one.id, one.name, one.grade) for one in (SEVENTH, FIRST))
    entries = [
        Entry(school.entry_of(n), date(2026, 9, 1), None, weekday, 1, None, algebra, None, parts, ())
        for n, weekday in enumerate(weekdays)
    ]
    return WeekPlan(calendar, (), entries)


def _off(first: date, last: date, *grades: int) -> Span:
    return Span(first, last, SpanKind.VACATION, "Каникулы", *(grades or (1, 12)))


def _wall(day: date, hour: int, minute: int = 0) -> datetime:
    return TIME.instant(day, time(hour, minute))


def test_a_week_is_from_its_first_lesson_to_its_last() -> None:
    assert school_week(_plan(), SEVENTH, FRIDAY) == SchoolWeek(MONDAY, MONDAY, FRIDAY)
    assert school_week(_plan(weekdays=(2, 6)), SEVENTH, MONDAY) == SchoolWeek(MONDAY, MONDAY + DAY, MONDAY + 5 * DAY)


def test_a_day_off_at_its_end_makes_it_end_before() -> None:
    plan = _plan(_off(FRIDAY, FRIDAY))
    assert school_week(plan, SEVENTH, MONDAY) == SchoolWeek(MONDAY, MONDAY, FRIDAY - DAY)


def test_holidays_of_one_grade_leave_the_others_their_week() -> None:
    plan = _plan(_off(MONDAY, MONDAY + 6 * DAY, 1, 1))
    assert school_week(plan, FIRST, FRIDAY) is None
    assert school_week(plan, SEVENTH, FRIDAY) is not None


@pytest.mark.parametrize("day", [date(2026, 8, 28), date(2027, 6, 4)])
def test_outside_the_school_year_there_is_no_week(day: date) -> None:
    assert school_week(_plan(), SEVENTH, day) is None


def test_it_opens_on_its_last_day_at_two_in_the_afternoon() -> None:
    week = school_week(_plan(), SEVENTH, MONDAY)
    assert week is not None
    assert opens_at(week, TIME) == _wall(FRIDAY, 14)


@pytest.mark.parametrize(
    ("since", "until", "opened"),
    [
        (_wall(FRIDAY - DAY, 18), _wall(FRIDAY, 18), MONDAY),
        (_wall(FRIDAY, 18), _wall(FRIDAY + DAY, 18), None),
        (_wall(FRIDAY - DAY, 18), _wall(FRIDAY, 13, 59), None),
        (_wall(FRIDAY - DAY, 18), _wall(FRIDAY, 14), MONDAY),
        (_wall(FRIDAY, 14), _wall(FRIDAY, 18), None),
        (_wall(FRIDAY - DAY, 18), _wall(FRIDAY + 3 * DAY, 18), MONDAY),
        (_wall(FRIDAY - 10 * DAY, 18), _wall(FRIDAY, 18), MONDAY),
        (_wall(FRIDAY - 10 * DAY, 18), _wall(FRIDAY - DAY, 18), MONDAY - 7 * DAY),
    ],
)
def test_each_moment_belongs_to_one_digest(since: datetime, until: datetime, opened: date | None) -> None:
    week = week_opened(_plan(), SEVENTH, since, until, TIME)
    assert (week.monday if week else None) == opened


def test_evenings_one_after_another_tell_each_week_once() -> None:
    plan, told = _plan(), []
    for n in range(60):
        day = date(2026, 9, 1) + n * DAY
        week = week_opened(plan, SEVENTH, _wall(day - DAY, 18), _wall(day, 18), TIME)
        told += [week.monday] if week else []
    assert told == [date(2026, 8, 31) + n * timedelta(days=7) for n in range(9)]
