"""The turn of the year on both databases: what goes along, what ends, and that the old year is only read."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DBAPIError

from bot.services import Services, Wiring
from bot.settings import Settings
from bot.year import year_of
from domain.attendance.missed import Reason
from domain.attendance.presence import Presence
from domain.errors import NotAllowed, Outdated
from domain.ids import MarkId, PersonId, RemarkId, WorkKindId
from domain.journal.periods import Period
from domain.journal.remarks import RemarkKind
from domain.journal.results_kept import ResultPlace
from domain.journal.results_sheet import ResultOfClosedYear
from domain.roles.codes import CodeHasher
from domain.school.bells import Bell, BellRule
from domain.school.lesson_access import LessonOfClosedYear
from domain.school.movement import MovementKind, Wanted
from domain.school.timetable import LessonRef
from domain.school.year_turn import Block, LeftBehind, YearNotOver, YearTurnBlocked, YearTurnedAlready
from storage.database import Database
from storage.tables import journal, office
from storage.tables import school as t
from tests import school
from tests.clock import SetClock

ADMIN, TEACHER, SECRETARY = (school.actor(one) for one in (school.ADMIN, school.ALGEBRA_TEACHER, school.SECRETARY))
JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)
LESSON = LessonRef(school.entry_of(0), school.TUESDAY)


@pytest.fixture
async def services(database: Database, clock: SetClock) -> Services:
    """A school with an eleventh grade of one pupil, in the middle of June."""
    async with database.begin() as tx:
        await tx.run(
            update(t.classes).where(t.classes.c.id == school.CLASS_7B).values(grade=11, name="11 «Б»", name_norm="11б")
        )
        tx.touch("lists")
    made = _services(database)
    await made.grading.put(TEACHER, LESSON, school.IVANOV, "5", WorkKindId(1))
    clock.set(JUNE)
    return _services(database)


def _services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _turn(services: Services) -> None:
    await services.year_turn.apply(ADMIN, (await services.year_turn.dry_run(ADMIN)).mark)


async def test_classes_go_on_with_pupils_class_teachers_subgroups_and_load(
    services: Services, database: Database
) -> None:
    async with database.begin() as tx:
        load = {"teacher_id": school.ALGEBRA_TEACHER, "subject_id": school.ALGEBRA, "hours_week": 4}
        await tx.run(
            insert(t.teaching_loads), [load | {"class_id": school.CLASS_7A}, load | {"class_id": school.CLASS_7B}]
        )
    plan = await services.year_turn.dry_run(ADMIN)
    assert [(one.old.name, one.name) for one in plan.classes] == [("1А", "2А"), ("7А", "8А")]
    assert ([seat.pupil for seat in plan.graduates], plan.carried, plan.led) == ([school.ORLOV], 5, 2)
    assert (plan.new.name, plan.day, len(plan.load), len(plan.groups)) == ("2027/28", JUNE.date(), 1, 2)
    assert {what for what, _ in plan.left} == {LeftBehind.FIRST_GRADES, LeftBehind.TIMETABLE}
    await services.year_turn.apply(ADMIN, plan.mark)
    roster = await services.rosters.roster()
    assert {one.name: one.teachers for one in roster.classes.values()} == {
        "2А": (school.PRIMARY,),
        "8А": (school.CLASS_TEACHER_7A,),
    }
    seat, own = roster.seats[school.IVANOV], roster.class_of(school.IVANOV)
    assert own is not None
    assert (own.name, len(seat.groups)) == ("8А", 1)
    assert school.ORLOV not in roster.seats
    assert seat.groups.isdisjoint({school.GROUP_1, school.GROUP_2})
    loads = await database.reader.rows(select(t.teaching_loads.c.class_id, t.teaching_loads.c.hours_week))
    assert (own.id, 4) in {tuple(row) for row in loads}
    [gone] = await database.reader.rows(select(office.movements))
    assert (gone.pupil_id, gone.kind, gone.day) == (school.ORLOV, "graduated", date(2027, 6, 14))


async def test_a_class_keeps_its_shift_and_past_days_their_bells(services: Services, database: Database) -> None:
    """A leaving class's bells and those of a half-year that is over stay behind."""
    late, once = ({1: Bell(time(hour), time(hour, 40))} for hour in (14, 15))
    keeping, autumn = services.bell_keeping, {"valid_from": school.TUESDAY, "valid_until": school.TUESDAY}
    for rule in (
        BellRule(late, class_id=school.CLASS_7A),
        BellRule(once, class_id=school.CLASS_7A, **autumn),
        BellRule(late, class_id=school.CLASS_7B),
    ):
        await keeping.keep(ADMIN, [rule])
    plan = await services.year_turn.dry_run(ADMIN)
    assert [one.class_id for one in plan.bells] == [school.CLASS_7A]
    await services.year_turn.apply(ADMIN, plan.mark)
    new = _services(database)
    own = (await new.rosters.roster()).class_of(school.IVANOV)
    assert own is not None
    [rule] = [one for one in await new.bell_keeping.rules(ADMIN) if one.class_id is not None]
    assert (rule.class_id, rule.class_name, rule.times) == (own.id, "8А", late)
    before = await new.schedule.timetables.day(school.TUESDAY)
    assert {lesson.bell for lesson in before.by_class[school.CLASS_7A] if lesson.position == 1} == {once[1]}
    assert len(await database.reader.rows(select(t.bell_rules))) == 5


