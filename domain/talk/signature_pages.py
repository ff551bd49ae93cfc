"""Who has signed the week of the diary, for the class teacher and the administration (1.4.4, 3.3.1)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.events import Facts, SignaturesReminded
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, allowed
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import WeekPlan
from domain.talk.signatures import (
    WEEK,
    DiarySignature,
    SchoolWeek,
    Signature,
    SignaturesOff,
    SignaturesRead,
    monday_of,
    opens_at,
    school_week,
)


@dataclass(eq=False)
class SignaturesRemindedToday(Refused):
    """Once a day is enough."""


@dataclass(eq=False)
class EverybodySigned(Refused):
    """Nobody is left to remind."""


@dataclass(frozen=True, slots=True)
class PupilSigned:
    pupil: PersonId
    name: PersonName
    signature: Signature | None


@dataclass(frozen=True, slots=True)
class SignaturePage:
    """A week of a class. `week` None: none can be signed yet. `before`, `after`: Mondays of the weeks around it."""

    school_class: SchoolClass
    week: SchoolWeek | None
    pupils: tuple[PupilSigned, ...] = ()
    before: date | None = None
    after: date | None = None
    reminded: bool = False
    """Today."""

    @property
    def waiting(self) -> tuple[PupilSigned, ...]:
        return tuple(one for one in self.pupils if one.signature is None)


@dataclass(frozen=True, slots=True)
class SignatureSheet:
    """All weeks of the year that can be signed by now, the earliest first."""

    school_class: SchoolClass
    weeks: tuple[SchoolWeek, ...]
    seats: tuple[Seat, ...]
    signatures: Mapping[tuple[PersonId, date], Signature]


class RemindersRead(Protocol):
    async def reminded_on(self, pupils: Collection[PersonId], week: date, day: date) -> bool:
        """Whether a guardian of one of them was reminded of that week on that day."""
        ...


class RemindingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class SignaturePages:
    """Two statements beside what is kept in memory, however many pupils and weeks there are."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: SignaturesRead
    reminders: RemindersRead
    begin: Callable[[], AbstractAsyncContextManager[RemindingTransaction]]
    gate: ExportGate
    mode: DiarySignature = DiarySignature.WEEKLY

    async def classes(self, actor: Actor) -> Sequence[SchoolClass]:
        """Whose signatures the actor may read, the own ones first."""
        everyone = (await self.rosters.roster()).classes.values()
        mine = [one for one in everyone if allowed(actor, Action.SEE_SIGNATURES, Target(classes=(one.id,)))]
        return sorted(mine, key=lambda one: one.id not in actor.own_classes)

    async def page(self, actor: Actor, class_id: ClassId, day: date | None = None) -> SignaturePage:
        """Of the week that `day` lies in; None: the last one that can be signed. Raises `NotFound`."""
        school_class, seats = await self._class(actor, class_id)
        plan, today = await self.timetables.plan(), self.time.today()
        newest_first = self._weeks(plan, school_class, reversed(list(mondays(plan, day or today))))
        week = next(newest_first, None)
        if week is None or (day is not None and week.monday != monday_of(day)):
            if day is not None:
                raise NotFound
            return SignaturePage(school_class, None)
        pupils, before = [seat.pupil for seat in seats], next(newest_first, None)
        later = (monday for monday in mondays(plan, today) if monday > week.monday)
        after = next(self._weeks(plan, school_class, later), None)
        signed = await self.reads.signatures(pupils, [week.monday])
        return SignaturePage(
            school_class,
            week,
            tuple(PupilSigned(seat.pupil, seat.name, signed.get((seat.pupil, week.monday))) for seat in seats),
            before=before.monday if before else None,
            after=after.monday if after else None,
            reminded=await self.reminders.reminded_on(pupils, week.monday, today),
        )

    async def remind(self, actor: Actor, class_id: ClassId, day: date) -> SignaturePage:
        """Guardians of those who wait for a signature. Raises `SignaturesRemindedToday`, `EverybodySigned`."""
        page = await self.page(actor, class_id, day)
        if page.week is None or not page.waiting:
            raise EverybodySigned
        if page.reminded:
            raise SignaturesRemindedToday
        async with self.begin() as tx:
            await tx.facts.add(SignaturesReminded(actor.person, class_id, page.week.monday, self.time.today()))
        return page

    async def sheet(self, actor: Actor, class_id: ClassId) -> SignatureSheet:
        """Counted as a file taken out."""
        school_class, seats = await self._class(actor, class_id)
        plan = await self.timetables.plan()
        weeks = tuple(self._weeks(plan, school_class, mondays(plan, self.time.today())))
        await self.gate.allow(actor, Export(ExportKind.SIGNATURES, class_id))
        signed = await self.reads.signatures([seat.pupil for seat in seats], [one.monday for one in weeks])
        return SignatureSheet(school_class, weeks, seats, signed)

    async def _class(self, actor: Actor, class_id: ClassId) -> tuple[SchoolClass, tuple[Seat, ...]]:
        roster = await self.rosters.roster()
        school_class = roster.classes.get(class_id)
        if school_class is None or not allowed(actor, Action.SEE_SIGNATURES, Target(classes=(class_id,))):
            raise NotFound
        if self.mode is DiarySignature.OFF:
            raise SignaturesOff
        return school_class, tuple(roster.of_class.get(class_id, ()))

    def _weeks(self, plan: WeekPlan, school_class: SchoolClass, starting: Iterable[date]) -> Iterator[SchoolWeek]:
        """Those of the weeks starting on these Mondays that have lessons and can be signed by now."""
        weeks = (school_week(plan, school_class, monday) for monday in starting)
        return (one for one in weeks if one is not None and opens_at(one, self.time) <= self.time.now())


def mondays(plan: WeekPlan, last: date) -> Iterator[date]:
    """Of the school year, up to that day."""
    monday = monday_of(plan.calendar.starts_on)
    while monday <= min(last, plan.calendar.ends_on):
        yield monday
        monday += WEEK
