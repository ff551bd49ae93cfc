"""What stands in an evening message after its own reader has tapped it: it is not edited to the same once more."""

from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from domain.control.evening_card import EveningCard
from domain.control.evening_queue import evening_event
from domain.ids import AccountId
from domain.school.calendar import DAY


class SaidRows(Protocol):
    async def restate(self, events: Collection[str], account: AccountId, message: int, said: str) -> None:
        """What an account was told of these events as that message of Telegram's; another message changes nothing."""
        ...


class ShowingTransaction(Protocol):
    @property
    def outbox(self) -> SaidRows: ...


@dataclass(frozen=True, slots=True)
class EveningShown:
    begin: Callable[[], AbstractAsyncContextManager[ShowingTransaction]]

    async def note(self, account: AccountId, message: int, card: EveningCard) -> None:
        """The account's message says what the card does; one of the evening before too, until its shift is over."""
        events = [evening_event(card.day), evening_event(card.day - DAY)]
        async with self.begin() as tx:
            await tx.outbox.restate(events, account, message, card.said)
