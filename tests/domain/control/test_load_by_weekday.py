"""Lessons and homework by weekday: what is counted once, what is left out, whose homework counts."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from domain.control.load_by_weekday import DueHomework, WeekdayLoad, by_weekday
from domain.ids import ClassId, EntryId, GroupId
from domain.school.timetable import ChangeKind, ClassPart, LessonRef, PlannedLesson, SchoolDay, SubjectRef
from tests import school

MONDAY = date(2026, 11, 23)
CLASS, OTHER, ONE, TWO = ClassId(1), ClassId(2), GroupId(1), GroupId(2)
WHOLE = {CLASS: [frozenset[GroupId]()]}


def _lesson(day: date, position: int, *parts: tuple[ClassId, GroupId | None]) -> PlannedLesson:
    given = tuple(ClassPart(one, "7А", 7, group) for one, group in parts or ((CLASS, None),))
    subject = SubjectRef(school.ALGEBRA, "Алгебра", "Алг")
    return PlannedLesson(LessonRef(EntryId(position), day), position, None, subject, None, given, ())


def _due(day: date, minutes: int, group: GroupId | None = None) -> DueHomework:
    return DueHomework(CLASS, group, day, 1, 1, minutes)


def test_the_mean_is_of_days_that_had_lessons() -> None:
    week = timedelta(days=7)
    days = [
        SchoolDay(MONDAY, (_lesson(MONDAY, 1), _lesson(MONDAY, 2))),
        SchoolDay(MONDAY + week, (_lesson(MONDAY + week, 1),)),
        SchoolDay(MONDAY + 2 * week, ()),
    ]
    found = by_weekday(days, [_due(MONDAY, 40), _due(MONDAY, 20)], WHOLE)
    assert found == (WeekdayLoad(1, 2, Fraction(3, 2), Fraction(30)),)


def test_subgroups_at_one_time_are_one_lesson_and_cancelled_ones_none() -> None:
    halves = (_lesson(MONDAY, 3, (CLASS, ONE)), _lesson(MONDAY, 3, (CLASS, TWO)))
    gone = replace(_lesson(MONDAY, 4), change=ChangeKind.CANCELLED)
    (found,) = by_weekday([SchoolDay(MONDAY, (*halves, gone))], [], WHOLE)
    assert found.lessons == 1


def test_of_a_joint_lesson_each_class_has_its_own() -> None:
    joint = _lesson(MONDAY, 5, (CLASS, None), (OTHER, None))
    (found,) = by_weekday([SchoolDay(MONDAY, (joint,))], [], {**WHOLE, OTHER: []})
    assert (found.class_days, found.lessons) == (2, 1)


def test_homework_of_two_subgroups_does_not_meet_in_one_pupil() -> None:
    day = SchoolDay(MONDAY, (_lesson(MONDAY, 1),))
    due = [_due(MONDAY, 30), _due(MONDAY, 20, ONE), _due(MONDAY, 35, TWO), _due(MONDAY, 5, ONE)]
    (found,) = by_weekday([day], due, {CLASS: [frozenset({ONE}), frozenset({TWO})]})
    assert found.minutes == 65


def test_homework_for_a_day_without_lessons_counts_nowhere() -> None:
    assert by_weekday([SchoolDay(MONDAY, ())], [_due(MONDAY, 30)], WHOLE) == ()
