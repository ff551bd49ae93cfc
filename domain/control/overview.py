"""The director's page: how the journal was kept in a week, against the week before, on one page (3.7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.indicators import Figure, Indicators, Measure, Slice
from domain.control.inspections import InspectionsRead
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.calendar import DAY, SchoolCalendar
from domain.school.ports import Timetables
from domain.talk.signatures import monday_of

USUAL_GRADE = 5
"""By whose calendar the whole school's weeks are told."""
NOON = time(12)
"""School time from which a day belongs to the week that is told."""
FURTHEST = timedelta(days=120)
"""How far back a week with lessons is looked for: past the summer."""
KEPT = (
    Measure.ATTENDANCE,
    Measure.TOPICS,
    Measure.HOMEWORK,
    Measure.MARKS,
    Measure.FILLED_IN_TIME,
)
"""What the picture shows."""


@dataclass(frozen=True, slots=True)
class SchoolWeekDays:
    """The first and the last day with lessons that count, of one week."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TermResults:
    """Of the term that ended within the week, over the whole school; percents to whole ones."""

    success: int
    quality: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`figures` of the week and `before` of the one before it; None: of no week. `results` None: no term has ended."""

    week: SchoolWeekDays
    earlier: SchoolWeekDays | None
    figures: Mapping[Measure, Figure]
    before: Mapping[Measure, Figure]
    open_remarks: int
    overdue_remarks: int
    at_risk: int
    results: TermResults | None

    def percent(self, measure: Measure) -> tuple[int | None, int | None]:
        """Now, and before."""
        now, then = self.figures.get(measure), self.before.get(measure)
        return (now.percent if now else None), (then.percent if then else None)


class SchoolResults(Protocol):
    async def at_risk(self, actor: Actor) -> int:
        """Pupils of the whole school: a 2 to come, twos in a row, many lessons or days missed."""
        ...

    async def ended(self, actor: Actor, week: SchoolWeekDays) -> TermResults | None:
        """Of the term whose results came within the week; None: of none."""
        ...


@dataclass(frozen=True, slots=True)
class Overviews:
    time: SchoolTime
    timetables: Timetables
    indicators: Indicators
    inspections: InspectionsRead
    results: SchoolResults

    async def page(self, actor: Actor) -> Overview | None:
        """Of the week that goes on, from the noon of its first school day, else of the last one with lessons.

        None: the year has not begun. A number of statements that does not grow with the school.
        """
        require(actor, Action.SEE_OVERVIEW, Target())
        calendar, now = (await self.timetables.plan()).calendar, self.time.local()
        week = week_before(calendar, now.date() if now.time() >= NOON else now.date() - DAY)
        if week is None:
            return None
        earlier = week_before(calendar, monday_of(week.first) - DAY)
        today, waiting = now.date(), await self.inspections.waiting()
        return Overview(
            week,
            earlier,
            await self._figures(actor, week),
            await self._figures(actor, earlier) if earlier else {},
            open_remarks=len(waiting),
            overdue_remarks=sum(one.is_overdue(today) for one in waiting),
            at_risk=await self.results.at_risk(actor),
            results=await self.results.ended(actor, week),
        )

    async def _figures(self, actor: Actor, week: SchoolWeekDays) -> Mapping[Measure, Figure]:
        page = await self.indicators.page(actor, Slice(week.first, week.last))
        return {one.measure: one for one in page.figures}


def week_before(calendar: SchoolCalendar, day: date) -> SchoolWeekDays | None:
    """The last week with school days until `day` (included), cut there."""
    earliest = max(calendar.starts_on, day - FURTHEST)
    last = min(day, calendar.ends_on)
    while last >= earliest and calendar.day_off(last, USUAL_GRADE) is not None:
        last -= DAY
    if last < earliest:
        return None
    days = [monday_of(last) + DAY * n for n in range((last - monday_of(last)).days + 1)]
    taught = [one for one in days if calendar.day_off(one, USUAL_GRADE) is None]
    return SchoolWeekDays(taught[0], last)
