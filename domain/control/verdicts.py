"""What a lesson adds to each figure of lessons, or why it is left out (3.4.1, 3.4.2, 3.6.2)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from domain.clock import SchoolTime
from domain.control.indicators import LeftOut, Measure
from domain.control.lesson_records import LessonRecord
from domain.control.rules import ControlRules
from domain.school.timetable import PlannedLesson

Verdict = tuple[int, int] | LeftOut
"""`part` and `whole`."""
Judge = Callable[[LessonRecord], Verdict]
YES, NO = (1, 1), (0, 1)


class Verdicts:
    """As of now. A lesson is over with its bell; where that is not known, with its day."""

    def __init__(self, time_: SchoolTime, rules: ControlRules) -> None:
        self._time = time_
        self._rules = rules
        self._now = time_.now()
        local = time_.local(self._now)
        self._today, self._clock = local.date(), local.time()
        self._instants: dict[tuple[date, time], datetime] = {}
        self._filled: dict[tuple[date, time | None], datetime] = {}
        self._homework: dict[tuple[date, time | None], datetime] = {}
        self._written: dict[date, datetime] = {}
        self._judges: Mapping[Measure, Judge] = {
            Measure.TEACHERS: lambda one: YES if one.planned or one.kept else NO,
            Measure.ATTENDANCE: lambda one: YES if one.attended else NO,
            Measure.TOPICS: lambda one: YES if one.topic_at is not None else NO,
            Measure.HOMEWORK: _homework,
            Measure.MARKS: lambda one: (YES if one.marks else NO) if one.marked else LeftOut.UNMARKED,
            Measure.FILLED_IN_TIME: self._filled_in_time,
            Measure.HOMEWORK_IN_TIME: self._homework_in_time,
            Measure.MARKS_IN_TIME: self._marks_in_time,
            Measure.WRITTEN_IN_TIME: self._written_in_time,
        }

    def of(self, measure: Measure) -> Judge:
        return self._judges[measure]

    def is_over(self, lesson: PlannedLesson) -> bool:
        day = lesson.ref.day
        return day < self._today or (day == self._today and lesson.bell is not None and lesson.bell.ends <= self._clock)

    def minutes_after(self, one: LessonRecord) -> int | None:
        """From the bell to the homework; 0 where it was given before it; None where there is none, or no bell."""
        if one.homework is None or one.homework.none_set or one.lesson.bell is None:
            return None
        ended = self._instant(one.lesson.ref.day, one.lesson.bell.ends)
        return max(int((one.homework.at - ended).total_seconds()) // 60, 0)

    def _filled_in_time(self, one: LessonRecord) -> Verdict:
        until = self._filled_until(one)
        if until > self._now:
            return LeftOut.NOT_DUE
        attended = one.attended_at
        in_time = attended is not None and attended <= until and one.topic_at is not None and one.topic_at <= until
        return YES if in_time else NO

    def _homework_in_time(self, one: LessonRecord) -> Verdict:
        if not one.gives_homework:
            return _why_none(one)
        until = self._homework_until(one)
        if until > self._now:
            return LeftOut.NOT_DUE
        return YES if one.homework is not None and one.homework.at <= until else NO

    def _marks_in_time(self, one: LessonRecord) -> Verdict:
        if not one.marked:
            return LeftOut.UNMARKED
        late = 0
        if one.late:
            until = self._filled_until(one)
            late = sum([some.count for some in one.late if not some.written and some.at > until])
        given = one.marks - one.written_marks
        return given - late, given

    def _written_in_time(self, one: LessonRecord) -> Verdict:
        if not one.marked:
            return LeftOut.UNMARKED
        late = 0
        if one.late:
            until = self._written_until(one.lesson.ref.day)
            late = sum([some.count for some in one.late if some.written and some.at >= until])
        return one.written_marks - late, one.written_marks

    def _filled_until(self, one: LessonRecord) -> datetime:
        key = one.lesson.ref.day, one.begins
        if key not in self._filled:
            self._filled[key] = self._rules.filled_until(self._time, *key)
        return self._filled[key]

    def _homework_until(self, one: LessonRecord) -> datetime:
        key = one.lesson.ref.day, one.ends
        if key not in self._homework:
            self._homework[key] = self._rules.homework_until(self._time, *key)
        return self._homework[key]

    def _written_until(self, day: date) -> datetime:
        if day not in self._written:
            self._written[day] = self._rules.written_until(self._time, day)
        return self._written[day]

    def _instant(self, day: date, at: time) -> datetime:
        key = day, at
        if key not in self._instants:
            self._instants[key] = self._time.instant(day, at)
        return self._instants[key]


def _homework(one: LessonRecord) -> Verdict:
    if not one.gives_homework:
        return _why_none(one)
    return YES if one.homework is not None else NO


def _why_none(one: LessonRecord) -> LeftOut:
    return LeftOut.NO_NEXT if one.marked else LeftOut.UNMARKED
