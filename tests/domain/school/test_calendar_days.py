"""Whatever the office enters: the next school day is never off and the earliest, a lent weekday has its lessons."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.ids import ClassId, EntryId, SubjectId
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.timetable import ClassPart, Entry, SubjectRef, WeekPlan

STARTS, ENDS = date(2026, 9, 1), date(2027, 5, 26)
DAY = timedelta(days=1)
SUBJECT = SubjectRef(SubjectId(1), "Алгебра", "Алг")
CLASSES = {grade: ClassPart(ClassId(grade), f"{grade}А", grade) for grade in (1, 7, 11)}
days = st.dates(STARTS - DAY, ENDS)
grades = st.sampled_from(list(CLASSES))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    starts, kind = draw(days), draw(st.sampled_from(SpanKind))
    length = 0 if kind is SpanKind.WORKING else draw(st.integers(0, 14))
    first, last = sorted((draw(st.integers(1, 11)), draw(st.integers(1, 11))))
    lent = draw(st.none() | st.integers(1, 7)) if kind is SpanKind.WORKING else None
    return Span(starts, starts + length * DAY, kind, "", first, last, lent)


@st.composite
def plans(draw: st.DrawFn) -> WeekPlan:
    """Each class with a lesson on some weekdays, in a year of any spans."""
    taught = {grade: draw(st.sets(st.integers(1, 6), min_size=1)) for grade in CLASSES}
    entries = [
        Entry(EntryId(grade * 10 + weekday), STARTS, None, weekday, 1, None, SUBJECT, None, (CLASSES[grade],), ())
        for grade, weekdays in taught.items()
        for weekday in weekdays
    ]
    return WeekPlan(SchoolCalendar(STARTS, ENDS, tuple(draw(st.lists(spans(), max_size=8)))), (), entries)


@given(plans(), days, grades)
def test_the_next_school_day_is_never_off_and_the_earliest_with_lessons(plan: WeekPlan, day: date, grade: int) -> None:
    found = plan.next_school_day(ClassId(grade), grade, day)
    walked = [day + DAY * n for n in range(1, (ENDS - day).days + 1)]
    taught = [one for one in walked if ClassId(grade) in plan.day(one, {}).by_class]
    assert found == (taught[0] if taught else None)
    assert found is None or plan.calendar.day_off(found, grade) is None


@given(plans(), days, grades, st.integers(1, 6))
def test_a_working_day_by_another_weekday_has_just_its_lessons(
    plan: WeekPlan, day: date, grade: int, weekday: int
) -> None:
    worked = Span(day, day, SpanKind.WORKING, "", grade, grade, weekday)
    others = tuple(span for span in plan.calendar.spans if span.as_weekday is None)
    lent = WeekPlan(SchoolCalendar(STARTS, ENDS, (*others, worked)), (), plan.entries)
    given_then = {lesson.ref.entry for lesson in lent.day(day, {}).by_class.get(ClassId(grade), ())}
    standing = {one.id for one in plan.entries if one.weekday == weekday and one.grade == grade}
    assert given_then == (standing if STARTS <= day <= ENDS else set())
