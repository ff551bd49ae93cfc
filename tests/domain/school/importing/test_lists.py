"""Sheets become wishes by their headings; every cell that cannot be taken is told with its place."""

from datetime import date
from decimal import Decimal

import pytest

from domain.roles.people import PersonName, Role
from domain.school.importing.lists import wishes_of
from domain.school.importing.remarks import About, Expected, Mistake, Note
from domain.school.importing.sheets import Place
from domain.school.importing.wished import WishedGroup
from tests.domain.school.importing.sheets import sheet, wishes
from tests.school import TUESDAY

PUPILS = ("Класс", "ФИО", "Дата рождения", "Номер", "Группа: Информатика", "Родитель 1", "Кем приходится 1")


def _mistake(*row: str) -> Mistake:
    (mistake,) = wishes(sheet(PUPILS, row)).mistakes
    return mistake


def test_a_pupil_is_read_with_group_and_guardian() -> None:
    row = ("7А", "ИВАНОВ Пётр Олегович", "17.05.2013", "У-1", "гр. 2", "Иванова Мария Петровна", "мама")
    (pupil,) = wishes(sheet(PUPILS, row)).pupils
    assert (pupil.name, pupil.class_name) == (PersonName("Иванов", "Пётр", "Олегович"), "7А")
    assert (pupil.birth, pupil.number) == (date(2013, 5, 17), "У-1")
    assert pupil.groups == (WishedGroup("Информатика", "2"),)
    (guardian,) = pupil.guardians
    assert (guardian.name.given, guardian.relation, guardian.place.letters) == ("Мария", "mother", "F")


def test_headings_stand_in_any_order_under_a_title_and_the_title_is_noted() -> None:
    titled = sheet(("Списки школы",), (), ("Имя", "КЛАСС", "фамилия"), ("Пётр", "7А", "Иванов"))
    read = wishes(titled)
    assert [pupil.name.full for pupil in read.pupils] == ["Иванов Пётр"]
    assert read.notes == [Note(About.ROWS_ABOVE, Place("список.xlsx", "", 1))]


def test_a_guardian_under_the_heading_mother_is_a_mother() -> None:
    (pupil,) = wishes(sheet(("Класс", "ФИО", "Мать"), ("7А", "Иванов Пётр", "Иванова Мария"))).pupils
    assert [guardian.relation for guardian in pupil.guardians] == ["mother"]