async def test_the_day_before_everyone_sat_in_the_old_class(services: Services, database: Database) -> None:
    await _turn(services)
    rows = await database.reader.rows(select(t.enrolments).order_by(t.enrolments.c.pupil_id, t.enrolments.c.from_day))
    mine = [(row.from_day, row.until_day) for row in rows if row.pupil_id == school.IVANOV]
    assert mine == [(date(2026, 9, 1), date(2027, 6, 14)), (date(2027, 6, 15), None)]
    [years] = [await database.reader.rows(select(t.school_years).order_by(t.school_years.c.id))]
    assert [(row.name, row.closed_at is not None) for row in years] == [("2026/27", True), ("2027/28", False)]
    new = year_of(JUNE.date())
    counted = select(func.count()).select_from(t.terms).where(t.terms.c.year_id == years[1].id)
    assert (await database.reader.rows(counted))[0][0] == len(new.terms)


async def test_the_closed_year_is_read_and_not_written(services: Services, database: Database) -> None:
    await _turn(services)
    assert (await services.mark_pages.page(TEACHER, (await _mark(database)))).lesson.ref == LESSON
    day = await services.diary_pages.day(school.actor(school.MOTHER), school.IVANOV, school.TUESDAY)
    assert "5" in [mark.value for lesson in day.days[0].lessons for mark in lesson.marks]
    for act in (
        services.grading.put(TEACHER, LESSON, school.IVANOV, "4", WorkKindId(1)),
        services.roll_call.set_status(TEACHER, LESSON, school.IVANOV, Presence.ABSENT),
        services.mark_requests.ask(TEACHER, await _mark(database), "4", "опечатка"),
    ):
        with pytest.raises(LessonOfClosedYear):
            await act
    place = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q4)
    with pytest.raises(ResultOfClosedYear):
        await services.results.put(TEACHER, place, school.IVANOV, "5", "так")
    [mark] = await database.reader.rows(select(journal.marks.c.value))
    assert mark.value == "5"


async def test_nor_are_its_reasons_of_absence_settled_or_its_remarks_taken_back(
    services: Services, database: Database
) -> None:
    await services.remarks.write(TEACHER, school.IVANOV, RemarkKind.PRAISE, "Молодец", LESSON)
    [remark] = await database.reader.rows(select(journal.remarks.c.id))
    await _turn(services)
    school_class = (await services.rosters.roster()).class_of(school.IVANOV)
    assert school_class is not None
    leader = replace(school.actor(school.CLASS_TEACHER_7A), own_classes=(school_class.id,))
    with pytest.raises(LessonOfClosedYear):
        await services.absence_reasons.settle(leader, school.IVANOV, school.TUESDAY, Reason.ILL)
    with pytest.raises(LessonOfClosedYear):
        await services.remarks.take_back(TEACHER, RemarkId(remark.id))


