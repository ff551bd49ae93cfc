"""The place that results are set in: found, with its course, its terms and its rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.journal.attestation import fewest_marks
from domain.journal.courses import Course, Loads, Teaching
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period, period_of, periods_of, terms_of
from domain.journal.results_kept import GivenMark, Result, ResultPlace
from domain.journal.results_sheet import ResultLine, explain
from domain.journal.rules import JournalRules, Rules
from domain.roles.access import Target
from domain.roles.people import Actor
from domain.school.calendar import Term
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Seat
from domain.school.timetable import WeekPlan


class YearPlans(Timetables, Protocol):
    """With the years behind, kept in memory too."""

    async def plan_on(self, day: date) -> WeekPlan:
        """Of the year that had begun by a day."""
        ...

    async def last_closed(self) -> date | None:
        """The last day of the newest closed year."""
        ...


@dataclass(frozen=True, slots=True)
class Where:
    """A place with what its use cases need to know of it. `term` None: not a term's place."""

    place: ResultPlace
    course: Course
    teaching: Teaching
    rules: JournalRules
    terms: tuple[Term, ...]
    term: Term | None
    periods: tuple[Period, ...]
    teachers: tuple[PersonId, ...]

    @property
    def target(self) -> Target:
        return Target(classes=(self.place.class_id,), course_teachers=self.teachers)

    @property
    def past(self) -> bool:
        """Of a closed year: it is looked at, and not written."""
        return self.teaching.plan.calendar.closed

    @property
    def begun(self) -> bool:
        """A year's result can be set once its last term has begun."""
        term = self.term or (self.terms[-1] if self.terms else None)
        return term is None or term.starts_on <= self.teaching.day

    def seats(self, actor: Actor) -> tuple[Seat, ...]:
        """Who teaches the course sees their own subgroup; who only reads sees the class."""
        class_id, subject = self.place.class_id, self.place.subject
        seats = self.teaching.seats(class_id, subject)
        if actor.person not in self.teachers:
            return seats
        return tuple(one for one in seats if actor.person in self.teaching.teachers(class_id, subject, one))


@dataclass(frozen=True, slots=True)
class Places:
    time: SchoolTime
    timetables: YearPlans
    rosters: Rosters
    loads: Loads
    rules: Rules

    async def where(self, place: ResultPlace, known: Teaching | None = None) -> Where:
        """Raises `NotFound` for no such class, subject or period there, and `NoMarksInFirstGrade`.

        A class of the year that was closed last has its place as that year ended.

        `known` spares putting the teaching together again for each of many places.
        """
        teaching = known or await self.teaching_of(place.class_id)
        school_class = teaching.roster.classes.get(place.class_id)
        if school_class is None:
            raise NotFound
        if school_class.grade == 1:
            raise NoMarksInFirstGrade
        rules = await self.rules.rules()
        terms = terms_of(teaching.plan.calendar, school_class.grade, rules)
        periods = periods_of(terms, school_class.grade)
        mine = (one for one in teaching.courses if (one.class_id, one.subject) == (place.class_id, place.subject))
        course = next(mine, None)
        if course is None or place.period not in periods:
            raise NotFound
        term = next((one for one in terms if period_of(one) is place.period), None)
        teachers = teaching.teachers(place.class_id, place.subject)
        return Where(place, course, teaching, rules, terms, term, periods, teachers)

    async def now(self, class_id: ClassId) -> Period:
        """The period that results are likeliest to be set of now: the current term."""
        teaching = await self.teaching_of(class_id)
        school_class = teaching.roster.classes.get(class_id)
        terms = terms_of(teaching.plan.calendar, school_class.grade, await self.rules.rules()) if school_class else ()
        begun = [term for term in terms if term.starts_on <= teaching.day] or list(terms[:1])
        return period_of(begun[-1]) if begun else Period.YEAR

    async def term(self, class_id: ClassId, period: Period) -> Term | None:
        """None for the year, and for what the class's grade does not have."""
        teaching = await self.teaching()
        school_class = teaching.roster.classes.get(class_id)
        terms = terms_of(teaching.plan.calendar, school_class.grade, await self.rules.rules()) if school_class else ()
        return next((one for one in terms if period_of(one) is period), None)

    async def teaching(self) -> Teaching:
        plan, loads, roster = await self.timetables.plan(), await self.loads.loads(), await self.rosters.roster()
        return Teaching(plan, loads, roster, self.time.today())

    async def last_year(self) -> Teaching | None:
        """As the year ended that was closed last, with the classes in which someone sat."""
        day = await self.timetables.last_closed()
        if day is None:
            return None
        plan, loads = await self.timetables.plan_on(day), await self.loads.loads_on(day)
        roster = await self.rosters.roster_on(day)
        classes = {one: known for one, known in roster.classes.items() if one in roster.of_class}
        return Teaching(plan, loads, replace(roster, classes=classes), day)

    async def teaching_of(self, class_id: ClassId) -> Teaching:
        """Of the class's year."""
        now = await self.teaching()
        past = None if class_id in now.roster.classes else await self.last_year()
        return past or now


def line_in(where: Where, seat: Seat, given: Sequence[GivenMark], results: Sequence[Result]) -> ResultLine:
    """What follows from these marks and results of the year, and what stands."""
    subject, set_ = where.place.subject, {one.period: one for one in results}
    fewest = fewest_marks(where.teaching.lessons_a_week(seat, subject), where.rules)
    explained = explain(where.place.period, given, set_, where.terms, where.rules, subject, fewest)
    return ResultLine(seat, explained, set_.get(where.place.period))
