"""What a look through the journal finds of single lessons: by what was due, of whom, as whose."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.clock import SchoolTime
from domain.control.findings import Finding
from domain.control.gaps import CourseKey, Due, findings_of, lesson_gaps, lessons_short
from domain.control.lesson_clock import LessonClock
from domain.control.lesson_records import GivenHomework, LessonRecord
from domain.control.rules import ControlRules
from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.bells import Bell
from domain.school.timetable import ClassPart, LessonRef, PlannedLesson, SchoolDay, SubjectRef, TeacherRef
from tests.clock import SetClock

ZONE = ZoneInfo("Europe/Moscow")
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
ALGEBRA = SubjectRef(SubjectId(1), "Алгебра", "Алг")
SEVENTH_A, SEVENTH_B, FIRST = (
    ClassPart(ClassId(n), name, grade) for n, name, grade in ((1, "7А", 7), (2, "7Б", 7), (3, "1А", 1))
)
ONE, TWO = (TeacherRef(PersonId(n), PersonName("Учитель", str(n))) for n in (1, 2))
LESSON = PlannedLesson(
    LessonRef(EntryId(1), TUESDAY), 1, Bell(time(8, 30), time(9, 15)), ALGEBRA, None, (SEVENTH_A,), (ONE,)
)
NEXT = replace(LESSON, ref=LessonRef(EntryId(2), WEDNESDAY))
NIGHT, LATER = datetime(2026, 11, 24, 21, 0, tzinfo=ZONE), datetime(2026, 12, 20, tzinfo=ZONE)


def _due(by: datetime, *lessons: PlannedLesson) -> Due:
    days = [SchoolDay(day, tuple(one for one in lessons if one.ref.day == day)) for day in (TUESDAY, WEDNESDAY)]
    return Due(LessonClock(SchoolTime(SetClock(by), lambda: ZONE), ControlRules(), days), by)


def _found(record: LessonRecord, by: datetime = NIGHT, *others: PlannedLesson) -> set[Finding]:
    return set(findings_of(record, _due(by, record.lesson, NEXT, *others)))


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=ZONE)


def test_nothing_is_lacking_before_it_is_due() -> None:
    assert _found(LessonRecord(LESSON), _at(10)) == set()
    assert _found(LessonRecord(LESSON), _at(10, 15)) == {Finding.HOMEWORK}
    assert _found(LessonRecord(LESSON), _at(21)) == {Finding.HOMEWORK, Finding.ATTENDANCE, Finding.TOPIC}


def test_what_is_there_is_not_lacking() -> None:
    full = LessonRecord(LESSON, topic_at=_at(9), noted=1, homework=GivenHomework(_at(10), none_set=False))
    assert _found(full) == set()
    assert _found(replace(full, noted=0)) == {Finding.ATTENDANCE}
    assert _found(replace(full, noted=0, roll_call_at=_at(9))) == set()


def test_homework_after_its_hour_is_late_and_none_set_is_not() -> None:
    full = LessonRecord(LESSON, topic_at=_at(9), noted=1, homework=GivenHomework(_at(12), none_set=False))
    assert _found(full) == {Finding.LATE_HOMEWORK}
    assert _found(replace(full, homework=GivenHomework(_at(12), none_set=True))) == set()


def test_first_grades_owe_no_homework_and_no_marks() -> None:
    lesson = replace(LESSON, parts=(FIRST,))
    assert _found(LessonRecord(lesson, topic="Контрольная работа"), LATER) == {Finding.ATTENDANCE, Finding.TOPIC}


def test_the_last_lesson_of_a_course_and_the_first_of_two_owe_no_homework() -> None:
    assert Finding.HOMEWORK not in set(findings_of(LessonRecord(LESSON), _due(NIGHT, LESSON)))
    second = replace(LESSON, ref=LessonRef(EntryId(3), TUESDAY), position=2)
    assert Finding.HOMEWORK not in _found(LessonRecord(LESSON), NIGHT, second)
    assert Finding.HOMEWORK in _found(LessonRecord(second), NIGHT, LESSON)


@pytest.mark.parametrize(("days", "lacks"), [(7, False), (8, True)])
def test_a_written_work_has_a_week(days: int, lacks: bool) -> None:
    work = LessonRecord(LESSON, topic="Контрольная работа № 2", topic_at=_at(9), noted=1)
    by = datetime(2026, 11, 24, tzinfo=ZONE) + timedelta(days=days)
    assert (Finding.WRITTEN_WORK in _found(work, by)) is lacks
    assert Finding.WRITTEN_WORK not in _found(replace(work, marks=1), by)


def test_a_joint_lesson_is_told_as_the_class_that_is_looked_at() -> None:
    joint = LessonRecord(replace(LESSON, parts=(SEVENTH_A, SEVENTH_B)))
    due = _due(NIGHT, joint.lesson)
    assert {one.part.name for one in lesson_gaps([joint], due)} == {"7А"}
    assert {one.part.name for one in lesson_gaps([joint], due, [SEVENTH_B.id])} == {"7Б"}


def test_subgroups_of_two_teachers_are_two_courses_of_one_class() -> None:
    groups = [replace(SEVENTH_A, group=GroupId(n), group_name=str(n)) for n in (1, 2)]
    lessons = [
        replace(LESSON, ref=LessonRef(EntryId(10 + n), TUESDAY), parts=(group,), teachers=(teacher,))
        for n, (group, teacher) in enumerate(zip(groups, (ONE, TWO), strict=True))
    ]
    gaps = lesson_gaps([LessonRecord(one) for one in lessons], _due(NIGHT, *lessons))
    assert {(one.teacher.id, one.finding) for one in gaps} == {
        (teacher.id, finding) for teacher in (ONE, TWO) for finding in (Finding.ATTENDANCE, Finding.TOPIC)
    }


def test_of_two_teachers_who_wrote_of_it_answers_and_nobody_for_a_lesson_without_one() -> None:
    both = replace(LESSON, teachers=(ONE, TWO))
    due = _due(NIGHT, both)
    assert {one.teacher for one in lesson_gaps([LessonRecord(both, given_by=TWO.id)], due)} == {TWO}
    assert {one.teacher for one in lesson_gaps([LessonRecord(both)], due)} == {ONE}
    assert lesson_gaps([LessonRecord(replace(LESSON, teachers=()))], due) == []


def test_only_lessons_of_the_course_keep_a_remark_open() -> None:
    course = CourseKey(SEVENTH_A.id, ALGEBRA.id, ONE.id)
    due = _due(NIGHT, LESSON)
    assert lessons_short([LessonRecord(LESSON)], due, Finding.TOPIC, course) == (LESSON.ref,)
    for other in (replace(course, teacher=TWO.id), replace(course, class_id=SEVENTH_B.id)):
        assert lessons_short([LessonRecord(LESSON)], due, Finding.TOPIC, other) == ()
