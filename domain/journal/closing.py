"""The deputy closes a term, class by class; from then on nothing of it changes until it is opened again (1.4.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.errors import NotFound, Refused
from domain.ids import ClassId, PersonId, SubjectId
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
    """`history`: closings and openings, the newest first."""

    school_class: SchoolClass
    period: Period
    periods: tuple[Period, ...]
    missing: tuple[MissingResults, ...]
    history: tuple[Closing, ...]

    @property
    def closed(self) -> bool:
        return any(one.stands for one in self.history)

    @property
    def lacking(self) -> int:
        return sum(len(one.pupils) for one in self.missing)


@dataclass(frozen=True, slots=True)
class TermClosing:
    places: Places
    read: ResultsRead
    begin: BeginResults

    async def classes(self, actor: Actor) -> tuple[ClassState, ...]:
        """Every class that is marked, with its current term; as many statements as there are such terms, twice."""
        require(actor, Action.SEE_CLOSING, Target())
        teaching = await self.places.teaching()
        by_term = await self._by_term(teaching)
        states: list[ClassState] = []
        for term, mine in by_term.items():
            set_ = await self.read.set_by_class([one.id for one in mine], period_of(term))
            closed = {one.class_id for one in await self.read.closings(term.id, None) if one.stands}
            for one in mine:
                missing = max(0, len(_expected(teaching, one.id)) - set_.get(one.id, 0))
                states.append(ClassState(one, period_of(term), one.id in closed, missing))
        return tuple(sorted(states, key=lambda state: (state.school_class.grade, state.school_class.name)))

    async def page(self, actor: Actor, class_id: ClassId, period: Period) -> ClosingPage:
        """Raises `NotFound` for a class or term that is not there."""
        require(actor, Action.SEE_CLOSING, Target(classes=(class_id,)))
        teaching = await self.places.teaching()
        school_class, term, periods = await self._term(teaching, class_id, period)
        pupils = [seat.pupil for seat in teaching.roster.of_class.get(class_id, ())]
        results = await self.read.results(class_id, pupils, None)
        there = {(one.pupil, one.subject) for listed in results.values() for one in listed if one.period is period}
        missing = [pair for pair in _expected(teaching, class_id) if pair not in there]
        history = tuple(await self.read.closings(term.id, class_id))
        return ClosingPage(school_class, period, periods, _by_subject(teaching, class_id, missing), history)

    async def close(self, actor: Actor, class_id: ClassId, period: Period) -> bool:
        """False where it is closed already. What is missing does not hinder it: the deputy has seen it."""
        require(actor, Action.CLOSE_TERM, Target(classes=(class_id,)))
        _, term, _ = await self._term(await self.places.teaching(), class_id, period)
        async with self.begin() as tx:
            done = await tx.closings.close(term.id, class_id, actor.person)
            if done:
                await tx.changes.add(_change(actor, class_id, term, closed=True, reason=None))
            return done

    async def reopen(self, actor: Actor, class_id: ClassId, period: Period, reason: str) -> bool:
        """Raises `ReopeningNeedsReason` and `ResultReasonTooLong`; False where it is open."""
        require(actor, Action.CLOSE_TERM, Target(classes=(class_id,)))
        said = reason.strip()
        if not said:
            raise ReopeningNeedsReason
        if len(said) > MOST_REASON:
            raise ResultReasonTooLong(len(said), MOST_REASON)
        _, term, _ = await self._term(await self.places.teaching(), class_id, period)
        async with self.begin() as tx:
            done = await tx.closings.reopen(term.id, class_id, actor.person, said)
            if done:
                await tx.changes.add(_change(actor, class_id, term, closed=False, reason=said))
            return done

    async def _by_term(self, teaching: Teaching) -> Mapping[Term, Sequence[SchoolClass]]:
        rules = await self.places.rules.rules()
        found: dict[Term, list[SchoolClass]] = {}
        for one in teaching.roster.classes.values():
            terms = terms_of(teaching.plan.calendar, one.grade, rules) if one.grade > 1 else ()
            begun = [term for term in terms if term.starts_on <= teaching.day]
            if begun:
                found.setdefault(begun[-1], []).append(one)
        return found

    async def _term(
        self, teaching: Teaching, class_id: ClassId, period: Period
    ) -> tuple[SchoolClass, Term, tuple[Period, ...]]:
        school_class = teaching.roster.classes.get(class_id)
        if school_class is None or school_class.grade == 1:
            raise NotFound
        terms = terms_of(teaching.plan.calendar, school_class.grade, await self.places.rules.rules())
        begun = [term for term in terms if term.starts_on <= teaching.day]
        term = next((one for one in begun if period_of(one) is period), None)
        if term is None:
            raise NotFound
        return school_class, term, tuple(period_of(one) for one in begun)


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


def _change(actor: Actor, class_id: ClassId, term: Term, *, closed: bool, reason: str | None) -> Change:
    about = {"term": term.id, "class": class_id, "closed": closed, "reason": reason}
    return Change("closing", actor.person, None, None, {"closed": not closed}, about)
