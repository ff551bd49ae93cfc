"""A wished week in the school's terms, what changes from a day on, and what is told of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role
from domain.school.importing.known import KnownClass, KnownGroup, KnownPerson, KnownSchool, KnownSubject
from domain.school.importing.remarks import About, Why
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_clashes import clashes
from domain.school.importing.timetable_draft import TimetableDraft
from domain.school.importing.timetable_room import KnownTimetable
from domain.school.importing.timetable_week import Line, StandingLine, change_of
from domain.school.importing.timetable_wished import WishedLesson, WishedTimetable

START = date(2026, 9, 1)
LATER = date(2026, 11, 24)
ENGLISH, CLASS = SubjectId(1), ClassId(1)
TEACHER = KnownPerson(PersonId(1), PersonName("Петрова", "Ольга"), roles=frozenset({Role.TEACHER}))
DEPUTY = KnownPerson(PersonId(2), PersonName("Кузина", "Елена"), roles=frozenset({Role.DEPUTY}))
KNOWN = KnownSchool(
    YearId(1),
    START,
    people=(TEACHER, DEPUTY),
    classes=(KnownClass(CLASS, "7А"),),
    subjects=(KnownSubject(ENGLISH, "Английский язык"),),
    groups=(KnownGroup(GroupId(1), CLASS, ENGLISH, "1"), KnownGroup(GroupId(2), CLASS, None, "2")),
)


def lesson(sets: str, subject: str = "Алгебра", teachers: str = "", position: int = 1, **more: object) -> WishedLesson:
    named = (tuple(name for name in text.split("+") if name) for text in (teachers, sets))
    whole = WishedLesson(Place("week.fet", row=position), f"{subject} {sets}", 1, position, subject, *named)
    return replace(whole, **more)  # type: ignore[arg-type]


def draft(*lessons: WishedLesson) -> TimetableDraft:
    known = KnownTimetable(KNOWN, date(2027, 5, 26))
    return TimetableDraft.of(known, WishedTimetable("week.fet", lessons), LATER)


def test_what_is_known_is_taken_and_the_rest_is_to_be_made() -> None:
    made = draft(lesson("7 а+7Б", teachers="Петрова О.+Новая А. А."))
    assert [one.name for one in made.new.classes] == ["7Б"]
    assert [one.name for one in made.new.subjects] == ["Алгебра"]
    assert [one.name.full for one in made.new.people] == ["Новая А. А."]
    assert made.new.roles == [(made.new.people[0].id, Role.TEACHER)]
    [line] = made.lines
    assert line.parts == {(CLASS, None), (made.new.classes[0].id, None)}
    assert line.teachers == {TEACHER.id, made.new.people[0].id}


def test_a_member_of_staff_who_teaches_becomes_a_teacher_once() -> None:
    made = draft(lesson("7А", teachers="Кузина"), lesson("7А", teachers="Кузина", position=2))
    assert (made.new.roles, made.new.people) == ([(DEPUTY.id, Role.TEACHER)], [])


def test_the_subject_s_own_subgroup_comes_before_the_class_s() -> None:
    made = draft(lesson("7А гр1", "Английский язык"), lesson("7А гр2", "Английский язык"))
    assert [line.parts for line in made.lines] == [{(CLASS, GroupId(1))}, {(CLASS, GroupId(2))}]
    assert made.new.groups == []


def test_subgroups_of_one_subject_alone_are_the_subject_s() -> None:
    halves = draft(lesson("7А мальчики", "Технология"), lesson("7А девочки", "Технология"))
    assert {one.subject for one in halves.new.groups} == {halves.new.subjects[0].id}
    profiles = draft(lesson("7А физики", "Физика"), lesson("7А биологи", "Биология"))
    assert {one.subject for one in profiles.new.groups} == {None}


def test_a_class_that_is_whole_is_not_there_by_parts() -> None:
    assert [line.parts for line in draft(lesson("7А+7А гр1")).lines] == [{(CLASS, None)}]


def test_an_unknown_set_and_an_unclear_teacher_are_doubts_and_the_lesson_comes_in_without() -> None:
    twin = KnownPerson(PersonId(3), PersonName("Петрова", "Анна"), roles=frozenset({Role.TEACHER}))
    known = KnownTimetable(replace(KNOWN, people=(TEACHER, twin)), date(2027, 5, 26))
    made = TimetableDraft.of(known, WishedTimetable("f", [lesson("7А+Хор", teachers="Петрова")]), LATER)
    assert {(one.who, one.why) for one in made.doubts} == {
        ("Хор", Why.SET_UNKNOWN),
        ("Петрова", Why.LESSON_TEACHER_UNCLEAR),
    }
    assert [(line.parts, line.teachers) for line in made.lines] == [({(CLASS, None)}, frozenset())]


def test_a_lesson_without_a_class_is_listed_and_left_out() -> None:
    made = draft(lesson("", "Совещание"), lesson("Хор", "Пение"))
    assert made.lines == []
    assert [(note.about, note.what) for note in made.notes] == [
        (About.WITHOUT_CLASS, "Совещание "),
        (About.WITHOUT_CLASS, "Пение Хор"),
    ]


def test_the_same_in_even_and_odd_weeks_is_every_week() -> None:
    both = draft(lesson("7А", parity=0), lesson("7А", parity=1), lesson("7А", "Физика", position=2, parity=1))
    assert [(line.position, line.parity) for line in both.lines] == [(1, None), (2, 1)]


def abouts(*lessons: WishedLesson) -> list[About]:
    return [note.about for note in clashes(draft(*lessons).lessons)]


def test_a_class_taught_twice_at_once_is_told() -> None:
    assert abouts(lesson("7А"), lesson("7А гр1", "Физика")) == [About.CLASS_TWICE]
    assert abouts(lesson("7А гр1"), lesson("7А гр1", "Физика")) == [About.CLASS_TWICE]
    assert abouts(lesson("7А гр1"), lesson("7А гр2", "Физика")) == []
    assert abouts(lesson("7А", parity=0), lesson("7А", "Физика", parity=1)) == []


def test_a_teacher_in_two_places_is_told_where_the_classes_differ() -> None:
    assert abouts(lesson("7А", teachers="Петрова"), lesson("7Б", teachers="Петрова")) == [About.TEACHER_TWICE]
    assert abouts(lesson("7А", teachers="Петрова"), lesson("7Б", teachers="Петрова", position=2)) == []
    assert abouts(lesson("7А гр1", teachers="Петрова"), lesson("7А гр2", teachers="Петрова")) == []


def test_a_room_with_two_lessons_is_told_unless_they_are_one_teacher_s_or_a_class_s_halves() -> None:
    assert abouts(lesson("7А", room="Зал"), lesson("7Б", "Физика", room="зал")) == [About.ROOM_TWICE]
    assert abouts(lesson("7А", room="1"), lesson("7Б", "Физика", room="2")) == []
    assert abouts(lesson("7А гр1", room="1"), lesson("7А гр2", room="1")) == []
    assert abouts(lesson("7А+7Б", teachers="Петрова", room="1")) == []


def line(room: str) -> Line:
    return Line(1, 1, None, ENGLISH, room, frozenset({(CLASS, None)}), frozenset())


def row(number: int, room: str, since: date = START, until: date | None = None) -> StandingLine:
    return StandingLine(EntryId(number), since, until, line(room))


def ids(rows: Sequence[StandingLine]) -> list[int]:
    return [one.entry for one in rows]


def test_what_stands_and_is_wished_stays_and_the_rest_ends() -> None:
    change = change_of([row(1, "a"), row(2, "b")], [line("a"), line("c")], LATER)
    assert (change.kept, ids(change.ended), [one.room for one in change.added]) == (1, [2], ["c"])
    assert (change.resumed, change.removed) == ((), ())


def test_what_was_to_begin_later_is_removed_or_begins_now() -> None:
    coming = [row(1, "a", LATER + timedelta(days=7)), row(2, "b", LATER)]
    change = change_of(coming, [line("a")], LATER)
    assert (ids(change.resumed), ids(change.removed), change.added) == ([1], [2], ())


def test_what_ended_the_day_before_goes_on_and_what_ended_earlier_stays_past() -> None:
    day_before = LATER - timedelta(days=1)
    change = change_of([row(1, "a", until=day_before)], [line("a")], LATER)
    assert (ids(change.resumed), change.gone) == ([1], frozenset())
    past = change_of([row(1, "a", until=day_before - timedelta(days=1))], [line("a")], LATER)
    assert (past.resumed, len(past.added), past.gone) == ((), 1, frozenset())


def test_a_lesson_that_stands_twice_is_kept_once() -> None:
    change = change_of([row(1, "a"), row(2, "a")], [line("a")], LATER)
    assert (change.kept, len(change.gone)) == (1, 1)
