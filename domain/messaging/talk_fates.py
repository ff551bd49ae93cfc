"""What becomes of a message of a thread at its delivery: whoever stands there no longer does not hear of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.ids import TalkMessageId
from domain.messaging.fates import NOTHING_TO_EDIT, Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.messaging.talk_news import TalkNews
from domain.messaging.telling_talk import TalkRead
from domain.messaging.truth import GONE, NOT_A_READER
from domain.talk.thread_ports import TalkAudience
from domain.talk.threads import TalkCard, on_the_wall

TALK_KINDS = (Kind.TALK, Kind.TALK_EDITED)


@dataclass(frozen=True, slots=True)
class TalkFates:
    talk: TalkRead

    async def of(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Of kinds TALK and TALK_EDITED."""
        if not rows:
            return {}
        messages = {message_of(row) for row in rows}
        cards, audiences = await self.talk.cards(messages), await self.talk.audiences(messages)
        return {row.id: _fate(row, cards.get(message_of(row)), audiences.get(message_of(row)), known) for row in rows}


def message_of(row: Claimed) -> TalkMessageId:
    return TalkMessageId(row.body["message"])


def _fate(row: Claimed, card: TalkCard | None, audience: TalkAudience | None, known: Known) -> Fate:
    if card is None or audience is None:
        return GONE
    stands = audience.hears(row.account)
    if stands is None:
        return NOT_A_READER
    answers = not stands.watches and stands.party is not card.spoken.party
    news = TalkNews(on_the_wall(card, known.time), stands.side, stands.watches, answers, known.opened)
    if row.kind is Kind.TALK:
        return Say(news)
    edits = known.message_ids.get(row.edits) if row.edits is not None else None
    return Say(news, edits=edits) if edits is not None else NOTHING_TO_EDIT
