"""By when what of the journal is due: the school's settings, with the defaults that the field has (3.4.1, 3.4.2)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.clock import SchoolTime
from domain.school.calendar import DAY


@dataclass(frozen=True, slots=True)
class ControlRules:
    """Times are local. `filled_by`: attendance, topic and marks of a lesson, the same day; where the class's day begins
    at `second_shift_from` or later, `second_shift_by` of the next day. `homework_within`: after the end of the class's
    last lesson of the day. `written_days`: marks of written works, in days after the lesson.
    """

    filled_by: time = time(21, 0)
    second_shift_from: time = time(12, 0)
    second_shift_by: time = time(12, 0)
    homework_within: timedelta = timedelta(hours=1)
    written_days: int = 7
    consents_by: tuple[int, int] = (10, 1)
    """Month and day of the year's autumn by which consents are there (3.3.5)."""
    documents_within: timedelta = timedelta(days=7)
    """Of its publishing staff confirm a document (3.5, 3.6)."""
    term_marks_around: timedelta = timedelta(days=7)
    """So long before a term's end its results are asked for, and so long after it until the term is closed."""
    duties_at: time = time(17, 0)
    """When «Осталось сделать» comes; to who still teaches then, after their last lesson."""

    def filled_until(self, at: SchoolTime, day: date, begins: time | None) -> datetime:
        """`begins`: the first lesson of the class that day; None: not known, as in the first shift."""
        if begins is not None and begins >= self.second_shift_from:
            return at.instant(day + DAY, self.second_shift_by)
        return at.instant(day, self.filled_by)

    def homework_until(self, at: SchoolTime, day: date, ends: time | None) -> datetime:
        """`ends`: the last lesson of the class that day; None: not known, then as everything else."""
        return at.instant(day, self.filled_by) if ends is None else at.instant(day, ends) + self.homework_within

    def written_until(self, at: SchoolTime, day: date) -> datetime:
        """To the end of the last day, as an instant that is too late."""
        return at.instant(day + timedelta(days=self.written_days + 1), time(0))
