"""Names of a lesson's line: one pupil of the class, or a question, never a guess."""

import pytest

from domain.ids import ClassId, PersonId
from domain.journal.lesson_line_names import meant_by
from domain.roles.people import PersonName
from domain.school.roster import Seat

NAMES = {
    1: PersonName("Иванов", "Пётр", "Олегович"),
    2: PersonName("Иванов", "Семён", "Ильич"),
    3: PersonName("Иванова", "Анна", "Олеговна"),
    4: PersonName("Петрова", "Анна", "Сергеевна"),
    5: PersonName("Римский-Корсаков", "Ян"),
    6: PersonName("Ли", "Мария"),
    7: PersonName("Фёдорова", "Ст.", None),
    8: PersonName("Сидоренко", "Олег"),
    9: PersonName("Сидоренка", "Ольга"),
}
CLASS = tuple(Seat(PersonId(number), name, ClassId(1)) for number, name in NAMES.items())


@pytest.mark.parametrize(
    ("said", "pupil"),
    [
        ("Иванов П.", 1),
        ("Иванов П.О.", 1),
        ("иванов с", 2),
        ("Иванов Пётр", 1),
        ("петр иванов", 1),
        ("Иванов Петр Олегович", 1),
        ("ИВАНОВА", 3),
        ("Пертова", 4),
        ("Петрова А.", 4),
        ("Корсаков", 5),
        ("римский ян", 5),
        ("Римский-Корсаков", 5),
        ("ли", 6),
        ("Федорова", 7),
        ("Фёдорова Степанида", 7),
        ("Фёдорва", 7),
    ],
)
def test_a_name_that_only_one_pupil_can_bear(said: str, pupil: int) -> None:
    found = meant_by(said, CLASS)
    assert found.seat is not None
    assert found.seat.pupil == pupil


@pytest.mark.parametrize(
    ("said", "pupils"),
    [
        ("Иванов", {1, 2}),
        ("Иванов Иван", {1, 2}),
        ("Петрова М.", {4}),
        ("Анна", {3, 4}),
        ("Мария", {6}),
        ("Сидоренк", {8, 9}),
    ],
)
def test_a_name_that_could_be_anothers_is_a_question(said: str, pupils: set[int]) -> None:
    found = meant_by(said, CLASS)
    assert found.seat is None
    assert {seat.pupil for seat in found.likely} == pupils


@pytest.mark.parametrize("said", ["Пупкин", "Ки", "", "всем"])
def test_a_name_of_nobody_here(said: str) -> None:
    found = meant_by(said, CLASS)
    assert (found.seat, found.likely) == (None, ())


def test_nobody_is_found_in_an_empty_class() -> None:
    assert meant_by("Иванов", ()).likely == ()
