"""Who is at risk: twos in a row, missed lessons, days in a row; the period of a grade beside another's."""

from datetime import date, timedelta

import pytest

from domain.control.achievement_scope import By, Scope, period_in
from domain.control.risks import (
    AwayLessons,
    CalledLessons,
    DaysAway,
    Missed,
    away_by_day,
    days_away,
    lessons_by_day,
    missed_share,
    twos_at_the_end,
)
from domain.control.seats import SeatSpan
from domain.ids import ClassId, GroupId, PersonId, SubjectId, TermId
from domain.journal.periods import Period, periods_of
from domain.roles.people import PersonName
from domain.school.calendar import Term, TermKind

PUPIL, DAY = PersonId(1), date(2026, 11, 2)
NAME = PersonName("Иванов", "Пётр")
QUARTERS = tuple(
    Term(TermId(n), TermKind.QUARTER, n, date(*first), date(*last))
    for n, (first, last) in enumerate(
        [
            ((2026, 9, 1), (2026, 10, 25)),
            ((2026, 11, 2), (2026, 12, 28)),
            ((2027, 1, 11), (2027, 3, 21)),
            ((2027, 3, 29), (2027, 5, 26)),
        ],
        1,
    )
)
HALVES = (
    Term(TermId(5), TermKind.HALF_YEAR, 1, date(2026, 9, 1), date(2026, 12, 30)),
    Term(TermId(6), TermKind.HALF_YEAR, 2, date(2027, 1, 11), date(2027, 5, 26)),
)


def _days(*counts: int) -> dict[date, int]:
    return {DAY + timedelta(days=n): count for n, count in enumerate(counts)}


@pytest.mark.parametrize(
    ("values", "count"),
    [("5222", 3), ("2222", 4), ("2212", 4), ("222", 3), ("2225", None), ("522", None), ("", None)],
)
def test_the_newest_marks_count(values: str, count: int | None) -> None:
    found = twos_at_the_end([(DAY + timedelta(days=n), value) for n, value in enumerate(values)])
    assert found == (None if count is None else (count, DAY + timedelta(days=len(values) - 1)))


@pytest.mark.parametrize(("held", "missed", "told"), [(10, 3, True), (10, 2, False), (0, 0, False), (7, 2, False)])
def test_thirty_percent_is_a_risk(held: int, missed: int, told: bool) -> None:
    found = missed_share(_days(*[1] * held), _days(*[1] * missed), PUPIL)
    assert found == (Missed(PUPIL, missed, held) if told else None)


def test_days_in_a_row_are_whole_days_and_pass_over_days_without_lessons() -> None:
    lessons = {day: 5 for n, day in enumerate(_days(*[1] * 8)) if n not in (2, 3)}
    away = dict.fromkeys(list(lessons)[1:4], 5)
    assert days_away(lessons, away, PUPIL) == DaysAway(PUPIL, 3, DAY + timedelta(days=1), DAY + timedelta(days=5))
    assert days_away(lessons, {**away, DAY + timedelta(days=4): 4}, PUPIL) is None


def test_lessons_are_those_of_the_own_class_and_subgroups_while_one_sat_there() -> None:
    span = SeatSpan(PUPIL, NAME, ClassId(1), DAY, DAY + timedelta(days=1), frozenset({GroupId(1)}))
    called = [
        CalledLessons(ClassId(1), None, SubjectId(1), DAY, 4),
        CalledLessons(ClassId(1), GroupId(1), SubjectId(2), DAY, 1),
        CalledLessons(ClassId(1), GroupId(2), SubjectId(2), DAY, 1),
        CalledLessons(ClassId(2), None, SubjectId(1), DAY, 4),
        CalledLessons(ClassId(1), None, SubjectId(1), DAY + timedelta(days=2), 4),
    ]
    assert lessons_by_day([span], called) == {PUPIL: {DAY: 5}}
    away = [AwayLessons(PUPIL, one.class_id, one.group, one.subject, one.day, 1) for one in called]
    assert away_by_day([span], away) == {PUPIL: {DAY: 2}}


@pytest.mark.parametrize(
    ("asked", "grade", "found"),
    [
        (Period.Q2, 10, Period.H1),
        (Period.Q4, 10, Period.H2),
        (Period.Q1, 10, None),
        (Period.H1, 7, Period.Q2),
        (Period.H2, 7, Period.Q4),
        (Period.Q2, 7, Period.Q2),
        (Period.YEAR, 10, Period.YEAR),
        (Period.EXAM, 9, Period.EXAM),
        (Period.EXAM, 10, None),
    ],
)
def test_a_half_year_stands_beside_the_quarter_that_ends_with_it(
    asked: Period, grade: int, found: Period | None
) -> None:
    mine = HALVES if grade >= 10 else QUARTERS
    assert period_in(asked, (*QUARTERS, *HALVES), mine, periods_of(mine, grade)) is found


@pytest.mark.parametrize(
    ("scope", "splits"),
    [
        (Scope(), (By.CLASS, By.SUBJECT, By.TEACHER, By.GRADE)),
        (Scope(grade=7), (By.CLASS, By.SUBJECT, By.TEACHER)),
        (Scope(class_id=ClassId(1)), (By.SUBJECT,)),
        (Scope(class_id=ClassId(1), subject=SubjectId(1)), ()),
        (Scope(teacher=PersonId(1)), (By.CLASS, By.SUBJECT, By.GRADE)),
        (Scope(grade=7, subject=SubjectId(1)), (By.CLASS,)),
    ],
)
def test_a_scope_is_split_as_far_as_a_button_carries(scope: Scope, splits: tuple[By, ...]) -> None:
    assert scope.splits == splits
