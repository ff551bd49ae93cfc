"""The deputy closes a term, class by class; from then on nothing of it changes until it is opened again (1.4.2).

So too the year, after its marks are set: its terms are closed with it, exams and final marks are still to come.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from domain.errors import NotFound, Refused
from domain.ids import ClassId, PersonId, SubjectId, TermId
from domain.journal.courses import Teaching
from domain.journal.periods import Period, period_of, terms_of
from domain.journal.result_places import Places
from domain.journal.results_kept import BeginResults, Closing, ResultsRead
from domain.journal.results_sheet import MOST_REASON, ResultReasonTooLong
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.school.calendar import Term
from domain.school.ports import Change
from domain.school.roster import SchoolClass


@dataclass(eq=False)
class ReopeningNeedsReason(Refused):
    """Opening a closed term is logged with why."""


@dataclass(eq=False)
class YearIsClosed(Refused):
    """A term is closed with the year, and is opened after it."""

    class_name: str


@dataclass(frozen=True, slots=True)
class ClassState:
    """`missing`: results that are not set yet, over all subjects."""

    school_class: SchoolClass
    period: Period
    closed: bool
    missing: int


@dataclass(frozen=True, slots=True)
class MissingResults:
    subject: str
    teachers: tuple[PersonName, ...]
    pupils: tuple[PersonName, ...]


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """`history`: closings and openings, the newest first; `with_year`: a term whose whole year is closed."""

    school_class: SchoolClass
    period: Period
    periods: tuple[Period, ...]
    missing: tuple[MissingResults, ...]
    history: tuple[Closing, ...]
    with_year: bool = False

    @property
    def closed(self) -> bool:
        return self.with_year or any(one.stands for one in self.history)

    @property
    def lacking(self) -> int:
        return sum(len(one.pupils) for one in self.missing)


@dataclass(frozen=True, slots=True)
class TermClosing:
    places: Places
    read: ResultsRead
    begin: BeginResults

    async def classes(self, actor: Actor) -> tuple[ClassState, ...]:
        """Every class that is marked, with its current term, then the year; a statement for each such period."""
        require(actor, Action.SEE_CLOSING, Target())
        teaching = await self.places.teaching()
        begun = await self._begun(teaching)
        terms = {term.id for mine in begun.values() for term in mine.terms}
        closings = await self.read.closings(terms, list(begun))
        closed = {(one.term, one.class_id) for one in closings if one.stands}
        current = {one: _current(mine, one, closed) for one, mine in begun.items()}
        states: list[ClassState] = []
        for period in dict.fromkeys(place.period for place in current.values()):
            places = [place for place in current.values() if place.period is period]
            set_ = await self.read.set_by_class([place.school_class.id for place in places], period)
            states += [_state(teaching, place, set_, closed) for place in places]
        return tuple(sorted(states, key=lambda state: (state.school_class.grade, state.school_class.name)))

    async def page(self, actor: Actor, class_id: ClassId, period: Period) -> ClosingPage:
        """Raises `NotFound` for a class or period that is not there."""
        require(actor, Action.SEE_CLOSING, Target(classes=(class_id,)))
        teaching = await self.places.teaching()
        place = await self._place(teaching, class_id, period)
        pupils = [seat.pupil for seat in teaching.roster.of_class.get(class_id, ())]
        results = await self.read.results(class_id, pupils, None)
        there = {(one.pupil, one.subject) for listed in results.values() for one in listed if one.period is period}
        missing = [pair for pair in _expected(teaching, class_id) if pair not in there]
        closings = await self.read.closings([place.term] if place.term else [], [class_id])
        return ClosingPage(
            place.school_class,
            period,
            place.periods,
            _by_subject(teaching, class_id, missing),
            tuple(one for one in closings if one.term == place.term),
            with_year=place.term is not None and any(one.stands for one in closings if one.term is None),
        )

    async def close(self, actor: Actor, class_id: ClassId, period: Period) -> bool:
        """False where it is closed already. What is missing does not hinder it: the deputy has seen it.

        Raises `NotFound` and `YearIsClosed`.
        """
        require(actor, Action.CLOSE_TERM, Target(classes=(class_id,)))
        place = await self._open_place(class_id, period)
        async with self.begin() as tx:
            done = await tx.closings.close(place.term, class_id, actor.person)
            if done:
                await tx.changes.add(_change(actor, place, closed=True, reason=None))
            return done

    async def reopen(self, actor: Actor, class_id: ClassId, period: Period, reason: str) -> bool:
        """Raises `ReopeningNeedsReason`, `ResultReasonTooLong` and as `close`; False where it is open."""
        require(actor, Action.CLOSE_TERM, Target(classes=(class_id,)))
        said = reason.strip()
        if not said:
            raise ReopeningNeedsReason
        if len(said) > MOST_REASON:
            raise ResultReasonTooLong(len(said), MOST_REASON)
        place = await self._open_place(class_id, period)
        async with self.begin() as tx:
            done = await tx.closings.reopen(place.term, class_id, actor.person, said)
            if done:
                await tx.changes.add(_change(actor, place, closed=False, reason=said))
            return done

    async def _begun(self, teaching: Teaching) -> Mapping[ClassId, "_Begun"]:
        """Of each class that is marked; without those of which no term has begun."""
        rules = await self.places.rules.rules()
        found: dict[ClassId, _Begun] = {}
        for one in teaching.roster.classes.values():
            terms = terms_of(teaching.plan.calendar, one.grade, rules) if one.grade > 1 else ()
            begun = tuple(term for term in terms if term.starts_on <= teaching.day)
            if begun:
                found[one.id] = _Begun(one, begun, begun == terms)
        return found

    async def _place(self, teaching: Teaching, class_id: ClassId, period: Period) -> "_Place":
        mine = (await self._begun(teaching)).get(class_id)
        if mine is None or period not in mine.periods:
            raise NotFound
        return mine.place(period)

    async def _open_place(self, class_id: ClassId, period: Period) -> "_Place":
        place = await self._place(await self.places.teaching(), class_id, period)
        closings = await self.read.closings([], [class_id]) if place.term is not None else ()
        if any(one.stands for one in closings):
            raise YearIsClosed(place.school_class.name)
        return place


@dataclass(frozen=True, slots=True)
class _Place:
    """What can be closed; `term` None: the year."""

    school_class: SchoolClass
    period: Period
    term: TermId | None
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class _Begun:
    """The terms of a class that have begun; `last`: the year's last one among them, so the year can be closed."""

    school_class: SchoolClass
    terms: tuple[Term, ...]
    last: bool

    @property
    def periods(self) -> tuple[Period, ...]:
        return (*(period_of(term) for term in self.terms), *((Period.YEAR,) if self.last else ()))

    def place(self, period: Period) -> _Place:
        term = next((term.id for term in self.terms if period_of(term) is period), None)
        return _Place(self.school_class, period, term, self.periods)


