"""Hours in which nothing rings, on the school's own wall, in each of Russia's time zones."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.messaging.kinds import Kind
from domain.messaging.quiet_hours import (
    NEVER,
    PASSES,
    SUNDAY,
    USUAL,
    WORK,
    QuietHours,
    quiet_until,
    rest_until,
    side_of,
)
from domain.messaging.working_hours import WorkingHours
from domain.talk.threads import Side
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
    hours, local = USUAL[side_of(kind)], school_time.local(now)
    sunday = kind in WORK and side_of(kind) is Side.STAFF and local.weekday() == SUNDAY
    assert (until is not None) == (kind not in PASSES and (sunday or hours.hold(local.time())))
    if until is not None:
        assert now < until <= now + timedelta(hours=48 if kind in WORK else 24)
        assert school_time.local(until).time() == hours.ends
        assert quiet_until(kind, None, until, school_time) is None


def test_what_a_child_depends_on_passes() -> None:
    assert {Kind.ALARM, Kind.ABSENCE_ANSWER} <= PASSES
    assert {side_of(kind) for kind in (Kind.ABSENCE, Kind.MARK, Kind.DIGEST)} == {Side.FAMILY}


MOSCOW = ZoneInfo("Europe/Moscow")
TO_TEACHER = {"side": "staff"}


def _moscow(day: int, hour: int, minute: int = 0) -> datetime:
    """Of November 2026; the 28th is a Saturday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


def _until(at: datetime, body: dict[str, object], chosen: QuietHours | None = None) -> datetime | None:
    return quiet_until(Kind.TALK, chosen, at, SchoolTime(SetClock(at), lambda: MOSCOW), body)


@pytest.mark.parametrize(
    ("at", "rings"),
    [
        (_moscow(27, 12), None),
        (_moscow(27, 19), _moscow(28, 7, 30)),
        (_moscow(28, 7, 29), _moscow(28, 7, 30)),
        (_moscow(28, 18, 59), None),
        (_moscow(28, 19), _moscow(30, 7, 30)),
        (_moscow(29, 0), _moscow(30, 7, 30)),
        (_moscow(29, 12), _moscow(30, 7, 30)),
        (_moscow(29, 23, 59), _moscow(30, 7, 30)),
        (_moscow(30, 7, 30), None),
    ],
)
def test_staff_are_written_to_in_working_hours_and_never_on_a_sunday(at: datetime, rings: datetime | None) -> None:
    assert _until(at, TO_TEACHER) == rings


def test_a_family_is_rung_on_a_sunday_and_staff_by_their_own_hours() -> None:
    sunday, saturday = _moscow(29, 12), _moscow(28, 22, 30)
    assert _until(sunday, {"side": "family"}) is None
    assert _until(sunday, {}) is None
    late = QuietHours(time(22), time(6))
    assert _until(saturday, TO_TEACHER, late) == _moscow(30, 6)
    assert _until(saturday, TO_TEACHER, QuietHours(time(13), time(15))) is None
    assert _until(sunday, TO_TEACHER, QuietHours(time(13), time(15))) == _moscow(30, 0)


def test_who_wants_no_quiet_hours_is_rung_on_a_sunday_too() -> None:
    assert _until(_moscow(29, 3), TO_TEACHER, NEVER) is None


def test_what_is_urgent_rings_at_any_hour() -> None:
    assert _until(_moscow(29, 3), {**TO_TEACHER, "urgent": True}) is None
    assert _until(_moscow(29, 3), {**TO_TEACHER, "urgent": False}) is not None


def test_other_kinds_know_no_sunday() -> None:
    at = _moscow(29, 12)
    assert quiet_until(Kind.NOTICE, None, at, SchoolTime(SetClock(at), lambda: MOSCOW), {}) is None


class _Chosen:
    async def quiet_of(self, persons: Collection[PersonId]) -> Mapping[PersonId, QuietHours]:
        return {PersonId(2): NEVER, PersonId(3): QuietHours(time(22), time(6))}


async def test_who_writes_hears_beforehand_whom_it_does_not_ring_now() -> None:
    hours = WorkingHours(SchoolTime(SetClock(_moscow(27, 20)), lambda: MOSCOW), _Chosen())
    persons = [PersonId(1), PersonId(2), PersonId(3)]
    assert await hours.rings_at(persons, Side.STAFF) == {PersonId(1): _moscow(28, 7, 30)}
    assert await hours.rings_at(persons, Side.FAMILY) == {}
    assert await hours.rings_at([], Side.STAFF) == {}


QUARTERS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))


@given(st.sampled_from(RUSSIAN_ZONES), st.integers(0, 60 * 24 * 300), QUARTERS, QUARTERS)
def test_forecast_and_delivery_agree_and_what_waited_rings_at_once(
    zone: str, minutes: int, starts: time, ends: time
) -> None:
    now = START + timedelta(minutes=minutes)
    school_time = SchoolTime(SetClock(now), lambda: ZoneInfo(zone))
    hours = QuietHours(starts, ends)
    until = rest_until(Side.STAFF, hours, now, school_time, sundays=True)
    assert until == quiet_until(Kind.TALK, hours, now, school_time, TO_TEACHER)
    if until is not None:
        assert now < until <= now + timedelta(hours=72)
        assert rest_until(Side.STAFF, hours, until, school_time, sundays=True) is None
