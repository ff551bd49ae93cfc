"""An announcement in the hands of its reader: opened, and acknowledged with one tap (3.3.8)."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from domain.errors import NotFound
from domain.events import AnnouncementAcknowledged, Facts
from domain.ids import AccountId, AnnouncementId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.talk.letters import AnnouncementLetter


class ReceiptsRoom(Protocol):
    async def acknowledge(self, announcement: AnnouncementId, person: PersonId) -> bool:
        """False: acknowledged before, or not addressed to this person."""
        ...


class AcknowledgingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def receipts(self) -> ReceiptsRoom: ...


class LettersKept(Protocol):
    async def letters(
        self, ids: Collection[AnnouncementId], readers: Collection[PersonId] | None
    ) -> Mapping[AnnouncementId, AnnouncementLetter]: ...

    async def is_addressed(self, announcement: AnnouncementId, person: PersonId) -> bool:
        """Whether it has gone to this person, and no court keeps them from every child that it was about."""
        ...

    async def arrived_as(self, account: AccountId, message_id: int) -> AnnouncementId | None:
        """`message_id`: Telegram's number in the chat of this account."""
        ...


@dataclass(frozen=True, slots=True)
class Acknowledging:
    kept: LettersKept
    begin: Callable[[], AbstractAsyncContextManager[AcknowledgingTransaction]]

    async def letter(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementLetter:
        """As it reads now. Raises `NotFound` for what did not go to this person."""
        letter = await self._letter(actor, announcement)
        if letter is None:
            raise NotFound
        return letter

    async def letter_at(self, actor: Actor, message_id: int) -> AnnouncementLetter | None:
        """As which a message of this person's chat arrived; None: no announcement, or none that they may read."""
        announcement = await self.kept.arrived_as(actor.account, message_id)
        return await self._letter(actor, announcement) if announcement is not None else None

    async def acknowledge(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementLetter:
        """The same however often it is tapped; once it is closed, or where nothing was asked, nothing more is noted."""
        letter = await self.letter(actor, announcement)
        if not letter.asks_of(actor.person):
            return letter
        async with self.begin() as tx:
            if await tx.receipts.acknowledge(announcement, actor.person):
                await tx.facts.add(AnnouncementAcknowledged(actor.person, announcement))
        return replace(letter, acknowledged=letter.acknowledged | {actor.person})

    async def _letter(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementLetter | None:
        require(actor, Action.ACKNOWLEDGE, Target(person=actor.person))
        if not await self.kept.is_addressed(announcement, actor.person):
            return None
        return (await self.kept.letters([announcement], [actor.person])).get(announcement)
