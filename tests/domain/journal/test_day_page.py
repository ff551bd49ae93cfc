"""The diary's page: what is written of a day stands under its lesson, and nothing is lost with a changed timetable."""

from dataclasses import replace
from datetime import date

from domain.ids import ClassId, EntryId, HomeworkId, MarkId, SubjectId
from domain.journal.day_page import DayMark, DayPresence, DiaryDay, Written, laid_out
from domain.journal.homework_diary import ComingHomework
from domain.school.timetable import ClassPart, LessonRef, PlannedLesson, SubjectRef

DAY = date(2026, 11, 24)
ALGEBRA, RUSSIAN = SubjectRef(SubjectId(1), "Алгебра", "Алг"), SubjectRef(SubjectId(2), "Русский язык", "Рус")
PART = ClassPart(ClassId(1), "7А", 7)


def _lesson(entry: int, subject: SubjectRef) -> PlannedLesson:
    return PlannedLesson(LessonRef(EntryId(entry), DAY), entry, None, subject, None, (PART,), ())


PLANNED = (_lesson(1, ALGEBRA), _lesson(2, RUSSIAN), _lesson(3, ALGEBRA))
TASK = ComingHomework(HomeworkId(1), DAY, "Алгебра", SubjectId(1), EntryId(3), None, "№ 5", 0, False, minutes=20)


def _mark(entry: int, subject: str = "Алгебра", day: date = DAY) -> DayMark:
    return DayMark(MarkId(entry), LessonRef(EntryId(entry), day), subject, "5", "отв")


def test_homework_stands_under_its_own_lesson_of_the_subject() -> None:
    first, _, third = laid_out(PLANNED, DAY, Written([TASK], [], []))
    assert (first.homework, third.homework) == ((), (TASK,))


def test_homework_of_no_lesson_or_of_one_that_is_gone_stands_under_the_subjects_first() -> None:
    for entry in (None, EntryId(99)):
        moved = replace(TASK, entry=entry)
        assert laid_out(PLANNED, DAY, Written([moved], [], []))[0].homework == (moved,)


def test_marks_and_absences_stand_under_their_lessons() -> None:
    away = DayPresence(LessonRef(EntryId(2), DAY), "Русский язык", "ill")
    _, russian, algebra = laid_out(PLANNED, DAY, Written([], [_mark(3), _mark(3)], [away]))
    assert len(algebra.marks) == 2
    assert russian.presence == away


def test_what_has_no_lesson_any_more_comes_at_the_end_by_subject() -> None:
    away = DayPresence(LessonRef(EntryId(8), DAY), "Химия", "absent")
    task = replace(TASK, subject="Химия", subject_id=SubjectId(9), entry=None)
    *_, chemistry, physics = laid_out(PLANNED, DAY, Written([task], [_mark(7, "Физика"), _mark(8, "Химия")], [away]))
    assert (chemistry.subject, chemistry.lesson, chemistry.presence) == ("Химия", None, away)
    assert (len(chemistry.marks), chemistry.homework) == (1, (task,))
    assert (physics.subject, len(physics.marks)) == ("Физика", 1)


def test_other_days_of_the_week_are_left_to_their_own_pages() -> None:
    assert not any(one.marks for one in laid_out(PLANNED, DAY, Written([], [_mark(1, day=date(2026, 11, 25))], [])))


def test_a_days_estimate_is_the_sum_of_what_is_estimated() -> None:
    tasks = [TASK, replace(TASK, minutes=None), replace(TASK, minutes=25)]
    assert DiaryDay(DAY, laid_out(PLANNED, DAY, Written(tasks, [], []))).minutes == 45
