"""Moved, extra and substituted lessons in a day; who can substitute; what is said again and what is not."""

from dataclasses import replace
from datetime import time

from domain.ids import ClassId, EntryId, GroupId, PersonId
from domain.roles.people import PersonName
from domain.school.bells import Bell, BellRule
from domain.school.changed_lessons import AS_PLANNED, What, changed_lesson, changes_of
from domain.school.clashes import Busy, Wish, clashes, rooms_named, whole
from domain.school.roster import Roster, SchoolClass, Seat
from domain.school.substitutes import candidates
from domain.school.timetable import (
    ChangeKind,
    LessonChange,
    LessonRef,
    Slot,
    TeacherRef,
    WeekPlan,
)
from tests.domain.school.test_timetable import BELLS, CALENDAR, ENTRY, HALF, IGOR, OLGA, SPORTS, TUESDAY

ANNA, VERA = (TeacherRef(PersonId(n), PersonName(surname, "Вера")) for n, surname in ((13, "Азова"), (14, "Язова")))
REF = LessonRef(ENTRY.id, TUESDAY)
EXTRA = replace(ENTRY, id=EntryId(2), valid_from=TUESDAY, valid_until=TUESDAY, position=6, extra=True, moved_from=REF)
MOVED = LessonChange(ENTRY.id, ChangeKind.MOVED, moved_to=EXTRA.id)
NOBODY = Roster({}, {})


def _plan(*entries: object) -> WeekPlan:
    return WeekPlan(CALENDAR, BELLS, entries)  # type: ignore[arg-type]


def test_a_moved_lesson_says_where_it_is_and_is_given_there_alone() -> None:
    day = _plan(ENTRY, EXTRA).day(TUESDAY, {ENTRY.id: MOVED})
    assert [(one.position, one.takes_place, one.moved_to) for one in day.lessons] == [
        (1, False, Slot(TUESDAY, 6)),
        (6, True, None),
    ]


def test_an_extra_lesson_that_is_cancelled_is_not_there() -> None:
    plan = _plan(ENTRY, EXTRA)
    day = plan.day(TUESDAY, {EXTRA.id: LessonChange(EXTRA.id, ChangeKind.CANCELLED)})
    assert [one.ref for one in day.lessons] == [REF]
    dropped = changed_lesson(plan, day, LessonRef(EXTRA.id, TUESDAY))
    assert dropped is not None
    assert (dropped.what, dropped.value) == (What.DROPPED, AS_PLANNED)


def test_a_move_within_a_day_is_one_line() -> None:
    plan = _plan(ENTRY, EXTRA)
    (told,) = changes_of(plan, plan.day(TUESDAY, {ENTRY.id: MOVED}))
    assert (told.what, told.moved_to) == (What.MOVED, Slot(TUESDAY, 6))


def test_what_would_be_said_in_other_words_has_another_value() -> None:
    plan = _plan(ENTRY, EXTRA)
    changes = [
        None,
        LessonChange(ENTRY.id, ChangeKind.CANCELLED),
        LessonChange(ENTRY.id, ChangeKind.SUBSTITUTED, teacher=IGOR),
        LessonChange(ENTRY.id, ChangeKind.SUBSTITUTED, teacher=ANNA),
        LessonChange(ENTRY.id, ChangeKind.SUBSTITUTED, teacher=IGOR, room="5"),
        LessonChange(ENTRY.id, ChangeKind.SUBSTITUTED, teacher=IGOR, subject=SPORTS),
        LessonChange(ENTRY.id, ChangeKind.ROOM, room="5"),
        MOVED,
    ]
    values = []
    for one in changes:
        changed = changed_lesson(plan, plan.day(TUESDAY, {ENTRY.id: one} if one else {}), REF)
        assert changed is not None
        values.append(changed.value)
    assert len(set(values)) == len(changes)
    assert values[0] == AS_PLANNED
    assert max(map(len, values)) <= 20


