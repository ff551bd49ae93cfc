"""Who is meant: joined only where it is sure, in doubt where it could be, new where it cannot be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role
from domain.school.importing.comparing import Comparison, compared
from domain.school.importing.known import (
    KnownClass,
    KnownGroup,
    KnownLoad,
    KnownPerson,
    KnownSchool,
    KnownSeat,
    KnownSubject,
)
from domain.school.importing.plan import Kind
from domain.school.importing.remarks import About, Expected, Why
from domain.school.importing.sheets import Sheet
from tests.domain.school.importing.sheets import sheet, wishes
from tests.school import TUESDAY

PUPILS = ("Класс", "ФИО", "Дата рождения", "Номер", "Родитель 1", "Кем приходится 1", "Номер родителя 1")
STAFF = ("ФИО", "Номер", "Должность", "Классное руководство")
LOAD = ("Учитель", "Предмет", "Класс", "Группа", "Часов в неделю")
CLASS_7A, CLASS_7B = ClassId(1), ClassId(2)
PETR, MARIA, OLGA = PersonId(1), PersonId(2), PersonId(3)
ENGLISH, GROUP_1, GROUP_2 = SubjectId(1), GroupId(1), GroupId(2)
BORN = date(2013, 5, 17)

EMPTY = KnownSchool(YearId(1), date(2026, 9, 1))
SCHOOL = replace(
    EMPTY,
    people=(
        KnownPerson(PETR, PersonName("Иванов", "Пётр", "Олегович"), BORN),
        KnownPerson(MARIA, PersonName("Иванова", "Мария", "Петровна")),
        KnownPerson(OLGA, PersonName("Павлова", "Ольга", "Павловна"), None, "С-1", frozenset({Role.TEACHER}), True),
    ),
    seats=(KnownSeat(PETR, CLASS_7A, "7А"),),
    guardians={(MARIA, PETR): "mother"},
    classes=(KnownClass(CLASS_7A, "7А"), KnownClass(CLASS_7B, "7Б")),
    leading=frozenset({(CLASS_7A, OLGA)}),
    subjects=(KnownSubject(ENGLISH, "Английский язык"),),
    groups=(KnownGroup(GROUP_1, CLASS_7A, ENGLISH, "1"), KnownGroup(GROUP_2, CLASS_7A, ENGLISH, "2")),
    members=frozenset({(GROUP_1, PETR)}),
    load=(KnownLoad(1, OLGA, ENGLISH, CLASS_7A, GROUP_1, Decimal("3.0")),),
)


def _compared(*sheets: Sheet, known: KnownSchool = SCHOOL) -> Comparison:
    read = wishes(*sheets)
    assert read.mistakes == []
    return compared(read, known, TUESDAY)


def _pupils(*rows: Sequence[str], known: KnownSchool = SCHOOL) -> Comparison:
    return _compared(sheet(PUPILS, *rows), known=known)


def _staff(*rows: Sequence[str], known: KnownSchool = SCHOOL) -> Comparison:
    return _compared(sheet(STAFF, *rows), known=known)


def _why(comparison: Comparison) -> list[Why]:
    return [doubt.why for doubt in comparison.doubts]


def _new(comparison: Comparison) -> dict[Kind, int]:
    return dict(comparison.tally.new)


def test_a_whole_new_school_comes_into_being() -> None:
    whole = _compared(
        sheet(PUPILS, ("7А", "Иванов Пётр Олегович", "", "", "Иванова Мария Петровна", "мать")),
        sheet(STAFF, ("Павлова Ольга Павловна", "", "учитель", "7а")),
        sheet(LOAD, ("Павлова О. П.", "Алгебра", "7 «А»", "", "3")),
        known=EMPTY,
    )
    assert _new(whole) == dict.fromkeys((Kind.CLASSES, Kind.PUPILS, Kind.GUARDIANS, Kind.STAFF, Kind.SUBJECTS), 1) | {
        Kind.LOAD: 1
    }
    assert [one.name for one in whole.plan.classes] == ["7а"]
    assert whole.plan.today == TUESDAY
    assert (whole.doubts, whole.mistakes) == ((), ())


def test_a_known_family_changes_nothing() -> None:
    same = _pupils(("7 а", "ИВАНОВ Петр Олегович", "17.05.2013", "", "Иванова Мария Петровна", "мать"))
    assert (same.plan.people, same.plan.corrected, same.plan.guardians, same.plan.relations) == ([], [], [], [])
    assert (_new(same), dict(same.tally.changed), same.doubts) == ({}, {}, ())


def test_number_birth_date_and_relation_are_learnt() -> None:
    learnt = _pupils(
        ("7А", "Иванов Пётр Олегович", "", "У-1", "Иванова Мария Петровна", "опекун"),
        known=replace(SCHOOL, people=(replace(SCHOOL.people[0], birth=None), *SCHOOL.people[1:])),
    )
    assert [(one.id, one.number) for one in learnt.plan.corrected] == [(PETR, "У-1")]
    assert learnt.plan.relations == [(MARIA, PETR, "guardian")]
    assert dict(learnt.tally.changed) == {Kind.PUPILS: 1, Kind.GUARDIANS: 1}


def test_by_number_a_birth_date_is_corrected() -> None:
    numbered = replace(SCHOOL, people=(replace(SCHOOL.people[0], number="У-1"), *SCHOOL.people[1:]))
    corrected = _pupils(("7А", "Иванов Пётр Олегович", "18.05.2013", "У-1"), known=numbered)
    assert [one.birth for one in corrected.plan.corrected] == [date(2013, 5, 18)]


@pytest.mark.parametrize(
    ("row", "why", "other"),
    [
        (("7А", "Иванов Пётр Олегович", "18.05.2013"), Why.OTHER_BIRTH_DATE, "17.05.2013"),
        (("7Б", "Иванов Пётр Олегович"), Why.IN_ANOTHER_CLASS, "7А"),
        (("7Б", "Иванов Пётр Олегович", "17.05.2013"), Why.IN_ANOTHER_CLASS, "7А"),
        (("7А", "Иванов Пётр"), Why.NAME_INCOMPLETE, "Иванов Пётр Олегович"),
        (("7А", "Иванов Пётр Олегович", "", "С-1"), Why.NUMBER_OF_ANOTHER, "Павлова Ольга Павловна"),
    ],
)
def test_a_pupil_who_may_be_a_known_one_is_a_doubt(row: tuple[str, ...], why: Why, other: str) -> None:
    doubted = _pupils(row)
    assert [(doubt.why, doubt.other) for doubt in doubted.doubts] == [(why, other)]
    assert (_new(doubted), dict(doubted.tally.changed)) == ({}, {})


def test_another_birth_date_in_another_class_is_another_child() -> None:
    assert _new(_pupils(("7Б", "Иванов Пётр Олегович", "01.02.2013"))) == {Kind.PUPILS: 1}


def test_a_list_that_names_both_namesakes_of_a_class_has_two_children() -> None:
    both = _pupils(("7А", "Иванов Пётр Олегович", "01.02.2013"), ("7А", "Иванов Пётр Олегович", "17.05.2013"))
    assert (_new(both), both.doubts) == ({Kind.PUPILS: 1}, ())


def test_another_number_is_a_doubt_until_the_list_holds_both() -> None:
    numbered = replace(SCHOOL, people=(replace(SCHOOL.people[0], number="У-1", birth=None), *SCHOOL.people[1:]))
    other = ("7А", "Иванов Пётр Олегович", "", "У-2")
    assert _why(_pupils(other, known=numbered)) == [Why.NUMBER_DIFFERS]
    both = _pupils(other, ("7А", "Иванов Пётр Олегович", "", "У-1"), known=numbered)
    assert (_new(both), both.doubts) == ({Kind.PUPILS: 1}, ())


def test_the_same_row_again_is_taken_once() -> None:
    row = ("8А", "Орлов Глеб Ильич", "17.05.2012")
    twice = _pupils(row, row)
    assert [(doubt.why, doubt.place.row, doubt.other) for doubt in twice.doubts] == [(Why.TWICE, 3, "2")]
    assert twice.tally.new[Kind.PUPILS] == 1


def test_rows_that_may_be_one_child_or_two_are_both_left() -> None:
    unclear = _pupils(
        ("8А", "Орлов Глеб", "17.05.2012"), ("8А", "Орлов Глеб"), ("8Б", "Уткин Лев"), ("8В", "Уткин Лев")
    )
    assert _why(unclear) == [Why.SEVERAL_IN_FILE] * 4
    assert unclear.tally.new[Kind.PUPILS] == 0


def test_two_rows_cannot_both_be_the_one_known_pupil() -> None:
    undated = replace(SCHOOL, people=(replace(SCHOOL.people[0], birth=None), *SCHOOL.people[1:]))
    rows = [("7А", "Иванов Пётр Олегович", day) for day in ("01.02.2013", "01.03.2013")]
    assert _why(_pupils(*rows, known=undated)) == [Why.SEVERAL_IN_FILE] * 2


def test_a_pupil_who_has_left_is_not_taken_for_a_new_one() -> None:
    left = replace(SCHOOL, seats=(KnownSeat(PETR, CLASS_7A, "7А", present=False),))
    assert _why(_pupils(("7А", "Иванов Пётр Олегович"), known=left)) == [Why.IN_ANOTHER_CLASS]


def test_brother_and_sister_have_one_mother() -> None:
    sister = _pupils(("7Б", "Иванова Анна Олеговна", "", "", "Иванова Мария Петровна", "мать"))
    assert _new(sister) == {Kind.PUPILS: 1}
    assert sister.plan.guardians == [(MARIA, sister.plan.people[0].id, "mother")]


def test_brother_and_sister_of_one_list_have_one_mother() -> None:
    rows = [("8А", name, "", "", "Белая Инна Львовна", "мать") for name in ("Белый Лев Ильич", "Белая Ия Ильинична")]
    family = _pupils(*rows)
    assert (family.tally.new[Kind.GUARDIANS], len(family.plan.guardians)) == (1, 2)


@pytest.mark.parametrize("child", ["Петров Лев Олегович", "Иванов Лев Игоревич", "Иванов Лев"])
def test_a_guardian_of_others_with_the_same_name_is_a_doubt(child: str) -> None:
    other = _pupils(("7Б", child, "", "", "Иванова Мария Петровна", "мать"))
    assert [(doubt.why, doubt.other) for doubt in other.doubts] == [(Why.GUARDIAN_OF_OTHERS, "Иванов Пётр")]
    assert (_new(other), other.plan.guardians) == ({Kind.PUPILS: 1}, [])


def test_a_number_joins_guardians_whatever_the_children_are_called() -> None:
    rows = (
        ("8А", "Уткин Лев", "", "", "Белая Инна", "мать", "Р-1"),
        ("8Б", "Гусев Глеб", "", "", "Белая Инна", "", "Р-1"),
    )
    joined = _pupils(*rows)
    assert (joined.tally.new[Kind.GUARDIANS], len(joined.plan.guardians), joined.doubts) == (1, 2, ())


def test_different_numbers_part_guardians_even_of_siblings() -> None:
    rows = [("8А", f"Уткин {name} Львович", "", "", "Белая Инна", "мать", f"Р-{name}") for name in ("Лев", "Глеб")]
    parted = _pupils(*rows)
    assert (parted.tally.new[Kind.GUARDIANS], parted.doubts) == (2, ())


def test_a_guardian_named_as_a_teacher_is_one_by_number_only() -> None:
    row = ("7Б", "Павлов Лев", "", "", "Павлова Ольга Павловна", "мать")
    assert _why(_pupils(row)) == [Why.GUARDIAN_OR_STAFF]
    joined = _pupils((*row, "С-1"))
    assert [guardian for guardian, _, _ in joined.plan.guardians] == [OLGA]
    parted = _pupils((*row, "Р-1"))
    assert parted.tally.new[Kind.GUARDIANS] == 1


def test_a_new_teacher_named_as_a_guardian_is_one_by_number_only() -> None:
    doubted = _staff(("Иванова Мария Петровна", "", "учитель", ""))
    assert [(doubt.why, doubt.other) for doubt in doubted.doubts] == [(Why.STAFF_OR_GUARDIAN, "Иванов Пётр")]
    numbered = replace(SCHOOL, people=(SCHOOL.people[0], replace(SCHOOL.people[1], number="5"), SCHOOL.people[2]))
    joined = _staff(("Иванова Мария Петровна", "5", "учитель", ""), known=numbered)
    assert joined.plan.roles == [(MARIA, Role.TEACHER)]


def test_a_guardian_named_less_fully_is_a_doubt() -> None:
    assert _why(_pupils(("7А", "Иванов Пётр Олегович", "", "", "Иванова Мария", "мать"))) == [Why.NAME_INCOMPLETE]


def test_posts_and_classes_are_added_and_nothing_is_taken_away() -> None:
    moved = _staff(("Павлова Ольга Павловна", "", "завуч", "7Б"))
    assert moved.plan.roles == [(OLGA, Role.DEPUTY)]
    assert moved.plan.leading == [(CLASS_7B, OLGA)]
    assert dict(moved.tally.changed) == {Kind.STAFF: 1}
    assert [(note.about, note.what) for note in moved.notes] == [(About.STILL_LED, "7А: Павлова Ольга")]


def test_a_list_without_the_column_says_nothing_of_classes_led() -> None:
    told = _compared(sheet(STAFF[:3], ("Павлова Ольга Павловна", "", "учитель")))
    assert told.notes == ()


def test_staff_on_two_rows_is_one_by_number_only() -> None:
    rows = (("Уткин Лев", "", "директор", ""), ("Уткин Лев", "", "учитель", ""))
    assert _why(_staff(*rows)) == [Why.SEVERAL_IN_FILE] * 2
    joined = _staff(*((name, "9", *rest) for name, _, *rest in rows))
    assert (joined.tally.new[Kind.STAFF], len(joined.plan.roles), joined.doubts) == (1, 2, ())
    parted = _staff(*((name, post, post, own) for name, _, post, own in rows))
    assert parted.tally.new[Kind.STAFF] == 2


def test_staff_without_a_role_are_found_again() -> None:
    idle = replace(EMPTY, people=(KnownPerson(OLGA, PersonName("Павлова", "Ольга")),))
    again = _staff(("Павлова Ольга", "", "", ""), known=idle)
    assert (_new(again), again.doubts) == ({}, ())


def test_a_pupil_moves_between_subgroups_of_a_subject() -> None:
    moved = _compared(sheet(("Класс", "ФИО", "Группа"), ("7А", "Иванов Пётр Олегович", "английский язык: 2")))
    assert (moved.plan.joined, moved.plan.left) == ([(GROUP_2, PETR)], [(GROUP_1, PETR)])
    assert dict(moved.tally.changed) == {Kind.PUPILS: 1}


def test_load_makes_teachers_and_changes_hours() -> None:
    load = _compared(
        sheet(STAFF, ("Уткин Лев", "", "директор", "")),
        sheet(LOAD, ("Уткин Л.", "Физика", "7А", "1", "2"), ("Павлова О. П.", "Английский язык", "7А", "1", "4")),
    )
    assert load.plan.hours == [(1, Decimal("4"))]
    assert [(one.hours, one.group) for one in load.plan.load] == [(Decimal("2"), load.plan.groups[0].id)]
    assert (About.NOW_TEACHER, "Уткин Лев") in [(note.about, note.what) for note in load.notes]


def test_load_of_an_unknown_teacher_is_a_mistake_and_of_an_unclear_one_a_doubt() -> None:
    unknown = _compared(sheet(LOAD, ("Уткин Лев", "Физика", "7А")))
    assert [(one.expected, one.value, one.heading) for one in unknown.mistakes] == [
        (Expected.TEACHER, "Уткин Лев", "Учитель")
    ]
    assert _why(_compared(sheet(LOAD, ("Павлова Ольга", "Физика", "7А")))) == [Why.TEACHER_UNCLEAR]
    namesake = _staff(("Павлова Оксана Павловна", "", "учитель", ""))
    assert namesake.tally.new[Kind.STAFF] == 1
    two = _compared(
        sheet(STAFF, ("Павлова Оксана Павловна", "", "учитель", "")), sheet(LOAD, ("Павлова О. П.", "Труд", "7А"))
    )
    assert _why(two) == [Why.TEACHER_UNCLEAR]


def test_load_of_a_teacher_left_in_doubt_is_a_doubt_too() -> None:
    left = _compared(
        sheet(STAFF, ("Иванова Мария Петровна", "", "учитель", "")), sheet(LOAD, ("Иванова М. П.", "Труд", "7А"))
    )
    assert _why(left) == [Why.STAFF_OR_GUARDIAN, Why.TEACHER_UNCLEAR]
    assert left.mistakes == ()


def test_the_same_load_twice_is_taken_once() -> None:
    row = ("Павлова О. П.", "Труд", "7А", "", "2")
    twice = _compared(sheet(LOAD, row, row))
    assert (_why(twice), len(twice.plan.load)) == ([Why.TWICE], 1)


def test_who_and_what_is_not_in_the_lists_stays_and_is_noted() -> None:
    gone = _compared(
        sheet(PUPILS, ("7А", "Уткин Лев")),
        sheet(STAFF, ("Гусева Инна", "", "секретарь", "")),
        sheet(LOAD, ("Павлова О. П.", "Труд", "7А")),
    )
    assert {(note.about, note.what) for note in gone.notes} == {
        (About.MISSING_PUPILS, "7А: Иванов Пётр"),
        (About.MISSING_STAFF, "Павлова Ольга"),
        (About.MISSING_LOAD, "7А: Английский язык (Павлова О. П.)"),
        (About.NEW_SUBJECTS, "Труд"),
    }


def test_who_is_in_doubt_is_not_missing() -> None:
    assert _pupils(("7А", "Иванов Пётр Олегович", "18.05.2013")).notes == ()


def _numbered(*numbers: str) -> KnownSchool:
    """The first people with own numbers."""
    people = [replace(one, number=number) for one, number in zip(SCHOOL.people, numbers, strict=False)]
    return replace(SCHOOL, people=(*people, *SCHOOL.people[len(people) :]))


def test_a_number_under_another_name_joins_nobody() -> None:
    pupil = _pupils(("7А", "Уткин Лев Олегович", "", "У-1"), known=_numbered("У-1"))
    assert [(doubt.why, doubt.other) for doubt in pupil.doubts] == [(Why.NUMBER_OF_ANOTHER, "Иванов Пётр Олегович")]
    row = ("7А", "Иванов Пётр Олегович", "", "", "Иванова Инна Петровна", "мать", "Р-1")
    guardian = _pupils(row, known=_numbered("", "Р-1"))
    assert [(doubt.why, doubt.other) for doubt in guardian.doubts] == [
        (Why.NUMBER_OF_ANOTHER, "Иванова Мария Петровна")
    ]
    assert (pupil.plan.people, guardian.plan.people, guardian.plan.guardians) == ([], [], [])


def test_a_pupils_number_is_no_adults() -> None:
    row = ("7Б", "Уткин Лев", "", "", "Иванов Пётр Олегович", "отец", "У-1")
    assert _why(_pupils(row, known=_numbered("У-1"))) == [Why.NUMBER_OF_ANOTHER]


def test_a_number_moves_nobody_to_another_class() -> None:
    moved = _pupils(("7Б", "Иванов Пётр Олегович", "", "У-1"), known=_numbered("У-1"))
    assert [(doubt.why, doubt.other) for doubt in moved.doubts] == [(Why.IN_ANOTHER_CLASS, "7А")]
    assert moved.plan.seats == []


def test_of_several_known_namesakes_none_is_chosen() -> None:
    twin = replace(SCHOOL.people[0], id=PersonId(9), birth=None)
    known = replace(SCHOOL, people=(*SCHOOL.people, twin), seats=(*SCHOOL.seats, KnownSeat(twin.id, CLASS_7A, "7А")))
    assert _why(_pupils(("7А", "Иванов Пётр Олегович"), known=known)) == [Why.SEVERAL_KNOWN]
    exact = _pupils(("7А", "Иванов Пётр Олегович", "17.05.2013", "У-1"), known=known)
    assert [one.id for one in exact.plan.corrected] == [PETR]


def test_two_numbered_rows_do_not_share_out_one_unnumbered_teacher() -> None:
    known = replace(SCHOOL, people=(*SCHOOL.people[:2], replace(SCHOOL.people[2], number=None)))
    rows = [("Павлова Ольга Павловна", number, "учитель", "") for number in ("С-1", "С-2")]
    unclear = _staff(*rows, known=known)
    assert (_why(unclear), unclear.plan.corrected) == ([Why.SEVERAL_IN_FILE] * 2, [])


def test_names_of_one_class_that_may_be_one_child_are_not_both_taken() -> None:
    both = _pupils(("8А", "Уткин Лев Ильич"), ("8А", "Уткин Лев"))
    assert (_why(both), both.tally.new[Kind.PUPILS]) == ([Why.NAME_INCOMPLETE], 1)


def test_load_goes_to_the_subjects_group_or_to_the_classs_own() -> None:
    whole = KnownGroup(GroupId(3), CLASS_7A, None, "1")
    known = replace(SCHOOL, groups=(*SCHOOL.groups, whole), load=())
    rows = [("Павлова О. П.", subject, "7А", "1") for subject in ("Английский язык", "Труд")]
    taken = compared(wishes(sheet(LOAD, *rows)), known, TUESDAY)
    assert [one.group for one in taken.plan.load] == [GROUP_1, whole.id]


def test_a_row_with_a_mistake_is_not_missing() -> None:
    wrong = compared(
        wishes(sheet(PUPILS, ("7А", "Иванов Пётр Олегович", "вчера"), ("7А", "Уткин Лев"))), SCHOOL, TUESDAY
    )
    assert [one.expected for one in wrong.mistakes] == [Expected.BIRTH_DATE]
    assert [note.about for note in wrong.notes] == []
