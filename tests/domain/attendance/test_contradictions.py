"""What does not fit together in a day, and what is counted of the days that do."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attendance.answers import Answer
from domain.attendance.contradictions import Doubtful, contradictions
from domain.attendance.missed import MissedDay, MissedLesson, Reason, totals
from domain.attendance.notes import AbsenceNote, NoteReason, Span
from domain.attendance.presence import Presence
from domain.ids import LessonId, NoteId, PersonId
from domain.roles.people import PersonName

TUESDAY, PETYA = date(2026, 11, 24), PersonId(1)
P, A, I, L, U = Presence.PRESENT, Presence.ABSENT, Presence.ILL, Presence.LATE, Presence.EXCUSED  # noqa: E741
NOTE = AbsenceNote(NoteId(1), PETYA, Span(TUESDAY, TUESDAY, 2), NoteReason.ILL, None, None, PersonId(9))
days = st.dictionaries(st.integers(1, 8), st.sampled_from(Presence))


def _day(
    known: Mapping[int, Presence],
    settled: Reason | None = None,
    answer: Answer | None = None,
    note: AbsenceNote | None = None,
) -> MissedDay:
    lessons = tuple(
        MissedLesson(LessonId(n), PETYA, TUESDAY, n, "Алгебра", status, None, answer, settled if status.away else None)
        for n, status in sorted(known.items())
        if status is not P
    )
    return MissedDay(PETYA, PersonName("Иванов", "Пётр"), TUESDAY, lessons, note)


@pytest.mark.parametrize(
    ("known", "gaps"),
    [
        ({1: P, 2: A, 3: P}, (2,)),
        ({1: P, 2: A, 3: A, 4: L}, (2, 3)),
        ({1: P, 2: A}, ()),
        ({1: A, 2: P}, ()),
        ({1: P, 2: I, 3: P}, ()),
        ({1: P, 2: U, 3: P}, ()),
        ({1: A, 3: P, 5: A, 6: P}, (5,)),
    ],
)
def test_there_away_and_there_again_is_a_gap(known: dict[int, Presence], gaps: tuple[int, ...]) -> None:
    found = contradictions(_day(known), known, [])
    assert [one.positions for one in found if one.kind is Doubtful.GAP] == ([gaps] if gaps else [])


@given(days, st.sampled_from(Reason))
def test_what_is_settled_is_no_contradiction_any_more(known: dict[int, Presence], reason: Reason) -> None:
    assert contradictions(_day(known, settled=reason), known, []) == []


def test_presence_at_lessons_that_were_announced_as_missed_is_listed() -> None:
    known = {1: P, 2: P, 3: A, 4: L}
    found = contradictions(_day(known, Reason.ILL, note=NOTE), known, [NOTE])
    assert [(one.kind, one.positions) for one in found] == [(Doubtful.HERE_THOUGH_ANNOUNCED, (2, 4))]


@pytest.mark.parametrize(
    ("known", "answer", "note", "silent"),
    [
        ({1: A, 2: A, 3: A}, None, None, True),
        ({1: A, 2: A, 3: A}, Answer.KNOWN, None, False),
        ({1: A, 2: A, 3: A}, None, NOTE, False),
        ({1: A, 2: A, 3: P}, None, None, False),
        ({1: A, 2: I}, None, None, False),
        ({1: A}, None, None, False),
    ],
)
def test_a_whole_day_without_a_word_is_listed(
    known: dict[int, Presence], answer: Answer | None, note: AbsenceNote | None, silent: bool
) -> None:
    found = contradictions(_day(known, answer=answer, note=note), known, [])
    assert (Doubtful.SILENT_DAY in {one.kind for one in found}) is silent


@given(st.lists(days, max_size=5), st.sampled_from([None, *Reason]))
def test_totals_leave_no_lesson_out_and_count_none_twice(listed: list[dict[int, Presence]], settled: Reason) -> None:
    missed = [_day(known, settled) for known in listed]
    total = totals(missed)
    away = sum(status.away for known in listed for status in known.values())
    assert total.lessons == total.ill + total.excused + total.unexcused + total.unknown == away
    assert total.late == sum(status is L for known in listed for status in known.values())
    assert total.days == sum(any(status.away for status in known.values()) for known in listed)


@pytest.mark.parametrize(
    ("status", "settled", "reason"),
    [
        (A, None, None),
        (I, None, Reason.ILL),
        (U, None, Reason.EXCUSED),
        (A, Reason.UNEXCUSED, Reason.UNEXCUSED),
        (I, Reason.UNEXCUSED, Reason.UNEXCUSED),
    ],
)
def test_what_is_settled_beats_what_the_fact_says(
    status: Presence, settled: Reason | None, reason: Reason | None
) -> None:
    assert _day({1: status}, settled).reason is reason