async def test_a_change_asked_for_before_the_turn_is_not_accepted_after_it(
    services: Services, database: Database
) -> None:
    await services.mark_requests.ask(TEACHER, await _mark(database), "4", "опечатка")
    await _turn(services)
    deputy = school.actor(school.DEPUTY)
    [asked] = await services.mark_requests.waiting(deputy)
    with pytest.raises(LessonOfClosedYear):
        await services.mark_requests.decide(deputy, asked.request, True)
    card, first = await services.mark_requests.decide(deputy, asked.request, False)
    assert (first, card.now) == (True, "5")


async def test_only_what_was_shown_is_applied_and_only_once(services: Services) -> None:
    plan = await services.year_turn.dry_run(ADMIN)
    await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, JUNE.date(), school.PETROVA))
    with pytest.raises(Outdated):
        await services.year_turn.apply(ADMIN, plan.mark)
    await _turn(services)
    with pytest.raises(YearTurnedAlready):
        await services.year_turn.dry_run(ADMIN)


async def test_who_leaves_later_and_who_comes_later_do_so_in_the_new_class(
    services: Services, database: Database
) -> None:
    august, september = date(2027, 8, 20), date(2027, 8, 31)
    await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, august, school.PETROVA))
    to_first = Wanted(MovementKind.MOVED, september, school.IVANOV, to_class=school.CLASS_1A)
    await services.movements.enter(SECRETARY, to_first)
    await _turn(services)
    names = select(t.classes.c.name, t.enrolments.c.from_day, t.enrolments.c.until_day).join(t.enrolments)
    for pupil, expected in (
        (school.PETROVA, [("8А", date(2027, 6, 15), august)]),
        (school.IVANOV, [("8А", date(2027, 6, 15), date(2027, 8, 30)), ("2А", september, None)]),
    ):
        rows = await database.reader.rows(names.where(t.enrolments.c.pupil_id == pupil).order_by("from_day"))
        assert [tuple(row) for row in rows][1:] == expected


async def test_a_proposal_that_waits_blocks_it(services: Services) -> None:
    teacher = school.actor(school.CLASS_TEACHER_7A)
    await services.movements.enter(teacher, Wanted(MovementKind.LEFT, JUNE.date(), school.PETROVA))
    plan = await services.year_turn.dry_run(ADMIN)
    assert plan.blocks == ((Block.PROPOSALS, ("1",)),)
    with pytest.raises(YearTurnBlocked):
        await services.year_turn.apply(ADMIN, plan.mark)


async def test_not_before_the_year_is_over(services: Services, clock: SetClock) -> None:
    clock.set(school.MORNING)
    with pytest.raises(YearNotOver) as refused:
        await services.year_turn.dry_run(ADMIN)
    assert refused.value.day == date(2027, 6, 1)


async def test_all_or_nothing(services: Services, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = await services.year_turn.dry_run(ADMIN)
    monkeypatch.setattr("storage.school.years._graduated", lambda *_: {"kind": "no such kind"})
    with pytest.raises(DBAPIError):
        await services.year_turn.apply(ADMIN, plan.mark)
    assert len(await database.reader.rows(select(t.school_years))) == 1
    assert len(await database.reader.rows(select(t.classes))) == 3


@pytest.mark.parametrize("person", [school.SECRETARY, school.DIRECTOR, school.DEPUTY, school.CLASS_TEACHER_7A])
async def test_nobody_but_the_administrator_turns_it(services: Services, person: int) -> None:
    actor = school.actor(PersonId(person))
    with pytest.raises(NotAllowed):
        await services.year_turn.dry_run(actor)
    with pytest.raises(NotAllowed):
        await services.year_turn.apply(actor, "ffffffff")


async def _mark(database: Database) -> MarkId:
    row = await database.reader.row(select(journal.marks.c.id))
    assert row is not None
    return MarkId(row.id)
