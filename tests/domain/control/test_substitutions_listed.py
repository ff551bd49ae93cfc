"""Behind substitutions: who has most of them first, and nobody who has none."""

from dataclasses import replace

from domain.clock import SchoolTime
from domain.control.indicators import Measure, Slice
from domain.control.lesson_figures import LessonFigures
from domain.control.lesson_records import LessonRecord
from domain.control.rules import ControlRules
from domain.control.verdicts import Verdicts
from domain.ids import EntryId, PersonId
from domain.school.timetable import ChangeKind, ClassPart, LessonRef, PlannedLesson, SubjectRef, TeacherRef
from tests import school
from tests.clock import SetClock

TIME = SchoolTime(SetClock(school.MORNING.replace(day=30)), lambda: school.ZONE)
SLICE = Slice(school.TUESDAY, school.TUESDAY)


def _lesson(number: int, teacher: PersonId, change: ChangeKind | None) -> LessonRecord:
    lesson = PlannedLesson(
        LessonRef(EntryId(number), school.TUESDAY),
        number,
        None,
        SubjectRef(school.ALGEBRA, "Алгебра", "Алг"),
        None,
        (ClassPart(school.CLASS_7A, "7А", 7),),
        (TeacherRef(teacher, school.PEOPLE[teacher]),),
    )
    return LessonRecord(replace(lesson, change=change))


def test_who_stood_in_most_often_comes_first_and_who_never_did_is_not_there() -> None:
    stood_in = ChangeKind.SUBSTITUTED
    given = [
        *(_lesson(n, school.ALGEBRA_TEACHER, None) for n in range(1, 9)),
        _lesson(11, school.SPORT, stood_in),
        *(_lesson(n, school.SPORT, None) for n in range(12, 15)),
        *(_lesson(n, school.PRIMARY, stood_in) for n in (21, 22)),
    ]
    figures = LessonFigures(SLICE, given, (), Verdicts(TIME, ControlRules()))
    listed = [(line.teacher and line.teacher.id, line.part) for line in figures.by_teacher(Measure.SUBSTITUTED)]
    assert listed == [(school.PRIMARY, 2), (school.SPORT, 1)]