def test_who_teaches_the_subject_comes_first_then_who_is_there_then_who_has_given_least() -> None:
    other = replace(ENTRY, subject=SPORTS, parts=(replace(ENTRY.parts[0], id=ClassId(8)),))
    entries = [
        ENTRY,
        replace(other, id=EntryId(3), position=2, teachers=(VERA,)),
        replace(other, id=EntryId(4), position=3, teachers=(ANNA,)),
        replace(other, id=EntryId(5), weekday=3, subject=ENTRY.subject, teachers=(IGOR,)),
        replace(other, id=EntryId(6), teachers=(TeacherRef(PersonId(15), PersonName("Занятая", "Зоя")),)),
    ]
    plan = _plan(*entries)
    day = plan.day(TUESDAY, {})
    lesson = changed_lesson(plan, day, REF)
    assert lesson is not None
    found = candidates(plan, day, lesson, set(), {ANNA.id: 2, VERA.id: 1})
    assert [(one.teacher, one.teaches, one.here, one.given) for one in found] == [
        (IGOR, True, False, 0),
        (VERA, False, True, 1),
        (ANNA, False, True, 2),
    ]
    assert [one.teacher for one in candidates(plan, day, lesson, {IGOR.id, VERA.id}, {})] == [ANNA]


def test_rooms_and_subgroups_clash_where_they_share_something() -> None:
    day = _plan(replace(ENTRY, parts=(HALF,), room="331/436")).day(TUESDAY, {})
    second = replace(HALF, group=GroupId(2), group_name="2")

    def met(wish: Wish, roster: Roster = NOBODY) -> list[Busy]:
        return [one.busy for one in clashes(day, wish, (), roster)]

    both = Seat(PersonId(1), PersonName("Общий", "Олег"), HALF.id, frozenset({GroupId(1), GroupId(2)}))
    shared = Roster({HALF.id: SchoolClass(HALF.id, "7А", 7)}, {both.pupil: both})
    assert rooms_named(" 331 / 436,12 ") == ("331", "436", "12")
    assert met(Wish(1, room="436")) == [Busy.ROOM]
    assert met(Wish(1, frozenset({OLGA.id}), (HALF,), "436")) == [Busy.TEACHER]
    assert met(Wish(1, parts=(replace(HALF, group=None),))) == [Busy.PUPILS]
    assert met(Wish(1, parts=(second,))) == []
    assert met(Wish(1, parts=(second,)), shared) == [Busy.PUPILS]
    assert met(Wish(2, frozenset({OLGA.id}), (HALF,), "436")) == []


def test_lessons_of_two_shifts_meet_by_their_bells_and_not_by_their_numbers() -> None:
    """In the morning the teacher has a first lesson and a sixth; the second shift's first one overlaps with that."""
    late = replace(ENTRY, id=EntryId(9), parts=(replace(ENTRY.parts[0], id=ClassId(8)),), teachers=(IGOR,), room=None)
    morning = BellRule({n: Bell(time(7 + n), time(7 + n, 40)) for n in range(1, 7)})
    shift = BellRule({1: Bell(time(13, 30), time(14, 10)), 2: Bell(time(14, 20), time(15))}, class_id=ClassId(8))
    sixth = replace(ENTRY, id=EntryId(10), position=6)
    plan = replace(_plan(ENTRY, sixth, late), bells=[morning, shift])
    day = plan.day(TUESDAY, {})

    def met(position: int) -> list[EntryId]:
        wish = replace(whole(plan, late, Slot(TUESDAY, position)), teachers=frozenset({OLGA.id}))
        return [one.lesson.ref.entry for one in clashes(day, wish, {LessonRef(late.id, TUESDAY)}, NOBODY)]

    assert (met(1), met(2)) == ([sixth.id], [])
    lesson = changed_lesson(plan, day, LessonRef(late.id, TUESDAY))
    assert lesson is not None
    assert OLGA not in [one.teacher for one in candidates(plan, day, lesson, set(), {})]
    second = replace(plan, entries=[ENTRY, sixth, replace(late, position=2)])
    lesson = changed_lesson(second, second.day(TUESDAY, {}), LessonRef(late.id, TUESDAY))
    assert lesson is not None
    assert OLGA in [one.teacher for one in candidates(second, second.day(TUESDAY, {}), lesson, set(), {})]
