"""Who does not learn a subject with the class: exempt from it, or by a plan of their own (by the school's order)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.ids import ClassId, ExemptionId, PersonId, SubjectId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.roles.scope import Scope, scope_of
from domain.school.calendar import SchoolCalendar
from domain.school.ports import Change, ChangeLog, Rosters, Timetables
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import SubjectRef

MOST_ORDER = 40
"""Characters of an order's number."""


class Learning(StrEnum):
    """EXEMPT: no marks, presence is kept. INDIVIDUAL: a plan of their own, marked as everyone."""

    EXEMPT = "exempt"
    INDIVIDUAL = "individual"


@dataclass(eq=False)
class DaysUnclear(Refused):
    """What was typed holds no days, or ones that do not follow each other."""

    said: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """`until_day` None: until it is taken back."""

    id: ExemptionId
    pupil: PersonId
    subject: SubjectRef
    kind: Learning
    from_day: date
    until_day: date | None
    order: str | None

    def covers(self, day: date) -> bool:
        return self.touches(day, day)

    def touches(self, first: date, last: date) -> bool:
        """Whether it stands on a day from `first` to `last` (included)."""
        return self.from_day <= last and (self.until_day is None or first <= self.until_day)


@dataclass(frozen=True, slots=True)
class NewExemption:
    pupil: PersonId
    subject: SubjectId
    kind: Learning
    from_day: date
    until_day: date | None
    order: str | None


@dataclass(frozen=True, slots=True)
class NamedExemption:
    exemption: Exemption
    name: PersonName
    class_name: str


class KnownExemptions(Protocol):
    async def exemptions(self) -> Sequence[Exemption]:
        """The whole school's that are not taken back; kept in memory."""
        ...


class NobodyExempt:
    """Where nobody asks."""

    async def exemptions(self) -> Sequence[Exemption]:
        return ()


NOBODY_EXEMPT = NobodyExempt()


class ExemptionsRoom(Protocol):
    async def put(self, new: NewExemption) -> ExemptionId:
        """One for a pupil, subject and first day: a later one replaces it."""
        ...

    async def take_back(self, number: ExemptionId) -> None: ...


class ExemptionsTransaction(Protocol):
    @property
    def changes(self) -> ChangeLog: ...

    @property
    def exemptions(self) -> ExemptionsRoom: ...


def learning_on(exemptions: Iterable[Exemption], subject: SubjectId, day: date) -> Mapping[PersonId, Learning]:
    """Who of the school learns this subject otherwise on a day."""
    return {one.pupil: one.kind for one in exemptions if one.subject.id == subject and one.covers(day)}


