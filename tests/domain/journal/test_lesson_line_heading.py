"""The beginning of a lesson's line: day, class and subject, in any order and writing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import ClassId, SubjectId
from domain.journal.lesson_line import SaidLesson, SaidMark, SaidOf, parse
from domain.journal.lesson_line_heading import Heading, heading_of
from domain.school.class_names import class_norm
from domain.school.roster import SchoolClass
from domain.school.said_dates import NoSuchDay
from domain.school.timetable import SubjectRef
from tests import school

CLASSES = {class_norm(name): SchoolClass(ClassId(n), name, 7) for n, name in enumerate(("7А", "7Б", "10М"))}
ALGEBRA, RUSSIAN, ENGLISH = (
    SubjectRef(SubjectId(n), *names)
    for n, names in enumerate((("Алгебра", "Алг"), ("Русский язык", "Рус"), ("Английский язык", "Англ")))
)
SURNAMES = {"русских", "иванов", "март"}


def _of(line: str) -> Heading:
    return heading_of(line, school.TUESDAY, CLASSES, [ALGEBRA, RUSSIAN], [ENGLISH], SURNAMES)


def _said(heading: Heading) -> tuple[str | None, list[str], date | None]:
    school_class = heading.school_class
    return school_class.name if school_class else None, [one.name for one in heading.subjects], heading.day


@pytest.mark.parametrize(
    ("line", "class_name", "subjects"),
    [
        ("7а алгебра: все", "7А", ["Алгебра"]),
        ("7А Алгебра все", "7А", ["Алгебра"]),
        ("алгебра 7 а: все", "7А", ["Алгебра"]),
        ("7 «Б», рус яз: все", "7Б", ["Русский язык"]),
        ("7б: все", "7Б", []),
        ("10м все", "10М", []),
        ("алг: все", None, ["Алгебра"]),
        ("алгебра все", None, ["Алгебра"]),
        ("7а англ: все", "7А", ["Английский язык"]),
        ("все", None, []),
    ],
)
def test_class_and_subject(line: str, class_name: str | None, subjects: list[str]) -> None:
    found = _of(line)
    assert _said(found)[:2] == (class_name, subjects)
    assert parse(found.rest) == SaidLesson(everyone=True)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("вчера 7а: все", date(2026, 11, 23)),
        ("7а вчера: все", date(2026, 11, 23)),
        ("12.11 7а алгебра все", date(2026, 11, 12)),
        ("7а 12 ноября: все", date(2026, 11, 12)),
        ("в пятницу 7а: все", date(2026, 11, 20)),
        ("вторник 7а: все", date(2026, 11, 24)),
        ("7а: все", None),
    ],
)
def test_a_day_is_one_that_was(line: str, day: date | None) -> None:
    found = _of(line)
    assert _said(found) == ("7А", ["Алгебра"] if "алгебра" in line else [], day)
    assert parse(found.rest).everyone


def test_a_day_that_the_calendar_has_not_is_said_to_be_none() -> None:
    with pytest.raises(NoSuchDay):
        _of("31.02 7а: все")


@pytest.mark.parametrize(
    "line", ["Иванов 5, Петрова 4", "Русских 5", "тема: Алгебра", "ср Иванов 5", "Март 5", "дз: 7а", "Иванов 7 а б"]
)
def test_what_is_said_of_pupils_is_no_heading(line: str) -> None:
    found = _of(line)
    assert _said(found) == (None, [], None)
    assert found.rest == line


def test_a_surname_like_a_subject_behind_the_class_stays_a_surname() -> None:
    found = _of("7а Русских 5")
    assert _said(found) == ("7А", [], None)
    assert parse(found.rest) == SaidLesson((SaidOf("Русских", (SaidMark("5"),)),))


@given(
    st.sampled_from(["7А", "7 б", "10-м", "7 «А»"]),
    st.sampled_from(["", "алгебра", "Русский язык", "рус яз"]),
    st.sampled_from([": ", " ", ":\n"]),
    st.sampled_from(["Иванов 5", "н Иванов, Русских", "тема: 7а и 7б: сравнение", "все на месте; дз: № 5"]),
)
def test_the_rest_is_what_was_said_of_the_lesson(class_name: str, subject: str, mark: str, body: str) -> None:
    found = _of(f"{class_name} {subject}{mark}{body}")
    assert found.school_class == CLASSES[class_norm(class_name)]
    assert len(found.subjects) == bool(subject)
    assert parse(found.rest) == parse(body)
