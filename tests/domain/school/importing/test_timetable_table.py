"""A school's own timetable by classes: what its cells say, what the load adds, what is listed by its cell."""

import random
import time
from datetime import date

import pytest

from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role
from domain.school.importing.known import KnownClass, KnownGroup, KnownLoad, KnownPerson, KnownSchool, KnownSubject
from domain.school.importing.remarks import About, Expected, Why
from domain.school.importing.sheets import Merged, Sheet, SheetRow
from domain.school.importing.timetable_cell import CellLesson, lessons_of
from domain.school.importing.timetable_clashes import clashes
from domain.school.importing.timetable_draft import TimetableDraft
from domain.school.importing.timetable_load import by_load
from domain.school.importing.timetable_room import KnownTimetable
from domain.school.importing.timetable_table import table_of
from domain.school.importing.timetable_wished import WishedTimetable

A, B, ALGEBRA, ENGLISH, SPORT, COMPUTING = ClassId(1), ClassId(2), *map(SubjectId, (1, 2, 3, 4))
STAFF = [
    KnownPerson(PersonId(number), PersonName(name, "Анна"), roles=frozenset({Role.TEACHER}))
    for number, name in enumerate(("Алгебрина", "Англина", "Британова", "Бегунова", "Кнопкина"), 1)
]
KNOWN = KnownSchool(
    YearId(1),
    date(2026, 9, 1),
    people=STAFF,
    classes=(KnownClass(A, "7А"), KnownClass(B, "7Б")),
    subjects=(
        KnownSubject(ALGEBRA, "Алгебра"),
        KnownSubject(ENGLISH, "Английский язык"),
        KnownSubject(SPORT, "Физкультура"),
        KnownSubject(COMPUTING, "Информатика"),
    ),
    groups=(KnownGroup(GroupId(1), A, ENGLISH, "1"), KnownGroup(GroupId(2), A, ENGLISH, "2")),
    load=(
        KnownLoad(1, PersonId(1), ALGEBRA, A),
        KnownLoad(2, PersonId(2), ENGLISH, A, GroupId(1)),
        KnownLoad(3, PersonId(3), ENGLISH, A, GroupId(2)),
        KnownLoad(4, PersonId(4), SPORT, A),
        KnownLoad(5, PersonId(4), SPORT, B),
        KnownLoad(6, PersonId(5), COMPUTING, A),
        KnownLoad(7, PersonId(1), ALGEBRA, B),
        KnownLoad(8, PersonId(5), ALGEBRA, B),
    ),
)
HEAD = ("День", "Урок", "7А", "каб.", "7Б", "каб.")


def sheet(*rows: tuple[str, ...], merged: tuple[Merged, ...] = (), name: str = "7") -> Sheet:
    return Sheet("t.xlsx", name, tuple(SheetRow(at, row) for at, row in enumerate(rows, 1) if any(row)), merged)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD, merged: tuple[Merged, ...] = ()) -> WishedTimetable:
    wished, _ = table_of([sheet(head, *rows, merged=merged)])
    assert wished is not None
    return wished


def told(wished: WishedTimetable) -> list[tuple[str, tuple[str, ...], str | None, tuple[str, ...]]]:
    return [(one.subject, one.sets, one.room, one.teachers) for one in by_load(wished, KNOWN).lessons]


@pytest.mark.parametrize(
    ("text", "room", "lessons"),
    [
        ("Алгебра", "331", (CellLesson("Алгебра", "331"),)),
        ("англ. /  инф.", "331/436", (CellLesson("англ.", "331", 1), CellLesson("инф.", "436", 2))),
        ("англ/—", "331", (CellLesson("англ", "331", 1),)),
        ("Химия (чёт) / Физика (нечётн.)", "12", (CellLesson("Химия", "12", 0, 0), CellLesson("Физика", "12", 0, 1))),
        ("Англ. яз. (2 гр.)", "5", (CellLesson("Англ. яз.", "5", 2),)),
        ("Алгебра, каб. 12", "", (CellLesson("Алгебра", "12"),)),
        ("История 331", "", (CellLesson("История", "331"),)),
        ("Англ. яз.", "331/436", (CellLesson("Англ. яз.", "331/436"),)),
        (" — ", "", ()),
        ("окно", "", ()),
        ("???", "5", None),
        ("Алгебра / 12", "", None),
    ],
)
def test_a_cell_is_read_as_people_mean_it(text: str, room: str, lessons: tuple[CellLesson, ...] | None) -> None:
    assert lessons_of(text, room) == lessons


