"""Which absence rings at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attendance.alarm import EXPLAINED, rings
from domain.attendance.answers import Answer
from domain.attendance.presence import Presence

P, A, I, L = Presence.PRESENT, Presence.ABSENT, Presence.ILL, Presence.LATE  # noqa: E741 - as the journal writes them
days = st.dictionaries(st.integers(1, 8), st.sampled_from(Presence))
NOTHING: frozenset[Answer] = frozenset()


@pytest.mark.parametrize(
    ("position", "day", "expected"),
    [
        (1, {}, True),
        (3, {}, True),
        (2, {1: A}, False),
        (3, {1: A, 2: A}, False),
        (3, {1: A, 2: P}, True),
        (3, {1: P, 2: L}, True),
        (2, {1: I}, False),
        (3, {1: A}, False),
        (2, {3: A}, True),
        (2, {1: P, 3: A}, True),
    ],
)
def test_absences_in_a_row_ring_once_and_again_after_the_child_was_seen(
    position: int, day: dict[int, Presence], expected: bool
) -> None:
    assert rings(position, A, day, NOTHING) is expected


@pytest.mark.parametrize(("answer", "expected"), [(a, a in (Answer.LATE, Answer.UNKNOWN)) for a in Answer])
def test_what_a_guardian_has_explained_does_not_ring_any_more(answer: Answer, expected: bool) -> None:
    assert rings(4, A, {}, {answer}) is expected


@given(st.integers(1, 8), st.sampled_from([one for one in Presence if one is not A]), days)
def test_only_an_unexplained_absence_rings(position: int, status: Presence, day: dict[int, Presence]) -> None:
    assert not rings(position, status, day, NOTHING)


@given(st.integers(1, 8), days, st.sampled_from(sorted(EXPLAINED)))
def test_lessons_to_come_and_the_lesson_itself_say_nothing(
    position: int, day: dict[int, Presence], said: Answer
) -> None:
    earlier = {known: status for known, status in day.items() if known < position}
    assert rings(position, A, day, NOTHING) == rings(position, A, earlier, NOTHING)
    assert not rings(position, A, day, {said, Answer.UNKNOWN})


@given(st.lists(st.sampled_from([P, A]), min_size=1, max_size=8))
def test_a_day_rings_as_often_as_the_child_was_lost(statuses: list[Presence]) -> None:
    day = dict(enumerate(statuses, 1))
    rung = sum(rings(position, status, day, NOTHING) for position, status in day.items())
    lost = sum(now is A and before is not A for before, now in zip([P, *statuses], statuses, strict=False))
    assert rung == lost


@given(st.integers(1, 8), st.sampled_from(Presence), days)
def test_what_a_guardian_has_announced_never_rings(position: int, status: Presence, day: dict[int, Presence]) -> None:
    assert not rings(position, status, day, NOTHING, announced=True)