@pytest.mark.parametrize(
    ("row", "expected", "column", "value"),
    [
        (("", "Иванов Пётр"), Expected.CLASS, "A", ""),
        (("седьмой", "Иванов Пётр"), Expected.CLASS, "A", "седьмой"),
        (("7А", "Иванов П. О."), Expected.GIVEN_NAME, "B", "Иванов П. О."),
        (("7А", "Иванов"), Expected.GIVEN_NAME, "B", "Иванов"),
        (("7А", "Иванов Пётр 5"), Expected.NAME, "B", "Иванов Пётр 5"),
        (("7А", "=HYPERLINK(1)"), Expected.GIVEN_NAME, "B", "=HYPERLINK(1)"),
        (("7А", "Иванов Пётр", "32.01.2013"), Expected.BIRTH_DATE, "C", "32.01.2013"),
        (("7А", "Иванов Пётр", "17.05.1913"), Expected.BIRTH_DATE, "C", "17.05.1913"),
        (("7А", "Иванов Пётр", "", "9" * 41), Expected.NUMBER, "D", "9" * 41),
        (("7А", "Иванов Пётр", "", "", "г" * 61), Expected.GROUP, "E", "г" * 61),
        (("7А", "Иванов Пётр", "", "", "", "Мария"), Expected.GIVEN_NAME, "F", "Мария"),
        (("7А", "Иванов Пётр", "", "", "", "", "мать"), Expected.GUARDIAN, "F", ""),
        (("7А", "Иванов Пётр", "", "", "", "Иванова Мария", "соседка"), Expected.RELATION, "G", "соседка"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told(row: tuple[str, ...], expected: Expected, column: str, value: str) -> None:
    mistake = _mistake(*row)
    assert (mistake.expected, mistake.place.letters, mistake.value) == (expected, column, value)
    assert (mistake.place.row, mistake.heading) == (2, PUPILS[mistake.place.column - 1])


def test_all_mistakes_of_all_rows_are_collected_and_right_rows_are_read() -> None:
    read = wishes(sheet(PUPILS, ("х", "Иванов", "вчера"), ("7А", "Петров Лев"), ("7А", "Сидоров")))
    assert [(one.place.row, one.expected) for one in read.mistakes] == [
        (2, Expected.GIVEN_NAME),
        (2, Expected.CLASS),
        (2, Expected.BIRTH_DATE),
        (4, Expected.GIVEN_NAME),
    ]
    assert [pupil.name.surname for pupil in read.pupils] == ["Петров"]


def test_one_number_is_of_one_person_in_all_lists() -> None:
    pupils = sheet(PUPILS, ("7А", "Иванов Пётр", "", "5"), name="Ученики")
    staff = sheet(("ФИО", "Номер", "Должность"), ("Иванова Мария", "5", "учитель"), name="Сотрудники")
    (mistake,) = wishes(pupils, staff).mistakes
    assert (mistake.expected, mistake.place.sheet) == (Expected.NUMBER_ONCE, "Сотрудники")


def test_a_teacher_may_be_a_guardian_with_the_same_number() -> None:
    pupils = sheet(("Класс", "ФИО", "Родитель", "Номер родителя"), ("7А", "Кузина Вера", "Кузина Елена", "5"))
    staff = sheet(("ФИО", "Номер", "Должность"), ("Кузина Елена", "5", "учитель"))
    assert wishes(pupils, staff).mistakes == []


def test_the_same_guardian_twice_in_a_row_is_a_mistake() -> None:
    row = ("7А", "Иванов Пётр", "Иванова Мария", "ИВАНОВА Мария")
    (mistake,) = wishes(sheet(("Класс", "ФИО", "Родитель 1", "Родитель 2"), row)).mistakes
    assert (mistake.expected, mistake.place.letters) == (Expected.OTHER_GUARDIAN, "D")


def test_staff_have_posts_and_classes() -> None:
    headings = ("ФИО", "Должность", "Классное руководство")
    read = wishes(
        sheet(headings, ("Петрова Ольга", "зам. директора, учитель физики", "7А; 7Б"), ("Уткин Лев", "", "-"))
    )
    assert read.mistakes == []
    assert [(one.roles, one.classes, one.classes_said) for one in read.staff] == [
        ((Role.DEPUTY, Role.TEACHER), ("7А", "7Б"), True),
        ((), (), True),
    ]


def test_an_unknown_post_and_class_are_mistakes() -> None:
    headings = ("ФИО", "Должность", "Классное руководство")
    read = wishes(sheet(headings, ("Петрова Ольга", "волшебник", "седьмой")))
    assert [one.expected for one in read.mistakes] == [Expected.POST, Expected.OWN_CLASS]


def test_load_names_its_teacher_whole_or_with_initials() -> None:
    headings = ("Учитель", "Предмет", "Класс", "Группа", "Часов в неделю")
    rows = (("Петрова О.В.", "Физика", "7А", "1", "1,5"), ("Петрова Ольга", "Физика", "7А", "", ""))
    read = wishes(sheet(headings, *rows))
    assert [(one.teacher.value, one.group, one.hours) for one in read.load] == [
        ("Петрова О.В.", "1", Decimal("1.5")),
        ("Петрова Ольга", None, None),
    ]


def test_load_with_a_wrong_teacher_subject_or_hours_is_told() -> None:
    headings = ("Учитель", "Предмет", "Класс", "Часов в неделю")
    read = wishes(sheet(headings, ("?", "12", "7А", "сорок")))
    assert [one.expected for one in read.mistakes] == [Expected.TEACHER, Expected.SUBJECT, Expected.HOURS]


def test_load_may_have_the_name_in_three_columns() -> None:
    headings = ("Фамилия", "Имя", "Отчество", "Предмет", "Класс")
    read = wishes(sheet(headings, ("Петрова", "Ольга", "Викторовна", "Физика", "7А")))
    assert [one.teacher.value for one in read.load] == ["Петрова Ольга Викторовна"]


def test_what_is_not_read_is_noted() -> None:
    pupils = sheet(("Класс", "ФИО", "СНИЛС", ""), ("7А", "Иванов Пётр", "1", "х"), name="Ученики")
    read = wishes(pupils, sheet(("План", "Факт"), name="Прочее"))
    assert [(note.about, note.what) for note in read.notes] == [
        (About.UNKNOWN_SHEET, ""),
        (About.UNKNOWN_COLUMN, "СНИЛС"),
        (About.UNNAMED_COLUMN, ""),
    ]


def test_a_file_without_any_list_is_a_mistake() -> None:
    read = wishes_of([(sheet(("Куплю", "гараж"), file="а.csv"),), (sheet(file="б.csv"),)], TUESDAY)
    assert [(one.place.file, one.expected) for one in read.mistakes] == [
        ("а.csv", Expected.HEADINGS),
        ("б.csv", Expected.HEADINGS),
    ]


def test_half_of_the_headings_is_a_mistake_at_their_row() -> None:
    (mistake,) = wishes(sheet(("Дата рождения", "Номер"), ("17.05.2013", "1"))).mistakes
    assert (mistake.expected, mistake.place.row, mistake.value) == (Expected.HEADINGS, 1, "Дата рождения; Номер")