def test_the_load_tells_the_subject_the_subgroups_and_the_teachers() -> None:
    wished = table(("Понедельник", "1", "Англ. яз.", "331/436"), ("", "2", "англ. / инф.", "331/436"))
    assert told(wished) == [
        ("Английский язык", ("7А 1",), "331", ("Англина Анна",)),
        ("Английский язык", ("7А 2",), "436", ("Британова Анна",)),
        ("Английский язык", ("7А 1",), "331", ("Англина Анна",)),
        ("Информатика", ("7А 2",), "436", ("Кнопкина Анна",)),
    ]
    notes = {note.about: note.what for note in by_load(wished, KNOWN).notes}
    assert notes[About.SUBJECTS_MEANT] == "Англ. яз. → Английский язык; англ. → Английский язык; инф. → Информатика"
    assert notes[About.SUBGROUPS_IN_ORDER] == "7А · англ. / инф."


def test_classes_taught_together_are_one_lesson_and_no_clash() -> None:
    wished = table(("Понедельник", "1", "Физ-ра", "Зал", "Физкультура", "Зал"))
    draft = TimetableDraft.of(KnownTimetable(KNOWN, date(2027, 5, 26)), by_load(wished, KNOWN), date(2026, 9, 1))
    assert [line.parts for line in draft.lines] == [{(A, None), (B, None)}]
    assert list(clashes(draft.lessons)) == []


def test_what_the_load_leaves_open_is_a_doubt_with_its_cell_once() -> None:
    wished = table(("Пн", "1", "Химия", "", "Алгебра"), ("", "2", "Химия"))
    doubts = by_load(wished, KNOWN).doubts
    assert [(one.who, one.why, one.place.letters, one.place.row, one.other) for one in doubts] == [
        ("7А · Химия", Why.LOAD_UNKNOWN, "C", 2, ""),
        ("7Б · Алгебра", Why.LOAD_SEVERAL, "E", 2, "Алгебрина Анна, Кнопкина Анна"),
    ]
    assert [teachers for *_, teachers in told(wished)] == [(), (), ()]


def test_a_room_for_each_half_where_the_load_says_nothing_makes_subgroups() -> None:
    assert told(table(("Пн", "1", "Труд", "1/2"))) == [("Труд", ("7А 1",), "1", ()), ("Труд", ("7А 2",), "2", ())]
    assert told(table(("Пн", "1", "Алгебра", "1/2"))) == [("Алгебра", ("7А",), "1/2", ("Алгебрина Анна",))]


def test_subgroups_of_a_class_without_a_letter_come_in() -> None:
    wished = table(("Пн", "1", "Труд", "1/2"), head=("День", "Урок", "10", "каб."))
    draft = TimetableDraft.of(KnownTimetable(KNOWN, date(2027, 5, 26)), by_load(wished, KNOWN), date(2026, 9, 1))
    assert [one.name for one in draft.new.groups] == ["1", "2"]
    assert [one.why for one in draft.doubts] == []


def test_merged_cells_stand_in_all_that_they_cover() -> None:
    merged = (Merged(2, 1, 3, 1), Merged(2, 3, 3, 3), Merged(3, 5, 3, 5))
    wished = table(("Вторник", "1", "Алгебра", "1"), ("", "2", "", "", "Физика"), merged=merged)
    assert [(one.weekday, one.position, one.subject) for one in wished.lessons] == [
        (2, 1, "Алгебра"),
        (2, 2, "Алгебра"),
        (2, 2, "Физика"),
    ]
    across = table(("Пн", "1", "Физ-ра"), merged=(Merged(2, 3, 2, 6),))
    assert [one.sets for one in across.lessons] == [("7А",), ("7Б",)]


def test_a_day_may_stand_in_a_row_of_its_own() -> None:
    wished = table(("ПОНЕДЕЛЬНИК",), ("", "1", "Алгебра"), ("", "", "вторник"), ("", "1", "Физика"))
    assert [(one.weekday, one.subject) for one in wished.lessons] == [(1, "Алгебра"), (2, "Физика")]
    assert wished.notes == []


def test_each_day_may_have_a_row_of_classes_of_its_own() -> None:
    second = ("Вторник", "", "7А", "каб.", "7Б", "каб.")
    wished = table(("", "1", "Алгебра"), second, ("", "1", "Физика"), head=("Понедельник", "№", "7А", "", "7Б"))
    above = table(HEAD, ("", "1", "Химия"), ("среда",), HEAD, ("", "1", "Труд"), head=("вторник",))
    assert [(one.weekday, one.subject) for one in wished.lessons] == [(1, "Алгебра"), (2, "Физика")]
    assert [(one.weekday, one.subject) for one in above.lessons] == [(2, "Химия"), (3, "Труд")]
    assert [one.weekday for one in table(("Понедельник", "1"), ("", "2", "Хор")).lessons] == [1]


