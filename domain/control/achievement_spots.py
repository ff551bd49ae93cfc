"""Classes in the period whose results are looked at, each as it was when that period ended (3.6.3).

Who had left by then does not count, who left later does: so the school's own reports of a term stay what they were.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from domain.control.achievement_scope import Scope
from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.courses import Teaching
from domain.journal.periods import Period, period_of, periods_of, terms_of
from domain.journal.result_places import Places
from domain.school.calendar import SchoolCalendar, Term
from domain.school.roster import SchoolClass, Seat

Choose = Callable[["ClassTerms"], Period | None]


@dataclass(frozen=True, slots=True)
class ClassTerms:
    """Of a grade: its terms, and all it is given results of."""

    calendar: SchoolCalendar
    terms: tuple[Term, ...]
    periods: tuple[Period, ...]

    def before(self, period: Period) -> Period | None:
        """The term before a term."""
        if not period.is_term:
            return None
        at = self.periods.index(period)
        return self.periods[at - 1] if at else None

    def running(self, day: date) -> Period | None:
        """The term of a day; between two the one that ended, before all of them the first."""
        begun = [one for one in self.terms if one.starts_on <= day] or list(self.terms[:1])
        return period_of(begun[-1]) if begun else None

    def ends(self, period: Period) -> date:
        """Its last day; of the year and what comes after it, the year's."""
        term = self.term(period)
        return term.ends_on if term is not None else self.calendar.ends_on

    def term(self, period: Period) -> Term | None:
        return next((one for one in self.terms if period_of(one) is period), None)


@dataclass(frozen=True)
class Attendance:
    """Who teaches whom what, asked once for each class, subject and set of subgroups."""

    teaching: Teaching
    known: dict[tuple[ClassId, SubjectId, frozenset[GroupId]], tuple[PersonId, ...]] = field(default_factory=dict)

    @cached_property
    def subjects(self) -> Mapping[ClassId, Mapping[SubjectId, str]]:
        """Those of each class with their names, by name."""
        found: dict[ClassId, dict[SubjectId, str]] = {}
        for one in self.teaching.courses:
            found.setdefault(one.class_id, {})[one.subject] = one.subject_name
        return found

    def teachers(self, subject: SubjectId, seat: Seat) -> tuple[PersonId, ...]:
        """None: the pupil does not have the subject."""
        key = seat.class_id, subject, seat.groups
        if key not in self.known:
            self.known[key] = self.teaching.teachers(seat.class_id, subject, seat)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Spot:
    """A class in a period; lists, timetable and load as of the period's last day, or of today while it runs."""

    school_class: SchoolClass
    period: Period
    terms: ClassTerms
    taught: Attendance

    @property
    def term(self) -> Term | None:
        return self.terms.term(self.period)

    @property
    def subjects(self) -> Mapping[SubjectId, str]:
        return self.taught.subjects.get(self.school_class.id, {})

    @property
    def seats(self) -> tuple[Seat, ...]:
        return self.taught.teaching.roster.of_class.get(self.school_class.id, ())


@dataclass(frozen=True, slots=True)
class Year:
    """A school year with its marked classes, as of its last day or of today."""

    teaching: Teaching
    terms: Mapping[int, ClassTerms]
    """By grade."""

    @property
    def starts_on(self) -> date:
        return self.teaching.plan.calendar.starts_on

    @property
    def classes(self) -> tuple[SchoolClass, ...]:
        """In which someone sits, by grade and name."""
        roster = self.teaching.roster
        marked = (one for one in roster.classes.values() if one.grade > 1 and one.id in roster.of_class)
        return tuple(sorted(marked, key=lambda one: (one.grade, one.name)))

    def classes_of(self, scope: Scope) -> tuple[SchoolClass, ...]:
        """Those that have a course in the scope."""
        teaching = self.teaching
        courses = teaching.courses if scope.teacher is None else teaching.of_teacher(scope.teacher)
        having = {one.class_id for one in courses if scope.subject in (None, one.subject)}
        return tuple(
            one
            for one in self.classes
            if one.id in having and scope.class_id in (None, one.id) and scope.grade in (None, one.grade)
        )


@dataclass(frozen=True, slots=True)
class Spots:
    places: Places

    async def this_year(self) -> Year:
        return await self._year(await self.places.teaching())

    async def last_year(self) -> Year | None:
        """None: no year was closed."""
        teaching = await self.places.last_year()
        return await self._year(teaching) if teaching is not None else None

    async def at(self, year: Year, choose: Choose) -> tuple[Spot, ...]:
        """Every class of the year that has a period of these; a few statements for each day on which one ends."""
        found: list[Spot] = []
        known: dict[date, Attendance] = {}
        now = year.teaching
        for one in year.classes:
            terms = year.terms[one.grade]
            period = choose(terms)
            if period is None:
                continue
            day = min(now.day, terms.ends(period))
            if day not in known:
                known[day] = await self._as_of(now, day)
            then = known[day].teaching.roster.classes.get(one.id, one)
            found.append(Spot(then, period, terms, known[day]))
        return tuple(found)

    async def _as_of(self, now: Teaching, day: date) -> Attendance:
        if day == now.day:
            return Attendance(now)
        return Attendance(Teaching(now.plan, now.loads, await self.places.rosters.roster_on(day), day))

    async def _year(self, teaching: Teaching) -> Year:
        rules, calendar = await self.places.rules.rules(), teaching.plan.calendar
        grades = {one.grade for one in teaching.roster.classes.values()}
        terms = {grade: terms_of(calendar, grade, rules) for grade in grades}
        return Year(teaching, {grade: ClassTerms(calendar, of, periods_of(of, grade)) for grade, of in terms.items()})
