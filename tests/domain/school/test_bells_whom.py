"""For whom bells are, as people write it: classes, grades, the whole school, and the times behind."""

import pytest

from domain.ids import ClassId
from domain.school.bells import BellRule
from domain.school.bells_whom import BellWhomUnclear, said_whom
from domain.school.roster import SchoolClass

NAMES = {71: "7А", 72: "7Б", 81: "8 «А»", 101: "10 «М» (медицинский)", 5: "5"}
CLASSES = [SchoolClass(ClassId(number), name, 7) for number, name in NAMES.items()]


def _classes(said: str) -> list[int | None]:
    return [rule.class_id for rule in said_whom(said, CLASSES)[0]]


@pytest.mark.parametrize(
    "said",
    ["7Б, 8А", "7б 8а", "7 Б и 8 А", "7-Б; 8-А", "для 7Б, 8А", "классы 7Б и 8«А»", "7Б\n8A", "7Б, 8А, 7Б", "7Б,8А."],
)
def test_classes_are_written_in_many_ways(said: str) -> None:
    assert _classes(said) == [72, 81]


def test_a_class_of_two_words_and_one_without_a_letter() -> None:
    assert _classes("10 М, 7А") == [101, 71]
    assert _classes("10 «М» (медицинский)") == [101]
    assert _classes("5, 7А") == [5, 71]


@pytest.mark.parametrize(
    ("said", "grades"),
    [
        ("вся школа", (1, 12)),
        ("все классы", (1, 12)),
        ("Для всех", (1, 12)),
        ("whole school", (1, 12)),
        ("5–9", (5, 9)),
        ("5-9 кл.", (5, 9)),
        ("2 - 4 классы", (2, 4)),
        ("для 2–4 классов", (2, 4)),
        ("1", (1, 1)),
        ("1 класс", (1, 1)),
        ("7-е классы", (7, 7)),
        ("grades 5-9", (5, 9)),
    ],
)
def test_grades_and_the_whole_school(said: str, grades: tuple[int, int]) -> None:
    assert said_whom(said, CLASSES) == ((BellRule({}, *grades),), "")


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("7Б, 8А 14:00 по 40, перемены 10 10", "14:00 по 40, перемены 10 10"),
        ("7Б, 8А: с 14.00 по 40, перемены 10", "с 14.00 по 40, перемены 10"),
        ("7Б, 8А\n1 14:00–14:40\n2 14:50–15:30", "1 14:00–14:40\n2 14:50–15:30"),
        ("7Б 8А 1. 14.00-14.40", "1. 14.00-14.40"),
        ("7Б, 8А — 0 13:10–13:50", "0 13:10–13:50"),
    ],
)
def test_times_may_follow_in_the_same_message(said: str, times: str) -> None:
    scope, left = said_whom(said, CLASSES)
    assert ([rule.class_id for rule in scope], left) == ([72, 81], times)


def test_times_follow_grades_too() -> None:
    assert said_whom("5-9 8:30 по 45, перемены 10", CLASSES) == ((BellRule({}, 5, 9),), "8:30 по 45, перемены 10")
    assert said_whom("7 8:30 по 45, перемены 10", CLASSES)[0] == (BellRule({}, 7, 7),)


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ("7Б, 9Я", "9Я"),
        ("7Б вечером", "вечером"),
        ("0", "0"),
        ("9-5", "9-5"),
        ("1-13", "1-13"),
        ("как обычно", "как обычно"),
        ("1 8:30–9:15", "1 8:30–9:15"),
        ("8:30 по 45, перемены 10", "8:30 по 45"),
        ("5-9, 7Б", "5-9"),
        ("   ", ""),
    ],
)
def test_whom_nobody_knows_is_named(said: str, unread: str) -> None:
    with pytest.raises(BellWhomUnclear) as refused:
        said_whom(said, CLASSES)
    assert refused.value.said == unread
