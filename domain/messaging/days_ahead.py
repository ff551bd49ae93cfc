"""What is not as usual between an evening and the next lessons, by the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.school.calendar import Span, SpanKind
from domain.school.roster import SchoolClass
from domain.school.timetable import WeekPlan

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Unusual:
    """`off`: why a day before the next lessons has none that usually has; `worked`: the next lessons' day, if it is
    a working day in place of a day off."""

    off: str | None = None
    worked: Span | None = None

    def __bool__(self) -> bool:
        return bool(self.off or self.worked)


USUAL = Unusual()


def unusual_days(plan: WeekPlan, school_class: SchoolClass, day: date, next_day: date) -> Unusual:
    """From the day after `day` to `next_day`, the next one with lessons. A Saturday that never has any is as usual."""
    between = (day + n * DAY for n in range(1, (next_day - day).days))
    missed = (
        plan.calendar.day_off(one, school_class.grade) for one in between if plan.teaches_on(school_class.id, one)
    )
    worked = (span for span in plan.calendar.spans if span.kind is SpanKind.WORKING)
    return Unusual(
        next((off.name for off in missed if off and off.name), None),
        next((span for span in worked if span.covers(next_day, school_class.grade)), None),
    )
