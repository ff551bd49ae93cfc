"""Sets of pupils: years, classes, subgroups, by the file's levels and by their names."""

import pytest

from domain.school.class_names import class_norm
from domain.school.importing.timetable_sets import SetPart, Sets
from domain.school.importing.timetable_source import StudentSet

PARALLEL = StudentSet(
    "9",
    (
        StudentSet("9 а", (StudentSet("9 а целый"),)),
        StudentSet("9 б", (StudentSet("9 б физики"), StudentSet("9 б девочки"))),
        StudentSet("9 в", (StudentSet("9 в физики"), StudentSet("9 в девочки"))),
        StudentSet("9 девочки", (StudentSet("9 б девочки"), StudentSet("9 в девочки"))),
    ),
)


def meaning(name: str, *years: StudentSet, known: tuple[str, ...] = (), sets: tuple[str, ...] = ()) -> list[SetPart]:
    return list(Sets.of((name, *sets), years, {class_norm(one): one for one in known}).meaning(name))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("9", [SetPart("9 а"), SetPart("9 б"), SetPart("9 в")]),
        ("9 б", [SetPart("9 б")]),
        ("9 а целый", [SetPart("9 а")]),
        ("9 б физики", [SetPart("9 б", "физики")]),
        ("9 девочки", [SetPart("9 б", "девочки"), SetPart("9 в", "девочки")]),
    ],
)
def test_levels_say_which_classes_a_set_is_of(name: str, parts: list[SetPart]) -> None:
    assert meaning(name, PARALLEL) == parts


def test_the_school_s_own_spelling_of_a_class_stays() -> None:
    assert meaning("9 б физики", PARALLEL, known=("9Б",)) == [SetPart("9Б", "физики")]
    assert meaning("9 б", PARALLEL, known=("9Б",)) == [SetPart("9Б")]


def test_a_year_may_be_a_class() -> None:
    year = StudentSet("5A", (StudentSet("5A Gr1"), StudentSet("5A Gr2")))
    assert meaning("5A Gr1", year) == [SetPart("5A", "Gr1")]
    assert meaning("5A", year) == [SetPart("5A")]
    assert meaning("2 C PNI", StudentSet("2 C PNI")) == [SetPart("2 C PNI")]


def test_two_years_that_begin_alike_halve_a_class() -> None:
    years = StudentSet("10 А физмат"), StudentSet("10 А химбио")
    assert meaning("10 А физмат", *years) == [SetPart("10 А", "физмат")]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("7А", [SetPart("7А")]),
        ("11 «Б»", [SetPart("11 «Б»")]),
        ("10 ФМ", [SetPart("10 ФМ")]),
        ("10 б математики", [SetPart("10 б", "математики")]),
        ("7А гр1", [SetPart("7А", "1")]),
        ("7А 2 группа", [SetPart("7А", "2")]),
        ("7А-1", [SetPart("7А", "1")]),
        ("10 б худ.-биологи", [SetPart("10 б", "худ.-биологи")]),
        ("Учительская", []),
        ("1 группа", []),
    ],
)
def test_without_levels_the_name_says_it(name: str, parts: list[SetPart]) -> None:
    assert meaning(name) == parts


def test_a_bare_number_is_a_parallel_where_it_has_classes_and_else_a_class() -> None:
    assert meaning("9", sets=("9 б физики", "9А", "8Б")) == [SetPart("9А"), SetPart("9 б")]
    assert meaning("9", known=("9Г",)) == [SetPart("9Г")]
    assert meaning("9") == [SetPart("9")]
    assert meaning("9-е классы", sets=("9А",)) == [SetPart("9А")]
