"""«Прибывшие — выбывшие»: how many each class had, who came, who went, for a period (3.3.3)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.roles.scope import scope_of
from domain.school.calendar import DAY, SchoolCalendar
from domain.school.movement import MovementCard
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass

USUAL_GRADE = 5
"""By whose terms the whole school reports: quarters, where there are any."""


class ReportPeriod(StrEnum):
    MONTH = "month"
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Stay:
    """A pupil's time in a class; `until_day` is the last one."""

    pupil: PersonId
    class_id: ClassId
    from_day: date
    until_day: date | None

    def stands_on(self, day: date) -> bool:
        return self.from_day <= day and (self.until_day is None or day <= self.until_day)


@dataclass(frozen=True, slots=True)
class ClassMovement:
    """`start` and `end`: pupils before the period's first day, and after its last. `came`, `left`: into and out of the
    school, on these days.

    start + came + moved_in - moved_out - left = end.
    """

    name: str
    start: int
    came: int
    moved_in: int
    moved_out: int
    left: int
    end: int


@dataclass(frozen=True, slots=True)
class MovementReport:
    """`lines` by class; `events`: what was entered for these days, the oldest first."""

    period: ReportPeriod | None
    first: date
    last: date
    lines: tuple[ClassMovement, ...]
    total: ClassMovement
    events: tuple[MovementCard, ...] = ()


class ReportRead(Protocol):
    """One statement each."""

    async def stays(self, classes: Collection[ClassId]) -> Sequence[Stay]: ...

    async def accepted(self, classes: Collection[ClassId], first: date, last: date) -> Sequence[MovementCard]:
        """Into or out of these classes, by day."""
        ...


@dataclass(frozen=True, slots=True)
class MovementReports:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: ReportRead
    gate: ExportGate

    async def take(self, actor: Actor, period: ReportPeriod) -> MovementReport:
        """The same as a file. Raises `ExportsFrozen` and `TooManyExports`."""
        report, everyone = await self.of(actor, period), scope_of(actor, Action.SEE_MOVEMENT).everyone
        for class_id in (None,) if everyone else actor.own_classes:
            await self.gate.allow(actor, Export(ExportKind.MOVEMENT, class_id))
        return report

    async def of(self, actor: Actor, period: ReportPeriod) -> MovementReport:
        """To today where the period goes on."""
        today = self.time.today()
        first, last = days_of(period, (await self.timetables.plan()).calendar, today)
        return replace(await self._between(actor, first, min(last, max(first, today))), period=period)

    async def on(self, actor: Actor, day: date) -> MovementReport:
        """How many there are on any day."""
        shown, stays = await self._shown(actor)
        there = Counter(stay.class_id for stay in stays if stay.stands_on(day))
        lines = tuple(ClassMovement(one.name, there[one.id], 0, 0, 0, 0, there[one.id]) for one in shown)
        return MovementReport(None, day, day, lines, total_of(lines))

    async def _between(self, actor: Actor, first: date, last: date) -> MovementReport:
        shown, stays = await self._shown(actor)
        lines = counted(shown, stays, first, last)
        events = await self.reads.accepted([one.id for one in shown], first, last)
        return MovementReport(None, first, last, lines, total_of(lines), tuple(events))

    async def _shown(self, actor: Actor) -> tuple[Sequence[SchoolClass], Sequence[Stay]]:
        """The classes in reach, and the stays of all, among which one sees who moved where."""
        require(actor, Action.SEE_MOVEMENT, Target(classes=actor.own_classes))
        scope, classes = scope_of(actor, Action.SEE_MOVEMENT), (await self.rosters.roster()).classes
        shown = [one for one in classes.values() if scope.everyone or one.id in scope.classes]
        return shown, await self.reads.stays(list(classes))


def days_of(period: ReportPeriod, calendar: SchoolCalendar, today: date) -> tuple[date, date]:
    """A month is the calendar's; between two terms, the one that ended last."""
    if period is ReportPeriod.MONTH:
        first = today.replace(day=1)
        return first, (first + 31 * DAY).replace(day=1) - DAY
    term = calendar.term_of(today, USUAL_GRADE) if period is ReportPeriod.TERM else None
    return (term.starts_on, term.ends_on) if term else (calendar.starts_on, calendar.ends_on)


def counted(
    classes: Sequence[SchoolClass], stays: Sequence[Stay], first: date, last: date
) -> tuple[ClassMovement, ...]:
    """A line for each class. A list that was brought in during the period counts from the day that it begins with."""
    edges = _Edges({(one.pupil, one.from_day) for one in stays}, {(one.pupil, one.until_day) for one in stays})
    of_class: dict[ClassId, list[Stay]] = {}
    for stay in stays:
        of_class.setdefault(stay.class_id, []).append(stay)
    return tuple(_line(one, of_class.get(one.id, ()), edges, first, last) for one in classes)


def total_of(lines: Sequence[ClassMovement]) -> ClassMovement:
    def summed(name: str) -> int:
        return sum(getattr(line, name) for line in lines)

    return ClassMovement("", *(summed(name) for name in ("start", "came", "moved_in", "moved_out", "left", "end")))


@dataclass(frozen=True, slots=True)
class _Edges:
    """On which days pupils' stays begin and end: who ends one and begins another the next day has moved."""

    begin: Collection[tuple[PersonId, date]]
    end: Collection[tuple[PersonId, date | None]]

    def moved_in(self, stay: Stay) -> bool:
        return (stay.pupil, stay.from_day - DAY) in self.end

    def moved_out(self, stay: Stay) -> bool:
        return stay.until_day is not None and (stay.pupil, stay.until_day + DAY) in self.begin

    def goes(self, stay: Stay) -> date:
        """The day that a stay is counted out on: of who moves, the first one in the other class."""
        return (stay.until_day or date.max - DAY) + DAY * self.moved_out(stay)


def _line(school_class: SchoolClass, stays: Collection[Stay], edges: _Edges, first: date, last: date) -> ClassMovement:
    listed = min((stay.from_day for stay in stays), default=first)
    begun = [stay for stay in stays if stay.from_day <= last]
    there = [stay for stay in begun if stay.from_day < first or _of_list(stay, listed, edges)]
    come = [edges.moved_in(stay) for stay in begun if stay not in there]
    gone = [edges.moved_out(stay) for stay in begun if first <= edges.goes(stay) <= last]
    return ClassMovement(
        school_class.name,
        start=sum(edges.goes(stay) >= first for stay in there),
        came=come.count(False),
        moved_in=come.count(True),
        moved_out=gone.count(True),
        left=gone.count(False),
        end=sum(edges.goes(stay) > last for stay in begun),
    )


def _of_list(stay: Stay, listed: date, edges: _Edges) -> bool:
    """Whether the pupil was in the class list when there first was one."""
    return stay.from_day == listed and not edges.moved_in(stay)
