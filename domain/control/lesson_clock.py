"""Moments of a lesson that its duties hang on: its end, its class's day, the next lesson of the same course."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from domain.clock import SchoolTime
from domain.control.rules import ControlRules
from domain.ids import ClassId, GroupId, SubjectId
from domain.school.timetable import PlannedLesson, SchoolDay

BACK = timedelta(days=14)
"""How far back is looked for what is still open."""
AHEAD = timedelta(days=45)
"""How far the next lesson is looked for: past the longest holidays."""
Course = tuple[SubjectId, frozenset[tuple[ClassId, GroupId | None]]]


class LessonClock:
    """Of the lessons of some days: those asked about, and, for homework, the next weeks too (`AHEAD`)."""

    def __init__(self, time: SchoolTime, rules: ControlRules, days: Sequence[SchoolDay]) -> None:
        self._time = time
        self._rules = rules
        self._days: Mapping[date, SchoolDay] = {one.day: one for one in sorted(days, key=lambda one: one.day)}

    def over_at(self, lesson: PlannedLesson) -> datetime:
        """Its end; where its bell is not known, that of its day."""
        ends = lesson.bell.ends if lesson.bell else time.max
        return self._time.instant(lesson.ref.day, ends)

    def is_closed(self, lesson: PlannedLesson) -> bool:
        """Of a year that is only read."""
        day = self._days.get(lesson.ref.day)
        return day is not None and day.closed

    def filled_until(self, lesson: PlannedLesson) -> datetime:
        """Of a joint lesson the latest, as of the second shift."""
        return max(
            self._rules.filled_until(self._time, lesson.ref.day, self._begins(lesson.ref.day, one))
            for one in lesson.classes or (None,)
        )

    def homework_until(self, lesson: PlannedLesson) -> datetime:
        return max(
            self._rules.homework_until(self._time, lesson.ref.day, self._ends(lesson.ref.day, one))
            for one in lesson.classes or (None,)
        )

    def written_until(self, lesson: PlannedLesson) -> datetime:
        return self._rules.written_until(self._time, lesson.ref.day)

    def following(self, lesson: PlannedLesson) -> PlannedLesson | None:
        """The next lesson of the same subject and the same classes or subgroups on a later day."""
        course = _course(lesson)
        later = (day for day in self._days if day > lesson.ref.day)
        given = (one for day in later for one in self._given(day, lesson.classes[:1]))
        return next((one for one in given if _course(one) == course), None)

    def is_last_of_day(self, lesson: PlannedLesson) -> bool:
        """Of two lessons of a course on one day homework is given at the second."""
        course = _course(lesson)
        same = (one for one in self._given(lesson.ref.day, lesson.classes) if _course(one) == course)
        return all(one.position <= lesson.position for one in same)

    def begins_at(self, lesson: PlannedLesson) -> datetime:
        """Where its bell is not known, with its day."""
        return self._time.instant(lesson.ref.day, lesson.bell.starts if lesson.bell else time(0))

    def _begins(self, day: date, class_id: ClassId | None) -> time | None:
        classes = () if class_id is None else (class_id,)
        return min((one.bell.starts for one in self._given(day, classes) if one.bell), default=None)

    def _ends(self, day: date, class_id: ClassId | None) -> time | None:
        classes = () if class_id is None else (class_id,)
        return max((one.bell.ends for one in self._given(day, classes) if one.bell), default=None)

    def _given(self, day: date, classes: Iterable[ClassId]) -> Iterable[PlannedLesson]:
        known = self._days.get(day)
        if known is None:
            return ()
        return (one for class_id in classes for one in known.by_class.get(class_id, ()) if one.takes_place)


def _course(lesson: PlannedLesson) -> Course:
    return lesson.subject.id, frozenset((part.id, part.group) for part in lesson.parts)
