"""When an announcement shall go: moments offered and typed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.school.said_dates import NoSuchDay
from domain.talk.moments import MomentUnclear, closings_offered, moment_said, moments_offered

ZONE = ZoneInfo("Europe/Moscow")
TUESDAY = datetime(2026, 11, 24, 8, 40, tzinfo=ZONE)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("завтра в 8:00", at(11, 25, 8)),
        ("05.12 18:30", at(12, 5, 18, 30)),
        ("05.12 18.30", at(12, 5, 18, 30)),
        ("05.12 в 18", at(12, 5, 18)),
        ("5 декабря в 8 часов", at(12, 5, 8)),
        ("в пн 9:15", at(11, 30, 9, 15)),
        ("сегодня в 20.15", at(11, 24, 20, 15)),
        ("18:00", at(11, 24, 18)),
        ("18.30", at(11, 24, 18, 30)),
        ("8:00", at(11, 25, 8)),
        ("в понедельник", at(11, 30, 8)),
        ("27.11", at(11, 27, 8)),
        ("05.12", at(12, 5, 8)),
        ("tomorrow at 8:00", at(11, 25, 8)),
        ("ЗАВТРА В 9", at(11, 25, 9)),
    ],
)
def test_what_people_type_is_understood(said: str, meant: datetime) -> None:
    assert moment_said(said, TUESDAY) == meant


@pytest.mark.parametrize("said", ["", "потом", "25:00", "после уроков", "10:75"])
def test_what_says_no_moment_is_unclear(said: str) -> None:
    with pytest.raises(MomentUnclear):
        moment_said(said, TUESDAY)


def test_a_day_that_the_calendar_does_not_have_is_said_so() -> None:
    with pytest.raises(NoSuchDay):
        moment_said("31.02 в 8:00", TUESDAY)


def test_this_evening_is_offered_while_it_lies_ahead_and_monday_once() -> None:
    assert moments_offered(TUESDAY) == [at(11, 24, 18), at(11, 25, 8), at(11, 30, 8)]
    assert moments_offered(at(11, 24, 17, 58)) == [at(11, 25, 8), at(11, 30, 8)]
    assert moments_offered(at(11, 29, 12)) == [at(11, 29, 18), at(11, 30, 8)]
    assert moments_offered(at(11, 30, 7)) == [at(11, 30, 18), at(12, 1, 8), at(12, 7, 8)]


def test_days_until_which_readers_are_asked_follow_the_one_on_which_it_goes() -> None:
    assert closings_offered(date(2026, 12, 30))[:2] == [date(2026, 12, 31), date(2027, 1, 2)]
