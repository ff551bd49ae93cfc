"""What an import can be taken back with, and what of it does not stand any more."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role
from domain.school.importing.changes import ChangeLine, change_lines
from domain.school.importing.comparing import compared
from domain.school.importing.headings import Field
from domain.school.importing.known import (
    KnownClass,
    KnownGroup,
    KnownLoad,
    KnownPerson,
    KnownSchool,
    KnownSeat,
    KnownSubject,
)
from domain.school.importing.plan import GivenIds, Kind, Missing
from domain.school.importing.undoing import Corrected, changed_since, undo_of
from storage.school.undo_rows import packed, unpacked
from tests.domain.school.importing.sheets import sheet, wishes
from tests.school import TUESDAY

PUPIL, TEACHER, MOTHER, AWAY = (PersonId(n) for n in range(1, 5))
BORN = date(2013, 5, 17)
SCHOOL = KnownSchool(
    year=YearId(1),
    year_starts=date(2026, 9, 1),
    people=(
        KnownPerson(PUPIL, PersonName("Уткин", "Лев", "Олегович")),
        KnownPerson(TEACHER, PersonName("Гусева", "Инна", "Марковна"), employed=True),
        KnownPerson(MOTHER, PersonName("Уткина", "Ия", "Львовна")),
        KnownPerson(AWAY, PersonName("Чижов", "Глеб", "Ильич")),
    ),
    seats=(KnownSeat(PUPIL, ClassId(1), "7А"), KnownSeat(AWAY, ClassId(1), "7А")),
    guardians={(MOTHER, PUPIL): "guardian"},
    classes=(KnownClass(ClassId(1), "7А"),),
    subjects=(KnownSubject(SubjectId(1), "Химия"),),
    groups=(
        KnownGroup(GroupId(1), ClassId(1), SubjectId(1), "1"),
        KnownGroup(GroupId(2), ClassId(1), SubjectId(1), "2"),
    ),
    members=frozenset({(GroupId(1), PUPIL)}),
    load=(KnownLoad(5, TEACHER, SubjectId(1), ClassId(1), None, Decimal(2)),),
)
LISTS = (
    sheet(
        ("Класс", "ФИО", "Дата рождения", "Номер", "Мать", "Группа: Химия"),
        ("7А", "Уткин Лев Олегович", "17.05.2013", "У-1", "Уткина Ия Львовна", "2"),
        ("7А", "Птицын Лев Олегович", "", "", "Птицына Ия Львовна", "1"),
    ),
    sheet(("ФИО", "Должность", "Классное руководство"), ("Гусева Инна Марковна", "завуч", "7А")),
    sheet(("Учитель", "Предмет", "Класс", "Часов в неделю"), ("Гусева И. М.", "Химия", "7А", "3")),
)
COMPARED = compared(wishes(*LISTS), SCHOOL, TUESDAY)
GIVEN = GivenIds({one.id: PersonId(100 - one.id) for one in COMPARED.plan.people}, {}, {}, {})
UNDO = undo_of(COMPARED.plan, GIVEN, SCHOOL)
NEW_PUPIL, NEW_MOTHER = PersonId(101), PersonId(102)
AFTER = replace(
    SCHOOL,
    people=(
        KnownPerson(PUPIL, PersonName("Уткин", "Лев", "Олегович"), BORN, "У-1"),
        KnownPerson(
            TEACHER, PersonName("Гусева", "Инна", "Марковна"), None, None, frozenset({Role.DEPUTY, Role.TEACHER}), True
        ),
        *SCHOOL.people[2:],
        KnownPerson(NEW_PUPIL, PersonName("Птицын", "Лев", "Олегович")),
        KnownPerson(NEW_MOTHER, PersonName("Птицына", "Ия", "Львовна")),
    ),
    seats=(*SCHOOL.seats, KnownSeat(NEW_PUPIL, ClassId(1), "7А")),
    guardians={(MOTHER, PUPIL): "mother", (NEW_MOTHER, NEW_PUPIL): "mother"},
    leading=frozenset({(ClassId(1), TEACHER)}),
    members=frozenset({(GroupId(2), PUPIL), (GroupId(1), NEW_PUPIL)}),
    load=(KnownLoad(5, TEACHER, SubjectId(1), ClassId(1), None, Decimal(3)),),
)


def test_everything_that_was_made_and_changed_is_kept_with_what_was_before() -> None:
    assert UNDO.people == (NEW_PUPIL, NEW_MOTHER)
    assert UNDO.seats == ((NEW_PUPIL, ClassId(1)),)
    assert UNDO.guardians == ((NEW_MOTHER, NEW_PUPIL, "mother"),)
    assert UNDO.relations == ((MOTHER, PUPIL, "mother", "guardian"),)
    assert (UNDO.left, set(UNDO.joined)) == (((GroupId(1), PUPIL),), {(GroupId(2), PUPIL), (GroupId(1), NEW_PUPIL)})
    assert UNDO.roles == ((TEACHER, Role.DEPUTY), (TEACHER, Role.TEACHER))
    assert UNDO.hours == ((5, Decimal(3), Decimal(2)),)
    assert UNDO.corrected == (Corrected(PUPIL, (None, None), (BORN, "У-1")),)


def test_it_comes_back_from_the_database_as_it_went_in() -> None:
    assert unpacked(packed(UNDO)) == UNDO


def test_a_school_that_stands_as_it_was_left_has_nothing_changed() -> None:
    assert changed_since(UNDO, AFTER) == {}


def test_each_thing_that_was_changed_since_is_counted() -> None:
    moved = replace(AFTER, seats=(*SCHOOL.seats, KnownSeat(NEW_PUPIL, ClassId(1), "7А", present=False)))
    assert changed_since(UNDO, moved) == {Kind.PUPILS: 1}
    assert changed_since(UNDO, replace(AFTER, guardians={})) == {Kind.GUARDIANS: 2}
    assert changed_since(UNDO, replace(AFTER, members=SCHOOL.members)) == {Kind.PUPILS: 3}
    assert changed_since(UNDO, replace(AFTER, leading=frozenset())) == {Kind.STAFF: 1}
    assert changed_since(UNDO, replace(AFTER, load=())) == {Kind.LOAD: 1}
    people = (replace(AFTER.people[0], number="У-9"), replace(AFTER.people[1], roles=frozenset()), *AFTER.people[2:])
    assert changed_since(UNDO, replace(AFTER, people=people)) == {Kind.PUPILS: 1, Kind.STAFF: 2}


def test_what_the_file_leaves_as_it_is_and_whom_it_leaves_out_are_told_apart() -> None:
    again = compared(wishes(*LISTS), AFTER, TUESDAY)
    assert again.tally.untouched == {Kind.PUPILS: 2, Kind.GUARDIANS: 2, Kind.STAFF: 1, Kind.LOAD: 1}
    assert again.missing == (Missing(Kind.PUPILS, "Чижов Глеб", "7А"),)
    assert COMPARED.tally.untouched == {}


def test_every_change_is_a_line_with_what_was_what_will_be_and_where_it_stands() -> None:
    lines = {(one.who, one.what, one.new): one for one in change_lines(COMPARED, SCHOOL)}
    born = lines["Уткин Лев Олегович", Field.BIRTH, "17.05.2013"]
    assert (born.kind, born.old, born.place and born.place.row) == (Kind.PUPILS, "", 2)
    assert lines["Уткин Лев Олегович", Field.GROUP, ""].old == "7А · Химия: 1"
    assert lines["Уткин Лев Олегович", Field.GROUP, "7А · Химия: 2"].old == ""
    relation: ChangeLine = lines["Уткина Ия Львовна", Field.GUARDIAN_RELATION, "mother"]
    assert (relation.old, relation.about) == ("guardian", "Уткин Лев Олегович")
    assert lines["Птицын Лев Олегович", Field.CLASS, "7А"].kind is Kind.PUPILS
    assert lines["Гусева Инна Марковна", Field.POST, "deputy"].kind is Kind.STAFF
    hours = lines["Гусева Инна Марковна · Химия · 7А", Field.HOURS, "3"]
    assert (hours.old, hours.place and hours.place.row) == ("2", 2)