@dataclass(frozen=True, slots=True)
class Exemptions:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    known: KnownExemptions
    begin: Callable[[], AbstractAsyncContextManager[ExemptionsTransaction]]

    async def listed(self, actor: Actor) -> tuple[NamedExemption, ...]:
        """Today's and coming ones in this person's reach, by class and name."""
        scope, roster = scope_of(actor, Action.SEE_EXEMPTIONS), await self.rosters.roster()
        require(actor, Action.SEE_EXEMPTIONS, _anyone(actor, scope))
        seats = {
            seat.pupil: seat
            for seat in roster.seats.values()
            if scope.everyone or seat.pupil in scope.pupils or seat.class_id in scope.classes
        }
        today = self.time.today()
        standing = [one for one in await self.known.exemptions() if one.until_day is None or one.until_day >= today]
        named = [
            NamedExemption(one, seats[one.pupil].name, roster.classes[seats[one.pupil].class_id].name)
            for one in standing
            if one.pupil in seats
        ]
        return tuple(sorted(named, key=lambda one: (one.class_name, one.name.full, one.exemption.subject.name)))

    async def classes(self, actor: Actor) -> tuple[SchoolClass, ...]:
        require(actor, Action.EXEMPT_PUPIL, Target())
        return tuple((await self.rosters.roster()).classes.values())

    async def pupils(self, actor: Actor, class_id: ClassId) -> tuple[Seat, ...]:
        require(actor, Action.EXEMPT_PUPIL, Target(classes=(class_id,)))
        return (await self.rosters.roster()).of_class.get(class_id, ())

    async def subjects(self, actor: Actor, pupil: PersonId) -> tuple[SubjectRef, ...]:
        """What the pupil's class has in the timetable, by name. Raises `NotFound`."""
        require(actor, Action.EXEMPT_PUPIL, Target(person=pupil))
        own = (await self.rosters.roster()).class_of(pupil)
        if own is None:
            raise NotFound
        entries = (await self.timetables.plan()).entries
        found = dict.fromkeys(entry.subject for entry in entries if own.id in entry.classes)
        return tuple(sorted(found, key=lambda subject: subject.name))

    async def put(self, actor: Actor, pupil: PersonId, subject: SubjectId, kind: Learning, said: str) -> NamedExemption:
        """`said`: days and the order's number. Raises `DaysUnclear`, and `NotFound` for what the class has not."""
        require(actor, Action.EXEMPT_PUPIL, Target(person=pupil))
        found = next((one for one in await self.subjects(actor, pupil) if one.id == subject), None)
        if found is None:
            raise NotFound
        days = said_days(said, (await self.timetables.plan()).calendar)
        new = NewExemption(pupil, subject, kind, days.from_day, days.until_day, days.order)
        async with self.begin() as tx:
            number = await tx.exemptions.put(new)
            await tx.changes.add(Change("exemption", actor.person, None, pupil, None, _shown(new)))
        roster = await self.rosters.roster()
        seat = roster.seats[pupil]
        made = Exemption(number, pupil, found, kind, new.from_day, new.until_day, new.order)
        return NamedExemption(made, seat.name, roster.classes[seat.class_id].name)

    async def take_back(self, actor: Actor, number: ExemptionId) -> None:
        """The row stays, and counts no longer. Raises `NotFound`."""
        require(actor, Action.EXEMPT_PUPIL, Target())
        one = next((one for one in await self.known.exemptions() if one.id == number), None)
        if one is None:
            raise NotFound
        async with self.begin() as tx:
            await tx.exemptions.take_back(number)
            before = {"exemption": number, "subject": one.subject.id, "kind": one.kind.value}
            await tx.changes.add(Change("exemption", actor.person, None, one.pupil, before, {"taken_back": True}))


@dataclass(frozen=True, slots=True)
class SaidDays:
    from_day: date
    until_day: date | None
    order: str | None


_DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?!\d)")
_ORDER = re.compile(r"(?:приказ\w*|пр\.|order)\s*(?:№|#|n)?\s*(\S+)|№\s*(\S+)", re.IGNORECASE)


def said_days(said: str, calendar: SchoolCalendar) -> SaidDays:
    """«01.12–31.05 приказ 45-у», «с 12.01», in days of this school year. Raises `DaysUnclear`."""
    number, rest = said_order(said)
    days = [_day(found, calendar) for found in _DAY.finditer(rest)]
    if not 1 <= len(days) <= 2 or None in days:
        raise DaysUnclear(said)
    first, last = days[0], days[1] if len(days) == 2 else None
    if first is None or (last is not None and last < first):
        raise DaysUnclear(said)
    return SaidDays(first, last, number)


def said_order(said: str) -> tuple[str | None, str]:
    """An order's number («приказ 45-у», «№ 45») and the text without it."""
    order = _ORDER.search(said)
    if order is None:
        return None, said
    return (order[1] or order[2]).rstrip(".,;")[:MOST_ORDER], said[: order.start()] + said[order.end() :]


def _day(found: re.Match[str], calendar: SchoolCalendar) -> date | None:
    """Without a year: the one of the two in which the day lies in the school year."""
    day, month, year = found.groups()
    years = [int(year) % 100 + 2000] if year else [calendar.starts_on.year, calendar.ends_on.year]
    made = [one for number in years if (one := _made(number, int(month), int(day)))]
    return next((one for one in made if year or calendar.starts_on <= one), None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _anyone(actor: Actor, scope: Scope) -> Target:
    """The widest reach that the actor has somebody in."""
    if scope.everyone or scope.classes:
        return Target(classes=tuple(scope.classes))
    return Target(person=actor.children[0] if actor.children else actor.person)


def _shown(new: NewExemption) -> dict[str, object]:
    return {
        "subject": new.subject,
        "kind": new.kind.value,
        "from": f"{new.from_day}",
        "until": f"{new.until_day}" if new.until_day else None,
        "order": new.order,
    }
