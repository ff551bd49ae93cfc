"""How an average moved, and the class as a distribution without names."""

from datetime import date
from decimal import Decimal

from domain.ids import MarkId, SubjectId
from domain.journal.dynamics import AverageOn, dynamics
from domain.journal.ports import TermMark
from domain.journal.rules import JournalRules
from domain.journal.standing import Standing, standing

RULES = JournalRules()


def _marks(*given: tuple[int, str]) -> list[TermMark]:
    return [
        TermMark(SubjectId(1), "Алгебра", date(2026, 11, day), value, "answer", 1, id=MarkId(n))
        for n, (day, value) in enumerate(given, 1)
    ]


def _averages(*said: str | None) -> list[Decimal | None]:
    return [Decimal(one) if one else None for one in said]


def test_the_average_after_each_day_with_marks() -> None:
    moved = dynamics(_marks((3, "5"), (5, "2"), (5, "4"), (9, "5")), RULES)
    assert moved == (
        AverageOn(date(2026, 11, 3), Decimal("5.00")),
        AverageOn(date(2026, 11, 5), Decimal("3.67")),
        AverageOn(date(2026, 11, 9), Decimal("4.00")),
    )


def test_words_move_nothing() -> None:
    assert [one.average for one in dynamics(_marks((3, "зач"), (5, "4"), (6, "зач")), RULES)] == [4, 4]


def test_a_retake_counts_from_its_day_on() -> None:
    first, again = _marks((3, "2"), (10, "5"))
    retake = TermMark(**{name: getattr(again, name) for name in again.__slots__} | {"retakes": first.id})
    assert [one.average for one in dynamics([first, retake], RULES)] == [2, 5]


def test_a_distribution_counts_averages_by_the_schools_borders() -> None:
    averages = _averages("4.50", "4.49", "3.50", "2.50", "2.49", "5.00")
    assert standing(averages, RULES.borders) == Standing(((5, 2), (4, 2), (3, 1), (2, 1)))
    stricter = (Decimal("4.65"), Decimal("3.65"), Decimal("2.65"))
    assert standing(averages, stricter) == Standing(((5, 1), (4, 2), (3, 1), (2, 2)))


def test_of_fewer_than_five_with_marks_nothing_is_told() -> None:
    four = _averages("5", "4", "4", "3")
    assert standing([*four, None, None], RULES.borders) is None
    assert standing([*four, Decimal(5)], RULES.borders) == Standing(((5, 2), (4, 2), (3, 1)))
