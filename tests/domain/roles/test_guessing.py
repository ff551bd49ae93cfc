"""Guessing of codes: five tries are free, then the door stays shut for a growing time, and opens again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roles.guessing import ALARM_TRIES, FREE_TRIES, LONGEST, WINDOW, shut_out

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def _tried(rounds: int, everyones: int = 0) -> tuple[list[datetime], datetime]:
    """Wrong codes of one who tries every minute, whenever the door is open, and the moment of the last."""
    now, wrong, tries = NOW, [], FREE_TRIES * rounds
    while len(wrong) < tries:
        if not shut_out(wrong, everyones, now):
            wrong.append(now)
        now += MINUTE
    return wrong, wrong[-1]


def test_five_wrong_codes_are_free_and_the_sixth_is_not_looked_at() -> None:
    wrong = [NOW + MINUTE * n for n in range(FREE_TRIES)]
    for known in range(FREE_TRIES):
        assert not shut_out(wrong[:known], 0, NOW + MINUTE * known)
    assert shut_out(wrong, 0, wrong[-1] + MINUTE)


def test_the_door_opens_after_fifteen_minutes() -> None:
    wrong = [NOW] * FREE_TRIES
    assert shut_out(wrong, 0, NOW + WINDOW - timedelta(seconds=1))
    assert not shut_out(wrong, 0, NOW + WINDOW)


@pytest.mark.parametrize(("rounds", "minutes"), [(1, 15), (2, 30), (3, 60), (4, 120)])
def test_each_five_more_double_the_time(rounds: int, minutes: int) -> None:
    wrong, last = _tried(rounds)
    assert shut_out(wrong, 0, last + MINUTE * (minutes - 1))
    assert not shut_out(wrong, 0, last + MINUTE * minutes)


def test_yesterdays_tries_are_forgotten() -> None:
    assert not shut_out([NOW - timedelta(days=1, seconds=1)] * 50, 0, NOW)


def test_slow_mistakes_of_an_innocent_are_no_burst() -> None:
    wrong = [NOW - timedelta(minutes=4) * n for n in range(FREE_TRIES)]
    assert not shut_out(wrong, 0, NOW + MINUTE)


def test_while_many_guess_each_account_has_one_try() -> None:
    assert not shut_out([], ALARM_TRIES, NOW)
    assert shut_out([NOW], ALARM_TRIES, NOW + MINUTE)
    assert not shut_out([NOW], ALARM_TRIES, NOW + WINDOW)
    assert not shut_out([NOW], ALARM_TRIES - 1, NOW + MINUTE)


@given(st.lists(st.integers(0, 86_399), max_size=60), st.integers(0, 200))
def test_nobody_is_shut_out_for_longer_than_a_day(seconds: list[int], everyones: int) -> None:
    wrong = [NOW + timedelta(seconds=second) for second in seconds]
    assert not shut_out(wrong, everyones, max([NOW, *wrong]) + LONGEST)


def test_a_day_of_guessing_stays_below_forty_tries() -> None:
    now, wrong = NOW, []
    while now < NOW + timedelta(days=1):
        if not shut_out(wrong, 0, now):
            wrong.append(now)
        now += timedelta(seconds=10)
    assert len(wrong) < 40
    assert all(one < other for one, other in pairwise(wrong))
