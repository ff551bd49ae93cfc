"""What goes on now, what comes next, and how people ask for it."""

from dataclasses import replace
from datetime import date, time

import pytest

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, EntryId, GroupId
from domain.roles.people import PersonName
from domain.school.bells import Bell, BellRule
from domain.school.calendar import SchoolCalendar
from domain.school.roster import Roster, SchoolClass, Seat
from domain.school.timetable import (
    ChangeKind,
    ClassPart,
    Entry,
    LessonChange,
    SchoolDay,
    SubjectRef,
    TeacherRef,
    WeekPlan,
)
from domain.school.where import Owner, Whereabouts, Whose, coming, going_on, rooms_of
from domain.school.where_said import Asked, FreeAsked, When, WhereAsked, is_named
from tests import school
from tests.clock import SetClock

TUESDAY = school.TUESDAY
FRIDAY, NEXT_WEEK = date(2026, 11, 27), date(2026, 12, 1)
DIRECTOR, MOTHER = school.actor(school.DIRECTOR), school.actor(school.MOTHER)
CLASS_7A, ROOM_12 = Owner(Whose.CLASS, school.CLASS_7A), Owner(Whose.ROOM, 4)
TEACHER = Owner(Whose.TEACHER, school.ALGEBRA_TEACHER)
CLASSES = {ClassId(n): SchoolClass(ClassId(n), name, int(name[0])) for n, name in ((1, "1А"), (2, "7А"), (3, "7Б"))}
PARTS = {class_id: ClassPart(class_id, one.name, one.grade) for class_id, one in CLASSES.items()}


def entry(number: int, line: int, weekday: int) -> Entry:
    position, subject, room, classes, teachers = school.DAILY[line]
    return Entry(
        id=EntryId(number),
        valid_from=date(2026, 9, 1),
        valid_until=None,
        weekday=weekday,
        position=position,
        parity=None,
        subject=SubjectRef(subject, *school.SUBJECTS[subject]),
        room="31/32" if room == "31" else room,
        parts=tuple(replace(PARTS[one], group=group) for one, group in classes),
        teachers=tuple(TeacherRef(one, school.PEOPLE[one]) for one in teachers),
    )


ENTRIES = tuple(
    entry(n, line, weekday)
    for n, (weekday, line) in enumerate(((day, one) for day in range(1, 6) for one in range(len(school.DAILY))), 1)
)
BELLS = {position: Bell(*times) for position, times in school.BELLS.items()}
PLAN = WeekPlan(SchoolCalendar(date(2026, 9, 1), date(2027, 5, 31)), (BellRule(BELLS),), ENTRIES)


class Known:
    """The cast's timetable, with the Tuesday's first lesson of 7А cancelled where asked."""

    def __init__(self, *changes: LessonChange) -> None:
        self._changes = {change.entry: change for change in changes}

    async def plan(self) -> WeekPlan:
        return PLAN

    async def day(self, day: date) -> SchoolDay:
        return PLAN.day(day, self._changes)

    async def days(self, first: date, last: date) -> list[SchoolDay]:
        days = range(first.toordinal(), last.toordinal() + 1)
        return [await self.day(date.fromordinal(day)) for day in days]


class Seats:
    async def roster(self) -> Roster:
        groups = {school.IVANOV: frozenset({school.GROUP_1})}
        seats = {
            one: Seat(one, school.PEOPLE[one], class_id, groups.get(one, frozenset[GroupId]()))
            for one, class_id in school.SEATS.items()
        }
        return Roster(CLASSES, seats)

    async def roster_on(self, day: date) -> Roster:
        return await self.roster()


TIME = SchoolTime(SetClock(school.MORNING), lambda: school.ZONE)
FIRST = PLAN.entries[9].id
"""The Tuesday's first lesson of 7А."""
WHERE = Whereabouts(TIME, Known(), Seats())
ASKED = WhereAsked(TIME, Known(), Seats())


async def test_a_lesson_goes_on_from_its_bell_until_the_end_is_rung() -> None:
    lessons = (await WHERE.page(DIRECTOR, CLASS_7A, TUESDAY)).day.lessons
    assert [one.subject.name for one in going_on(lessons, time(8, 30))] == ["Алгебра"]
    assert going_on(lessons, time(9, 15)) == ()
    assert [one.position for one in coming(lessons, time(9, 15))] == [2]
    assert len(coming(lessons, time(10, 0))) == 2, "both subgroups"
    assert coming(lessons, time(13, 0)) == ()


