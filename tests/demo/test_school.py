"""The demo school as it is made from its seed: the same every time, whole, without clashes."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.demo_school.curriculum import SUBJECTS
from bot.demo_school.school import DemoClass, DemoLesson, DemoSchool, make_school
from bot.demo_school.seed import TODAY
from bot.demo_stage import demo_start
from domain.roles.people import Role
from domain.school.bells import Bell

CURRICULUM = Path(__file__).parents[3] / "shared" / "data" / "curriculum"
FOLLOW = {Role.GUARDIAN, Role.PUPIL, Role.CLASS_TEACHER}
"""Roles that nobody grants: they follow from the lists."""
CHOSEN = {("История", 9)}
"""Where a school chooses: the third lesson is the course on Russia's newest history."""
HEAVIEST = {1: 21, 2: 23, 3: 23, 4: 23, 5: 29, 6: 30, 7: 32, 8: 33, 9: 33, 10: 34, 11: 34}
"""Lessons a week that the sanitary rules (SanPiN 1.2.3685-21, table 6.6) allow in a five-day week."""


@cache
def demo() -> DemoSchool:
    return make_school()


def _class(name: str) -> DemoClass:
    return next(one for one in demo().classes if one.name == name)


def _by_slot(name: str) -> dict[tuple[object, object], list[DemoLesson]]:
    found: dict[tuple[object, object], list[DemoLesson]] = defaultdict(list)
    for lesson in demo().lessons:
        found[getattr(lesson, name), lesson.slot].append(lesson)
    return found


def test_the_same_seed_makes_the_same_school_and_another_one_another() -> None:
    assert make_school() == demo()
    assert make_school(6) != demo()


def test_it_is_as_big_as_a_school_is() -> None:
    pupils = [pupil for one in demo().classes for pupil in one.pupils]
    assert 560 <= len(pupils) <= 640
    assert len(set(pupils)) == len(pupils)
    assert 950 <= len({guardian for guardian, _, _ in demo().guardians}) <= 1150
    assert 40 <= len(demo().roles) <= 50
    assert {one.grade for one in demo().classes} == set(range(1, 12))
    assert set(Counter(one.grade for one in demo().classes).values()) <= {2, 3}


def test_every_role_of_the_regulation_is_there() -> None:
    held = {role for roles in demo().roles.values() for role in roles}
    assert held | FOLLOW == set(Role)
    teachers = {one.class_teacher for one in demo().classes}
    assert len(teachers) == len(demo().classes)
    assert all("teacher" in demo().roles[teacher] for teacher in teachers)


def test_a_deputy_teaches_and_is_a_mother_here() -> None:
    deputy = demo().deputy_mother
    assert set(demo().roles[deputy]) == {"deputy", "teacher"}
    assert any(lesson.teacher == deputy for lesson in demo().lessons)
    (pupil,) = [pupil for guardian, pupil, relation in demo().guardians if (guardian, relation) == (deputy, "mother")]
    assert pupil in _class("7А").pupils


def test_families_are_as_families_are() -> None:
    children = Counter(guardian for guardian, _, _ in demo().guardians)
    guardians = Counter(pupil for _, pupil, _ in demo().guardians)
    assert {1, 2, 3} <= set(children.values())
    assert {1, 2, 3} == set(guardians.values())
    assert set(guardians) == {pupil for one in demo().classes for pupil in one.pupils}
    relations: dict[int, dict[str, int]] = defaultdict(dict)
    for guardian, pupil, relation in demo().guardians:
        relations[pupil][relation] = guardian
    couples = [(pair["mother"], pair["father"]) for pair in relations.values() if {"mother", "father"} <= set(pair)]
    apart = [demo().people[m].surname[:-1] != demo().people[f].surname for m, f in couples]
    assert any(apart)
    assert not all(apart)


def test_children_of_one_family_sit_in_different_grades() -> None:
    grades = {pupil: one.grade for one in demo().classes for pupil in one.pupils}
    seats = Counter((guardian, grades[pupil]) for guardian, pupil, _ in demo().guardians)
    assert set(seats.values()) == {1}