def _current(mine: _Begun, class_id: ClassId, closed: Set[tuple[TermId | None, ClassId]]) -> _Place:
    """The newest term; when the last one is closed, the year."""
    newest = mine.terms[-1]
    year = mine.last and not closed.isdisjoint({(newest.id, class_id), (None, class_id)})
    return mine.place(Period.YEAR if year else period_of(newest))


def _state(
    teaching: Teaching, place: _Place, set_: Mapping[ClassId, int], closed: Set[tuple[TermId | None, ClassId]]
) -> ClassState:
    class_id = place.school_class.id
    missing = max(0, len(_expected(teaching, class_id)) - set_.get(class_id, 0))
    return ClassState(place.school_class, place.period, (place.term, class_id) in closed, missing)


def _expected(teaching: Teaching, class_id: ClassId) -> list[tuple[PersonId, SubjectId]]:
    """Which pupils should have a result in which subjects."""
    subjects = [one.subject for one in teaching.courses if one.class_id == class_id]
    return [(seat.pupil, subject) for subject in subjects for seat in teaching.seats(class_id, subject)]


def _by_subject(
    teaching: Teaching, class_id: ClassId, missing: Sequence[tuple[PersonId, SubjectId]]
) -> tuple[MissingResults, ...]:
    courses = [one for one in teaching.courses if one.class_id == class_id]
    seats, names = teaching.roster.seats, teaching.names
    pupils = {
        one.subject: [seats[pupil].name for pupil, subject in missing if subject == one.subject] for one in courses
    }
    return tuple(
        MissingResults(
            one.subject_name,
            tuple(names[teacher] for teacher in teaching.teachers(class_id, one.subject) if teacher in names),
            tuple(pupils[one.subject]),
        )
        for one in courses
        if pupils[one.subject]
    )


def _change(actor: Actor, place: _Place, *, closed: bool, reason: str | None) -> Change:
    about = {"term": place.term, "class": place.school_class.id, "closed": closed, "reason": reason}
    return Change("closing", actor.person, None, None, {"closed": not closed}, about)
