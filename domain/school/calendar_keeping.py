"""The calendar by hand: vacations, days off, working Saturdays, each with what it touches and a way back (3.1)."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date

from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated, Refused
from domain.ids import ChangeId, SpanId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.calendar import SchoolCalendar, Span, SpanKind
from domain.school.calendar_kept import (
    NOTHING,
    SPANS,
    CalendarReads,
    CalendarTransaction,
    PublicHolidays,
    Touched,
    spans_logged,
    spans_of,
)
from domain.school.calendar_said import SaidTerm, calendar_in
from domain.school.ports import Change, Timetables
from domain.school.undoing import change_to_undo


@dataclass(eq=False)
class OutsideYear(Refused):
    """The school year from `first` to `last` has no such days."""

    first: date
    last: date


@dataclass(eq=False)
class WorkedThatDay(Refused):
    """A day off for some grades on a working day of more: that one must go first."""

    day: date


@dataclass(frozen=True, slots=True)
class Proposal:
    """`replaced`: what stands on just these days and gives way."""

    span: Span
    replaced: tuple[Span, ...] = ()
    touched: Touched = NOTHING

    @property
    def doubtful(self) -> bool:
        """Whether to ask before it is kept: something is written of these days, gives way, or it is a Sunday's work."""
        worked = self.span.kind is SpanKind.WORKING and self.span.starts_on.isoweekday() == 7
        return bool(self.touched or self.replaced or worked)


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """What was done; `id` takes it back."""

    id: ChangeId
    added: tuple[Span, ...] = ()
    removed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarKeeping:
    time: SchoolTime
    timetables: Timetables
    reads: CalendarReads
    holidays: PublicHolidays
    begin: Callable[[], AbstractAsyncContextManager[CalendarTransaction]]

    async def understood(self, actor: Actor, line: str) -> Span | SaidTerm:
        """One line of the office, in days of the school year. Raises `CalendarUnclear` and `NoSuchDay`."""
        require(actor, Action.SET_CALENDAR, Target())
        calendar = await self._calendar()
        return calendar_in(line, min(max(self.time.today(), calendar.starts_on), calendar.ends_on))

    async def propose(self, actor: Actor, span: Span) -> Proposal:
        """What keeping it would touch. Raises `OutsideYear` and `WorkedThatDay`."""
        require(actor, Action.SET_CALENDAR, Target())
        calendar = await self._calendar()
        _check(calendar, span)
        return Proposal(span, _giving_way(calendar, span), await self.reads.touched(span))

    async def keep(self, actor: Actor, *spans: Span) -> CalendarChange:
        """Raises `OutsideYear` and `WorkedThatDay`."""
        require(actor, Action.SET_CALENDAR, Target())
        calendar = await self._calendar()
        for span in spans:
            _check(calendar, span)
        gone = [one for span in spans for one in _giving_way(calendar, span)]
        return await self._exchange(actor, gone, spans)

    async def spans(self, actor: Actor) -> tuple[Span, ...]:
        """The whole year's, by day."""
        require(actor, Action.SET_CALENDAR, Target())
        return tuple(sorted((await self._calendar()).spans, key=lambda span: (span.starts_on, span.ends_on)))

    async def span(self, actor: Actor, number: SpanId) -> Proposal:
        """One that stands; `touched` is what taking a working day away would touch. Raises `NotFound`."""
        require(actor, Action.SET_CALENDAR, Target())
        span = await self._standing(number)
        works = span.kind is SpanKind.WORKING
        return Proposal(span, (), await self.reads.touched(span) if works else NOTHING)

    async def take_away(self, actor: Actor, number: SpanId, first: date) -> CalendarChange:
        """The one that begins on `first`: numbers come again. Raises `NotFound`."""
        require(actor, Action.SET_CALENDAR, Target())
        span = await self._standing(number)
        if span.starts_on != first:
            raise NotFound
        return await self._exchange(actor, [span], ())

    async def undo(self, actor: Actor, number: ChangeId) -> CalendarChange:
        """Raises `Outdated` where what was entered stands no longer."""
        require(actor, Action.SET_CALENDAR, Target())
        async with self.begin() as tx:
            change = await change_to_undo(tx.changes, number, SPANS)
            gone, standing = spans_of(change.after), {span.id: span for span in (await self._calendar()).spans}
            if any(standing.get(span.id) != span for span in gone):
                raise Outdated
            return await _exchanged(tx, actor, gone, spans_of(change.before))

    async def missing_holidays(self, actor: Actor) -> tuple[Span, ...]:
        """The country's days of this school year that the calendar has not, whole vacations left out."""
        require(actor, Action.SET_CALENDAR, Target())
        calendar = await self._calendar()
        known = self.holidays.between(calendar.starts_on, calendar.ends_on)
        return tuple(span for span in known if not _is_known(calendar, span))

    async def add_holidays(self, actor: Actor) -> CalendarChange:
        """All of them, in one change. Raises `Outdated` where none is missing."""
        require(actor, Action.SET_CALENDAR, Target())
        missing = await self.missing_holidays(actor)
        if not missing:
            raise Outdated
        return await self._exchange(actor, (), missing)

    async def _calendar(self) -> SchoolCalendar:
        return (await self.timetables.plan()).calendar

    async def _standing(self, number: SpanId) -> Span:
        found = next((span for span in (await self._calendar()).spans if span.id == number), None)
        if found is None:
            raise NotFound
        return found

    async def _exchange(self, actor: Actor, gone: Sequence[Span], new: Sequence[Span]) -> CalendarChange:
        async with self.begin() as tx:
            return await _exchanged(tx, actor, gone, new)


async def _exchanged(
    tx: CalendarTransaction, actor: Actor, gone: Sequence[Span], new: Sequence[Span]
) -> CalendarChange:
    """In one change of the log. Raises `Outdated` where one of `gone` is there no longer."""
    ids = {span.id for span in gone if span.id is not None}
    if ids and await tx.calendar.remove(ids) != len(ids):
        raise Outdated
    added = await tx.calendar.add(new) if new else ()
    change = Change(SPANS, actor.person, before=spans_logged(gone), after=spans_logged(added))
    return CalendarChange(await tx.changes.put(change), added, tuple(gone))


def _check(calendar: SchoolCalendar, span: Span) -> None:
    if span.ends_on < calendar.starts_on or span.starts_on > calendar.ends_on:
        raise OutsideYear(calendar.starts_on, calendar.ends_on)
    if span.kind is SpanKind.WORKING or span.starts_on != span.ends_on:
        return
    giving_way = _giving_way(calendar, span)
    for grade in range(span.grade_from, span.grade_to + 1):
        worked = (one for one in calendar.spans if one.kind is SpanKind.WORKING and one.covers(span.starts_on, grade))
        if any(one not in giving_way for one in worked):
            raise WorkedThatDay(span.starts_on)


def _giving_way(calendar: SchoolCalendar, span: Span) -> tuple[Span, ...]:
    """What stands on just the same days, for these grades or fewer."""
    return tuple(
        one
        for one in calendar.spans
        if (one.starts_on, one.ends_on) == (span.starts_on, span.ends_on)
        and span.grade_from <= one.grade_from
        and one.grade_to <= span.grade_to
    )


def _is_known(calendar: SchoolCalendar, span: Span) -> bool:
    """Off already, or on a working Saturday worked already, for the grades of every school."""
    off = calendar.day_off(span.starts_on, 11)
    if span.kind is SpanKind.WORKING:
        return any(one.kind is SpanKind.WORKING and one.covers(span.starts_on, 11) for one in calendar.spans)
    return off is not None and off.name is not None
