"""Days as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.school.said_dates import NoSuchDay, day_at_start, day_for_homework, day_in

TUESDAY = date(2026, 11, 24)
FRIDAY, NEXT_FRIDAY = date(2026, 11, 27), date(2026, 12, 4)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("завтра", date(2026, 11, 25)),
        ("Послезавтра", date(2026, 11, 26)),
        ("сегодня", TUESDAY),
        ("вчера", date(2026, 11, 23)),
        ("пт", FRIDAY),
        ("в пятницу", FRIDAY),
        ("на пятницу", FRIDAY),
        ("во вторник", TUESDAY),
        ("на след. понедельник", date(2026, 11, 30)),
        ("в следующую пятницу", NEXT_FRIDAY),
        ("next friday", NEXT_FRIDAY),
        ("27.11", FRIDAY),
        ("на 27.11.26", FRIDAY),
        ("27.11.2026", FRIDAY),
        ("27 ноября", FRIDAY),
        ("27 november 2026", FRIDAY),
        ("1 дек", date(2026, 12, 1)),
        ("5 мая", date(2027, 5, 5)),
        ("через неделю", date(2026, 12, 1)),
        ("через две недели", date(2026, 12, 8)),
        ("через 2 дня", date(2026, 11, 26)),
        ("in a week", date(2026, 12, 1)),
        ("in 2 days", date(2026, 11, 26)),
        ("tomorrow", date(2026, 11, 25)),
        ("on friday", FRIDAY),
        ("fri", FRIDAY),
    ],
)
def test_a_day_is_understood_in_any_of_its_forms(said: str, day: date) -> None:
    for typed in (said, said.upper()):
        found = day_in(typed, TUESDAY)
        assert found is not None, typed
        assert (found.day, found.rest) == (day, "")


@pytest.mark.parametrize(
    "said", ["", "расписание", "завтрак", "средний", "12 страниц", "№ 345", "345.10", "через день"]
)
def test_what_is_no_day_is_no_day(said: str) -> None:
    assert day_in(said, TUESDAY) is None


def test_the_words_of_the_day_are_cut_from_the_line() -> None:
    found = day_in("расписание 7А на 27.11, пожалуйста", TUESDAY)
    assert found is not None
    assert found.rest == "расписание 7А , пожалуйста"


def test_a_month_after_a_number_that_is_none_does_not_hide_the_day_behind_it() -> None:
    found = day_in("расписание 10 класс пятница", TUESDAY)
    assert found is not None
    assert found.day == FRIDAY


@pytest.mark.parametrize("said", ["31.02", "на 32.12", "30 февраля", "0.11", "12.13", "29.02"])
def test_a_day_that_the_calendar_does_not_have_is_refused_with_its_words(said: str) -> None:
    with pytest.raises(NoSuchDay) as refused:
        day_in(f"расписание {said}", TUESDAY)
    assert refused.value.said in said


@pytest.mark.parametrize(
    ("today", "said", "day"),
    [
        (date(2026, 11, 24), "20.05", date(2027, 5, 20)),
        (date(2027, 5, 10), "01.09", date(2026, 9, 1)),
        (date(2027, 8, 20), "01.09", date(2027, 9, 1)),
        (date(2027, 1, 10), "25.12", date(2026, 12, 25)),
    ],
)
def test_without_a_year_a_date_is_of_the_school_year(today: date, said: str, day: date) -> None:
    found = day_in(said, today)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("на завтра № 345", date(2026, 11, 25), "№ 345"),
        ("№ 345 на пятницу", FRIDAY, "№ 345"),
        ("№ 345–350 на 27.11, письменно", FRIDAY, "№ 345–350 , письменно"),
        ("завтра: § 5", date(2026, 11, 25), "§ 5"),
        ("27.11: § 5", FRIDAY, "§ 5"),
        ("пт § 5", FRIDAY, "§ 5"),
        ("на ср § 5", date(2026, 11, 25), "§ 5"),
        ("ex. 5 for friday", FRIDAY, "ex. 5"),
        ("на вторник § 5", date(2026, 12, 1), "§ 5"),
    ],
)
def test_homework_is_for_the_day_said_first_or_after_na(line: str, day: date, rest: str) -> None:
    found = day_for_homework(line, TUESDAY)
    assert found is not None
    assert (found.day, found.rest) == (day, rest)


@pytest.mark.parametrize(
    "line",
    [
        "3.12 и 3.13",
        "§ 3.12",
        "подготовиться к ср",
        "ср: повторить",
        "sun and moon, ex. 5",
        "выучить к контрольной",
        "на 12 листах",
    ],
)
def test_an_exercise_or_a_test_is_not_taken_for_a_day(line: str) -> None:
    assert day_for_homework(line, TUESDAY) is None


def test_a_day_in_the_middle_is_not_at_the_start() -> None:
    assert day_at_start("алгебра на пятницу", TUESDAY) is None


@given(DAYS, DAYS)
def test_a_full_date_is_itself_whenever_it_is_said(today: date, day: date) -> None:
    found = day_in(f"{day:%d.%m.%Y}", today)
    assert found is not None
    assert found.day == day


@given(DAYS, DAYS)
def test_a_date_without_a_year_is_less_than_a_year_away(today: date, day: date) -> None:
    try:
        found = day_in(f"{day:%d.%m}", today)
    except NoSuchDay:
        assert (day.month, day.day) == (2, 29)
        return
    assert found is not None
    assert (found.day.month, found.day.day) == (day.month, day.day)
    assert abs(found.day - today) < timedelta(days=366)


@given(DAYS, st.sampled_from(["пн", "вторник", "среду", "чт", "пятницу", "субботу", "воскресенье"]))
def test_a_weekday_is_within_a_week_and_for_homework_never_today(today: date, said: str) -> None:
    asked, homework = day_in(said, today), day_for_homework(f"на {said}", today)
    assert asked is not None
    assert homework is not None
    assert 0 <= (asked.day - today).days < 7
    assert 0 < (homework.day - today).days <= 7
    assert asked.day.isoweekday() == homework.day.isoweekday()


@given(st.text(max_size=60), DAYS)
def test_any_text_is_read_without_falling_and_nothing_is_added_to_it(text: str, today: date) -> None:
    for read in (day_in, day_for_homework):
        try:
            found = read(text, today)
        except NoSuchDay:
            continue
        if found is not None:
            assert set(found.rest) <= set(text) | {" "}
