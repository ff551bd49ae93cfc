"""What is typed about polls."""

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest

from domain.clock import SchoolTime
from domain.school.said_dates import NoSuchDay
from domain.talk.poll_lines import UntilUnclear, number_asked, number_in, options_in, slots_in, until_in
from domain.talk.polls import MOST_SLOTS, SlotDraft, SlotsMissing
from tests import school

TOMORROW = school.TUESDAY + timedelta(days=1)


def _at(day: int, month: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=school.ZONE)


def test_options_stand_one_a_line_without_what_people_put_before_them() -> None:
    said = "- Приду\n\n2) Не   приду\n3. Приду позже\n• 5 «А»\n1 декабря\n"
    assert options_in(said) == ("Приду", "Не приду", "Приду позже", "5 «А»", "1 декабря")
    assert options_in(" \n") == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("150", "150"),
        ("1 500,50 ₽", "1500.50"),
        ("1\u00a0500", "1500"),
        ("сдадим 300.", "300"),
        ("0", "0"),
        ("много", None),
        ("-5", None),
        ("100 или 200", None),
    ],
)
def test_a_number_is_one_number(text: str, number: str | None) -> None:
    assert number_in(text) == (Decimal(number) if number else None)


@pytest.mark.parametrize(
    ("text", "least", "most", "unit"),
    [
        ("от 0 до 1500 ₽", 0, 1500, "₽"),
        ("₽ от 100 до 1 500", 100, 1500, "₽"),
        ("до 10 шт.", None, 10, "шт."),
        ("не меньше 2", 2, None, None),
        ("1–5", 1, 5, None),
        ("₽", None, None, "₽"),
        ("", None, None, None),
        ("шт. " * 20, None, None, ("шт. " * 5)[:20]),
    ],
)
def test_a_number_is_asked_with_bounds_and_unit(
    text: str, least: int | None, most: int | None, unit: str | None
) -> None:
    draft = number_asked(text)
    assert (draft.least, draft.most, draft.unit) == (least, most, unit)


def test_a_line_of_meetings_is_a_day_from_when_to_when_and_how_long(school_time: SchoolTime) -> None:
    slots = slots_in("10 декабря с 17:00 до 17:35 по 10 минут, каб. 12", school_time)
    assert [(one.starts_at, one.ends_at) for one in slots] == [
        (_at(10, 12, 17, minute), _at(10, 12, 17, minute + 10)) for minute in (0, 10, 20)
    ]
    assert {one.place for one in slots} == {"каб. 12"}


@pytest.mark.parametrize(
    "text",
    [
        "завтра 17:00, 17:20",
        "завтра в 17:00 и в 17:20",
        "25.11 с 17.00 до 17.40 по 20 мин",
        "17:00-17:40 завтра по 20 мин.",
    ],
)
def test_meetings_are_said_in_many_ways(text: str, school_time: SchoolTime) -> None:
    starts = [one.starts_at for one in slots_in(text, school_time)]
    assert starts == [_at(25, 11, 17), _at(25, 11, 17, 20)]


def test_a_line_without_a_day_is_of_the_day_above_it(school_time: SchoolTime) -> None:
    slots = slots_in("27.11 с 9:00 до 9:30\nс 15:00 до 15:30 по 30 минут, актовый зал\n\nпн 8:00", school_time)
    assert [one.starts_at for one in slots] == [_at(27, 11, 9), _at(27, 11, 9, 15), _at(27, 11, 15), _at(30, 11, 8)]
    assert slots[2] == SlotDraft(_at(27, 11, 15), _at(27, 11, 15, 30), "актовый зал")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "каб. 12",
        "с 17:00 до 19:00 по 10 минут",
        "завтра",
        "завтра с 25:00 до 26:00",
        "завтра 17:00 по 0 минут",
        "завтра с 19:00 до 17:00",
    ],
)
def test_what_names_no_time_is_refused(text: str, school_time: SchoolTime) -> None:
    with pytest.raises(SlotsMissing):
        slots_in(text, school_time)


def test_a_day_that_no_calendar_has_is_named(school_time: SchoolTime) -> None:
    with pytest.raises(NoSuchDay):
        slots_in("31.11 17:00", school_time)


def test_too_many_meetings_stay_too_many_and_no_more(school_time: SchoolTime) -> None:
    assert len(slots_in("завтра с 0:00 до 23:00 по 1 минуте", school_time)) == MOST_SLOTS + 1


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("завтра", TOMORROW, time(20)),
        ("до пятницы", school.TUESDAY + timedelta(days=3), time(20)),
        ("12.12 18:00", school.TUESDAY + timedelta(days=18), time(18)),
        ("завтра в 9:30", TOMORROW, time(9, 30)),
        ("18:00", school.TUESDAY, time(18)),
    ],
)
def test_until_when_is_a_day_an_hour_or_both(text: str, day: object, at: time, school_time: SchoolTime) -> None:
    local = school_time.local(until_in(text, school_time))
    assert (local.date(), local.time()) == (day, at)


@pytest.mark.parametrize("text", ["", "скоро", "25:00"])
def test_until_unclear_is_asked_again(text: str, school_time: SchoolTime) -> None:
    with pytest.raises(UntilUnclear):
        until_in(text, school_time)
