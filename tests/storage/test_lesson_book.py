"""What control reads of the journal, on both databases: lessons with what is written of them, and who sat where."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import insert, update

from bot.services import Services, Wiring
from domain.attendance.presence import Presence
from domain.control.lesson_records import LessonRecord
from domain.ids import ClassId, WorkKindId
from domain.journal.homework_meant import Understood
from domain.school.movement import MovementKind, Wanted
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import school as t
from storage.topics import LISTS, TIMETABLE
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import SECRETARY, TEACHER, wired

DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = school.TUESDAY, school.TUESDAY + DAY
ANSWER, CONTROL = WorkKindId(1), WorkKindId(4)
ALGEBRA_7A, RUSSIAN_7A, ENGLISH_1, SPORTS, MATHS_1A = 0, 1, 2, 4, 7


def _at(line: int, day: date = TUESDAY) -> LessonRef:
    return LessonRef(school.entry_of(line, day.isoweekday()), day)


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at, school.ZONE)


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return wired(database)


@pytest.fixture
def services(wiring: Wiring) -> Services:
    return wiring.services()


async def _lessons(
    wiring: Wiring, first: date = TUESDAY, last: date = TUESDAY, *classes: ClassId
) -> dict[LessonRef, LessonRecord]:
    found: Sequence[LessonRecord] = await wiring.lesson_book.lessons(first, last, classes or None)
    return {one.lesson.ref: one for one in found}


async def test_every_lesson_of_the_timetable_is_there_with_nothing_written(wiring: Wiring) -> None:
    found = await _lessons(wiring, TUESDAY, WEDNESDAY)
    assert len(found) == 2 * len(school.DAILY)
    assert not any(one.planned or one.kept or one.id for one in found.values())
    assert len(await _lessons(wiring, TUESDAY, TUESDAY, school.CLASS_7B)) == 3


async def test_what_is_written_of_a_lesson_is_counted(wiring: Wiring, services: Services, clock: SetClock) -> None:
    await services.grading.put(TEACHER, _at(ALGEBRA_7A), school.IVANOV, "5", ANSWER)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A), school.PETROVA, "4", CONTROL)
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.SIDOROV, Presence.ABSENT)
    await services.my_lessons.set_topic(TEACHER, _at(ALGEBRA_7A), "Степени")
    one = (await _lessons(wiring))[_at(ALGEBRA_7A)]
    assert (one.marks, one.written_marks, one.noted, one.late) == (2, 1, 1, ())
    assert one.topic_at == clock.now()
    assert one.given_by == school.ALGEBRA_TEACHER
    assert one.attended_at == one.noted_at == clock.now()
    assert one.attended
    assert one.planned
    assert one.kept


async def test_a_pupil_who_came_after_all_is_not_noted(wiring: Wiring, services: Services) -> None:
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.SIDOROV, Presence.ABSENT)
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.SIDOROV, Presence.PRESENT)
    assert (await _lessons(wiring))[_at(ALGEBRA_7A)].noted == 0


async def test_marks_entered_after_the_day_come_with_their_instants_and_those_taken_back_do_not(
    wiring: Wiring, services: Services, clock: SetClock
) -> None:
    clock.set(_local(WEDNESDAY, time(19)))
    for pupil, kind in ((school.IVANOV, CONTROL), (school.PETROVA, CONTROL), (school.SIDOROV, ANSWER)):
        await services.grading.put(TEACHER, _at(ALGEBRA_7A), pupil, "4", kind)
    evening = clock.now()
    clock.advance(hours=2)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A), school.IVANOV, "5", CONTROL)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A), school.KUZINA, "5", ANSWER)
    await services.grading.take_back(TEACHER, _at(ALGEBRA_7A), school.KUZINA, ANSWER)
    one = (await _lessons(wiring))[_at(ALGEBRA_7A)]
    assert sorted((late.at, late.written, late.count) for late in one.late) == [(evening, False, 1), (evening, True, 2)]
    assert (one.marks, one.written_marks) == (3, 2)


async def test_homework_is_of_the_lesson_before_it_is_due(wiring: Wiring, services: Services, clock: SetClock) -> None:
    meant = await services.homework_book.understand(TEACHER, "7А алгебра № 345")
    assert isinstance(meant, Understood)
    await services.homework_book.set(TEACHER, meant, [])
    found = await _lessons(wiring, TUESDAY - DAY, WEDNESDAY, school.CLASS_7A)
    given = {ref: one.homework for ref, one in found.items() if one.homework is not None}
    assert list(given) == [_at(ALGEBRA_7A)]
    homework = given[_at(ALGEBRA_7A)]
    assert homework is not None
    assert (homework.at, homework.none_set) == (clock.now(), False)


async def test_nothing_set_is_homework_too_until_something_is(
    wiring: Wiring, services: Services, clock: SetClock
) -> None:
    await services.homework_after.set_none(TEACHER, _at(ALGEBRA_7A))
    one = (await _lessons(wiring))[_at(ALGEBRA_7A)]
    assert one.homework is not None
    assert one.homework.none_set
    clock.advance(hours=1)
    meant = await services.homework_book.understand(TEACHER, "7А алгебра № 345")
    assert isinstance(meant, Understood)
    await services.homework_book.set(TEACHER, meant, [])
    one = (await _lessons(wiring))[_at(ALGEBRA_7A)]
    assert one.homework is not None
    assert (one.homework.at, one.homework.none_set) == (clock.now(), False)


async def test_homework_of_a_subgroup_is_of_its_lesson_alone(
    wiring: Wiring, services: Services, clock: SetClock
) -> None:
    clock.set(_local(TUESDAY, time(11)))
    teacher = school.actor(school.ENGLISH_1)
    await services.homework_after.set_none(teacher, _at(ENGLISH_1))
    found = await _lessons(wiring)
    assert [ref for ref, one in found.items() if one.homework is not None] == [_at(ENGLISH_1)]


async def test_a_lesson_says_when_its_classes_begin_and_end_that_day(wiring: Wiring) -> None:
    found = await _lessons(wiring, TUESDAY, TUESDAY, school.CLASS_7B)
    algebra, sports = found[_at(5)], found[_at(SPORTS)]
    assert (algebra.begins, algebra.ends) == (time(9, 25), time(13, 15))
    assert (sports.begins, sports.ends) == (time(9, 25), time(13, 15))


async def test_a_cancelled_lesson_has_no_record(wiring: Wiring, database: Database) -> None:
    change = {"entry_id": school.entry_of(ALGEBRA_7A), "day": TUESDAY, "kind": "cancelled", "made_at": school.STARTED}
    async with database.begin() as tx:
        await tx.run(insert(t.lesson_changes).values(**change))
        tx.touch(TIMETABLE)
    assert _at(ALGEBRA_7A) not in await _lessons(wiring)


async def test_a_year_of_the_whole_school_costs_as_many_statements_as_a_day_and_as_few_when_it_grows(
    wiring: Wiring, database: Database
) -> None:
    with counted(database) as known:
        await _lessons(wiring)
    with counted(database) as year:
        assert len(await _lessons(wiring, date(2026, 9, 1), date(2027, 5, 26))) > 1000
    assert year.statements <= known.statements
    await grow(database)
    with counted(database) as grown:
        await _lessons(wiring, date(2026, 9, 1), date(2027, 5, 26))
        await wiring.seat_spans.seats(date(2026, 9, 1), date(2027, 5, 26))
    assert grown.statements <= known.statements + 3


async def test_a_pupil_who_moved_sat_in_both_classes(wiring: Wiring, services: Services) -> None:
    await services.movements.enter(
        SECRETARY, Wanted(MovementKind.MOVED, WEDNESDAY, school.IVANOV, to_class=school.CLASS_7B)
    )
    spans = [
        one
        for one in await wiring.seat_spans.seats(date(2026, 11, 1), date(2026, 11, 30))
        if one.pupil == school.IVANOV
    ]
    assert [(one.class_id, one.from_day, one.until_day) for one in spans] == [
        (school.CLASS_7A, date(2026, 9, 1), TUESDAY),
        (school.CLASS_7B, WEDNESDAY, None),
    ]
    assert school.GROUP_1 in spans[0].groups
    assert [one.sits_on(TUESDAY) for one in spans] == [True, False]
    later = await wiring.seat_spans.seats(WEDNESDAY, WEDNESDAY, [school.CLASS_7A])
    assert school.IVANOV not in {one.pupil for one in later}


async def test_spans_agree_with_the_roster_of_each_day(wiring: Wiring, services: Services, database: Database) -> None:
    """Also before the day on which the lists were brought, and with a class whose subgroups are not told."""
    async with database.begin() as tx:
        brought = update(t.enrolments).where(t.enrolments.c.class_id == school.CLASS_7A)
        await tx.run(brought.values(from_day=date(2026, 9, 14)))
        late = update(t.enrolments).where(t.enrolments.c.pupil_id == school.KUZINA)
        await tx.run(late.values(from_day=date(2026, 10, 5)))
        await tx.run(insert(t.study_groups).values(class_id=school.CLASS_7B, subject_id=school.ENGLISH, name="1"))
        tx.touch(LISTS)
    await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, TUESDAY, school.PETROVA))
    spans = await wiring.seat_spans.seats(date(2026, 9, 1), TUESDAY)
    for day in (date(2026, 9, 2), date(2026, 9, 20), date(2026, 10, 6), TUESDAY - DAY):
        roster = await wiring.roster.roster_on(day)
        sat = {(one.pupil, one.class_id, one.groups) for one in spans if one.sits_on(day)}
        assert sat == {(seat.pupil, seat.class_id, seat.groups) for seat in roster.seats.values()}, day


async def test_a_topic_taken_back_is_none(wiring: Wiring, services: Services) -> None:
    await services.my_lessons.set_topic(TEACHER, _at(ALGEBRA_7A), "Степени")
    await services.plans.take_back(TEACHER, _at(ALGEBRA_7A))
    assert (await _lessons(wiring))[_at(ALGEBRA_7A)].topic_at is None
