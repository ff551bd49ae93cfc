"""What becomes of word of debts, touched marks and requests at delivery: as it stands then, or nothing."""

from collections.abc import Mapping

from domain.ids import DebtId, MarkId, MarkRequestId
from domain.journal.debts import DebtCard
from domain.journal.mark_pages import TouchCard
from domain.journal.mark_requests import MarkRequestCard, RequestState
from domain.messaging.contents import DebtNews, MarkRequestNews, MarkRequestTold, MarkTouchedNews
from domain.messaging.fates import DECIDED, NOTHING_NEW, NOTHING_TO_EDIT, TAKEN_BACK, Fate, Known, Say
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import Claimed
from domain.messaging.ports import MarkWorkRead
from domain.messaging.readers import FamilyReader
from domain.messaging.truth import GONE, NOT_A_READER, Drop, verdict

BECAME_MARK = Drop("became a mark")


async def mark_work_fates(
    debts: list[Claimed], touched: list[Claimed], requests: list[Claimed], cards: MarkWorkRead, known: Known
) -> dict[int, Fate]:
    """At most three statements."""
    found: dict[int, Fate] = {}
    if debts:
        debt_cards = await cards.debt_cards({debt_of(row) for row in debts})
        found |= {row.id: debt_fate(row, debt_cards.get(debt_of(row)), known) for row in debts}
    if touched:
        touch_cards = await cards.touch_cards({touch_of(row) for row in touched})
        found |= {row.id: touch_fate(row, touch_cards, known) for row in touched}
    if requests:
        asked = await cards.request_cards({request_of(row) for row in requests})
        found |= {row.id: request_fate(row, asked.get(request_of(row)), known) for row in requests}
    return found


def debt_fate(row: Claimed, card: DebtCard | None, known: Known) -> Say | Drop:
    """A debt that became a mark is told of as a mark."""
    reader = known.reader(row)
    if card is None or reader is None:
        return GONE
    if card.marked:
        return BECAME_MARK
    value = TAKEN_BACK if card.ended else card.due.isoformat()
    decided = verdict(value, not card.ended, _mode(reader, known), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    return Say(DebtNews(card, reader.own, decided.correction), decided.said)


def touch_fate(row: Claimed, cards: Mapping[tuple[MarkId, int], TouchCard], known: Known) -> Say | Drop:
    """Nothing where it was undone, or changed on, before it could be told."""
    card = cards.get(touch_of(row))
    if card is None:
        return GONE
    if card.owner != known.addresses[row.account].person:
        return NOT_A_READER
    return Say(MarkTouchedNews(card)) if card.standing or known.opened else NOTHING_NEW


def request_fate(row: Claimed, card: MarkRequestCard | None, known: Known) -> Say | Drop:
    if card is None:
        return GONE
    if row.kind is Kind.MARK_REQUEST_TOLD:
        return Say(MarkRequestTold(card))
    if row.edits is not None:
        edits = known.message_ids.get(row.edits)
        return Say(MarkRequestNews(card), edits=edits) if edits is not None else NOTHING_TO_EDIT
    return Say(MarkRequestNews(card)) if card.state is RequestState.OPEN or known.opened else DECIDED


def debt_of(row: Claimed) -> DebtId:
    return DebtId(row.body["debt"])


def touch_of(row: Claimed) -> tuple[MarkId, int]:
    return MarkId(row.body["mark"]), int(row.body["version"])


def request_of(row: Claimed) -> MarkRequestId:
    return MarkRequestId(row.body["request"])


def _mode(reader: FamilyReader, known: Known) -> Mode:
    return Mode.OFF if known.mode(reader, Kind.MARK) is Mode.OFF else Mode.NOW
