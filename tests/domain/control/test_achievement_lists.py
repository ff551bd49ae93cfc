"""Lists of pupils by their results."""

import pytest

from domain.control.achievement_lists import BY_MARK, Given, Group, lists_of
from domain.ids import ClassId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.roster import SchoolClass, Seat

CLASS = SchoolClass(ClassId(1), "7А", 7)
LOWER = SchoolClass(ClassId(2), "5Б", 5)


def _pupil(number: int, *values: str | None, school_class: SchoolClass = CLASS) -> list[Given]:
    seat = Seat(PersonId(number), PersonName("Иванов", f"{number}"), school_class.id)
    return [Given(seat, school_class, SubjectId(n), f"Предмет {n}", value) for n, value in enumerate(values)]


def _groups(*values: str | None, so_far: bool = False) -> dict[Group, tuple[str, ...]]:
    found = lists_of(_pupil(1, *values), whole=True, so_far=so_far)
    return {group: listed[0].subjects for group, listed in found.items() if listed}


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        (("5", "5", "5"), {Group.EXCELLENT}),
        (("5", "осв.", "зач"), {Group.EXCELLENT}),
        (("5", "4", "5"), {Group.GOOD, Group.ONE_FOUR}),
        (("4", "4", "5"), {Group.GOOD}),
        (("5", "4", "3"), {Group.ONE_THREE}),
        (("3", "3", "5"), set()),
        (("2", "5", "5"), {Group.FAILING}),
        (("1",), {Group.FAILING}),
        (("незач", "5"), {Group.FAILING}),
        (("н/а", "5"), {Group.NOT_ATTESTED}),
        (("н/а", "2"), {Group.NOT_ATTESTED, Group.FAILING}),
        (("5", None), {Group.INCOMPLETE}),
        (("2", None), {Group.INCOMPLETE, Group.FAILING}),
        (("осв.", "зач"), set()),
    ],
)
def test_a_pupil_is_on_the_lists_that_the_results_say(values: tuple[str | None, ...], groups: set[Group]) -> None:
    assert set(_groups(*values)) == groups


def test_a_list_says_on_account_of_which_subjects() -> None:
    assert _groups("5", "4", "3") == {Group.ONE_THREE: ("Предмет 2",)}
    assert _groups("2", "н/а", None) == {
        Group.FAILING: ("Предмет 0",),
        Group.NOT_ATTESTED: ("Предмет 1",),
        Group.INCOMPLETE: ("Предмет 2",),
    }


def test_in_a_forecast_subjects_without_marks_do_not_matter() -> None:
    assert set(_groups("5", None, so_far=True)) == {Group.EXCELLENT}
    assert set(_groups(None, None, so_far=True)) == {Group.INCOMPLETE}


def test_of_one_subject_the_lists_are_by_marks() -> None:
    given = [
        *(one for n, v in enumerate(("5", "4", "3", "2", "1", "незач"), 1) for one in _pupil(n, v)),
        *_pupil(7, "н/а"),
        *_pupil(8, None),
        *_pupil(9, "осв."),
    ]
    found = lists_of(given, whole=False)
    assert tuple(found) == BY_MARK
    assert {group: len(listed) for group, listed in found.items()} == {
        Group.FIVE: 1,
        Group.FOUR: 1,
        Group.THREE: 1,
        Group.TWO: 3,
        Group.NOT_ATTESTED: 1,
        Group.INCOMPLETE: 1,
    }


def test_lower_classes_come_first() -> None:
    given = [*_pupil(1, "5"), *_pupil(2, "5", school_class=LOWER)]
    assert [one.seat.pupil for one in lists_of(given, whole=True)[Group.EXCELLENT]] == [2, 1]
