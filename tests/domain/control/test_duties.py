"""What of a lesson is owed, by whom and until when."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.clock import SchoolTime
from domain.control.duties import LESSON_RULES, Duty, late, owed
from domain.control.lesson_clock import LessonClock
from domain.control.lesson_records import GivenHomework, LessonRecord
from domain.control.own_duties import OwnDutiesRead
from domain.control.rules import ControlRules
from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId, TeacherAbsenceId
from domain.roles.people import PersonName
from domain.school.bells import Bell
from domain.school.teacher_absences import TeacherAbsence, Why
from domain.school.timetable import (
    ChangeKind,
    ClassPart,
    LessonRef,
    PlannedLesson,
    SchoolDay,
    SubjectRef,
    TeacherRef,
)

ZONE = ZoneInfo("Europe/Moscow")
TUESDAY = date(2026, 11, 24)
THURSDAY = TUESDAY + timedelta(days=2)
FIRST, SEVENTH = ClassPart(ClassId(1), "1А", 1), ClassPart(ClassId(7), "7А", 7)
ALGEBRA = SubjectRef(SubjectId(1), "Алгебра", "Алг")
TEACHER, OTHER = PersonId(11), PersonId(12)
NAME = PersonName("Алгебрина", "Алла", "Борисовна")
FULL = frozenset({Duty.ATTENDANCE, Duty.TOPIC, Duty.HOMEWORK})


@dataclass(frozen=True)
class SetClock:
    at: datetime

    def now(self) -> datetime:
        return self.at


def _lesson(
    entry: int = 1,
    day: date = TUESDAY,
    position: int = 2,
    parts: tuple[ClassPart, ...] = (SEVENTH,),
    starts: time = time(9, 25),
    teacher: PersonId = TEACHER,
) -> PlannedLesson:
    ends = (datetime.combine(day, starts) + timedelta(minutes=45)).time()
    teachers = (TeacherRef(teacher, NAME),)
    return PlannedLesson(LessonRef(EntryId(entry), day), position, Bell(starts, ends), ALGEBRA, "12", parts, teachers)


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZONE).astimezone(UTC)


EVENING = _at(TUESDAY, time(17))
NEXT = _lesson(2, THURSDAY)


def _time(now: datetime = EVENING) -> SchoolTime:
    return SchoolTime(SetClock(now), lambda: ZONE)


def _clock(*lessons: PlannedLesson, rules: ControlRules | None = None) -> LessonClock:
    days = sorted({one.ref.day for one in lessons})
    found = [SchoolDay(day, tuple(one for one in lessons if one.ref.day == day)) for day in days]
    return LessonClock(_time(), rules or ControlRules(), found)


def _owed(record: LessonRecord, *others: PlannedLesson, now: datetime = EVENING) -> frozenset[Duty]:
    return frozenset(one.duty for one in owed(record, _clock(record.lesson, *others), now))


def test_an_empty_lesson_owes_attendance_topic_and_homework() -> None:
    assert _owed(LessonRecord(_lesson()), NEXT) == FULL


def test_nothing_is_owed_before_the_lesson_is_over() -> None:
    assert _owed(LessonRecord(_lesson()), NEXT, now=_at(TUESDAY, time(10, 9))) == frozenset()
    assert _owed(LessonRecord(_lesson()), NEXT, now=_at(TUESDAY, time(10, 10))) == FULL


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ({"roll_call_at": EVENING}, FULL - {Duty.ATTENDANCE}),
        ({"noted": 1}, FULL - {Duty.ATTENDANCE}),
        ({"topic_at": EVENING}, FULL - {Duty.TOPIC}),
        ({"homework": GivenHomework(EVENING, none_set=True)}, FULL - {Duty.HOMEWORK}),
        ({"marks": 3}, FULL),
    ],
)
def test_each_field_is_settled_by_what_is_written_of_it(written: dict[str, object], left: frozenset[Duty]) -> None:
    assert _owed(replace(LessonRecord(_lesson()), **written), NEXT) == left  # type: ignore[arg-type]


def test_a_first_grade_owes_attendance_and_topic_only_even_at_a_written_work() -> None:
    first = replace(LessonRecord(_lesson(parts=(FIRST,))), topic="Контрольная работа")
    assert _owed(first, _lesson(2, THURSDAY, parts=(FIRST,))) == {Duty.ATTENDANCE, Duty.TOPIC}


def test_homework_is_no_duty_once_the_next_lesson_has_begun_nor_where_none_comes() -> None:
    record = LessonRecord(_lesson())
    assert Duty.HOMEWORK in _owed(record, NEXT, now=_at(THURSDAY, time(9, 24)))
    assert Duty.HOMEWORK not in _owed(record, NEXT, now=_at(THURSDAY, time(9, 25)))
    assert Duty.HOMEWORK not in _owed(record)


def test_the_next_lesson_of_another_subgroup_or_a_cancelled_one_is_not_the_next() -> None:
    half = replace(SEVENTH, group=GroupId(1), group_name="1")
    cancelled = replace(NEXT, change=ChangeKind.CANCELLED)
    assert Duty.HOMEWORK not in _owed(LessonRecord(_lesson()), _lesson(2, THURSDAY, parts=(half,)))
    assert Duty.HOMEWORK not in _owed(LessonRecord(_lesson()), cancelled)


def test_of_two_lessons_on_a_day_homework_is_owed_of_the_second() -> None:
    first, second = _lesson(1, position=2), _lesson(3, position=3, starts=time(10, 30))
    assert Duty.HOMEWORK not in _owed(LessonRecord(first), second, NEXT)
    assert Duty.HOMEWORK in _owed(LessonRecord(second), first, NEXT)


def test_a_written_work_owes_marks_for_a_week() -> None:
    held = LessonRecord(_lesson(), topic_at=EVENING, topic="Контрольная работа")
    assert Duty.WRITTEN_WORK in _owed(held)
    assert Duty.WRITTEN_WORK not in _owed(replace(held, marks=1))
    clock = _clock(held.lesson)
    assert Duty.WRITTEN_WORK not in {one.duty for one in late(held, clock, _at(date(2026, 12, 1), time(23, 59)))}
    assert Duty.WRITTEN_WORK in {one.duty for one in late(held, clock, _at(date(2026, 12, 2), time(0)))}


def _until(duty: Duty, *lessons: PlannedLesson, rules: ControlRules | None = None) -> datetime:
    record = LessonRecord(lessons[0], topic="Контрольная работа")
    found = owed(record, _clock(*lessons, rules=rules), _at(TUESDAY, time(20)))
    return next(one.until for one in found if one.duty is duty)


def test_the_first_shift_has_until_nine_in_the_evening() -> None:
    assert _until(Duty.TOPIC, _lesson()) == _at(TUESDAY, time(21))


def test_the_second_shift_has_until_noon_of_the_next_day() -> None:
    assert _until(Duty.ATTENDANCE, _lesson(starts=time(13, 30))) == _at(TUESDAY + timedelta(days=1), time(12))


def test_an_afternoon_lesson_of_a_class_that_began_in_the_morning_is_of_the_first_shift() -> None:
    assert _until(Duty.TOPIC, _lesson(starts=time(13, 30)), _lesson(5, position=1)) == _at(TUESDAY, time(21))


def test_homework_has_an_hour_after_the_last_lesson_of_the_class() -> None:
    last = _lesson(5, position=6, starts=time(13, 25), teacher=OTHER)
    other = replace(last, subject=SubjectRef(SubjectId(2), "Химия", "Хим"))
    assert _until(Duty.HOMEWORK, _lesson(), other, NEXT) == _at(TUESDAY, time(15, 10))


def test_deadlines_are_the_schools() -> None:
    rules = ControlRules(filled_by=time(18), written_days=3, homework_within=timedelta(hours=2))
    assert _until(Duty.TOPIC, _lesson(), rules=rules) == _at(TUESDAY, time(18))
    assert _until(Duty.HOMEWORK, _lesson(), NEXT, rules=rules) == _at(TUESDAY, time(12, 10))
    assert _until(Duty.WRITTEN_WORK, _lesson(), rules=rules) == _at(date(2026, 11, 28), time(0))


def test_a_lesson_of_a_closed_year_owes_nothing() -> None:
    clock = LessonClock(_time(), ControlRules(), [SchoolDay(TUESDAY, (_lesson(),), closed=True)])
    assert owed(LessonRecord(_lesson()), clock, EVENING) == ()


def test_each_rule_names_its_clause_and_each_lesson_duty_has_one_rule() -> None:
    assert [one.duty for one in LESSON_RULES] == list(Duty)[: len(LESSON_RULES)]
    assert all(one.clause.startswith("3.") for one in LESSON_RULES)


@dataclass(frozen=True)
class Days:
    """A timetable of these lessons alone."""

    lessons: tuple[PlannedLesson, ...]

    async def days(self, first: date, last: date) -> Sequence[SchoolDay]:
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return [SchoolDay(day, tuple(one for one in self.lessons if one.ref.day == day)) for day in days]


@dataclass(frozen=True)
class Absences:
    known: tuple[TeacherAbsence, ...] = ()

    async def standing(self) -> Sequence[TeacherAbsence]:
        return self.known

    async def on(self, day: date) -> Collection[PersonId]:
        return [one.teacher for one in self.known if one.covers(day)]


def _lines(
    *records: LessonRecord,
    persons: Collection[PersonId] = (TEACHER,),
    away: tuple[TeacherAbsence, ...] = (),
    now: datetime = EVENING,
) -> dict[PersonId, list[tuple[int, Duty]]]:
    lessons = (*(one.lesson for one in records), _lesson(90, date(2026, 12, 10)))
    read = OwnDutiesRead(_time(now), ControlRules(), Days(lessons), Absences(away))  # type: ignore[arg-type]
    parts = asyncio.run(read.parts(persons, records, now))
    return {person: [(one.lesson.ref.entry, one.duty) for one in own.duties] for person, own in parts.items()}


def test_the_newest_day_comes_first_and_a_day_in_the_order_of_its_lessons() -> None:
    monday = LessonRecord(_lesson(1, TUESDAY - timedelta(days=1)), noted=1)
    fifth = LessonRecord(_lesson(5, position=5, starts=time(12, 30)), noted=1)
    second = LessonRecord(_lesson(2), topic_at=EVENING)
    assert _lines(monday, fifth, second) == {
        TEACHER: [(2, Duty.ATTENDANCE), (5, Duty.TOPIC), (5, Duty.HOMEWORK), (1, Duty.TOPIC)],
    }


def test_a_substituted_lesson_is_asked_of_who_gives_it() -> None:
    record = LessonRecord(_lesson(teacher=OTHER), noted=1)
    assert _lines(record, persons=(TEACHER, OTHER)).keys() == {OTHER}


def test_two_teachers_of_a_lesson_are_both_asked_and_one_settles_it_for_both() -> None:
    lesson = replace(_lesson(), teachers=(TeacherRef(TEACHER, NAME), TeacherRef(OTHER, NAME)))
    assert _lines(LessonRecord(lesson), persons=(TEACHER, OTHER)).keys() == {TEACHER, OTHER}
    settled = LessonRecord(lesson, noted=1, topic_at=EVENING, homework=GivenHomework(EVENING, none_set=False))
    assert _lines(settled, persons=(TEACHER, OTHER)) == {}


def test_lessons_of_days_on_sick_leave_are_not_asked_for() -> None:
    ill = TeacherAbsence(TeacherAbsenceId(1), TEACHER, NAME, TUESDAY, TUESDAY, Why.SICK)
    before = LessonRecord(_lesson(4, TUESDAY - timedelta(days=1)), topic_at=EVENING)
    assert _lines(LessonRecord(_lesson()), before, away=(ill,)) == {TEACHER: [(4, Duty.ATTENDANCE)]}
    colleague = replace(ill, teacher=OTHER)
    assert [line[0] for line in _lines(LessonRecord(_lesson()), away=(colleague,))[TEACHER]] == [1, 1, 1]


def test_marks_of_a_written_work_are_asked_for_two_days_before_their_time_is_over() -> None:
    held = LessonRecord(_lesson(), noted=1, topic_at=EVENING, topic="Контрольная работа")
    done = replace(held, homework=GivenHomework(EVENING, none_set=True))
    assert _lines(done, now=_at(date(2026, 11, 29), time(23))) == {TEACHER: []}
    assert _lines(done, now=_at(date(2026, 11, 30), time(0))) == {TEACHER: [(1, Duty.WRITTEN_WORK)]}
