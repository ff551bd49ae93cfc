"""Who is told and when: by right, by choice, never the author; names of events; the end of the school's day."""

from datetime import UTC, date, datetime, time
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from domain.clock import SchoolTime
from domain.ids import AccountId, AnnouncementId, FactId, HomeworkId, LessonId, MarkId, PersonId
from domain.messaging import names
from domain.messaging.choosing import HOURS, choosable
from domain.messaging.grace import Grace, end_of_day, rings_no_more
from domain.messaging.kinds import CHOOSABLE, PRIORITY, Kind, Mode
from domain.messaging.quiet_hours import USUAL
from domain.messaging.readers import FamilyReader, listeners, most_eager
from domain.talk.threads import Side
from tests.clock import SetClock

MOTHER = FamilyReader(PersonId(1), AccountId(1), PersonId(201), own=False)
PUPIL = FamilyReader(PersonId(1), AccountId(2), PersonId(1), own=True)


def _chose(kind: Kind, mode: Mode, *, pupil: int = 1, account: int = 1) -> FamilyReader:
    return FamilyReader(PersonId(pupil), AccountId(account), PersonId(201), own=False, chosen={kind: mode})


def test_who_chose_nothing_is_told_by_default() -> None:
    assert {kind: MOTHER.mode(kind) for kind in CHOOSABLE} == CHOOSABLE
    assert MOTHER.mode(Kind.ABSENCE) is Mode.NOW
    assert MOTHER.mode(Kind.HOMEWORK) is Mode.DIGEST


def test_off_is_off_and_the_author_is_not_told_of_the_own_doing() -> None:
    off = _chose(Kind.MARK, Mode.OFF, account=3)
    assert listeners([MOTHER, off], Kind.MARK, None) == [MOTHER]
    assert listeners([MOTHER, off], Kind.HOMEWORK, None) == [MOTHER, off]
    assert listeners([MOTHER], Kind.MARK, author=PersonId(201)) == []


def test_a_pupil_hears_of_marks_and_homework_not_of_the_own_absence() -> None:
    heard = {kind for kind in CHOOSABLE if listeners([PUPIL], kind, None)}
    assert heard == {Kind.MARK, Kind.HOMEWORK, Kind.TIMETABLE, Kind.ANNOUNCEMENT}
    assert set(choosable(own=True)) == heard
    assert set(choosable(own=False)) == set(CHOOSABLE)


def test_a_pupil_gets_a_digest_only_when_something_was_chosen_for_it() -> None:
    assert MOTHER.wants_digest
    assert not PUPIL.wants_digest
    for more in ({"digest_at": time(19)}, {"chosen": {Kind.MARK: Mode.DIGEST}}):
        assert FamilyReader(PersonId(1), AccountId(2), PersonId(1), own=True, **more).wants_digest  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), list(product(Mode, repeat=2)))
def test_of_two_children_the_more_eager_choice_counts_whatever_the_order(one: Mode, other: Mode) -> None:
    eager = max(one, other, key=[Mode.OFF, Mode.DIGEST, Mode.NOW].index)
    readers = [_chose(Kind.ANNOUNCEMENT, one), _chose(Kind.ANNOUNCEMENT, other, pupil=2)]
    assert (
        most_eager(readers, Kind.ANNOUNCEMENT) == most_eager(readers[::-1], Kind.ANNOUNCEMENT) == {AccountId(1): eager}
    )


def test_what_cannot_wait_goes_before_everything_else() -> None:
    assert set(PRIORITY) == set(Kind)
    order = [Kind.ALARM, Kind.ABSENCE, Kind.ABSENCE_ANSWER, Kind.MARK, Kind.ANNOUNCEMENT, Kind.DIGEST]
    assert sorted(order, key=lambda kind: PRIORITY[kind]) == order
    assert min(PRIORITY.values()) == PRIORITY[Kind.ALARM]
    assert max(PRIORITY.values()) == PRIORITY[Kind.DIGEST]


def test_an_alarm_cannot_be_switched_off() -> None:
    assert Kind.ALARM not in CHOOSABLE
    assert Kind.ALARM not in choosable(own=False)


def test_hours_of_the_digest_end_when_the_quiet_begins() -> None:
    assert max(HOURS) <= USUAL[Side.FAMILY].starts
    assert time(18) in HOURS


def test_an_absence_is_undone_in_minutes_a_mark_in_a_quarter_of_an_hour() -> None:
    assert Grace().absence < Grace().homework < Grace().mark


@pytest.mark.parametrize(
    ("zone", "now", "ends"),
    [
        ("Europe/Moscow", datetime(2026, 11, 24, 6, 0, tzinfo=UTC), datetime(2026, 11, 24, 20, 59, tzinfo=UTC)),
        ("Europe/Moscow", datetime(2026, 11, 24, 21, 30, tzinfo=UTC), datetime(2026, 11, 25, 20, 59, tzinfo=UTC)),
        ("Asia/Kamchatka", datetime(2026, 11, 24, 20, 30, tzinfo=UTC), datetime(2026, 11, 25, 11, 59, tzinfo=UTC)),
    ],
)
def test_the_day_ends_on_the_schools_own_wall(zone: str, now: datetime, ends: datetime) -> None:
    school_time = SchoolTime(SetClock(now), lambda: ZoneInfo(zone))
    assert end_of_day(school_time, now) == ends


@pytest.mark.parametrize(
    ("lesson", "now", "over"),
    [
        (date(2026, 11, 24), time(19, 59), False),
        (date(2026, 11, 24), time(20, 0), True),
        (date(2026, 11, 23), time(8, 0), True),
    ],
)
def test_an_absence_rings_on_its_own_day_until_the_evening(lesson: date, now: time, over: bool) -> None:
    zone = ZoneInfo("Asia/Vladivostok")
    clock = SetClock(datetime.combine(date(2026, 11, 24), now, tzinfo=zone))
    assert rings_no_more(SchoolTime(clock, lambda: zone), lesson) is over


def test_events_are_named_by_what_they_tell_of_and_never_alike() -> None:
    made = [
        names.absence_event(LessonId(1), PersonId(2)),
        names.absence_event(LessonId(2), PersonId(1)),
        names.answer_event(LessonId(1), PersonId(2)),
        names.mark_event(MarkId(1)),
        names.homework_event(HomeworkId(1), PersonId(2)),
        names.homework_event(HomeworkId(1), PersonId(3)),
        names.announcement_event(AnnouncementId(1)),
        names.status_event(AnnouncementId(1)),
        names.digest_event(date(2026, 11, 24), PersonId(1)),
        names.digest_event(date(2026, 11, 25), PersonId(1)),
        names.notice_event(FactId(1)),
    ]
    assert len(set(made)) == len(made)
    assert names.digest_event(date(2026, 11, 24), PersonId(1)) == "digest:2026-11-24:1"
