"""Who turns the year: the administrator, a dry run first (3.1)."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated
from domain.ids import PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.founding import NewYear
from domain.school.ports import Change, ChangeLog
from domain.school.year_turn import OldYear, TurnPlan, YearTurnBlocked, planned, require_over


class YearsRead(Protocol):
    async def newest(self, day: date) -> OldYear | None:
        """The year that began last, with the seats that stand on a day or later; a fixed number of statements."""
        ...


class YearsRoom(YearsRead, Protocol):
    """Inside a transaction: nobody else turns the year until it ends."""

    async def carry_out(self, plan: TurnPlan, by: PersonId) -> None: ...


class YearsTransaction(Protocol):
    @property
    def years(self) -> YearsRoom: ...

    @property
    def changes(self) -> ChangeLog: ...


@dataclass(frozen=True, slots=True)
class YearTurn:
    """`year_of`: the year that a school begins with on a day, with the usual terms and holidays."""

    time: SchoolTime
    reads: YearsRead
    begin: Callable[[], AbstractAsyncContextManager[YearsTransaction]]
    year_of: Callable[[date], NewYear]

    async def dry_run(self, actor: Actor) -> TurnPlan:
        """Raises `YearNotOver`, `YearTurnedAlready`."""
        require(actor, Action.TURN_YEAR, Target())
        return await self.planned_by_program()

    async def apply(self, actor: Actor, mark: str) -> TurnPlan:
        """All of the plan, or nothing. Raises `Outdated` where it is no longer the one that was shown,
        `YearTurnBlocked`, `YearNotOver`, `YearTurnedAlready`."""
        require(actor, Action.TURN_YEAR, Target())
        return await self.apply_by_program(actor.person, mark)

    async def planned_by_program(self) -> TurnPlan:
        return await self._planned(self.reads)

    async def apply_by_program(self, by: PersonId, mark: str) -> TurnPlan:
        async with self.begin() as tx:
            plan = await self._planned(tx.years)
            if plan.mark != mark:
                raise Outdated
            if plan.blocks:
                raise YearTurnBlocked
            await tx.years.carry_out(plan, by)
            about = {"from": plan.old.name, "to": plan.new.name, "pupils": plan.carried, "left": len(plan.graduates)}
            await tx.changes.add(Change("year_turn", by, None, None, None, about))
        return plan

    async def _planned(self, reads: YearsRead) -> TurnPlan:
        today = self.time.today()
        new = self.year_of(today)
        old = await reads.newest(min(today, new.starts_on))
        if old is None:
            raise NotFound
        require_over(old, new, today)
        return planned(old, new, today)
