"""What a guardian hears when the administrator limits them to answers, and when that ends."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.events import WritingLimited
from domain.ids import PersonId
from domain.messaging import names
from domain.messaging.contents import LimitNews
from domain.messaging.fates import Fate, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.truth import GONE
from domain.talk.threads import Side

LIMITED = "limited"
"""`what` of the rows."""
WORTH_TELLING = timedelta(days=14)


class ReasonsRead(Protocol):
    async def reasons(self, persons: Collection[PersonId]) -> Mapping[PersonId, str]:
        """Of the limits that stand."""
        ...


@dataclass(frozen=True, slots=True)
class LimitTelling:
    readers: Readers
    limits: ReasonsRead

    async def limited(self, plan: Plan, made: Sequence[tuple[UntoldFact, WritingLimited]]) -> None:
        """To each account of the person."""
        if not made:
            return
        told = await self.readers.of_persons({fact.person for _, fact in made})
        for one, fact in made:
            event = names.limit_event(one.id)
            body = {"what": LIMITED, "person": fact.person, "limited": fact.limited, "side": Side.FAMILY.value}
            when = (one.at, one.at + WORTH_TELLING)
            plan.messages += [
                NewMessage(event, 1, address.account, Kind.TALK_TOLD, None, body, *when)
                for address in told
                if address.person == fact.person
            ]

    async def fates(self, rows: Sequence[Claimed]) -> dict[int, Fate]:
        """Of kind TALK_TOLD, those that tell of a limit: as of now, so what has changed meanwhile is not told."""
        mine = [row for row in rows if row.body["what"] == LIMITED]
        if not mine:
            return {}
        reasons = await self.limits.reasons({PersonId(row.body["person"]) for row in mine})
        return {row.id: _fate(bool(row.body["limited"]), reasons.get(PersonId(row.body["person"]))) for row in mine}


def _fate(limited: bool, reason: str | None) -> Fate:
    return Say(LimitNews(reason)) if limited is (reason is not None) else GONE
