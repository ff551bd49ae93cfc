"""How often one chat is written to."""

from domain.ids import AccountId
from domain.messaging.pacing import Pace

ONE, OTHER = AccountId(1), AccountId(2)


def test_a_chat_gets_two_at_once_and_then_one_a_second() -> None:
    pace = Pace()
    pace.took(ONE, 10.0, "x")
    assert pace.resting(10.0) == []
    pace.took(ONE, 10.0, "x")
    assert pace.resting(10.0) == [ONE]
    assert pace.next_free(10.0) == 11.0
    assert pace.resting(11.0) == []


def test_a_long_message_makes_the_chat_rest_longer() -> None:
    pace = Pace()
    pace.took(ONE, 10.0, "x" * 1000)
    pace.took(ONE, 10.0, "x" * 1000)
    assert pace.next_free(10.0) == 12.0


def test_chats_do_not_wait_for_each_other() -> None:
    pace = Pace()
    pace.took(ONE, 10.0, "x")
    pace.took(ONE, 10.0, "x")
    pace.took(OTHER, 10.0, "x")
    assert pace.resting(10.0) == [ONE]
