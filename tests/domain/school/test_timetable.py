"""From the week's timetable to a day's lessons: validity, alternating weeks, changes, whose lesson it is."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.journal.my_lesson import lesson_meant
from domain.roles.people import PersonName
from domain.school.bells import Bell, BellRule
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.timetable import (
    ChangeKind,
    ClassPart,
    Entry,
    LessonChange,
    LessonRef,
    SubjectRef,
    TeacherRef,
    WeekPlan,
)

TUESDAY = date(2026, 11, 24)
WEEK = timedelta(days=7)
STARTS, ENDS = date(2026, 9, 1), date(2027, 5, 26)
VACATION = Span(date(2026, 12, 1), date(2026, 12, 1), SpanKind.VACATION, "Свой день первых классов", 1, 1)
CALENDAR = SchoolCalendar(STARTS, ENDS, (VACATION,))
BELLS = [BellRule({1: Bell(time(8, 30), time(9, 15)), 2: Bell(time(9, 25), time(10, 10))})]
ALGEBRA, SPORTS = SubjectRef(SubjectId(1), "Алгебра", "Алг"), SubjectRef(SubjectId(2), "Физкультура", "Физ-ра")
OLGA, IGOR = (TeacherRef(PersonId(n), PersonName("Павлова", "Ольга")) for n in (11, 12))
FIRST, SEVENTH = ClassPart(ClassId(1), "1А", 1), ClassPart(ClassId(7), "7А", 7)
SECOND_SHIFT = ClassPart(ClassId(8), "7Б", 7)
HALF = replace(SEVENTH, group=GroupId(1), group_name="1")
ENTRY = Entry(EntryId(1), STARTS, None, 2, 1, None, ALGEBRA, "12", (SEVENTH,), (OLGA,))


def _plan(*entries: Entry) -> WeekPlan:
    return WeekPlan(CALENDAR, BELLS, entries)


def test_an_entry_becomes_a_lesson_of_its_weekday_with_its_bell() -> None:
    (lesson,) = _plan(ENTRY).day(TUESDAY, {}).lessons
    assert lesson.ref == LessonRef(ENTRY.id, TUESDAY)
    assert lesson.bell == Bell(time(8, 30), time(9, 15))
    assert _plan(ENTRY).day(TUESDAY + timedelta(days=1), {}).lessons == ()


def test_a_position_without_a_bell_still_is_a_lesson() -> None:
    assert _plan(replace(ENTRY, position=9)).day(TUESDAY, {}).lessons[0].bell is None


@pytest.mark.parametrize(("day", "stands"), [(-1, False), (0, True), (1, True), (2, True), (3, False)])
def test_both_ends_of_an_entrys_days_belong_to_it(day: int, stands: bool) -> None:
    entry = replace(ENTRY, valid_from=TUESDAY, valid_until=TUESDAY + 2 * WEEK)
    assert entry.stands_on(TUESDAY + day * WEEK, CALENDAR) is stands


def test_alternating_weeks_follow_the_iso_number() -> None:
    odd, even = replace(ENTRY, parity=1), replace(ENTRY, parity=0)
    assert TUESDAY.isocalendar().week == 48
    assert (even.stands_on(TUESDAY, CALENDAR), odd.stands_on(TUESDAY, CALENDAR)) == (True, False)
    assert (even.stands_on(TUESDAY + WEEK, CALENDAR), odd.stands_on(TUESDAY + WEEK, CALENDAR)) == (False, True)


def test_lessons_stand_by_position_then_grade_then_class() -> None:
    entries = [
        replace(ENTRY, id=EntryId(1), position=2),
        replace(ENTRY, id=EntryId(2), parts=(replace(SEVENTH, name="7Б"),)),
        replace(ENTRY, id=EntryId(3)),
        replace(ENTRY, id=EntryId(4), parts=(FIRST,)),
    ]
    assert [lesson.ref.entry for lesson in _plan(*entries).day(TUESDAY, {}).lessons] == [4, 3, 2, 1]


def test_a_substitution_takes_what_it_names_and_leaves_the_rest() -> None:
    change = LessonChange(ENTRY.id, ChangeKind.SUBSTITUTED, teacher=IGOR, note="болеет")
    (lesson,) = _plan(ENTRY).day(TUESDAY, {ENTRY.id: change}).lessons
    assert (lesson.teachers, lesson.subject, lesson.room) == ((IGOR,), ALGEBRA, "12")
    assert (lesson.change, lesson.note, lesson.takes_place) == (ChangeKind.SUBSTITUTED, "болеет", True)
    day = _plan(ENTRY).day(TUESDAY, {ENTRY.id: change})
    assert set(day.by_teacher) == {IGOR.id}


def test_a_cancelled_lesson_is_seen_and_does_not_take_place() -> None:
    change = LessonChange(ENTRY.id, ChangeKind.CANCELLED)
    (lesson,) = _plan(ENTRY).day(TUESDAY, {ENTRY.id: change}).lessons
    assert not lesson.takes_place


def test_a_change_of_room_names_the_new_one() -> None:
    change = LessonChange(ENTRY.id, ChangeKind.ROOM, room="спортзал")
    assert _plan(ENTRY).day(TUESDAY, {ENTRY.id: change}).lessons[0].room == "спортзал"


def test_a_subgroups_lesson_is_for_the_subgroup_a_whole_classs_for_all() -> None:
    whole, half = _plan(ENTRY, replace(ENTRY, id=EntryId(2), position=2, parts=(HALF,))).day(TUESDAY, {}).lessons
    assert (whole.is_for(SEVENTH.id, ()), half.is_for(SEVENTH.id, ())) == (True, False)
    assert half.is_for(SEVENTH.id, [GroupId(1)])
    assert not half.is_for(FIRST.id, [GroupId(1)])


def test_a_joint_lesson_is_in_each_of_its_classes_once() -> None:
    joint = replace(ENTRY, subject=SPORTS, parts=(SEVENTH, HALF, FIRST))
    day = _plan(joint).day(TUESDAY, {})
    assert {class_id: len(lessons) for class_id, lessons in day.by_class.items()} == {SEVENTH.id: 1, FIRST.id: 1}


def test_where_a_first_grade_takes_part_there_are_no_marks() -> None:
    assert _plan(ENTRY).day(TUESDAY, {}).lessons[0].marked
    assert not _plan(replace(ENTRY, parts=(SEVENTH, FIRST))).day(TUESDAY, {}).lessons[0].marked


def test_a_vacation_of_one_grade_empties_its_own_lessons_only() -> None:
    day = VACATION.starts_on
    plan = _plan(
        ENTRY, replace(ENTRY, id=EntryId(2), parts=(FIRST,)), replace(ENTRY, id=EntryId(3), parts=(SEVENTH, FIRST))
    )
    assert [lesson.ref.entry for lesson in plan.day(day, {}).lessons] == [1, 3]


def test_the_next_school_day_is_one_with_lessons_of_the_class() -> None:
    plan = _plan(ENTRY, replace(ENTRY, id=EntryId(2), parts=(FIRST,)))
    assert plan.next_school_day(SEVENTH.id, 7, TUESDAY) == TUESDAY + WEEK
    assert plan.next_school_day(FIRST.id, 1, TUESDAY) == TUESDAY + 2 * WEEK
    assert plan.next_school_day(ClassId(99), 7, TUESDAY) is None
    assert plan.next_school_day(SEVENTH.id, 7, ENDS) is None


def test_a_teachers_next_day_is_one_with_a_lesson_of_theirs() -> None:
    plan = _plan(ENTRY, replace(ENTRY, id=EntryId(2), parts=(FIRST,), teachers=(IGOR,)))
    assert plan.next_day_of_teacher(OLGA.id, TUESDAY) == TUESDAY + WEEK
    assert plan.next_day_of_teacher(IGOR.id, TUESDAY) == TUESDAY + 2 * WEEK
    assert plan.next_day_of_teacher(OLGA.id, STARTS - timedelta(days=90)) == STARTS
    assert plan.next_day_of_teacher(PersonId(99), TUESDAY) is None


SATURDAY = date(2026, 11, 28)


def _lent(weekday: int | None, grade_from: int = 1, grade_to: int = 12) -> WeekPlan:
    worked = Span(SATURDAY, SATURDAY, SpanKind.WORKING, "Рабочая суббота", grade_from, grade_to, weekday)
    bells = [*BELLS, BellRule({1: Bell(time(8), time(8, 30))}, weekday=2)]
    entries = [ENTRY, replace(ENTRY, id=EntryId(2), weekday=6), replace(ENTRY, id=EntryId(3), parts=(FIRST,))]
    return WeekPlan(SchoolCalendar(STARTS, ENDS, (worked,)), bells, entries)


def test_a_working_saturday_by_tuesday_has_tuesdays_lessons_and_bells_and_not_its_own() -> None:
    first, seventh = _lent(2).day(SATURDAY, {}).lessons
    assert [lesson.ref for lesson in (first, seventh)] == [LessonRef(EntryId(n), SATURDAY) for n in (3, 1)]
    assert seventh.bell == Bell(time(8), time(8, 30))
    assert [lesson.ref.entry for lesson in _lent(None).day(SATURDAY, {}).lessons] == [2]


def test_every_question_of_the_plan_knows_the_lent_lessons() -> None:
    friday = SATURDAY - timedelta(days=1)
    lent, own = _lent(2), _lent(None)
    assert (lent.teaches_on(FIRST.id, SATURDAY), own.teaches_on(FIRST.id, SATURDAY)) == (True, False)
    assert lent.next_school_day(FIRST.id, 1, friday) == SATURDAY
    assert own.next_school_day(FIRST.id, 1, friday) == date(2026, 12, 1)
    assert lent.next_day_of_teacher(OLGA.id, friday) == SATURDAY


def test_only_the_grades_of_the_working_day_have_the_lent_lessons() -> None:
    assert [lesson.ref.entry for lesson in _lent(2, 1, 4).day(SATURDAY, {}).lessons] == [3, 2]


def test_a_lesson_of_classes_in_two_shifts_rings_with_its_first_class() -> None:
    shift = BellRule({1: Bell(time(14), time(14, 40))}, class_id=SECOND_SHIFT.id)
    for parts, starts in (
        ((SECOND_SHIFT,), time(14)),
        ((SECOND_SHIFT, FIRST), time(14)),
        ((FIRST, SECOND_SHIFT), time(8, 30)),
    ):
        plan = WeekPlan(SchoolCalendar(STARTS, ENDS), [*BELLS, shift], [replace(ENTRY, parts=parts)])
        [lesson] = plan.day(TUESDAY, {}).lessons
        assert lesson.bell is not None
        assert lesson.bell.starts == starts


def test_a_teacher_of_two_shifts_has_the_day_in_the_order_of_bells() -> None:
    """What goes on, and what comes next, is read from it."""
    shift = BellRule({1: Bell(time(14), time(14, 40))}, class_id=SECOND_SHIFT.id)
    late, without = replace(ENTRY, id=EntryId(2), parts=(SECOND_SHIFT,)), replace(ENTRY, id=EntryId(3), position=9)
    early = replace(ENTRY, id=EntryId(4), position=2)
    day = WeekPlan(SchoolCalendar(STARTS, ENDS), [*BELLS, shift], [without, late, early]).day(TUESDAY, {})
    assert [lesson.ref.entry for lesson in day.by_teacher[OLGA.id]] == [4, 2, 3]
    assert [lesson.ref.entry for lesson in day.lessons] == [2, 4, 3]
    for at, meant in ((time(9), 4), (time(14, 20), 2)):
        found = lesson_meant(day.by_teacher[OLGA.id], datetime.combine(TUESDAY, at))
        assert found is not None
        assert found.ref.entry == meant
