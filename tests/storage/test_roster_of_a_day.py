"""Who sat in the class that day, on both databases: after a movement, before the lists came, in a closed year."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from bot.services import Services
from domain.attendance.presence import Presence
from domain.errors import NotAllowed
from domain.ids import MarkId, PersonId, WorkKindId
from domain.journal.mark_changes import TermIsClosed
from domain.journal.periods import Period
from domain.journal.remarks import RemarkKind
from domain.roles.people import Actor, PersonName
from domain.school.lesson_access import LessonOfClosedYear, PupilNotAtLesson
from domain.school.movement import MovementKind, Newcomer, Wanted
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.school.roster import RECENT
from storage.tables import journal
from storage.tables import school as t
from storage.topics import LISTS
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

DAY = timedelta(days=1)
ADMIN, SECRETARY, DEPUTY = (school.actor(one) for one in (school.ADMIN, school.SECRETARY, school.DEPUTY))
TEACHER, LEADER = school.actor(school.ALGEBRA_TEACHER), school.actor(school.CLASS_TEACHER_7A)
MONDAY, WEDNESDAY, THURSDAY = school.TUESDAY - DAY, school.TUESDAY + DAY, school.TUESDAY + 2 * DAY
ANSWER = WorkKindId(1)
IN_7A, IN_7B, ENGLISH_OF_7A = 0, 5, 2
"""Lines of the timetable."""
CLASS_7A = {school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA}
JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)


def _at(line: int, day: date = school.TUESDAY) -> LessonRef:
    return LessonRef(school.entry_of(line, day.isoweekday()), day)


async def _pupils(services: Services, ref: LessonRef, actor: Actor = TEACHER) -> set[PersonId]:
    return {seat.pupil for seat in (await services.my_lessons.page(actor, ref)).seats}


@pytest.fixture
def services(database: Database) -> Services:
    return wired(database).services()


@pytest.fixture
async def moved(services: Services, clock: SetClock) -> Services:
    """Marked and late on Tuesday in 7А; in 7Б from Wednesday on. It is Thursday after lessons."""
    await services.grading.put(TEACHER, _at(IN_7A), school.IVANOV, "5", ANSWER)
    await services.roll_call.set_status(TEACHER, _at(IN_7A), school.IVANOV, Presence.LATE)
    clock.advance(days=1)
    await _move(services, school.IVANOV, WEDNESDAY)
    clock.set(school.MORNING.replace(day=THURSDAY.day, hour=18))
    return services


async def _move(services: Services, pupil: PersonId, day: date) -> None:
    await services.movements.enter(SECRETARY, Wanted(MovementKind.MOVED, day, pupil, to_class=school.CLASS_7B))


async def test_the_lesson_before_the_movement_has_the_pupil_with_what_was_written(moved: Services) -> None:
    page = await moved.my_lessons.page(TEACHER, _at(IN_7A))
    assert {seat.pupil for seat in page.seats} == CLASS_7A
    assert [mark.value for mark in page.marks[school.IVANOV]] == ["5"]
    sheet = await moved.roll_calls.sheet(TEACHER, _at(IN_7A))
    assert sheet.of(school.IVANOV).status is Presence.LATE


async def test_lessons_have_whom_the_class_had_that_day(moved: Services) -> None:
    assert await _pupils(moved, _at(IN_7A, THURSDAY)) == CLASS_7A - {school.IVANOV}
    assert await _pupils(moved, _at(IN_7B)) == {school.ORLOV}
    assert await _pupils(moved, _at(IN_7B, THURSDAY)) == {school.ORLOV, school.IVANOV}
    group = school.actor(school.ENGLISH_1)
    assert school.IVANOV in await _pupils(moved, _at(ENGLISH_OF_7A), group)
    assert school.IVANOV not in await _pupils(moved, _at(ENGLISH_OF_7A, THURSDAY), group)


async def test_the_old_lesson_is_still_written_for_its_pupils_and_no_others(moved: Services) -> None:
    assert await moved.grading.put(TEACHER, _at(IN_7A), school.IVANOV, "4", ANSWER)
    assert await moved.roll_call.set_status(TEACHER, _at(IN_7A), school.IVANOV, Presence.PRESENT)
    assert await moved.roll_call.set_all(TEACHER, _at(IN_7A), Presence.ABSENT) == len(CLASS_7A)
    for ref in (_at(IN_7A, THURSDAY), _at(IN_7B)):
        for act in (
            moved.grading.put(TEACHER, ref, school.IVANOV, "4", ANSWER),
            moved.debts.set(TEACHER, ref, school.IVANOV, ANSWER, THURSDAY),
            moved.roll_call.set_status(TEACHER, ref, school.IVANOV, Presence.ABSENT),
            moved.remarks.write(TEACHER, school.IVANOV, RemarkKind.PRAISE, "Молодец", ref),
            moved.remarks.at_lesson(TEACHER, ref, school.IVANOV),
        ):
            with pytest.raises(PupilNotAtLesson):
                await act


async def test_a_remark_at_the_old_lesson_is_of_the_old_class(moved: Services) -> None:
    await moved.remarks.write(TEACHER, school.IVANOV, RemarkKind.PRAISE, "Молодец", _at(IN_7A))
    page = await moved.remarks.at_lesson(LEADER, _at(IN_7A), school.IVANOV)
    assert (page.class_name, [one.text for one in page.remarks], page.writes) == ("7А", ["Молодец"], True)


@pytest.mark.parametrize(
    "person", [school.PRIMARY, school.ENGLISH_1, school.MOTHER, school.IVANOV, school.ORLOV_MOTHER]
)
async def test_nobody_comes_to_the_old_lesson_who_could_not(moved: Services, person: int) -> None:
    stranger = school.actor(PersonId(person))
    for act in (
        moved.my_lessons.page(stranger, _at(IN_7A)),
        moved.roll_calls.sheet(stranger, _at(IN_7A)),
        moved.remarks.at_lesson(stranger, _at(IN_7A), school.IVANOV),
        moved.grading.put(stranger, _at(IN_7A), school.IVANOV, "2", ANSWER),
    ):
        with pytest.raises(NotAllowed):
            await act


async def test_a_term_is_closed_by_the_class_of_that_day(moved: Services) -> None:
    await moved.term_closing.close(DEPUTY, school.CLASS_7B, Period.Q2)
    assert await moved.grading.put(TEACHER, _at(IN_7A), school.IVANOV, "4", WorkKindId(2))
    with pytest.raises(TermIsClosed):
        await moved.grading.put(TEACHER, _at(IN_7B, THURSDAY), school.IVANOV, "4", ANSWER)


async def test_who_has_left_the_school_stays_at_the_lessons_of_their_days(services: Services, clock: SetClock) -> None:
    clock.advance(days=1)
    await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, WEDNESDAY, school.IVANOV))
    assert await _pupils(services, _at(IN_7A)) == CLASS_7A
    assert await _pupils(services, _at(IN_7A, THURSDAY)) == CLASS_7A - {school.IVANOV}


async def test_a_lesson_to_come_has_who_will_sit_there(services: Services) -> None:
    await _move(services, school.IVANOV, THURSDAY)
    assert await _pupils(services, _at(IN_7A)) == CLASS_7A
    assert await _pupils(services, _at(IN_7A, THURSDAY)) == CLASS_7A - {school.IVANOV}


async def test_the_closed_year_is_read_with_its_own_pupils_and_not_written(
    moved: Services, database: Database, clock: SetClock
) -> None:
    clock.set(JUNE)
    await moved.year_turn.apply(ADMIN, (await moved.year_turn.dry_run(ADMIN)).mark)
    for actor in (TEACHER, DEPUTY):
        page = await moved.my_lessons.page(actor, _at(IN_7A))
        assert {seat.pupil for seat in page.seats} == CLASS_7A
        assert [mark.value for mark in page.marks[school.IVANOV]] == ["5"]
    assert (await moved.roll_calls.sheet(TEACHER, _at(IN_7A))).of(school.IVANOV).status is Presence.LATE
    remarks = await moved.remarks.at_lesson(TEACHER, _at(IN_7A), school.IVANOV)
    assert (remarks.class_name, remarks.writes, page.past) == ("7А", False, True)
    assert await _pupils(moved, _at(IN_7B, THURSDAY)) == {school.ORLOV, school.IVANOV}
    row = await database.reader.row(select(journal.marks.c.id))
    assert row is not None
    assert not (await moved.mark_pages.page(TEACHER, MarkId(row.id))).changes
    for act in (
        moved.grading.put(TEACHER, _at(IN_7A), school.IVANOV, "4", ANSWER),
        moved.roll_call.set_all(TEACHER, _at(IN_7A), Presence.ABSENT),
        moved.remarks.write(TEACHER, school.IVANOV, RemarkKind.PRAISE, "Молодец", _at(IN_7A)),
    ):
        with pytest.raises(LessonOfClosedYear):
            await act


async def test_classes_are_those_of_the_day_on_both_sides_of_the_turn(services: Services, clock: SetClock) -> None:
    clock.set(JUNE)
    await services.year_turn.apply(ADMIN, (await services.year_turn.dry_run(ADMIN)).mark)
    clock.advance(days=5)
    names = {}
    for day in (JUNE.date() - DAY, JUNE.date()):
        own = (await services.rosters.roster_on(day)).class_of(school.IVANOV)
        names[day] = own.name if own else None
    assert list(names.values()) == ["7А", "8А"]
    assert (await services.rosters.roster_on(clock.now().date())).classes.keys().isdisjoint({school.CLASS_7A})


async def test_lessons_before_the_lists_came_have_the_first_list(services: Services, database: Database) -> None:
    async with database.begin() as tx:
        await tx.run(update(t.enrolments).values(from_day=school.TUESDAY))
        tx.touch(LISTS)
    child = Newcomer(PersonName("Новенький", "Лев", "Ильич"), None)
    await services.movements.enter(
        SECRETARY, Wanted(MovementKind.ENROLLED, WEDNESDAY, newcomer=child, to_class=school.CLASS_7A)
    )
    await _move(services, school.PETROVA, THURSDAY)
    assert await _pupils(services, _at(IN_7A, MONDAY)) == CLASS_7A
    assert await _pupils(services, _at(IN_7B, MONDAY)) == {school.ORLOV}
    assert (await services.rosters.roster_on(date(2026, 8, 1))).seats == {}


async def test_who_comes_to_a_class_later_was_not_there_before(services: Services, database: Database) -> None:
    async with database.begin() as tx:
        own = t.enrolments.c
        await tx.run(update(t.enrolments).where(own.pupil_id == school.KUZINA).values(from_day=school.TUESDAY))
        tx.touch(LISTS)
    assert await _pupils(services, _at(IN_7A, MONDAY)) == CLASS_7A - {school.KUZINA}


async def test_who_moves_to_a_class_opened_in_the_year_sat_in_the_old_one_before(
    services: Services, database: Database
) -> None:
    async with database.begin() as tx:
        await tx.run(delete(t.enrolments).where(t.enrolments.c.class_id == school.CLASS_7B))
        tx.touch(LISTS)
    await _move(services, school.IVANOV, WEDNESDAY)
    assert await _pupils(services, _at(IN_7A, MONDAY)) == CLASS_7A
    assert await _pupils(services, _at(IN_7B, MONDAY)) == set()


@pytest.mark.parametrize("grown", [False, True])
async def test_another_day_is_known_after_three_statements_however_large_the_school(
    services: Services, database: Database, grown: bool
) -> None:
    if grown:
        await grow(database)
    await services.rosters.roster()
    for day, statements in ((MONDAY, 3), (MONDAY, 0), (school.TUESDAY, 0)):
        assert await _asked(services, database, day) == statements


async def test_only_recent_days_are_kept_and_today_stays_known(services: Services, database: Database) -> None:
    await services.rosters.roster()
    days = [MONDAY - back * DAY for back in range(RECENT + 1)]
    assert [await _asked(services, database, day) for day in days] == [3] * len(days)
    assert await _asked(services, database, days[0]) == 3
    assert await _asked(services, database, school.TUESDAY) == 0


async def _asked(services: Services, database: Database, day: date) -> int:
    with counted(database) as asked:
        await services.rosters.roster_on(day)
    return asked.statements


async def test_a_change_of_the_lists_is_seen_on_all_days(services: Services, database: Database) -> None:
    assert school.KUZINA in await _pupils(services, _at(IN_7A, MONDAY))
    async with database.begin() as tx:
        await tx.run(delete(t.enrolments).where(t.enrolments.c.pupil_id == school.KUZINA))
        tx.touch(LISTS)
    assert school.KUZINA not in await _pupils(services, _at(IN_7A, MONDAY))
