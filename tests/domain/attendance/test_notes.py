"""Announced absences: which lessons they hold at, and what is understood of a line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attendance.note_line import absence_in
from domain.attendance.notes import AbsenceNote, NoteReason, Span, announced
from domain.attendance.presence import Presence
from domain.ids import NoteId, PersonId
from domain.school.said_dates import NoSuchDay

TUESDAY = date(2026, 11, 24)
PETYA, ANYA, BORIS = PersonId(1), PersonId(2), PersonId(3)
TWO = {PETYA: "Пётр", ANYA: "Анна"}


def _day(day: int, month: int = 11) -> date:
    return date(2026, month, day)


def _note(number: int, span: Span, reason: NoteReason = NoteReason.ILL, *, cancelled: bool = False) -> AbsenceNote:
    return AbsenceNote(NoteId(number), PETYA, span, reason, None, None, PersonId(9), cancelled=cancelled)


@pytest.mark.parametrize(
    ("line", "pupil", "span", "reason", "words"),
    [
        ("завтра болеет", None, Span(_day(25), _day(25)), NoteReason.ILL, None),
        ("Аня 12–14.12 соревнования", ANYA, Span(_day(12, 12), _day(14, 12)), NoteReason.CONTEST, None),
        ("аня 12-14 декабря олимпиада", ANYA, Span(_day(12, 12), _day(14, 12)), NoteReason.CONTEST, None),
        ("Петя с 25 по 27.11 температура 38", PETYA, Span(_day(25), _day(27)), NoteReason.ILL, "температура 38"),
        ("Пётр до пятницы болеет", PETYA, Span(_day(24), _day(27)), NoteReason.ILL, None),
        (
            "с завтра до пятницы едем к бабушке",
            None,
            Span(_day(25), _day(27)),
            NoteReason.OTHER,
            "едем к бабушке",
        ),
        ("27.11 – 1.12 болеет", None, Span(_day(27), _day(1, 12)), NoteReason.ILL, None),
        ("завтра 3-5 урок врач", None, Span(_day(25), _day(25), 3, 5), NoteReason.DOCTOR, None),
        ("завтра до 3 урока врач", None, Span(_day(25), _day(25), None, 3), NoteReason.DOCTOR, None),
        ("сегодня с 3-го урока", None, Span(_day(24), _day(24), 3, None), None, None),
        ("Анна 2 урок", ANYA, Span(_day(24), _day(24), 2, 2), None, None),
        ("Петя завтра", PETYA, Span(_day(25), _day(25)), None, None),
        ("Петя", PETYA, None, None, None),
        ("болеет", None, None, NoteReason.ILL, None),
        ("", None, None, None, None),
        ("until friday ill", None, Span(_day(24), _day(27)), NoteReason.ILL, None),
        ("tomorrow lesson 2 doctor", None, Span(_day(25), _day(25)), NoteReason.DOCTOR, "lesson 2 doctor"),
    ],
)
def test_a_line_is_understood(
    line: str, pupil: PersonId | None, span: Span | None, reason: NoteReason | None, words: str | None
) -> None:
    said = absence_in(line, TUESDAY, TWO)
    assert (said.pupil, said.span, said.reason, said.words) == (pupil, span, reason, words)


def test_the_only_child_need_not_be_named_and_a_reason_is_no_name() -> None:
    assert absence_in("завтра болеет", TUESDAY, {PETYA: "Пётр"}).pupil == PETYA
    assert absence_in("болеет завтра", TUESDAY, {PETYA: "Пётр", BORIS: "Болеслав"}).pupil is None


def test_children_of_alike_names_are_not_guessed() -> None:
    said = absence_in("Ан завтра болеет", TUESDAY, {PETYA: "Анна", ANYA: "Антон"})
    assert said.pupil is None


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(NoSuchDay):
        absence_in("31.11 болеет", TUESDAY, TWO)


@given(st.text(alphabet="абвгдеёжз 0123456789.–-по сдоурока завтрапятница", max_size=60))
def test_no_line_breaks_it_and_days_are_in_order(line: str) -> None:
    try:
        said = absence_in(line, TUESDAY, TWO)
    except NoSuchDay:
        return
    assert said.span is None or said.span.first <= said.span.last


@given(st.integers(0, 20), st.integers(0, 20), st.integers(1, 8), st.integers(1, 8))
def test_a_span_said_in_dates_is_that_span(ahead: int, more: int, start: int, end: int) -> None:
    first = TUESDAY + timedelta(days=ahead)
    last = first + timedelta(days=more)
    said = absence_in(f"Петя с {first:%d.%m} по {last:%d.%m} {start}-{end} уроки болеет", TUESDAY, TWO)
    assert (said.pupil, said.span, said.reason) == (PETYA, Span(first, last, start, end), NoteReason.ILL)


@given(st.integers(0, 10), st.integers(1, 8), st.integers(1, 8), st.integers(1, 8))
def test_only_the_ends_of_a_span_are_cut(day: int, position: int, start: int, end: int) -> None:
    span = Span(TUESDAY, TUESDAY + timedelta(days=5), start, end)
    covered = span.covers(TUESDAY + timedelta(days=day), position)
    expected = {0: position >= start, 5: position <= end}.get(day, day < 5)
    assert covered is expected


def test_the_newest_of_several_holds_and_what_is_taken_back_holds_nowhere() -> None:
    older, newer = _note(1, Span(TUESDAY, TUESDAY)), _note(2, Span(TUESDAY, TUESDAY, 2, 3), NoteReason.DOCTOR)
    assert announced([newer, older], TUESDAY, 2) is newer
    assert announced([newer, older], TUESDAY, 4) is older
    assert announced([_note(3, Span(TUESDAY, TUESDAY), cancelled=True)], TUESDAY, 1) is None


@pytest.mark.parametrize("reason", NoteReason)
def test_the_roll_call_is_filled_with_b_for_an_illness_and_u_for_the_rest(reason: NoteReason) -> None:
    filled = _note(1, Span(TUESDAY, TUESDAY), reason).presence
    assert filled is (Presence.ILL if reason is NoteReason.ILL else Presence.EXCUSED)
