"""What follows an announcement: how it goes, whom it does not reach, who has seen it."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from domain.errors import NotFound
from domain.events import AnnouncementAcknowledged, Facts
from domain.ids import AnnouncementId, ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.talk.announcements import ClassAudiences
from domain.talk.audiences import Addressed, Audience, Why
from domain.talk.letters import AnnouncementLetter, AnnouncementsRead, AnnouncementState


class ReceiptsRoom(Protocol):
    async def acknowledge(self, announcement: AnnouncementId, person: PersonId) -> bool:
        """False: acknowledged before, or not addressed to this person."""
        ...


class AcknowledgingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def receipts(self) -> ReceiptsRoom: ...


class ReceiptsKept(AnnouncementsRead, Protocol):
    async def sender_of(self, announcement: AnnouncementId) -> tuple[PersonId, ClassId, Audience] | None: ...

    async def undelivered(self, announcement: AnnouncementId) -> Collection[PersonId]:
        """Addressed persons for whom every row ended as undeliverable."""
        ...

    async def is_addressed(self, announcement: AnnouncementId, person: PersonId) -> bool: ...


@dataclass(frozen=True, slots=True)
class Acknowledging:
    rosters: Rosters
    audiences: ClassAudiences
    kept: ReceiptsKept
    begin: Callable[[], AbstractAsyncContextManager[AcknowledgingTransaction]]

    async def state(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementState:
        await self._require_sender(actor, announcement)
        return (await self.kept.states([announcement]))[announcement]

    async def unreached(self, actor: Actor, announcement: AnnouncementId) -> list[Addressed]:
        """Who cannot be reached as of now, with the reason."""
        class_id, audience = await self._require_sender(actor, announcement)
        undelivered = await self.kept.undelivered(announcement)
        addressed = (one for one in await self._addressed(class_id, audience) if one.person != actor.person)
        return [
            Addressed(one.person, one.name, one.pupils, one.why or Why.BLOCKED)
            for one in addressed
            if one.why is not None or one.person in undelivered
        ]

    async def acknowledge(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementLetter:
        """The same however often it is tapped. Raises `NotFound` for what was not addressed to this person."""
        require(actor, Action.ACKNOWLEDGE, Target(person=actor.person))
        if not await self.kept.is_addressed(announcement, actor.person):
            raise NotFound
        async with self.begin() as tx:
            if await tx.receipts.acknowledge(announcement, actor.person):
                await tx.facts.add(AnnouncementAcknowledged(actor.person, announcement))
        return (await self.kept.letters([announcement]))[announcement]

    async def _require_sender(self, actor: Actor, announcement: AnnouncementId) -> tuple[ClassId, Audience]:
        found = await self.kept.sender_of(announcement)
        if found is None or found[0] != actor.person:
            raise NotFound
        require(actor, Action.SEE_ANNOUNCEMENT_STATE, Target(person=found[0]))
        return found[1], found[2]

    async def _addressed(self, class_id: ClassId, audience: Audience) -> Sequence[Addressed]:
        seats = (await self.rosters.roster()).of_class.get(class_id, ())
        pupils = {seat.pupil: seat.name for seat in seats}
        if audience is Audience.GUARDIANS:
            return await self.audiences.guardians(pupils)
        return await self.audiences.pupils(pupils)
