"""Movement: what it does to seats, whatever sequence of it is entered; the report adds up; lines are understood."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refused
from domain.ids import ClassId, MovementId, PersonId, TermId
from domain.roles.people import PersonName
from domain.school.calendar import SchoolCalendar, Term, TermKind
from domain.school.exemptions import said_order
from domain.school.movement import (
    AlreadyInClass,
    Movement,
    MovementHangs,
    MovementKind,
    MovementOutsideYear,
    MovementOverlaps,
    MovementPlanned,
    MovementState,
    PupilNotSeated,
    PupilSeated,
    SeatChange,
    Sitting,
    Wanted,
    change_of,
    require_in_year,
    undoing,
)
from domain.school.movement_report import ReportPeriod, Stay, counted, days_of, total_of
from domain.school.movement_said import (
    MovementDayUnclear,
    NewcomerUnclear,
    pupils_said,
    said_movement,
    said_newcomer,
)
from domain.school.roster import Roster, SchoolClass, Seat
from tests import school

A, B, C = (ClassId(n) for n in (1, 2, 3))
START, TODAY = date(2026, 9, 1), school.TUESDAY
DAY = timedelta(days=1)
CALENDAR = SchoolCalendar(START, date(2027, 5, 26), (), ())
HERE = Sitting(1, A, START)


def _wanted(kind: MovementKind, day: date, to: ClassId | None = None) -> Wanted:
    return Wanted(kind, day, PersonId(1), to_class=to)


def _apply(sittings: list[Sitting], change: SeatChange) -> list[Sitting]:
    """As the storage does it."""
    ended = dict([change.ends] if change.ends else [])
    kept = [
        Sitting(one.id, one.class_id, one.from_day, ended.get(one.id, one.until_day))
        for one in sittings
        if one.id != change.removed
    ]
    number = max((one.id for one in sittings), default=0) + 1
    new = [Sitting(number, *change.begins)] if change.begins else []
    return sorted([*kept, *new], key=lambda one: (one.from_day, one.id))


def test_who_moves_sits_in_the_old_class_to_the_day_before() -> None:
    moved = _apply([HERE], change_of(_wanted(MovementKind.MOVED, TODAY, B), [HERE]))
    assert moved == [Sitting(1, A, START, TODAY - DAY), Sitting(2, B, TODAY)]


def test_who_leaves_is_there_on_the_last_day() -> None:
    [left] = _apply([HERE], change_of(_wanted(MovementKind.LEFT, TODAY), [HERE]))
    assert (left.stands_on(TODAY), left.stands_on(TODAY + DAY)) == (True, False)


@pytest.mark.parametrize(
    ("wanted", "sittings", "refused"),
    [
        (_wanted(MovementKind.MOVED, START, B), [HERE], MovementOverlaps),
        (_wanted(MovementKind.MOVED, TODAY, A), [HERE], AlreadyInClass),
        (_wanted(MovementKind.LEFT, START - DAY), [HERE], MovementOverlaps),
        (_wanted(MovementKind.LEFT, TODAY), [], PupilNotSeated),
        (_wanted(MovementKind.LEFT, TODAY), [Sitting(1, A, START, START)], PupilNotSeated),
        (_wanted(MovementKind.MOVED, TODAY, B), [Sitting(1, A, START, TODAY + DAY)], MovementPlanned),
        (_wanted(MovementKind.ENROLLED, TODAY, B), [HERE], PupilSeated),
        (_wanted(MovementKind.ENROLLED, TODAY, B), [Sitting(1, A, START, TODAY)], PupilSeated),
    ],
)
def test_what_would_overlap_is_refused(wanted: Wanted, sittings: list[Sitting], refused: type[Refused]) -> None:
    with pytest.raises(refused):
        change_of(wanted, sittings)


@pytest.mark.parametrize("day", [START - DAY, date(2027, 9, 1)])
def test_a_day_lies_in_the_year(day: date) -> None:
    require_in_year(START, CALENDAR, TODAY)
    require_in_year(date(2027, 8, 31), CALENDAR, TODAY)
    with pytest.raises(MovementOutsideYear):
        require_in_year(day, CALENDAR, TODAY)


def test_in_the_summer_before_a_year_movement_begins_today() -> None:
    june = date(2026, 6, 20)
    require_in_year(june, CALENDAR, june)
    with pytest.raises(MovementOutsideYear):
        require_in_year(june - DAY, CALENDAR, june)


def test_what_has_changed_since_hangs_on_it() -> None:
    wanted = _wanted(MovementKind.MOVED, TODAY, B)
    movement = Movement(MovementId(1), wanted, A, MovementState.ACCEPTED, PersonId(9))
    moved = _apply([HERE], change_of(wanted, [HERE]))
    again = _apply(moved, change_of(_wanted(MovementKind.LEFT, TODAY + DAY), moved))
    with pytest.raises(MovementHangs):
        undoing(movement, again)
    assert _apply(moved, undoing(movement, moved)) == [HERE]


KINDS = st.sampled_from([MovementKind.ENROLLED, MovementKind.MOVED, MovementKind.LEFT, MovementKind.EXPELLED])
STEPS = st.lists(
    st.tuples(st.integers(1, 4), KINDS, st.integers(0, 267), st.sampled_from([A, B, C]), st.booleans()), max_size=30
)


@settings(max_examples=300, deadline=None)
@given(steps=STEPS, first=st.integers(-20, 280), length=st.integers(0, 300))
def test_nobody_sits_in_two_classes_and_the_report_adds_up(
    steps: list[tuple[int, MovementKind, int, ClassId, bool]], first: int, length: int
) -> None:
    """Any sequence of movement, some of it undone at once; at any date, and for any period."""
    seats: dict[int, list[Sitting]] = {pupil: [Sitting(1, A, START)] if pupil % 2 else [] for pupil in range(1, 5)}
    for pupil, kind, ahead, to, undone in steps:
        before = seats[pupil]
        wanted = _wanted(kind, START + ahead * DAY, to)
        try:
            change = change_of(wanted, before)
        except Refused:
            continue
        after = _apply(before, change)
        left = next((one.class_id for one in before if change.ends and one.id == change.ends[0]), None)
        movement = Movement(MovementId(1), wanted, left, MovementState.ACCEPTED, PersonId(9))
        back = _apply(after, undoing(movement, after))
        assert [(one.class_id, one.from_day, one.until_day) for one in back] == [
            (one.class_id, one.from_day, one.until_day) for one in before
        ]
        seats[pupil] = before if undone else after
    for sittings in seats.values():
        assert all(one.until_day is None or one.from_day <= one.until_day for one in sittings)
        for n in range(-1, 270):
            assert sum(one.stands_on(START + n * DAY) for one in sittings) <= 1
    _adds_up(seats, START + first * DAY, START + (first + length) * DAY)


def _adds_up(seats: dict[int, list[Sitting]], first: date, last: date) -> None:
    stays = [
        Stay(PersonId(pupil), one.class_id, one.from_day, one.until_day) for pupil, own in seats.items() for one in own
    ]
    lines = counted([SchoolClass(one, f"{one}", 7) for one in (A, B, C)], stays, first, last)
    for line in (*lines, total_of(lines)):
        assert line.start + line.came + line.moved_in - line.moved_out - line.left == line.end
    after = {stay.pupil for stay in stays if stay.stands_on(last) and stay.until_day != last}
    moving = {stay.pupil for stay in stays if stay.from_day == last + DAY} & {
        stay.pupil for stay in stays if stay.until_day == last
    }
    assert total_of(lines).end == len(after | moving)
    others = counted([SchoolClass(one, f"{one}", 7) for one in (A, B, C)], stays, last + DAY, last + 9 * DAY)
    if all(stay.from_day <= last for stay in stays):
        assert [line.end for line in lines] == [line.start for line in others]


def test_a_list_brought_in_later_was_there_from_its_first_day() -> None:
    stays = [Stay(PersonId(n), A, date(2026, 9, 10), None) for n in range(3)]
    stays += [Stay(PersonId(9), A, date(2026, 9, 20), None)]
    [line] = counted([SchoolClass(A, "7А", 7)], stays, START, TODAY)
    assert (line.start, line.came, line.end) == (3, 1, 4)


@pytest.mark.parametrize(
    ("period", "today", "days"),
    [
        (ReportPeriod.MONTH, TODAY, (date(2026, 11, 1), date(2026, 11, 30))),
        (ReportPeriod.MONTH, date(2026, 12, 31), (date(2026, 12, 1), date(2026, 12, 31))),
        (ReportPeriod.MONTH, date(2027, 2, 3), (date(2027, 2, 1), date(2027, 2, 28))),
        (ReportPeriod.TERM, TODAY, (date(2026, 11, 2), date(2026, 12, 30))),
        (ReportPeriod.YEAR, TODAY, (START, date(2027, 5, 26))),
    ],
)
def test_periods_are_the_calendars(period: ReportPeriod, today: date, days: tuple[date, date]) -> None:
    term = Term(TermId(2), TermKind.QUARTER, 2, date(2026, 11, 2), date(2026, 12, 30))
    assert days_of(period, SchoolCalendar(START, date(2027, 5, 26), (), (term,)), today) == days


@pytest.mark.parametrize(
    ("said", "day", "order"),
    [
        ("сегодня приказ 45-у", TODAY, "45-у"),
        ("01.12 приказ № 45", date(2026, 12, 1), "45"),
        ("завтра", TODAY + DAY, None),
        ("приказ 45", TODAY, "45"),
        ("1 декабря, № 7/к", date(2026, 12, 1), "7/к"),
        ("15.01 order 3", date(2027, 1, 15), "3"),
    ],
)
def test_day_and_order_are_read(said: str, day: date, order: str | None) -> None:
    read = said_movement(said, TODAY)
    assert (read.day, read.order) == (day, order)


@pytest.mark.parametrize("said", ["", "скоро", "по заявлению приказ 5"])
def test_a_line_without_a_day_is_asked_again(said: str) -> None:
    with pytest.raises(MovementDayUnclear):
        said_movement(said, TODAY)


@pytest.mark.parametrize(
    ("said", "name", "birth", "day", "order"),
    [
        (
            "Петров Иван Ильич 12.03.2014 с 01.12 приказ 45-у",
            PersonName("Петров", "Иван", "Ильич"),
            date(2014, 3, 12),
            date(2026, 12, 1),
            "45-у",
        ),
        ("Среда Мая", PersonName("Среда", "Мая"), None, TODAY, None),
        (
            "Мамедова Лейла Алекпер кызы, 1.9.2013",
            PersonName("Мамедова", "Лейла", "Алекпер кызы"),
            date(2013, 9, 1),
            TODAY,
            None,
        ),
    ],
)
def test_a_newcomer_is_read(said: str, name: PersonName, birth: date | None, day: date, order: str | None) -> None:
    read = said_newcomer(said, TODAY)
    assert (read.newcomer.name, read.newcomer.birth, read.day, read.order) == (name, birth, day, order)


@pytest.mark.parametrize(
    "said", ["Петров", "12.03.2014", "", "один два три четыре пять шесть", "Петров Иван 31.02.2014"]
)
def test_a_line_without_a_name_is_asked_again(said: str) -> None:
    with pytest.raises(NewcomerUnclear):
        said_newcomer(said, TODAY)


def test_pupils_are_found_by_the_beginnings_of_their_names() -> None:
    classes = {one: SchoolClass(one, name, 7) for one, name in ((A, "7А"), (B, "7Б"))}
    names = [("Петрова", "Анна", A), ("Петрова", "Алла", B), ("Сёмин", "Пётр", B)]
    seats = {PersonId(n): Seat(PersonId(n), PersonName(*name), own) for n, (*name, own) in enumerate(names)}
    roster = Roster(classes, seats)
    for said, found in (("петрова", [0, 1]), ("7А Петрова", [0]), ("петр", [0, 1, 2]), ("семин", [2]), ("7б", [1, 2])):
        assert [seat.pupil for seat in pupils_said(said, roster)] == found
    assert pupils_said("", roster) == []


def test_an_order_is_cut_out() -> None:
    assert said_order("01.12 приказ 45-у.") == ("45-у", "01.12 ")
