"""How a pupil's marks moved through the year, over all subjects (3.3.6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from domain.errors import NotFound
from domain.ids import PersonId
from domain.journal.averages import weighted_average
from domain.journal.counting import counted
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period, period_of, terms_of
from domain.journal.ports import TermMark
from domain.journal.result_places import Places
from domain.journal.results_kept import Result, ResultsRead
from domain.journal.rules import JournalRules
from domain.journal.scale import points
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor
from domain.school.roster import Seat

FEWEST_MONTHS = 2
"""Of fewer there is nothing to draw."""


@dataclass(frozen=True, slots=True)
class MonthAverage:
    """Of the current marks of a month, by their weights; `month`: its first day."""

    month: date
    average: Decimal


@dataclass(frozen=True, slots=True)
class PupilYear:
    """`terms`: the mean of the marks that are set of each term and of the year; months and terms without any are left
    out."""

    seat: Seat
    class_name: str
    months: tuple[MonthAverage, ...]
    terms: tuple[tuple[Period, Decimal], ...]


@dataclass(frozen=True, slots=True)
class PupilDynamics:
    places: Places
    read: ResultsRead

    async def year(self, actor: Actor, pupil: PersonId) -> PupilYear:
        """This school year until today; two statements. Raises `NotFound` out of reach, and `NoMarksInFirstGrade`."""
        teaching = await self.places.teaching()
        seat, school_class = teaching.roster.seats.get(pupil), teaching.roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if not sees(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes)):
            raise NotFound
        if seat is None or school_class is None:
            raise NotFound
        if school_class.grade == 1:
            raise NoMarksInFirstGrade
        rules, calendar = await self.places.rules.rules(), teaching.plan.calendar
        given = (await self.read.marks([pupil], None, calendar.starts_on, calendar.ends_on)).get(pupil, ())
        results = (await self.read.results(school_class.id, [pupil], None)).get(pupil, ())
        periods = [*(period_of(term) for term in terms_of(calendar, school_class.grade, rules)), Period.YEAR]
        standing = sorted((one.mark for one in given if not one.taken_back), key=lambda mark: (mark.day, mark.id))
        return PupilYear(seat, school_class.name, by_month(standing, rules), by_term(results, periods))


def by_month(marks: Iterable[TermMark], rules: JournalRules) -> tuple[MonthAverage, ...]:
    """`marks` of all subjects, by day."""
    months = ((month, weighted_average(counted(of, rules))) for month, of in groupby(marks, _month))
    return tuple(MonthAverage(month, average) for month, average in months if average is not None)


def by_term(results: Iterable[Result], periods: Iterable[Period]) -> tuple[tuple[Period, Decimal], ...]:
    numbers: dict[Period, list[tuple[int, int]]] = {}
    for one in results:
        value = points(one.value)
        if value is not None:
            numbers.setdefault(one.period, []).append((value, 1))
    averages = ((period, weighted_average(numbers.get(period, ()))) for period in periods)
    return tuple((period, average) for period, average in averages if average is not None)


def _month(mark: TermMark) -> date:
    return mark.day.replace(day=1)
