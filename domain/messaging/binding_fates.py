"""What becomes of word of accounts at delivery: the question while it is one, what was decided, a phone still in."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.ids import AccountId
from domain.messaging.contents import BindingNews, BindingTold, PhoneNews
from domain.messaging.fates import DECIDED, NOTHING_TO_EDIT, Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.messaging.plan import class_teachers
from domain.messaging.ports import Readers
from domain.messaging.truth import GONE, NOT_A_READER, Drop
from domain.roles.letting_in import BindingCard, BindingCardsRead


async def binding_fates(
    mine: Sequence[Claimed], cards: BindingCardsRead, readers: Readers, known: Known
) -> dict[int, Fate]:
    """Three statements at most."""
    if not mine:
        return {}
    found = await cards.binding_cards({account_of(row) for row in mine})
    asked = any(row.kind is Kind.BINDING for row in mine)
    admins = {address.account for address in await readers.admins()} if asked else set()
    return {row.id: _fate(row, found.get(account_of(row)), known, admins) for row in mine}


def account_of(row: Claimed) -> AccountId:
    return AccountId(row.body["account"])


def _fate(row: Claimed, card: BindingCard | None, known: Known, admins: Collection[AccountId]) -> Say | Drop:
    if card is None:
        return GONE
    if row.kind is Kind.BINDING:
        return _question(row, card, known, admins)
    if row.account == card.account:
        return Say(BindingTold(card)) if card.let_in or card.declined else GONE
    return _phone(row, card, known)


def _question(row: Claimed, card: BindingCard, known: Known, admins: Collection[AccountId]) -> Say | Drop:
    """To who may answer it now; where it was answered, what with."""
    person = known.addresses[row.account].person
    teachers = {teacher for one in card.children for teacher in class_teachers(known.roster, one.pupil)}
    if person not in teachers and row.account not in admins:
        return NOT_A_READER
    if row.edits is not None:
        edits = known.message_ids.get(row.edits)
        return Say(BindingNews(card), edits=edits) if edits is not None else NOTHING_TO_EDIT
    return Say(BindingNews(card)) if card.waits or known.opened else DECIDED


def _phone(row: Claimed, card: BindingCard, known: Known) -> Say | Drop:
    """While it is in, to the same person, and to who is an adult of that child today."""
    if not card.let_in:
        return GONE
    own = known.addresses[row.account].person == card.person
    if own:
        return Say(PhoneNews(card, own=True))
    mine = tuple(one for one in card.children if one.pupil == row.pupil)
    if known.reader(row) is None or not mine:
        return NOT_A_READER
    return Say(PhoneNews(replace(card, children=mine), own=False))
