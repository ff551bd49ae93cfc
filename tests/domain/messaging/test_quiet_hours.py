"""Hours in which nothing rings, on the school's own wall, in each of Russia's time zones."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import SchoolTime
from domain.messaging.kinds import Kind
from domain.messaging.quiet_hours import NEVER, PASSES, USUAL, QuietHours, Side, quiet_until, side_of
from tests.clock import SetClock
from tests.zones import RUSSIAN_ZONES

NIGHT = QuietHours(time(21), time(7))
START = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "at", "quiet"),
    [
        (NIGHT, time(20, 59), False),
        (NIGHT, time(21), True),
        (NIGHT, time(0), True),
        (NIGHT, time(6, 59), True),
        (NIGHT, time(7), False),
        (QuietHours(time(13), time(15)), time(14), True),
        (QuietHours(time(13), time(15)), time(16), False),
        (NEVER, time(3), False),
    ],
)
def test_quiet_hours_go_over_midnight(hours: QuietHours, at: time, quiet: bool) -> None:
    assert hours.hold(at) is quiet


def test_families_and_staff_have_hours_of_their_own_until_they_choose() -> None:
    zone = ZoneInfo("Europe/Moscow")
    evening = datetime(2026, 11, 24, 19, 30, tzinfo=zone)
    school_time = SchoolTime(SetClock(evening), lambda: zone)
    assert quiet_until(Kind.MARK, None, evening, school_time) is None
    morning = datetime(2026, 11, 25, 7, 30, tzinfo=zone)
    assert quiet_until(Kind.NOTICE, None, evening, school_time) == morning
    assert quiet_until(Kind.NOTICE, NEVER, evening, school_time) is None
    assert quiet_until(Kind.MARK, QuietHours(time(19), time(8)), evening, school_time) == morning + timedelta(
        minutes=30
    )


@given(st.sampled_from(RUSSIAN_ZONES), st.integers(0, 60 * 24 * 300), st.sampled_from(Kind))
def test_what_waits_rings_right_after_the_quiet_hours_and_within_a_day(zone: str, minutes: int, kind: Kind) -> None:
    now = START + timedelta(minutes=minutes)
    school_time = SchoolTime(SetClock(now), lambda: ZoneInfo(zone))
    until = quiet_until(kind, None, now, school_time)
    hours, local = USUAL[side_of(kind)], school_time.local(now).time()
    assert (until is not None) == (kind not in PASSES and hours.hold(local))
    if until is not None:
        assert now < until <= now + timedelta(hours=24)
        assert school_time.local(until).time() == hours.ends
        assert quiet_until(kind, None, until, school_time) is None


def test_what_a_child_depends_on_passes() -> None:
    assert {Kind.ALARM, Kind.ABSENCE_ANSWER} <= PASSES
    assert {side_of(kind) for kind in (Kind.ABSENCE, Kind.MARK, Kind.DIGEST)} == {Side.FAMILY}
