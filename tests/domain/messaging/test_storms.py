"""What is a storm, and of whom."""

import pytest

from domain.ids import ClassId, PersonId
from domain.messaging.storms import StormLimits, is_storm, scopes_in_storm
from domain.roles.people import PersonName
from domain.school.roster import Roster, SchoolClass, Seat

NAME = PersonName("Иванов", "Пётр")


def school_of(**sizes: int) -> Roster:
    """Classes by size; the pupils of the first are numbered from 100, of the second from 200…"""
    classes = {ClassId(n): SchoolClass(ClassId(n), name, 7) for n, name in enumerate(sizes, start=1)}
    seats = {
        PersonId(n * 100 + place): Seat(PersonId(n * 100 + place), NAME, ClassId(n))
        for n, size in enumerate(sizes.values(), start=1)
        for place in range(size)
    }
    return Roster(classes, seats)


def of_class(number: int, many: int) -> set[PersonId]:
    return {PersonId(number * 100 + place) for place in range(many)}


@pytest.mark.parametrize(
    ("away", "size", "percent", "storm"),
    [
        (10, 25, 40, False),
        (11, 25, 40, True),
        (3, 4, 40, False),
        (4, 4, 40, True),
        (25, 25, 0, False),
        (5, 5, 100, False),
    ],
)
def test_more_than_the_percentage_and_more_than_a_few(away: int, size: int, percent: int, storm: bool) -> None:
    assert is_storm(away, size, percent) is storm


def test_a_class_is_in_a_storm_by_itself() -> None:
    roster = school_of(a=25, b=25, c=25)
    assert scopes_in_storm(of_class(1, 11) | of_class(2, 10), roster, StormLimits(school_percent=0)) == {
        "class:1": ClassId(1)
    }


def test_a_storm_of_the_school_asks_once_for_all_classes() -> None:
    roster = school_of(a=20, b=20)
    away = of_class(1, 10) | of_class(2, 1)
    assert scopes_in_storm(away, roster, StormLimits()) == {"school": None}


def test_a_few_in_each_class_of_a_school_can_be_a_storm() -> None:
    roster = school_of(a=20, b=20, c=20, d=20)
    away = of_class(1, 6) | of_class(2, 6) | of_class(3, 6) | of_class(4, 6)
    assert scopes_in_storm(away, roster, StormLimits()) == {"school": None}


def test_both_limits_can_be_switched_off() -> None:
    roster = school_of(a=20, b=20)
    assert scopes_in_storm(of_class(1, 20) | of_class(2, 20), roster, StormLimits(0, 0)) == {}


def test_who_has_left_the_school_is_not_counted() -> None:
    roster = school_of(a=10)
    assert scopes_in_storm({PersonId(n) for n in range(900, 920)}, roster, StormLimits()) == {}
