"""A curriculum plan as schools write it: headings in any order, chapters between topics, every wrong cell told."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.ids import PlanTopicId
from domain.journal.plan_changes import KnownTopic, compared
from domain.journal.plan_sheet import Fault, PlanRead, WishedTopic, read_plan
from domain.school.calendar import SchoolCalendar
from domain.school.importing.sheets import Sheet, SheetRow

YEAR = SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26))
HEADINGS = ("№ урока", "Тема урока", "Кол-во часов", "Дата по плану")


def _read(*rows: Sequence[str], above: Sequence[str] = ()) -> PlanRead:
    lines = ((above,) if above else ()) + rows
    return read_plan(
        [Sheet("план.xlsx", "КТП", tuple(SheetRow(n, tuple(row)) for n, row in enumerate(lines, 1)))], YEAR
    )


def _faults(read: PlanRead) -> list[tuple[int, int, Fault]]:
    return [(one.place.row, one.place.column, one.fault) for one in read.mistakes]


def test_headings_stand_in_any_order_and_spelling_under_a_title() -> None:
    rows = (("ДАТА", "Тема  урока:", "Примечание", "часов", "№ п/п"), ("05.09", "Степень числа", "устно", "2", "1."))
    assert _read(*rows, above=("КТП по алгебре, 7 класс",)).topics == (
        WishedTopic(1, "Степень числа", 2, date(2026, 9, 5)),
    )


def test_topics_come_by_number_whatever_their_order_in_the_file() -> None:
    read = _read(HEADINGS, ("2", "Корни"), ("1", "Степени", "3", "2026-09-01"))
    assert [(one.number, one.hours) for one in read.topics] == [(1, 3), (2, 1)]


def test_a_range_of_numbers_is_a_topic_of_so_many_lessons() -> None:
    assert _read(HEADINGS, ("12–13", "Степени")).topics == (WishedTopic(12, "Степени", 2, None),)


def test_without_numbers_topics_are_counted() -> None:
    assert [one.number for one in _read(("Тема",), ("Степени",), ("Корни",)).topics] == [1, 2]


def test_chapters_and_sums_are_no_topics_and_are_told() -> None:
    read = _read(HEADINGS, ("", "Глава 1. Степени"), ("1", "Степень числа", "1"), ("", "Итого", "1"))
    assert [one.topic for one in read.topics] == ["Степень числа"]
    assert [place.row for place in read.skipped] == [2, 4]
    assert not read.mistakes


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-09-05", date(2026, 9, 5)),
        ("05.09.2026", date(2026, 9, 5)),
        ("5.9.26", date(2026, 9, 5)),
        ("12.01", date(2027, 1, 12)),
    ],
)
def test_a_day_is_read_as_people_and_programs_write_it(said: str, day: date) -> None:
    assert _read(HEADINGS, ("1", "Степени", "1", said)).topics[0].day == day


@pytest.mark.parametrize(
    ("row", "column", "fault"),
    [
        (("первый", "Степени", "1"), 1, Fault.NUMBER),
        (("5-3", "Степени", "1"), 1, Fault.NUMBER),
        (("", "Степени", "1"), 1, Fault.NUMBER),
        (("1", "Снова", "1"), 1, Fault.NUMBER_TWICE),
        (("2", "", "1"), 2, Fault.TOPIC),
        (("2", "я" * 301, "1"), 2, Fault.TOPIC_LENGTH),
        (("2", "Степени", "1.5"), 3, Fault.HOURS),
        (("2", "Степени", "0"), 3, Fault.HOURS),
        (("2", "Степени", "1", "сентябрь"), 4, Fault.DAY),
        (("2", "Степени", "1", "31.02"), 4, Fault.DAY),
        (("2", "Степени", "1", "05.09.2025"), 4, Fault.DAY_OUTSIDE),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told_with_its_place(row: Sequence[str], column: int, fault: Fault) -> None:
    read = _read(HEADINGS, ("1", "Начало", "1"), row)
    assert _faults(read) == [(3, column, fault)]


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    assert len(_faults(_read(HEADINGS, ("x", "", "x", "x"), ("1", "Степени", "ноль")))) == 5


def test_a_file_without_headings_without_topics_or_with_a_column_twice_is_refused() -> None:
    assert _faults(_read(("Степени", "2"), ("Корни", "1"))) == [(0, 0, Fault.NO_HEADINGS)]
    assert _faults(_read(HEADINGS)) == [(0, 0, Fault.NO_TOPICS)]
    assert _faults(_read(("Тема", "Тема урока"), ("a", "b"))) == [(1, 2, Fault.HEADING_TWICE)]
    assert read_plan([], YEAR).mistakes[0].fault is Fault.NO_HEADINGS


def _known(*topics: str) -> list[KnownTopic]:
    return [KnownTopic(PlanTopicId(n), n, topic, 1, None) for n, topic in enumerate(topics, 1)]


def _wished(*topics: str) -> list[WishedTopic]:
    return [WishedTopic(n, topic, 1, None) for n, topic in enumerate(topics, 1)]


def test_the_same_plan_again_changes_nothing() -> None:
    topics = ("Степени", "Контрольная работа", "Корни", "Контрольная работа")
    assert not compared(_known(*topics), _wished(*topics)).any


def test_a_topic_that_moved_stays_itself_and_a_new_one_takes_its_place() -> None:
    changes = compared(_known("Степени", "Корни"), _wished("Повторение", "Степени", "Корни"))
    assert [(topic, wished.number) for topic, wished in changes.changed] == [(1, 2), (2, 3)]
    assert [one.topic for one in changes.new] == ["Повторение"]
    assert not changes.gone


def test_a_reworded_topic_is_known_by_its_number_and_what_is_missing_is_gone() -> None:
    changes = compared(_known("Степени", "Корни", "Итог"), _wished("Степени числа", "Корни"))
    assert [(topic, wished.topic) for topic, wished in changes.changed] == [(1, "Степени числа")]
    assert (changes.new, changes.gone) == ((), (3,))
