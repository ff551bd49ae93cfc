"""At which lesson homework was given: the last ones of its class and subject before the day that it is due (3.4.2)."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.ids import ClassId, GroupId, SubjectId
from domain.school.timetable import LessonRef, PlannedLesson

Course = tuple[SubjectId, frozenset[tuple[ClassId, GroupId | None]]]


@dataclass(frozen=True, slots=True)
class HomeworkGiven:
    """Homework, or «не задано», for a class or subgroup (`group` None: the whole class)."""

    class_id: ClassId
    group: GroupId | None
    subject: SubjectId
    due_day: date
    at: datetime
    none_set: bool


class Given:
    """What was given, to be asked by lesson."""

    def __init__(self, given: Iterable[HomeworkGiven]) -> None:
        by_course: dict[tuple[ClassId, SubjectId], list[HomeworkGiven]] = {}
        for one in given:
            by_course.setdefault((one.class_id, one.subject), []).append(one)
        self._by_course = {course: sorted(them, key=lambda one: one.due_day) for course, them in by_course.items()}
        self._due = {course: [one.due_day for one in them] for course, them in self._by_course.items()}

    def at(self, lesson: PlannedLesson, following: date | None) -> list[HomeworkGiven]:
        """Due at the next lesson (`following`), or before; on any later day where none is near."""
        found: list[HomeworkGiven] = []
        for part in lesson.parts:
            course = part.id, lesson.subject.id
            due = self._due.get(course)
            if due is None:
                continue
            first = bisect_right(due, lesson.ref.day)
            last = len(due) if following is None else bisect_right(due, following, first)
            given = self._by_course[course][first:last]
            found += [one for one in given if one.group is None or one.group == part.group]
        return found


def following_days(lessons: Sequence[PlannedLesson]) -> Mapping[LessonRef, date]:
    """By lesson the next day with one of the same subject and the same classes or subgroups. `lessons` in order."""
    return Following(lessons).days


class Following:
    """Which lessons come after which. `lessons` in order.

    `days`: the next day with one of the same course (the subject, and the same classes or subgroups); of a lesson after
    which none comes there is nothing. `again`: those that are followed by another one on the same day.
    """

    def __init__(self, lessons: Sequence[PlannedLesson]) -> None:
        self.days: dict[LessonRef, date] = {}
        self.again: set[LessonRef] = set()
        nearest: dict[Course, tuple[date, date | None]] = {}
        for lesson in reversed(lessons):
            course, day = _course(lesson), lesson.ref.day
            known, later = nearest.get(course, (None, None))
            following = later if known == day else known
            nearest[course] = day, following
            if known == day:
                self.again.add(lesson.ref)
            if following is not None:
                self.days[lesson.ref] = following


def _course(lesson: PlannedLesson) -> Course:
    return lesson.subject.id, frozenset((part.id, part.group) for part in lesson.parts)
