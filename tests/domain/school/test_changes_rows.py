"""Rows of a table of substitutions: what is meant by each, and why nothing is done for some."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.changed_lessons import What
from domain.school.changes_foreseen import ChangesForeseen, foreseen
from domain.school.changes_rows import RowReading, Why, days_named
from domain.school.changes_said import Act
from domain.school.changes_table import Cell, is_changes, table_of_changes
from domain.school.importing.sheets import Sheet, SheetRow
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import (
    ChangeKind,
    ClassPart,
    LessonChange,
    LessonRef,
    Slot,
    SubjectRef,
    TeacherRef,
    WeekPlan,
)
from tests.domain.school.test_timetable import BELLS, CALENDAR, ENTRY, SEVENTH, TUESDAY

OLGA = TeacherRef(PersonId(11), PersonName("Павлова", "Ольга", "Петровна"))
IGOR = TeacherRef(PersonId(12), PersonName("Бегунов", "Игорь", "Олегович"))
ANNA, VERA = (TeacherRef(PersonId(n), PersonName("Язова", name)) for n, name in ((13, "Анна"), (14, "Вера")))
ENGLISH = SubjectRef(SubjectId(3), "Английский язык", "Англ")
GROUPS = [replace(SEVENTH, group=GroupId(n), group_name=str(n)) for n in (1, 2)]
EIGHTH = ClassPart(ClassId(8), "8 «Б»", 8)
ENTRIES = [
    replace(ENTRY, teachers=(OLGA,)),
    replace(ENTRY, id=EntryId(2), position=2, parts=(GROUPS[0],), subject=ENGLISH, teachers=(ANNA,), room="31"),
    replace(ENTRY, id=EntryId(3), position=2, parts=(GROUPS[1],), subject=ENGLISH, teachers=(VERA,), room="32"),
    replace(ENTRY, id=EntryId(4), position=1, parts=(EIGHTH,), teachers=(IGOR,), room="40"),
    replace(ENTRY, id=EntryId(5), position=2, parts=(EIGHTH,), teachers=(OLGA,), room="12"),
]
PLAN = WeekPlan(CALENDAR, BELLS, ENTRIES)
ROSTER = Roster({part.id: SchoolClass(part.id, part.name, part.grade) for part in (SEVENTH, EIGHTH)}, {})
HEADINGS = ("Дата", "Класс", "Урок", "Что", "Заменяет", "Предмет", "Группа", "Кабинет", "Перенести на")
Row = Sequence[str]


def _sheet(*rows: Row, headings: Row = HEADINGS) -> Sheet:
    return Sheet("файл", "", tuple(SheetRow(number, tuple(cells)) for number, cells in enumerate((headings, *rows), 1)))


def _foreseen(
    *rows: Row,
    headings: Row = HEADINGS,
    written: Sequence[LessonRef] = (),
    changes: Sequence[LessonChange] = (),
    today: date = TUESDAY,
) -> ChangesForeseen:
    table = table_of_changes([_sheet(*rows, headings=headings)])
    known = {one.entry: one for one in changes}
    days = {day: PLAN.day(day, known if day == TUESDAY else {}) for day in days_named(table.rows, today)}
    reading = RowReading(PLAN, ROSTER, today, days)
    return foreseen([reading.meant(row) for row in table.rows], PLAN, days, ROSTER, written)


def _row(**cells: str) -> Row:
    said = {
        "day": "24.11",
        "class": "7А",
        "number": "1",
        **{name.removesuffix("_"): one for name, one in cells.items()},
    }
    order = (*(Cell.DAY, Cell.CLASS, Cell.NUMBER, Cell.WHAT, Cell.SUBSTITUTE), Cell.SUBJECT, Cell.GROUP)
    return tuple(said.get(cell.value, "") for cell in (*order, Cell.ROOM, Cell.TO))


@pytest.mark.parametrize(
    ("row", "act"),
    [
        (_row(what="Отмена урока"), Act.CANCEL),
        (_row(what="ЗАМЕНА", substitute="Язова Анна"), Act.SUBSTITUTE),
        (_row(substitute="Язова В."), Act.SUBSTITUTE),
        (_row(room="214"), Act.ROOM),
        (_row(substitute="Павлова О. П.", room="214"), Act.ROOM),
        (_row(to="5 урок"), Act.MOVE),
        (_row(what="каб.", room="214"), Act.ROOM),
    ],
)
def test_what_is_meant_is_said_or_seen_by_which_cells_are_filled(row: Row, act: Act) -> None:
    (change,) = _foreseen(row).changes
    assert change.wanted.act is act
    assert change.after.ref == LessonRef(EntryId(1), TUESDAY)


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("5", Slot(TUESDAY, 5)),
        ("5-й урок", Slot(TUESDAY, 5)),
        ("02.12.2026, 4 урок", Slot(date(2026, 12, 2), 4)),
        ("2026-12-02", Slot(date(2026, 12, 2), 1)),
        ("2 декабря (3)", Slot(date(2026, 12, 2), 3)),
    ],
)
def test_where_a_lesson_is_moved_may_be_a_day_or_a_number_or_both(said: str, to: Slot) -> None:
    (change,) = _foreseen(_row(to=said)).changes
    assert change.after.moved_to == to


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (_row(day="31.02", what="отмена"), Why.DAY),
        (_row(day="скоро", what="отмена"), Why.DAY),
        (_row(day="24.11 25.11", what="отмена"), Why.DAY),
        (_row(day="23.11", what="отмена"), Why.DAY_OVER),
        (_row(class_="7Ю", what="отмена"), Why.CLASS),
        (_row(class_="", what="отмена"), Why.CLASS),
        (_row(number="1-2", what="отмена"), Why.NUMBER),
        (_row(number="6", what="отмена"), Why.NO_LESSON),
        (_row(number="2", what="отмена"), Why.SEVERAL_LESSONS),
        (_row(number="2", group="3", what="отмена"), Why.OTHER_LESSON),
        (_row(subject="Физика", what="отмена"), Why.OTHER_LESSON),
        (_row(substitute="Язова А.", what="отмена"), Why.OTHER_LESSON),
        (_row(), Why.WHAT),
        (_row(what="как-нибудь"), Why.WHAT),
        (_row(what="вернуть"), Why.WHAT),
        (_row(what="замена"), Why.SUBSTITUTE_MISSING),
        (_row(substitute="Незнакомцева"), Why.TEACHER_UNKNOWN),
        (_row(substitute="Язова"), Why.TEACHER_SEVERAL),
        (_row(substitute="Язова А.", subject="Физика"), Why.OTHER_LESSON),
        (_row(what="кабинет"), Why.ROOM),
        (_row(room="к" * 61), Why.ROOM),
        (_row(what="перенос"), Why.TO),
        (_row(to="куда-нибудь"), Why.TO),
        (_row(to="1 урок"), Why.TO),
        (_row(to="23.11, 1 урок"), Why.TO),
        (_row(to="29.11, 1 урок"), Why.DAY_OFF),
        (_row(substitute="Бегунов"), Why.CLASHES),
        (_row(room="40"), Why.CLASHES),
        (_row(to="2"), Why.CLASHES),
    ],
)
def test_what_cannot_be_told_is_in_doubt_and_changes_nothing(row: Row, why: Why) -> None:
    found = _foreseen(row)
    assert [one.why for one in found.doubts] == [why]
    assert found.changes == ()


@pytest.mark.parametrize("cells", [{"group": "2"}, {"substitute": "Язова Вера"}])
def test_which_subgroup_is_meant_is_told_by_its_name_or_its_teacher(cells: dict[str, str]) -> None:
    (change,) = _foreseen(_row(number="2", what="отмена", **cells)).changes
    assert change.after.ref.entry == EntryId(3)


def test_rows_are_judged_together() -> None:
    """The teacher of a lesson that the file cancels is free; whoever is wanted twice is in doubt twice."""
    freed = _foreseen(_row(substitute="Бегунов"), _row(class_="8Б", what="отмена"))
    assert (len(freed.changes), freed.doubts) == (2, ())
    both = _foreseen(_row(substitute="Язова Анна"), _row(class_="8Б", substitute="Язова Анна"))
    assert (both.changes, [one.why for one in both.doubts]) == ((), [Why.CLASHES] * 2)
    moved = _foreseen(_row(to="25.11, 3 урок"), _row(number="2", group="1", to="25.11, 3 урок"))
    assert [one.why for one in moved.doubts] == [Why.CLASHES] * 2


def test_a_row_in_doubt_makes_no_room_for_another() -> None:
    """8Б would be moved where it clashes itself, so its teacher stays where he is."""
    found = _foreseen(_row(substitute="Бегунов"), _row(class_="8Б", to="2"))
    assert [(one.why, one.row.number) for one in found.doubts] == [(Why.CLASHES, 2), (Why.CLASHES, 3)]
    assert found.changes == ()


def test_a_lesson_named_twice_is_changed_as_the_first_row_says() -> None:
    found = _foreseen(_row(what="отмена"), _row(room="50"))
    assert [one.after.what for one in found.changes] == [What.CANCELLED]
    assert [(one.why, one.row.number) for one in found.doubts] == [(Why.TWICE, 3)]


def test_what_is_so_already_is_counted_and_not_done_again() -> None:
    done = [LessonChange(EntryId(1), ChangeKind.CANCELLED), LessonChange(EntryId(4), ChangeKind.ROOM, room="50")]
    found = _foreseen(
        _row(what="отмена"), _row(class_="8Б", room="50"), _row(class_="8Б", number="2", room="12"), changes=done
    )
    assert (found.same, found.changes, found.doubts) == (3, (), ())


def test_what_is_written_in_the_journal_keeps_its_place_and_its_subject() -> None:
    written = [LessonRef(EntryId(1), TUESDAY)]
    for row in (_row(what="отмена"), _row(to="5"), _row(substitute="Язова Анна", subject="Англ")):
        assert [one.why for one in _foreseen(row, written=written).doubts] == [Why.WRITTEN]
    assert len(_foreseen(_row(substitute="Язова Анна"), written=written).changes) == 1


def test_a_substitute_may_bring_another_subject_and_another_room() -> None:
    (change,) = _foreseen(_row(substitute="Язова А.", subject="английский язык", room="50")).changes
    lesson = change.after.lesson
    assert lesson is not None
    assert (lesson.subject, lesson.teachers, lesson.room, lesson.change) == (
        *(ENGLISH, (ANNA,), "50"),
        ChangeKind.SUBSTITUTED,
    )


def test_in_a_table_with_one_column_of_teachers_it_is_who_substitutes() -> None:
    headings = ("УРОК №", "класс", "Дата:", "Учитель")
    (change,) = _foreseen(("1", "7а", "24.11", "Язова А."), headings=headings).changes
    assert change.wanted.teacher == ANNA
    both = ("Урок", "Класс", "Дата", "Учитель", "Замещает")
    (change,) = _foreseen(("2", "7А", "24.11", "Язова Вера", "Бегунов И. О."), headings=both).changes
    assert (change.after.ref.entry, change.wanted.teacher) == (EntryId(3), IGOR)


def test_a_day_that_is_not_written_is_that_of_the_row_above() -> None:
    found = _foreseen(_row(what="отмена"), _row(day="", class_="8Б", what="отмена"), _row(day=""), ("24.11",))
    assert len(found.changes) == 2
    assert [(one.why, one.row.number) for one in found.doubts] == [(Why.WHAT, 4)]


def test_a_column_named_twice_is_not_guessed() -> None:
    table = table_of_changes([_sheet(_row(what="отмена"), headings=(*HEADINGS, "Замена"))])
    assert (table.rows, [one.number for one in table.twice]) == ((), [1])


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (HEADINGS, True),
        (("Класс", "Урок", "Дата", "Каб"), True),
        (("Класс", "Урок", "Дата"), False),
        (("Класс", "ФИО", "Дата рождения"), False),
        (("Учитель", "Предмет", "Класс", "Часов"), False),
        (("Дата", "Тема", "Урок"), False),
    ],
)
def test_such_a_table_is_told_from_lists_by_its_headings(headings: Row, told: bool) -> None:
    assert is_changes(_sheet(headings=headings)) is told


def test_days_over_are_not_read() -> None:
    table = table_of_changes([_sheet(_row(day="23.11"), _row(to="02.12"), _row(day="31.02"))])
    assert days_named(table.rows, TUESDAY) == {TUESDAY, TUESDAY + timedelta(days=8)}