async def test_what_is_cancelled_neither_goes_on_nor_comes() -> None:
    cancelled = LessonChange(FIRST, ChangeKind.CANCELLED)
    page = await Whereabouts(TIME, Known(cancelled), Seats()).page(DIRECTOR, CLASS_7A, TUESDAY)
    assert going_on(page.day.lessons, time(8, 40)) == ()
    assert [one.position for one in coming(page.day.lessons, time(8, 0))] == [2]


async def test_two_rooms_in_one_cell_are_two_rooms_in_the_order_of_numbers() -> None:
    assert list(rooms_of(PLAN)) == ["1", "12", "21", "31", "32"]
    shown = await WHERE.page(DIRECTOR, rooms_of(PLAN)["32"], TUESDAY)
    assert len(shown.day.lessons) == 2


async def test_a_room_of_a_day_is_where_the_lesson_was_moved_to() -> None:
    moved = Whereabouts(TIME, Known(LessonChange(FIRST, ChangeKind.ROOM, room="21")), Seats())
    plain = [one.position for one in (await WHERE.page(DIRECTOR, rooms_of(PLAN)["21"], TUESDAY)).day.lessons]
    assert plain == [2]
    assert [one.position for one in (await moved.page(DIRECTOR, rooms_of(PLAN)["21"], TUESDAY)).day.lessons] == [1, 2]


async def test_free_is_who_has_no_lesson_and_whom_a_substitute_replaces_is_not_in_school() -> None:
    free = await WHERE.free(DIRECTOR, TUESDAY, 1)
    assert school.ALGEBRA_TEACHER not in [one.id for one in free.here]
    assert school.SPORT in [one.id for one in free.here]
    instead = TeacherRef(school.SPORT, school.PEOPLE[school.SPORT])
    changes = [
        LessonChange(one.id, ChangeKind.SUBSTITUTED, teacher=instead)
        for one in ENTRIES
        if school.ALGEBRA_TEACHER in one.teacher_ids
    ]
    free = await Whereabouts(TIME, Known(*changes), Seats()).free(DIRECTOR, TUESDAY, 1)
    assert school.SPORT not in [one.id for one in (*free.here, *free.elsewhere)]
    assert [one.id for one in free.elsewhere] == [school.ALGEBRA_TEACHER]


async def test_with_no_lesson_said_who_is_free_now() -> None:
    assert (await WHERE.free(DIRECTOR, TUESDAY)).position == 1
    TIME.clock.set(school.MORNING.replace(hour=10, minute=20))  # type: ignore[attr-defined]
    try:
        assert (await WHERE.free(DIRECTOR, TUESDAY)).position == 3
    finally:
        TIME.clock.set(school.MORNING)  # type: ignore[attr-defined]
    assert (await WHERE.free(DIRECTOR, date(2026, 11, 29))).positions == ()


async def test_a_pupils_week_is_of_the_own_subgroup_from_monday_to_saturday() -> None:
    week = await WHERE.week(MOTHER, Owner(Whose.PUPIL, school.IVANOV), FRIDAY)
    assert [day.day.isoweekday() for day in week.days] == [1, 2, 3, 4, 5, 6]
    assert len(week.days[0].lessons) == 4
    assert week.label == "7А"