def test_pupils_are_as_old_as_their_grade() -> None:
    for one in demo().classes:
        for pupil in one.pupils:
            assert 6 <= one.grade + 2026 - one.grade - demo().births[pupil].year <= 19
            assert demo().births[pupil].year in (2026 - one.grade - 7, 2026 - one.grade - 6)


def test_everyone_has_a_whole_name() -> None:
    assert all(name.surname and name.given and name.patronymic for name in demo().people.values())


@pytest.mark.parametrize("name", ["teacher", "room"])
def test_nobody_and_no_room_is_in_two_places(name: str) -> None:
    clashes = {
        where: lessons for where, lessons in _by_slot(name).items() if len(lessons) > 1 and where[0] != "спортзал"
    }
    assert clashes == {}


def test_a_class_has_one_lesson_at_a_time_or_its_two_subgroups() -> None:
    for lessons in _by_slot("class_id").values():
        assert sorted(lesson.group for lesson in lessons) in ([0], [1, 2])
        assert len({lesson.subject.key for lesson in lessons}) == 1
        assert len({lesson.teacher for lesson in lessons}) == len(lessons)


def test_a_class_has_no_gaps_in_its_day() -> None:
    days: dict[tuple[int, int], set[int]] = defaultdict(set)
    for lesson in demo().lessons:
        days[lesson.class_id, lesson.slot[0]].add(lesson.slot[1])
    assert len(days) == 5 * len(demo().classes)
    assert all(positions == set(range(1, len(positions) + 1)) for positions in days.values())
    assert max(len(positions) for positions in days.values()) <= 7


def test_english_and_informatics_are_taught_in_subgroups() -> None:
    split = {lesson.subject.name for lesson in demo().lessons if lesson.group}
    assert {"Английский язык", "Информатика"} <= split
    assert not {lesson.subject.name for lesson in demo().lessons if not lesson.group} & split


def _hours(one: DemoClass) -> Counter[str]:
    return Counter(lesson.subject.name for lesson in demo().lessons if lesson.class_id == one.id and lesson.group < 2)


def test_every_class_has_the_hours_of_its_plan() -> None:
    for one in demo().classes:
        planned = {subject.name: subject.hours[one.grade] for subject in SUBJECTS if one.grade in subject.hours}
        assert _hours(one) == planned, one.name
        assert _hours(one).total() <= HEAVIEST[one.grade] + 1, one.name


def _published() -> Iterator[tuple[str, int, int]]:
    """(subject, grade, hours) that are sure; «по памяти» is left out."""
    for file in sorted(CURRICULUM.glob("*.csv")):
        with file.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row.get("verified", "yes") == "yes":
                    yield from ((row["subject"], int(g), int(row[g])) for g in row if g.isdigit())


def test_the_plan_is_the_federal_one_where_that_is_known() -> None:
    if not CURRICULUM.is_dir():
        pytest.skip("the folder with the published plans is not here")
    ours = {(subject.name, grade): hours for subject in SUBJECTS for grade, hours in subject.hours.items()}
    names = {subject.name for subject in SUBJECTS}
    wrong = [
        (subject, grade, hours, ours.get((subject, grade), 0))
        for subject, grade, hours in _published()
        if subject in names and (subject, grade) not in CHOSEN and ours.get((subject, grade), 0) != hours
    ]
    assert wrong == []


def test_the_demo_begins_in_a_lesson_of_algebra_in_7a() -> None:
    starts, ended = demo_start(demo())
    (algebra,) = [
        lesson
        for lesson in demo().lessons
        if lesson.class_id == _class("7А").id and lesson.slot == (starts.isoweekday(), ended + 1)
    ]
    assert algebra.subject.key == "alg"
    assert TODAY <= starts.date() < TODAY + timedelta(days=7)


def test_bells_are_the_same_in_the_stage_and_in_the_seed() -> None:
    from bot.demo_school.seed import BELLS
    from bot.demo_stage import BELL_STARTS

    printed = [span.split("-")[0] for span in BELLS["Обычные"][1].split()]
    assert [f"{starts:%H:%M}" for starts in BELL_STARTS] == printed
    assert Bell(*BELL_STARTS[:2]).starts < Bell(*BELL_STARTS[:2]).ends
