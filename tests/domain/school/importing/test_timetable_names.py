"""How timetable programs name days, hours and teachers, and what that means here."""

from datetime import time

import pytest

from domain.ids import PersonId
from domain.roles.people import PersonName, Role
from domain.school.bells import Bell
from domain.school.importing.known import KnownPerson
from domain.school.importing.timetable_days import WeekDay, week_days
from domain.school.importing.timetable_hours import hours_of
from domain.school.importing.timetable_staff import teacher_name, teachers_meant

WEEK = [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "names",
    [
        "Понедельник Вторник Среда Четверг Пятница",
        "пн вт ср чт пт",
        "Понеділок Вівторок Середа Четвер П'ятниця",
        "Понеделник Вторник Сряда Четвъртък Петък",
        "Luni Marți Miercuri Joi Vineri",
        "Monday Tuesday Wednesday Thursday Friday",
        "Mon Tue Wed Thu Fri",
        "Poniedziałek Wtorek Środa Czwartek Piątek",
        "Segunda-feira Terça-feira Quarta-feira Quinta-feira Sexta-feira",
        "Day1 Day2 Day3 Day4 Day5",
        "1 2 3 4 5",
    ],
)
def test_days_are_known_by_name_or_number_in_any_order(names: str) -> None:
    days = names.split()
    assert week_days(days, in_order=False) == dict(zip(days, map(WeekDay, WEEK), strict=True))
    assert week_days(days[::-1], in_order=False) == dict(zip(days, map(WeekDay, WEEK), strict=True))


def test_a_week_may_begin_where_it_likes() -> None:
    assert week_days(["Sunday", "Monday"], in_order=True) == {"Sunday": WeekDay(7), "Monday": WeekDay(1)}


def test_the_order_counts_where_no_name_says_anything() -> None:
    assert week_days(["Alpha", "Beta"], in_order=True) == {"Alpha": WeekDay(1), "Beta": WeekDay(2)}
    assert week_days(["Alpha", "Beta"], in_order=False) == {}
    assert week_days(["Среда", "Beta"], in_order=True) == {"Среда": WeekDay(3)}


def test_two_weeks_are_even_and_odd() -> None:
    days = ["Четверг чёт", "Четверг (нечёт)", "Пятница, нечётная неделя"]
    assert list(week_days(days, in_order=True).values()) == [WeekDay(4, 0), WeekDay(4, 1), WeekDay(5, 1)]


def test_two_days_that_would_be_the_same_are_neither() -> None:
    assert week_days(["Lundi matin", "Lundi soir", "Mardi matin"], in_order=True) == {"Mardi matin": WeekDay(2)}


def test_hours_tell_their_bells() -> None:
    hours = hours_of(["08:00-8:50", "9.00 - 9.50"], in_order=True)
    assert (hours.positions, hours.ends_told) == ({"08:00-8:50": 1, "9.00 - 9.50": 2}, True)
    assert hours.bells == {1: Bell(time(8), time(8, 50)), 2: Bell(time(9), time(9, 50))}


def test_ends_follow_from_the_shortest_break() -> None:
    hours = hours_of(["07:30", "08:15", "09:05"], in_order=True)
    assert [bell.ends for bell in hours.bells.values()] == [time(8, 10), time(8, 55), time(9, 45)]
    assert not hours.ends_told


@pytest.mark.parametrize(
    ("names", "positions"),
    [
        (["0", "1", "2"], [0, 1, 2]),
        (["1 урок", "2 урок", "4 урок"], [1, 2, 4]),
        (["1. 08:30", "2. 09:25"], [1, 2]),
        (["8", "9", "10"], [1, 2, 3]),
        (["утро", "день"], [1, 2]),
        (["8-00", "9-00"], [1, 2]),
    ],
)
def test_positions_are_the_numbers_of_lessons_never_of_the_clock(names: list[str], positions: list[int]) -> None:
    assert list(hours_of(names, in_order=True).positions.values()) == positions


def test_hours_of_an_export_are_put_in_order_or_not_told() -> None:
    assert hours_of(["10:10", "08:00"], in_order=False).positions == {"08:00": 1, "10:10": 2}
    assert hours_of(["10:10", "08:00"], in_order=False).counted
    assert hours_of(["2", "1"], in_order=False).positions == {"1": 1, "2": 2}
    assert hours_of(["утро", "день"], in_order=False).positions == {}


def test_times_that_do_not_rise_are_no_bells() -> None:
    assert hours_of(["09:00-09:45", "08:00-08:45"], in_order=True).bells == {}
    assert hours_of(["09:45-09:00"], in_order=True).bells == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Петрова О. В.", PersonName("Петрова", "О.", "В.")),
        ("Петрова О.В.", PersonName("Петрова", "О.", "В.")),
        ("Ст.Караиванова", PersonName("Караиванова", "Ст.")),
        ("О. В. Петрова", PersonName("Петрова", "О.", "В.")),
        ("Йончев", PersonName("Йончев", "")),
        ("Gorun-Kovacs Ilona", PersonName("Gorun-Kovacs", "Ilona")),
        ("Петрова Ольга Викторовна", PersonName("Петрова", "Ольга", "Викторовна")),
        ("Вакансия № 2", PersonName("Вакансия № 2", "")),
    ],
)
def test_a_teacher_is_named_as_people_write(text: str, name: PersonName) -> None:
    assert teacher_name(text) == name


def test_the_initials_of_a_file_tell_how_it_writes_full_names() -> None:
    assert teachers_meant(["Зоя Дичева", "В.Иванов"], ())["Зоя Дичева"].name == PersonName("Дичева", "Зоя")
    assert teachers_meant(["Дичева Зоя", "Иванов В."], ())["Дичева Зоя"].name == PersonName("Дичева", "Зоя")


def staff(number: int, surname: str, given: str, patronymic: str | None = None) -> KnownPerson:
    return KnownPerson(PersonId(number), PersonName(surname, given, patronymic), roles=frozenset({Role.TEACHER}))


OLGA, OLEG, IVAN = staff(1, "Петрова", "Ольга", "Викторовна"), staff(2, "Петров", "Олег"), staff(3, "Иванов", "Иван")


@pytest.mark.parametrize(
    "said",
    [
        "Петрова Ольга Викторовна",
        "петрова о. в.",
        "Петрова О.В.",
        "О.Петрова",
        "Петрова",
        "Петрова Ольга",
        "Ольга Петрова",
    ],
)
def test_a_teacher_is_found_however_shortly_named(said: str) -> None:
    assert teachers_meant([said], [OLGA, OLEG, IVAN])[said].person == OLGA.id


@pytest.mark.parametrize("said", ["Петрова А. В.", "Петрова Анна", "Сидорова", "Петрова О. С."])
def test_another_teacher_is_nobody_known(said: str) -> None:
    assert teachers_meant([said], [OLGA, OLEG, IVAN])[said].found == ()


def test_of_two_who_fit_nobody_is_chosen_but_the_very_name() -> None:
    both = [OLGA, staff(4, "Петрова", "Оксана")]
    meant = teachers_meant(["Петрова О.", "Петрова Оксана"], both)
    assert (len(meant["Петрова О."].found), meant["Петрова О."].person) == (2, None)
    assert meant["Петрова Оксана"].person == 4
