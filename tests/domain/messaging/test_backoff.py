"""What becomes of a row after an attempt: sent, put off with growing waits, or ended with the reason."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import AccountId, DeliveryId
from domain.messaging.backoff import BEFORE_REPEAT, WAITS, result_of
from domain.messaging.kinds import DeliveryState, Kind
from domain.messaging.outbox import Blocked, Claimed, Outcome, Refused, Result, Retry, Sent, Unknown

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _row(**more: Any) -> Claimed:
    about: dict[str, Any] = {"attempts": 1, "doubtful": False, "said": None, "expires_at": None, "edits": None}
    about |= {"kind": Kind.MARK, "pupil": None, "body": {}, **more}
    return Claimed(DeliveryId(1), "mark:1", 1, AccountId(1), **about)


def _after(outcome: Outcome, **more: Any) -> Result:
    return result_of(_row(**more), outcome, "4", NOW)


def test_what_was_sent_has_ended_with_its_message_and_what_it_said() -> None:
    result = _after(Sent(77))
    assert (result.state, result.message_id, result.said, result.ended) == (DeliveryState.SENT, 77, "4", True)


@pytest.mark.parametrize(("attempts", "wait"), [*enumerate(WAITS, 1), (8, 60), (500, 60)])
def test_each_failure_waits_longer_up_to_a_minute(attempts: int, wait: int) -> None:
    result = _after(Retry("502"), attempts=attempts)
    assert (result.state, result.not_before) == (DeliveryState.WAITING, NOW + timedelta(seconds=wait))
    assert not result.doubtful


def test_what_telegram_asks_for_is_waited_for() -> None:
    assert _after(Retry("429", after=37), attempts=5).not_before == NOW + timedelta(seconds=37)
    assert _after(Retry("429", after=0), attempts=5).not_before == NOW


def test_a_blocked_bot_ends_the_row_and_loses_the_account_a_refused_message_only_the_row() -> None:
    blocked, refused = _after(Blocked("bot was blocked by the user")), _after(Refused("message is too long"))
    assert blocked.state is refused.state is DeliveryState.UNDELIVERABLE
    assert (blocked.account_lost, refused.account_lost) == (True, False)
    assert (blocked.reason, refused.reason) == ("bot was blocked by the user", "message is too long")


def test_what_may_have_arrived_is_repeated_once_and_then_given_up() -> None:
    first = _after(Unknown("cut"))
    assert (first.state, first.doubtful, first.said) == (DeliveryState.WAITING, True, "4")
    assert first.not_before == NOW + BEFORE_REPEAT
    second = _after(Unknown("cut"), doubtful=True, attempts=2)
    assert second.state is DeliveryState.UNDELIVERABLE
    assert second.reason == "unknown twice: cut"


def test_while_telegram_itself_says_that_it_failed_the_repeats_go_on() -> None:
    again = _after(Unknown("500", answered=True), doubtful=True, attempts=9)
    assert (again.state, again.not_before) == (DeliveryState.WAITING, NOW + BEFORE_REPEAT * 2)


@pytest.mark.parametrize(
    "more", [{"edits": DeliveryId(5)}, {"kind": Kind.ANNOUNCEMENT_STATUS}, {"kind": Kind.ABSENCE_CLOSED}]
)
def test_an_edit_can_be_made_again_as_often_as_it_takes(more: dict[str, Any]) -> None:
    result = _after(Unknown("cut"), attempts=6, doubtful=True, **more)
    assert (result.state, result.not_before) == (DeliveryState.WAITING, NOW + timedelta(seconds=30))


@given(st.integers(1, 1000), st.booleans(), st.booleans())
def test_a_doubt_once_there_is_never_forgotten_by_a_sure_failure(attempts: int, doubtful: bool, everyone: bool) -> None:
    result = _after(Retry("429", 1, everyone), attempts=attempts, doubtful=doubtful, said="5")
    assert (result.doubtful, result.said) == (doubtful, "5")
    assert result.not_before is not None
    assert result.not_before >= NOW
