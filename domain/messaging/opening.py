"""Opening what was sent veiled: asked for by a tap, so told anew, as it stands now and if it still may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.errors import NotFound
from domain.ids import AccountId, DeliveryId
from domain.messaging.bundles import together
from domain.messaging.contents import Content
from domain.messaging.outbox import Claimed
from domain.messaging.preparing import Preparing
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor


@dataclass(frozen=True, slots=True)
class Arrived:
    """A row of a message that arrived, and what earlier ones said of the same event."""

    row: Claimed
    said_before: str | None


class ArrivedRead(Protocol):
    async def arrived(self, row: DeliveryId, account: AccountId) -> Sequence[Arrived]:
        """The rows that went as one message with this one; none where it is not this account's, or was not sent."""
        ...


@dataclass(frozen=True, slots=True)
class Opening:
    read: ArrivedRead
    preparing: Preparing

    async def open(self, actor: Actor, row: DeliveryId) -> Content | None:
        """None: what there was to tell was taken back. Raises `NotFound` for a message to another account."""
        require(actor, Action.OPEN_NEWS, Target(person=actor.person))
        arrived = await self.read.arrived(row, actor.account)
        if not arrived:
            raise NotFound
        for one in arrived:
            if one.row.kind.is_for_family:
                require(actor, Action.SEE_PUPIL_DIARY, Target(person=one.row.pupil))
        found = [await self.preparing.content_of(one.row, one.said_before) for one in arrived]
        contents = [content for content in found if content is not None]
        return together(contents) if contents else None
