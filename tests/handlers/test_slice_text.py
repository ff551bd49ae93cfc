"""Slices as buttons carry them: what comes back is what went in, and nothing else comes back at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.control.indicators import Slice
from domain.errors import NotFound
from domain.ids import ClassId, PersonId, SubjectId
from handlers.control.slice_text import LARGEST, LONGEST_SLICE, base36, packed_slice, slice_of

ids = st.none() | st.integers(1, LARGEST)
days = st.dates(date(2020, 1, 1), date(2140, 1, 1))


@st.composite
def slices(draw: st.DrawFn) -> Slice:
    first, length = draw(days), draw(st.integers(0, 366))
    room = draw(st.sampled_from(["class", "grade", "school"]))
    return Slice(
        first,
        date.fromordinal(first.toordinal() + length),
        ClassId(draw(st.integers(1, LARGEST))) if room == "class" else None,
        draw(st.integers(1, 12)) if room == "grade" else None,
        draw(ids.map(lambda n: None if n is None else SubjectId(n))),
        draw(ids.map(lambda n: None if n is None else PersonId(n))),
    )


@given(slices())
def test_a_slice_comes_back_from_its_text(one: Slice) -> None:
    said = packed_slice(one)
    assert slice_of(said) == one
    assert len(said) <= len(LONGEST_SLICE)
    assert ":" not in said


@pytest.mark.parametrize(
    "said",
    [
        "",
        "zz",
        "1y4",
        "1y41y3",
        "1y4zzz",
        "1y41y4.1.2.3.4",
        "1y41y4.zzzzzzz",
        "1y41y4.-1",
        "1y41y4.ж",
        "1Y41Y4",
        "1y41y4.1.²",
        "1y41y4.G",
        "1y41y4.GG",
    ],
)
def test_what_is_no_slice_is_not_found(said: str) -> None:
    with pytest.raises(NotFound):
        slice_of(said)


def test_numbers_are_to_the_base_of_36() -> None:
    assert [base36(n) for n in (0, 35, 36, 9_999_999_999)] == ["0", "z", "10", "4ldqpdr"]


def test_a_class_whose_number_is_written_with_a_g_is_no_parallel() -> None:
    one = Slice(date(2026, 11, 1), date(2026, 11, 30), ClassId(16 * 36 + 7))
    assert slice_of(packed_slice(one)) == one
