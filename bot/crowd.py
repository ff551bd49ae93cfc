"""Who stands behind Telegram's numbers, as far as the order of their updates goes."""

from collections.abc import Collection
from dataclasses import dataclass

from domain.roles.people import STAFF
from storage.roles.actors import KnownActors

STAFF_RANK, FAMILY_RANK, STRANGER_RANK = range(3)


@dataclass(frozen=True, slots=True)
class KnownCrowd:
    """Thirty children wait for a teacher, a family for itself, and nobody for a stranger."""

    actors: KnownActors

    async def foresee(self, telegram_ids: Collection[int]) -> None:
        await self.actors.foresee(telegram_ids)

    async def rank(self, telegram_id: int) -> int:
        """Groups are strangers: nothing of the school happens there."""
        actor = await self.actors.actor(telegram_id) if telegram_id > 0 else None
        if actor is None:
            return STRANGER_RANK
        return STAFF_RANK if actor.roles & STAFF else FAMILY_RANK