@pytest.mark.parametrize(
    ("rows", "value", "place"),
    [
        ((("Понедельник", "1", "Алгебра"), ("Вторнек", "1", "Физика")), "Вторнек", (3, "A")),
        ((("Понедельник", "2", "Алгебра"), ("", "1", "Физика")), "", (3, "A")),
    ],
)
def test_a_day_that_cannot_be_told_stops_the_import(
    rows: tuple[tuple[str, ...], ...], value: str, place: tuple[int, str]
) -> None:
    wished = table(*rows)
    assert [(one.value, one.expected, one.place.row, one.place.letters) for one in wished.mistakes] == [
        (value, Expected.WEEKDAY, *place)
    ]
    assert wished.lessons == ()


def test_what_has_no_place_is_listed_with_its_cell() -> None:
    wished = table(("Пн", "1", "???", "1"), ("", "", "Химия"), ("", "2", "", "5"), ("", "21", "Хор"))
    assert [(note.about, note.place.row if note.place else 0, note.what) for note in wished.notes] == [
        (About.NOT_PLACED, 2, "7А · ???"),
        (About.NOT_PLACED, 3, "7А · Химия"),
        (About.NOT_PLACED, 4, "7А · 5"),
        (About.POSITION_BEYOND, 5, "7А · Хор (21)"),
    ]


def test_an_empty_timetable_ends_nothing() -> None:
    assert [one.expected for one in table(("Пн", "1"), ("", "2")).mistakes] == [Expected.SOLVED]


def test_lists_beside_a_timetable_stay_lists() -> None:
    pupils = sheet(("Класс", "ФИО"), ("7А", "Иванов Пётр"), name="Ученики")
    classes = sheet(("№", "7А", "7Б"), ("1", "Иванов Пётр", "Петров Иван"), name="Списки")
    assert table_of([pupils, classes]) == (None, (pupils, classes))
    wished, lists = table_of([sheet(HEAD, ("Пн", "1", "Алгебра")), pupils, classes])
    assert wished is not None
    assert lists == (pupils,)
    assert [(note.about, note.place and note.place.sheet) for note in wished.notes] == [(About.UNKNOWN_SHEET, "Списки")]


def test_a_sheet_built_to_keep_the_reader_busy_is_done_at_once() -> None:
    rows = [("День", "№", "7А")] * 100 + [("Пн", "1", "Труд")] * 1900
    merged = tuple(Merged(at % 2000 + 1, 2, 2000, 16384) for at in range(60_000))
    started = time.process_time()
    assert table_of([sheet(*rows, merged=merged)])[0] is not None
    assert time.process_time() - started < 10
    assert table_of([sheet(*rows, ("", "2", "Хор"))])[0] is None
    assert table_of([sheet(rows[0], *rows[:1990])])[0] is None


WORDS = ("", "1", "2", "7", "10", "Пн", "вторник", "7А", "7Б", "каб.", "англ. / инф.", "1/2", "—", "???", "Химия (чёт)")
SUBJECTS = {"Алгебра", "Химия", "Физика", "Труд", "англ. / инф.", "Химия (чёт)", "???"}


def test_five_hundred_changed_sheets_lose_no_lesson_and_never_break() -> None:
    chance = random.Random(7)
    read = [wished for wished in (_changed(chance) for _ in range(500)) if wished and not wished.mistakes]
    assert len(read) > 100
    assert all(1 <= one.weekday <= 7 and one.position <= 20 for wished in read for one in wished.lessons)


def _changed(chance: random.Random) -> WishedTimetable | None:
    """Some cells are others, some are merged."""
    whole = (("Понедельник", "1", "Алгебра", "1", "Химия", "2"), ("", "2", "Физика", "", "—"), ("Вт", "1", "Труд"))
    rows = [[*row, *[""] * (6 - len(row))] for row in whole]
    for _ in range(chance.randint(1, 6)):
        rows[chance.randrange(3)][chance.randrange(6)] = chance.choice(WORDS)
    spans = [(chance.randint(2, 5), chance.randint(1, 7)) for _ in range(2)]
    merged = tuple(Merged(row, at, row + chance.randint(0, 3), at + chance.randint(0, 3)) for row, at in spans)
    changed = sheet(HEAD, *map(tuple, rows), merged=merged)
    wished, _ = table_of([changed])
    if wished and not wished.mistakes:
        assert _subjects(changed) <= _told_of(wished), rows
    return wished


def _subjects(changed: Sheet) -> set[tuple[int, int]]:
    return {(row.number, at) for row in changed.rows for at in (3, 5) if row.cell(at) in SUBJECTS}


def _told_of(wished: WishedTimetable) -> set[tuple[int, int]]:
    lessons = {(one.place.row, one.place.column) for one in wished.lessons}
    return lessons | {(note.place.row, note.place.column) for note in wished.notes if note.place}
