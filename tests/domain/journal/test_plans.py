"""Which topic comes next, and how the plan goes against the fact."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.ids import EntryId, PlanTopicId
from domain.journal.plan_progress import CourseChange, CourseRecord, Lost, PlanProgress, Slot, progress, slots_of
from domain.journal.plan_topics import Moment, PlanTopic, topic_named, topics_ahead
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.timetable import ChangeKind, ClassPart, Entry, LessonRef, PlannedLesson, SubjectRef, WeekPlan
from tests import school

MONDAY = date(2026, 9, 7)
TODAY = date(2026, 10, 12)
ALGEBRA = SubjectRef(school.ALGEBRA, "Алгебра", "Алг")
PART = ClassPart(school.CLASS_7A, "7А", 7)
ENTRY = Entry(EntryId(1), date(2026, 9, 1), None, 1, 1, None, ALGEBRA, None, (PART,), ())
YEAR = SchoolCalendar(
    date(2026, 9, 1),
    date(2026, 12, 31),
    (
        Span(date(2026, 10, 5), date(2026, 10, 5), SpanKind.NON_WORKING, "День учителя"),
        Span(date(2026, 10, 26), date(2026, 11, 1), SpanKind.VACATION, "Осенние каникулы"),
    ),
)
LESSON = PlannedLesson(LessonRef(ENTRY.id, TODAY), 1, None, ALGEBRA, None, (PART,), ())
AT: Moment = (TODAY, 1)


def _topic(number: int, hours: int = 1, *given: int) -> PlanTopic:
    """`given`: weeks of the year in which it was written."""
    moments = tuple((MONDAY + timedelta(weeks=week), 1) for week in given)
    return PlanTopic(PlanTopicId(number), number, f"Тема {number}", hours, None, moments)


def _numbers(*topics: PlanTopic) -> list[int]:
    return [one.number for one in topics_ahead(topics, AT)]


def test_the_first_topic_is_proposed_at_the_first_lesson_with_the_two_after_it() -> None:
    assert _numbers(*(_topic(n) for n in range(1, 6))) == [1, 2, 3]


def test_a_topic_is_proposed_until_its_hours_are_given() -> None:
    assert _numbers(_topic(1, 2, 0), _topic(2)) == [1, 2]
    assert _numbers(_topic(1, 2, 0, 1), _topic(2)) == [2]


def test_what_was_passed_over_comes_after_what_is_ahead() -> None:
    assert _numbers(_topic(1), _topic(2, 1, 0), _topic(3)) == [3, 1]


def test_an_earlier_lesson_filled_in_later_gets_the_topic_of_its_place() -> None:
    assert _numbers(_topic(1, 1, 0), _topic(2), _topic(3, 1, 6)) == [2]


@pytest.mark.parametrize("said", ["2", "№ 2", "тема  2", "Тема 2."])
def test_a_topic_is_named_by_its_number_or_words(said: str) -> None:
    found = topic_named([_topic(n) for n in (1, 2, 3)], said)
    assert found is not None
    assert found.number == 2


def test_other_words_are_no_topic_of_the_plan() -> None:
    assert topic_named([_topic(1)], "Тема") is None


def _slots(changes: dict[date, CourseChange] | None = None, topics: tuple[date, ...] = ()) -> list[Slot]:
    changed = {LessonRef(ENTRY.id, day): change for day, change in (changes or {}).items()}
    record = CourseRecord(changed, frozenset(LessonRef(ENTRY.id, day) for day in topics))
    return list(slots_of(WeekPlan(YEAR, (), [ENTRY]), [ENTRY], record))


def _progress(topics: list[PlanTopic], slots: list[Slot]) -> PlanProgress:
    return progress(LESSON, topics, slots, TODAY, YEAR.ends_on)


def test_a_holiday_takes_a_lesson_and_a_vacation_does_not() -> None:
    slots = _slots()
    assert [slot.ref.day for slot in slots if slot.lost is Lost.HOLIDAY] == [date(2026, 10, 5)]
    assert date(2026, 10, 26) not in {slot.ref.day for slot in slots}
    assert len(slots) == 16


def test_what_took_hours_is_told_apart() -> None:
    weeks = [MONDAY + timedelta(weeks=week) for week in range(4)]
    replaced = CourseChange(ChangeKind.SUBSTITUTED, other_subject=False)
    changes = {
        weeks[0]: CourseChange(ChangeKind.CANCELLED, other_subject=False),
        weeks[1]: CourseChange(ChangeKind.SUBSTITUTED, other_subject=True),
        weeks[2]: replaced,
        weeks[3]: replaced,
    }
    told = _progress([_topic(1)], _slots(changes, topics=(weeks[3],)))
    assert told.lost == {Lost.CANCELLED: 1, Lost.OTHER_SUBJECT: 1, Lost.SUBSTITUTED: 1, Lost.HOLIDAY: 1}
    assert told.without_topic == 0


def test_hours_are_planned_by_the_days_of_the_plan() -> None:
    days = [replace(_topic(n), day=MONDAY + timedelta(weeks=n)) for n in range(1, 9)]
    told = _progress([_topic(0, 1, 0), *days], _slots())
    assert (told.given, told.planned, told.balance) == (1, 5, -4)


def test_without_days_an_hour_is_planned_for_each_lesson_but_on_holidays() -> None:
    told = _progress([_topic(n) for n in range(1, 30)], _slots())
    assert told.planned == 4


def test_with_few_lessons_each_one_to_come_is_an_hour() -> None:
    told = _progress([_topic(1, 1, 0), _topic(2, 3)], _slots(topics=(MONDAY,)))
    assert (told.ends_on, told.missing) == (date(2026, 11, 2), 0)


def test_at_half_the_pace_the_plan_takes_twice_the_lessons() -> None:
    weekly = replace(ENTRY, id=EntryId(2), weekday=2)
    record = CourseRecord({}, frozenset())
    slots = list(slots_of(WeekPlan(YEAR, (), []), [ENTRY, weekly], record))
    held = sum(slot.ref.day < TODAY and slot.lost is None and slot.ref.day >= MONDAY for slot in slots)
    given = _topic(1, held // 2, *range(held // 2))
    told = _progress([given, _topic(2, 5)], slots)
    coming = [slot.ref.day for slot in slots if slot.ref.day >= TODAY]
    needed = -(-5 * held // (held // 2))
    assert told.ends_on == coming[needed - 1]


def test_a_plan_that_does_not_fit_says_how_many_lessons_are_missing() -> None:
    told = _progress([_topic(n) for n in range(1, 21)], _slots())
    coming = sum(slot.ref.day >= TODAY for slot in _slots())
    assert (told.ends_on, told.missing) == (None, 20 - coming)
