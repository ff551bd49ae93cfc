"""A poll as it is written: what it may ask, and that the conversation keeps it whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from domain.errors import Refused
from domain.talk.polls import (
    MOST_SLOTS,
    ClosesTooEarly,
    NumberBounds,
    OptionsTooFew,
    OptionsTooMany,
    OptionTooLong,
    OptionTwice,
    Per,
    PollDraft,
    PollKind,
    SlotDraft,
    SlotPassed,
    SlotsMissing,
    SlotsOverlap,
    SlotsTooMany,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEN = timedelta(minutes=10)


def _slots(count: int, start: datetime = NOW + TEN, step: timedelta = TEN) -> tuple[SlotDraft, ...]:
    return tuple(SlotDraft(start + n * step, start + n * step + TEN, "каб. 12") for n in range(count))


COMING = PollDraft(PollKind.ONE, ("Приду", "Не приду"))
MONEY = PollDraft(PollKind.NUMBER, unit="₽", least=Decimal(0), most=Decimal("1500.50"), named=False)
TALK = PollDraft(PollKind.SLOT, slots=_slots(12), per=Per.PERSON, close_at=NOW + TEN)


@pytest.mark.parametrize("draft", [COMING, MONEY, TALK, replace(COMING, kind=PollKind.SEVERAL)])
def test_what_is_kept_in_a_conversation_comes_back_the_same(draft: PollDraft) -> None:
    draft.check(NOW)
    assert PollDraft.of(draft.kept()) == draft


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(COMING, options=("Приду",)), OptionsTooFew),
        (replace(COMING, options=tuple(f"{n}" for n in range(13))), OptionsTooMany),
        (replace(COMING, options=("Приду", "я" * 101)), OptionTooLong),
        (replace(COMING, options=("Приду", "приду")), OptionTwice),
        (replace(MONEY, least=Decimal(5), most=Decimal(4)), NumberBounds),
        (replace(MONEY, least=Decimal(-1)), NumberBounds),
        (replace(MONEY, most=Decimal(10) ** 8), NumberBounds),
        (replace(MONEY, most=Decimal("NaN")), NumberBounds),
        (replace(TALK, slots=()), SlotsMissing),
        (replace(TALK, slots=_slots(MOST_SLOTS + 1)), SlotsTooMany),
        (replace(TALK, slots=_slots(2, NOW)), SlotPassed),
        (replace(TALK, slots=_slots(2, step=TEN / 2)), SlotsOverlap),
        (replace(COMING, close_at=NOW), ClosesTooEarly),
    ],
)
def test_what_nobody_could_answer_is_refused(draft: PollDraft, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        draft.check(NOW)


def test_members_of_staff_answer_each_for_themselves_and_who_takes_a_time_is_known() -> None:
    assert COMING.as_sent(staff=True).per is Per.PERSON
    assert COMING.as_sent(staff=False).per is Per.CHILD
    assert replace(TALK, named=False).as_sent(staff=False).named
    assert not MONEY.as_sent(staff=False).named