@pytest.mark.parametrize(
    ("owner", "refusal"),
    [
        (Owner(Whose.PUPIL, school.ORLOV), NotFound),
        (Owner(Whose.PUPIL, 999), NotFound),
        (Owner(Whose.CLASS, school.CLASS_7B), NotAllowed),
        (Owner(Whose.CLASS, school.CLASS_7A), NotAllowed),
        (Owner(Whose.TEACHER, school.ALGEBRA_TEACHER), NotAllowed),
        (Owner(Whose.TEACHER, 0), NotAllowed),
        (ROOM_12, NotAllowed),
    ],
)
async def test_a_family_reaches_its_own_children_alone(owner: Owner, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        await WHERE.week(MOTHER, owner, TUESDAY)


@pytest.mark.parametrize("kind", Whose)
async def test_a_forged_id_is_not_found(kind: Whose) -> None:
    with pytest.raises(NotFound):
        await WHERE.week(DIRECTOR, Owner(kind, 9_999_999_999), TUESDAY)


@pytest.mark.parametrize(
    ("said", "owner", "when", "day"),
    [
        ("7а сейчас", CLASS_7A, When.NOW, TUESDAY),
        ("Где сейчас 7А?", CLASS_7A, When.NOW, TUESDAY),
        ("где 7 «А»", CLASS_7A, When.NOW, TUESDAY),
        ("7а пятница", CLASS_7A, When.DAY, FRIDAY),
        ("7а 27.11", CLASS_7A, When.DAY, FRIDAY),
        ("7А неделя", CLASS_7A, When.WEEK, TUESDAY),
        ("расписание 7А на следующую неделю", CLASS_7A, When.WEEK, NEXT_WEEK),
        ("where is 7A now?", CLASS_7A, When.NOW, TUESDAY),
        ("каб 12", ROOM_12, When.NOW, TUESDAY),
        ("Каб. 12 завтра", ROOM_12, When.DAY, date(2026, 11, 25)),
        ("что в кабинете 12?", ROOM_12, When.NOW, TUESDAY),
        ("room 12", ROOM_12, When.NOW, TUESDAY),
        ("где Алгебрина", TEACHER, When.NOW, TUESDAY),
        ("Где сейчас учитель Алгебрина А. Б.?", TEACHER, When.NOW, TUESDAY),
        ("расписание Алгебриной на пятницу", TEACHER, When.DAY, FRIDAY),
        ("расписание Алгебриной", TEACHER, When.DAY, TUESDAY),
    ],
)
async def test_staff_ask_in_their_own_words(said: str, owner: Owner, when: When, day: date) -> None:
    assert await ASKED.understood(DIRECTOR, said) == Asked((owner,), when, day)


@pytest.mark.parametrize(
    ("said", "day", "position"),
    [
        ("кто свободен 3 урок", TUESDAY, 3),
        ("Кто свободен на 3-м уроке в пятницу?", FRIDAY, 3),
        ("кто свободен", TUESDAY, None),
        ("свободны завтра", date(2026, 11, 25), None),
        ("who is free lesson 3", TUESDAY, 3),
    ],
)
async def test_staff_ask_who_is_free(said: str, day: date, position: int | None) -> None:
    assert await ASKED.understood(DIRECTOR, said) == FreeAsked(day, position)


async def test_a_family_asks_of_its_children() -> None:
    ivanov, masha = Owner(Whose.PUPIL, school.IVANOV), Owner(Whose.PUPIL, school.IVANOVA_MASHA)
    assert await ASKED.understood(MOTHER, "неделя") == Asked((ivanov, masha), When.WEEK, TUESDAY)
    assert await ASKED.understood(MOTHER, "сейчас") == Asked((ivanov, masha), When.NOW, TUESDAY)
    assert await ASKED.understood(MOTHER, "7а пятница") == Asked((ivanov,), When.DAY, FRIDAY)
    with pytest.raises(NotAllowed):
        await ASKED.understood(MOTHER, "7б сейчас")


@pytest.mark.parametrize(
    "said",
    [
        "",
        "/where 7а",
        "7а",
        "7а алгебра № 5",
        "7а алгебра: Иванов 5, завтра",
        "дз 7а алгебра № 5 на пятницу",
        "Алгебрина завтра",
        "Иванов сейчас 5",
        "где мой дневник",
        "расписание 7А",
        "расписание на завтра",
        "завтра",
        "свободное время",
        "кто свободен от физкультуры",
        "через неделю",
        "31.02",
        "где " + "я" * 100,
    ],
)
async def test_anything_else_is_left_to_who_listens_next(said: str) -> None:
    assert await ASKED.understood(DIRECTOR, said) is None


@pytest.mark.parametrize("said", ["где Алгебрина", "каб 12", "кто свободен 3 урок"])
async def test_what_only_staff_ask_is_no_question_of_a_family(said: str) -> None:
    assert await ASKED.understood(MOTHER, said) is None


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("петрова", True),
        ("петровой", True),
        ("петрова а. с.", True),
        ("петрова анна", True),
        ("петрова б.", False),
        ("петр", False),
        ("", False),
        ("петрова а. с. д.", False),
    ],
)
def test_a_teacher_is_named_in_any_case_with_initials(said: str, named: bool) -> None:
    assert is_named(PersonName("Петрова", "Анна", "Сергеевна"), said) is named
