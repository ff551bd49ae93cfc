"""What class teachers owe of their classes by a day: reasons, the list, consents (3.3.2, 3.3.5, 3.3.7)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.control.deadlines import DatedDuty
from domain.control.duties import Duty
from domain.control.rules import ControlRules
from domain.ids import ClassId, PersonId
from domain.school.class_lists import DUE, FIRST_REMINDED, ListsRead, list_states
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import WeekPlan


class OpenAbsencesRead(Protocol):
    async def open_absences(self, first: date, last: date) -> Sequence[tuple[PersonId, date]]:
        """Pupils and days with a lesson missed for no known reason; one statement."""
        ...


class ConsentsLackingRead(Protocol):
    async def consents_lacking(self) -> Mapping[ClassId, int]:
        """Guardians of each class who have not answered the text that is asked for now; one statement beside it."""
        ...


@dataclass(frozen=True, slots=True)
class ReasonsDuty:
    """Of an absence by the end of the class's next school day; one for each class, by the oldest."""

    timetables: Timetables
    rosters: Rosters
    reads: OpenAbsencesRead

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        led = list(_led(roster, persons))
        if not led or not in_year(plan, today):
            return ()
        terms = {one.id: plan.calendar.term_of(today, one.grade) for _, one in led}
        begins = {one: term.starts_on if term else plan.calendar.starts_on for one, term in terms.items()}
        days: dict[ClassId, list[date]] = {}
        for pupil, day in await self.reads.open_absences(min(begins.values()), today):
            seat = roster.seats.get(pupil)
            if seat is not None and day >= begins.get(seat.class_id, today):
                days.setdefault(seat.class_id, []).append(day)
        return [
            DatedDuty(Duty.REASONS, owner, _next(plan, one, min(days[one.id])), len(days[one.id]), one.name, one.id)
            for owner, one in led
            if one.id in days
        ]


@dataclass(frozen=True, slots=True)
class ListDuty:
    """From the year's first day of school until it is confirmed."""

    timetables: Timetables
    rosters: Rosters
    lists: ListsRead

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        year, led = plan.calendar.starts_on.year, list(_led(roster, persons))
        if not led or not date(year, *FIRST_REMINDED) <= today <= plan.calendar.ends_on:
            return ()
        states = await list_states(self.lists, roster, {one.id: one for _, one in led}.values())
        left = {one.school_class.id for one in states if one.confirmation is None and one.pupils}
        return [
            DatedDuty(Duty.LIST, owner, date(year, *DUE), 1, one.name, one.id) for owner, one in led if one.id in left
        ]


@dataclass(frozen=True, slots=True)
class ConsentsDuty:
    """Counted in guardians who have not answered; who has declined has."""

    timetables: Timetables
    rosters: Rosters
    reads: ConsentsLackingRead
    rules: ControlRules

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        plan, led = await self.timetables.plan(), list(_led(await self.rosters.roster(), persons))
        if not led or not in_year(plan, today):
            return ()
        lacking = await self.reads.consents_lacking()
        due = date(plan.calendar.starts_on.year, *self.rules.consents_by)
        return [
            DatedDuty(Duty.CONSENTS, owner, due, lacking[one.id], one.name, one.id)
            for owner, one in led
            if lacking.get(one.id)
        ]


def in_year(plan: WeekPlan, today: date) -> bool:
    return plan.calendar.starts_on <= today <= plan.calendar.ends_on


def _led(roster: Roster, persons: Collection[PersonId] | None) -> Iterator[tuple[PersonId, SchoolClass]]:
    for one in roster.classes.values():
        for teacher in one.teachers:
            if persons is None or teacher in persons:
                yield teacher, one


def _next(plan: WeekPlan, school_class: SchoolClass, day: date) -> date:
    """The next school day; in the year's last days the day itself."""
    return plan.next_school_day(school_class.id, school_class.grade, day) or day
