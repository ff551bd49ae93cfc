"""Homework ticked off by the pupil whose it is: «сделано»; a guardian sees it (3.4.2)."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from domain.errors import NotFound
from domain.ids import HomeworkId, PersonId
from domain.journal.homework_diary import Whose
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.ports import Rosters


class HomeworkOwners(Protocol):
    async def whose(self, number: HomeworkId) -> Whose | None:
        """None where it is cancelled or was never set."""
        ...


class TickRoom(Protocol):
    async def tick(self, number: HomeworkId, pupil: PersonId, done: bool) -> bool:
        """False where it stood so already."""
        ...


class TickTransaction(Protocol):
    @property
    def homework(self) -> TickRoom: ...


@dataclass(frozen=True, slots=True)
class HomeworkTicks:
    rosters: Rosters
    owners: HomeworkOwners
    begin: Callable[[], AbstractAsyncContextManager[TickTransaction]]

    async def tick(self, actor: Actor, number: HomeworkId, done: bool) -> bool:
        """By the pupil alone; False: it stood so. Raises `NotFound` for another's and for what is taken back."""
        require(actor, Action.TICK_HOMEWORK, Target(person=actor.person))
        seat = (await self.rosters.roster()).seats.get(actor.person)
        whose = await self.owners.whose(number)
        if seat is None or whose is None or whose.none_set or not whose.is_for(seat):
            raise NotFound
        async with self.begin() as tx:
            return await tx.homework.tick(number, actor.person, done)
