"""Accounts that go away and come back (`my_chat_member`), known by their Telegram id alone."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from domain.events import AccountUnreachable, Facts
from domain.ids import AccountId, PersonId


class ReachingRoom(Protocol):
    async def back(self, telegram_id: int) -> AccountId | None:
        """The account; None when it could always be reached, or is nobody's."""
        ...

    async def gone(self, telegram_id: int, why: str) -> PersonId | None:
        """The person whose account this is, if it could be reached until now."""
        ...


class ReachingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def reached(self) -> ReachingRoom: ...


class Missed(Protocol):
    async def queue_return(self, account: AccountId) -> int:
        """One digest for each child of what was missed; how many."""
        ...


@dataclass(frozen=True, slots=True)
class Reaching:
    begin: Callable[[], AbstractAsyncContextManager[ReachingTransaction]]
    missed: Missed

    async def back(self, telegram_id: int) -> bool:
        """With a digest, not a flood. Should the program end in between, the evening's digest tells it all."""
        async with self.begin() as tx:
            account = await tx.reached.back(telegram_id)
        if account is not None:
            await self.missed.queue_return(account)
        return account is not None

    async def gone(self, telegram_id: int, why: str) -> None:
        """The class teacher hears, once."""
        async with self.begin() as tx:
            person = await tx.reached.gone(telegram_id, why)
            if person is not None:
                await tx.facts.add(AccountUnreachable(None, person))
