"""A class is found whatever way it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.school.class_names import class_norm, grade_of


@pytest.mark.parametrize(
    "written", ["7А", "7а", '7 "А"', "7-а", "7 «А»", "7A", " 7 a ", "7А класс"[:2], "7.А", "7_а", "7А (математический)"]
)
def test_one_class_in_many_writings(written: str) -> None:
    assert class_norm(written) == "7а"


@pytest.mark.parametrize(
    ("written", "norm"), [('10 "М" (медицинский)', "10м"), ("11B", "11в"), ("1Ё", "1е"), ("5-6 б", "56б"), ("", "")]
)
def test_other_classes_stay_themselves(written: str, norm: str) -> None:
    assert class_norm(written) == norm


@given(st.integers(1, 12), st.sampled_from("АБВГДЕЖЗИКЛМН"), st.sampled_from(["", " ", "-", ' "']))
def test_the_grade_and_the_letter_are_kept(grade: int, letter: str, between: str) -> None:
    written = f"{grade}{between}{letter}"
    assert class_norm(written) == f"{grade}{letter.casefold()}"
    assert class_norm(class_norm(written)) == class_norm(written)
    assert grade_of(written) == grade


@pytest.mark.parametrize("written", ["А", "", "0А", "13А", "2026", "класс 7"])
def test_without_a_grade_there_is_none(written: str) -> None:
    assert grade_of(written) is None
