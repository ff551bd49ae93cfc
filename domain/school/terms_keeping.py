"""When quarters, half-years and trimesters begin and end, by hand (3.1, 1.4.2)."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date

from domain.errors import Outdated, Refused
from domain.ids import ChangeId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.calendar import DAY, SchoolCalendar, Term
from domain.school.calendar_keeping import OutsideYear
from domain.school.calendar_kept import TERM, CalendarReads, CalendarTransaction, term_logged, term_of
from domain.school.calendar_said import SaidTerm
from domain.school.ports import Change, Timetables
from domain.school.undoing import change_to_undo


@dataclass(eq=False)
class TermsOverlap(Refused):
    """With the term of this number, of the same kind."""

    nth: int


@dataclass(eq=False)
class TermAlreadyClosed(Refused):
    """Its marks are set and closed by the deputy: its days are to stay."""

    nth: int


@dataclass(frozen=True, slots=True)
class TermProposal:
    """`before` None: a new one. `marks` stand on days that would count in another term, or in none."""

    term: SaidTerm
    before: SaidTerm | None
    marks: int


@dataclass(frozen=True, slots=True)
class TermChange:
    """`after` None: taken away. `id` takes it back."""

    id: ChangeId
    after: SaidTerm | None
    before: SaidTerm | None


@dataclass(frozen=True, slots=True)
class TermsKeeping:
    timetables: Timetables
    reads: CalendarReads
    begin: Callable[[], AbstractAsyncContextManager[CalendarTransaction]]

    async def terms(self, actor: Actor) -> tuple[Term, ...]:
        """Of every kind that the year has, in their order."""
        require(actor, Action.SET_CALENDAR, Target())
        terms = (await self.timetables.plan()).calendar.terms
        return tuple(sorted(terms, key=lambda term: (term.kind.value, term.number)))

    async def propose(self, actor: Actor, term: SaidTerm) -> TermProposal:
        """Raises `OutsideYear`, `TermsOverlap` and `TermAlreadyClosed`."""
        require(actor, Action.SET_CALENDAR, Target())
        before = await self._before(term)
        moved = _moved(before, term)
        return TermProposal(term, before, await self.reads.marks_on(moved) if moved else 0)

    async def keep(self, actor: Actor, term: SaidTerm) -> TermChange:
        """Raises as `propose` does."""
        require(actor, Action.SET_CALENDAR, Target())
        before = await self._before(term)
        async with self.begin() as tx:
            await tx.calendar.put_term(term)
            return await _logged(tx, actor, before, term)

    async def undo(self, actor: Actor, number: ChangeId) -> TermChange:
        """Raises `Outdated` where the term has been changed since."""
        require(actor, Action.SET_CALENDAR, Target())
        async with self.begin() as tx:
            change = await change_to_undo(tx.changes, number, TERM)
            before, after = term_of(change.before), term_of(change.after)
            one = after or before
            assert one is not None
            standing = _said(_standing((await self.timetables.plan()).calendar, one))
            if standing != after:
                raise Outdated
            if before is None:
                await self._refuse_if_closed(one)
                await tx.calendar.drop_term(one.kind, one.number)
            else:
                await self._before(before)
                await tx.calendar.put_term(before)
            return await _logged(tx, actor, after, before)

    async def _before(self, term: SaidTerm) -> SaidTerm | None:
        """The term as it stands, once the new days are allowed."""
        calendar = (await self.timetables.plan()).calendar
        if term.starts_on < calendar.starts_on or term.ends_on > calendar.ends_on:
            raise OutsideYear(calendar.starts_on, calendar.ends_on)
        for other in calendar.terms:
            same = other.kind is term.kind and other.number != term.number
            if same and other.starts_on <= term.ends_on and term.starts_on <= other.ends_on:
                raise TermsOverlap(other.number)
        await self._refuse_if_closed(term)
        return _said(_standing(calendar, term))

    async def _refuse_if_closed(self, term: SaidTerm) -> None:
        standing = _standing((await self.timetables.plan()).calendar, term)
        if standing is not None and await self.reads.closed(standing.id):
            raise TermAlreadyClosed(term.number)


async def _logged(tx: CalendarTransaction, actor: Actor, before: SaidTerm | None, after: SaidTerm | None) -> TermChange:
    change = Change(TERM, actor.person, before=term_logged(before), after=term_logged(after))
    return TermChange(await tx.changes.put(change), after, before)


def _standing(calendar: SchoolCalendar, term: SaidTerm) -> Term | None:
    return next((one for one in calendar.terms if (one.kind, one.number) == (term.kind, term.number)), None)


def _said(term: Term | None) -> SaidTerm | None:
    return SaidTerm(term.kind, term.number, term.starts_on, term.ends_on) if term else None


def _moved(before: SaidTerm | None, after: SaidTerm) -> Sequence[tuple[date, date]]:
    """Days that are in one of them and not in the other, from a first to a last."""
    if before is None:
        return ()
    starts, ends = sorted((before.starts_on, after.starts_on)), sorted((before.ends_on, after.ends_on))
    spans = ((starts[0], starts[1] - DAY), (ends[0] + DAY, ends[1]))
    return [span for span in spans if span[0] <= span[1]]
