"""Slices as buttons carry them: what comes back is what went in, and nothing else comes back at all."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.control.indicators import By, Line, Measure, Slice, ways
from domain.errors import NotFound
from domain.ids import ClassId, EntryId, PersonId, SubjectId
from domain.school.roster import SchoolClass
from domain.school.timetable import LessonRef, SubjectRef
from handlers.control.place_text import (
    LONGEST_LESSON,
    MEASURES,
    WAYS,
    LessonsPlace,
    ListPlace,
    lesson_place,
    lesson_text,
    lessons_place,
    list_place,
    narrowed,
)
from handlers.control.slice_text import LARGEST, LONGEST_SLICE, base36, packed_slice, slice_of

ids = st.none() | st.integers(1, LARGEST)
days = st.dates(date(2020, 1, 1), date(2140, 1, 1))


@st.composite
def slices(draw: st.DrawFn) -> Slice:
    first, length = draw(days), draw(st.integers(0, 366))
    room = draw(st.sampled_from(["class", "grade", "class of a grade", "school"]))
    return Slice(
        first,
        date.fromordinal(first.toordinal() + length),
        ClassId(draw(st.integers(1, LARGEST))) if "class" in room else None,
        draw(st.integers(1, 12)) if "grade" in room else None,
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


def test_every_figure_and_every_way_has_its_letter() -> None:
    assert set(MEASURES.values()) == set(Measure)
    assert set(WAYS.values()) == set(By)


@given(slices(), st.sampled_from(list(Measure)), st.integers(0, 1295), st.integers(0, 1295), st.integers(0, 7))
def test_a_place_comes_back_from_its_text(one: Slice, measure: Measure, list_page: int, page: int, added: int) -> None:
    for by in ways(measure):
        place = ListPlace(one, measure, by, list_page)
        lessons = LessonsPlace(one, measure, by, list_page, added, page)
        ref = LessonRef(EntryId(LARGEST), one.first)
        assert list_place(place.text) == place
        assert lessons_place(lessons.text) == lessons
        assert lesson_place(lesson_text(lessons, ref)) == (lessons, ref)
        assert len(lesson_text(lessons, ref)) <= len(LONGEST_LESSON)


def test_the_way_back_leads_to_the_slice_that_was_narrowed() -> None:
    whole = Slice(date(2026, 11, 1), date(2026, 11, 30), grade=7)
    place = ListPlace(whole, Measure.PLAN, By.COURSE, 3)
    line = Line(1, 2, school_class=SchoolClass(ClassId(2), "7А", 7), subject=SubjectRef(SubjectId(1), "Алгебра", "А"))
    lessons = narrowed(place, line)
    assert (lessons.slice.class_id, lessons.slice.subject, lessons.slice.grade) == (2, 1, 7)
    assert lessons.of_list == place
    chosen = replace(place, slice=replace(whole, class_id=ClassId(2)))
    assert narrowed(chosen, line).of_list == chosen


@pytest.mark.parametrize(
    "said", ["", "/", "1y41y4/", "1y41y4/zt00", "1y41y4/at0", "1y41y4/ap00", "1y41y4/at000", "x/at00"]
)
def test_what_is_no_place_is_not_found(said: str) -> None:
    with pytest.raises(NotFound):
        list_place(said)


@pytest.mark.parametrize("rest", ["", "9001y41", "0001y4", "000zz", "000", "0001y4-1"])
def test_what_is_no_lesson_is_not_found(rest: str) -> None:
    with pytest.raises(NotFound):
        lesson_place(f"1y41y4/at00{rest}")
