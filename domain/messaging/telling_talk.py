"""What is said in threads, to everyone else in them; what is reworded, as an edit of what arrived."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.events import TalkReworded, TalkWritten
from domain.ids import TalkMessageId
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan
from domain.messaging.ports import OutboxRead, UntoldFact
from domain.talk.thread_ports import TalkAudience
from domain.talk.threads import TalkCard

ALBUM_GATHERS = timedelta(seconds=3)
"""The pictures of an album come one after another; it goes when all are in."""
WORTH_TELLING = timedelta(days=14)
"""A word to a person waits for who is on a holiday."""


class TalkRead(Protocol):
    """As of now; each a number of statements that does not grow."""

    async def audiences(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkAudience]: ...

    async def cards(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkCard]: ...


@dataclass(frozen=True, slots=True)
class TalkTelling:
    talk: TalkRead
    outbox: OutboxRead

    async def written(self, plan: Plan, made: Sequence[tuple[UntoldFact, TalkWritten]]) -> None:
        if not made:
            return
        audiences = await self.talk.audiences({fact.message for _, fact in made})
        for one, fact in made:
            audience = audiences.get(fact.message)
            if audience is not None:
                plan.messages += _messages(one, audience)

    async def reworded(self, plan: Plan, changed: Sequence[tuple[UntoldFact, TalkReworded]]) -> None:
        """What was not sent yet reads the newest words by itself."""
        latest = {fact.message: (one, fact) for one, fact in changed}
        if not latest:
            return
        events = {names.talk_event(message): pair for message, pair in latest.items()}
        for event, (_, fact) in events.items():
            plan.superseded.append(Superseded(event, Kind.TALK_EDITED, fact.version))
        for card in await self.outbox.cards_out(events, Kind.TALK):
            one, fact = events[card.event]
            body = {"thread": fact.thread, "message": fact.message}
            when = (one.at, one.at + STALE_AFTER)
            edit = NewMessage(card.event, fact.version, card.account, Kind.TALK_EDITED, None, body, *when, card.row)
            plan.messages.append(edit)


def _messages(one: UntoldFact, audience: TalkAudience) -> list[NewMessage]:
    event = names.talk_event(audience.message)
    not_before = one.at + ALBUM_GATHERS if audience.album else one.at
    told = ((account, audience.hears(account)) for account in audience.listeners)
    return [
        NewMessage(
            event=event,
            version=1,
            account=account,
            kind=Kind.TALK,
            pupil=None,
            body={
                "thread": audience.thread,
                "message": audience.message,
                "side": stands.side.value,
                "urgent": audience.urgent,
            },
            not_before=not_before,
            expires_at=one.at + WORTH_TELLING,
        )
        for account, stands in told
        if stands is not None
    ]
