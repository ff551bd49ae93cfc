"""A line of homework says for whom, how long, or that nothing is set; a doubt is asked, never guessed."""

import pytest

from domain.ids import ClassId, PersonId
from domain.journal.homework_words import PupilNotInClass, SeveralSuchPupils, forms_of, words_of
from domain.roles.people import PersonName
from domain.school.roster import Seat

NAMES = [
    ("Иванов", "Пётр"),
    ("Иванов", "Иван"),
    ("Иванова", "Анна"),
    ("Сидоров", "Семён"),
    ("Достоевская", "Мария"),
    ("Черных", "Павел"),
]
SEATS = [Seat(PersonId(n), PersonName(*name), ClassId(1)) for n, name in enumerate(NAMES)]


def _for(line: str) -> list[int]:
    return [seat.pupil for seat in words_of(line, SEATS, "7А").pupils]


@pytest.mark.parametrize(
    ("line", "pupils", "text"),
    [
        ("Сидорову: № 5", [3], "№ 5"),
        ("для Сидорова Семёна: № 5", [], "для Сидорова Семёна: № 5"),
        ("Иванову Петру: § 2", [0], "§ 2"),
        ("Ивану Иванову: § 2", [1], "§ 2"),
        ("Иванову П.: § 2", [0], "§ 2"),
        ("Ивановой и Сидорову: с. 4", [2, 3], "с. 4"),
        ("достоевской, черных : эссе", [4, 5], "эссе"),
        ("учебник: № 5", [], "учебник: № 5"),
        ("№ 5: а, б", [], "№ 5: а, б"),
        ("читать Сидорову", [], "читать Сидорову"),
    ],
)
def test_names_before_a_colon_are_pupils_of_the_class(line: str, pupils: list[int], text: str) -> None:
    assert _for(line) == pupils
    assert words_of(line, SEATS, "7А").text == text


def test_a_name_that_is_nobodys_beside_one_that_is_is_refused() -> None:
    with pytest.raises(PupilNotInClass) as refused:
        words_of("Сидорову, Жукову: № 5", SEATS, "7А")
    assert refused.value.about == {"said": "Жукову", "class_name": "7А"}


def test_namesakes_are_never_guessed() -> None:
    with pytest.raises(SeveralSuchPupils) as refused:
        words_of("Иванову: № 5", SEATS, "7А")
    assert refused.value.names == "Иванов Пётр, Иванов Иван"


@pytest.mark.parametrize(
    ("line", "text", "minutes"),
    [
        ("№ 345 ~20 мин", "№ 345", 20),
        ("№ 345, ~ 20 минут, № 346", "№ 345, № 346", 20),
        ("№ 345 (~15м)", "№ 345", 15),
        ("~40 min read", "read", 40),
        ("читать 20 минут", "читать 20 минут", None),
        ("π ~999", "π ~999", None),
        ("~0 мин", "~0 мин", None),
        ("№ 5 ~20 минералов", "№ 5 ~20 минералов", None),
    ],
)
def test_an_estimate_stands_behind_a_tilde(line: str, text: str, minutes: int | None) -> None:
    words = words_of(line, SEATS, "7А")
    assert (words.text, words.minutes) == (text, minutes)


@pytest.mark.parametrize("line", ["не задано", "Ничего не задано.", "нет", "no homework", "без домашнего задания"])
def test_nothing_is_set_in_so_many_words(line: str) -> None:
    assert words_of(line, SEATS, "7А").none_set


@pytest.mark.parametrize("line", ["не задано упр. 5", "нет учебника — читать в сети", "Сидорову: не задано"])
def test_what_says_more_is_homework(line: str) -> None:
    assert not words_of(line, SEATS, "7А").none_set


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Иванов", "иванову"),
        ("Иванова", "ивановой"),
        ("Кузина", "кузиной"),
        ("Достоевский", "достоевскому"),
        ("Коваль", "ковалю"),
        ("Глинка", "глинке"),
        ("Шевченко", "шевченко"),
        ("Мария", "марии"),
        ("Павел", "павлу"),
        ("Илья", "илье"),
        ("Алексей", "алексею"),
        ("Любовь", "любови"),
    ],
)
def test_datives(name: str, dative: str) -> None:
    assert dative in forms_of(name)
