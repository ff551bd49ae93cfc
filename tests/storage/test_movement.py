"""Movement on both databases: two who decide at once, what hangs on an entry, and how many statements it takes."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import func, select

from bot.services import Services
from domain.ids import MovementId, PersonId, WorkKindId
from domain.roles.people import PersonName
from domain.school.movement import (
    DeclineReasonUnclear,
    MovementHangs,
    MovementKind,
    MovementOutsideYear,
    MovementPlanned,
    MovementState,
    Newcomer,
    PupilSeated,
    UndoneTooLate,
    Wanted,
)
from domain.school.movement_report import ReportPeriod
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import journal, office, roles
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

SECRETARY, ADMIN, OWN = (school.actor(one) for one in (school.SECRETARY, school.ADMIN, school.CLASS_TEACHER_7A))
TEACHER = school.actor(school.ALGEBRA_TEACHER)
MOVED = Wanted(MovementKind.MOVED, school.TUESDAY, school.PETROVA, to_class=school.CLASS_7B, order="45")
LEFT = Wanted(MovementKind.LEFT, school.TUESDAY, school.PETROVA)
CHILD = Newcomer(PersonName("Новенький", "Лев", "Ильич"), date(2013, 3, 12))
COMES = Wanted(MovementKind.ENROLLED, school.TUESDAY, newcomer=CHILD, to_class=school.CLASS_7A)
AT_7B = LessonRef(school.entry_of(5), school.TUESDAY)
"""Algebra of the other class."""


@pytest.fixture
def services(database: Database) -> Services:
    return wired(database).services()


async def _sittings(database: Database, pupil: PersonId) -> list[tuple[int, date, date | None]]:
    rows = await database.reader.rows(
        select(t.enrolments).where(t.enrolments.c.pupil_id == pupil).order_by(t.enrolments.c.from_day)
    )
    return [(row.class_id, row.from_day, row.until_day) for row in rows]


async def test_what_was_written_stays_with_the_old_class(services: Services, database: Database) -> None:
    lesson = LessonRef(school.entry_of(0), school.TUESDAY)
    await services.grading.put(TEACHER, lesson, school.PETROVA, "5", WorkKindId(1))
    await services.movements.enter(SECRETARY, MOVED)
    assert await _sittings(database, school.PETROVA) == [
        (school.CLASS_7A, date(2026, 9, 1), date(2026, 11, 23)),
        (school.CLASS_7B, school.TUESDAY, None),
    ]
    [row] = await database.reader.rows(
        select(journal.lesson_classes.c.class_id).join(
            journal.marks, journal.marks.c.lesson_id == journal.lesson_classes.c.lesson_id
        )
    )
    assert row.class_id == school.CLASS_7A
    page = await services.diary_pages.day(school.actor(school.PETROVA_MOTHER), school.PETROVA, school.TUESDAY)
    assert "5" in [mark.value for one in page.days[0].lessons for mark in one.marks]
    logged = await database.reader.rows(select(journal.change_log).where(journal.change_log.c.what == "movement"))
    assert [(row.person_id, row.pupil_id, row.after["state"]) for row in logged] == [
        (school.SECRETARY, school.PETROVA, "accepted")
    ]


async def test_of_two_who_decide_at_once_one_wins(services: Services, database: Database) -> None:
    card, _ = await services.movements.enter(OWN, MOVED)
    number = card.movement.id
    told = await asyncio.gather(
        services.movements.accept(SECRETARY, number), services.movements.decline(ADMIN, number, "нет заявления")
    )
    assert sorted(answer[1] for answer in told) == [False, True]
    now = (await services.movements.card(SECRETARY, number)).movement.state
    seats = await _sittings(database, school.PETROVA)
    assert len(seats) == (2 if now is MovementState.ACCEPTED else 1)


async def test_two_movements_of_one_pupil_at_once_leave_one_seat(services: Services, database: Database) -> None:
    acts = (services.movements.enter(SECRETARY, MOVED), services.movements.enter(ADMIN, LEFT))
    await asyncio.gather(*acts, return_exceptions=True)
    seats = await _sittings(database, school.PETROVA)
    for day in (date(2026, 11, 23), school.TUESDAY, date(2026, 11, 25)):
        assert sum(since <= day and (until is None or day <= until) for _, since, until in seats) <= 1


async def test_nothing_is_undone_that_something_hangs_on(services: Services, clock: SetClock) -> None:
    card, _ = await services.movements.enter(SECRETARY, MOVED)
    clock.set(school.MORNING.replace(hour=18))
    await services.grading.put(TEACHER, AT_7B, school.PETROVA, "4", WorkKindId(1))
    with pytest.raises(MovementHangs):
        await services.movements.take_back(SECRETARY, card.movement.id)


async def test_it_is_undone_on_its_own_day_only(services: Services, clock: SetClock, database: Database) -> None:
    card, _ = await services.movements.enter(SECRETARY, LEFT)
    clock.advance(days=1)
    with pytest.raises(UndoneTooLate):
        await services.movements.take_back(SECRETARY, card.movement.id)
    clock.set(school.MORNING)
    await services.movements.take_back(ADMIN, card.movement.id)
    assert await _sittings(database, school.PETROVA) == [(school.CLASS_7A, date(2026, 9, 1), None)]


async def test_a_movement_of_a_coming_day_waits_for_it(services: Services, clock: SetClock) -> None:
    coming = Wanted(MovementKind.MOVED, date(2026, 12, 1), school.PETROVA, to_class=school.CLASS_7B)
    await services.movements.enter(SECRETARY, coming)
    roster = await services.rosters.roster()
    assert (roster.seats[school.PETROVA].class_id, roster.seats[school.PETROVA].groups) == (
        school.CLASS_7A,
        {school.GROUP_1},
    )
    clock.advance(days=7)
    assert (await services.rosters.roster()).seats[school.PETROVA].class_id == school.CLASS_7B


async def test_days_out_of_the_year_and_after_a_leaving_are_refused(services: Services) -> None:
    with pytest.raises(MovementOutsideYear):
        await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, date(2026, 8, 31), school.PETROVA))
    await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, date(2026, 12, 1), school.PETROVA))
    with pytest.raises(MovementPlanned):
        await services.movements.enter(OWN, LEFT)


async def test_a_newcomer_whom_the_school_knows_is_asked_about_and_never_joined_by_itself(
    services: Services, database: Database
) -> None:
    card, known = await services.movements.enter(SECRETARY, COMES)
    assert (card.movement.state, list(known)) == (MovementState.ACCEPTED, [])
    again, known = await services.movements.enter(ADMIN, COMES)
    assert again.movement.state is MovementState.PROPOSED
    person = known[0].person
    with pytest.raises(PupilSeated):
        await services.movements.accept(ADMIN, again.movement.id, person)
    stranger = await services.movements.accept(ADMIN, again.movement.id, school.PETROVA)
    assert (stranger[1], [one.person for one in stranger[2]]) == (False, [person])
    await services.movements.accept(ADMIN, again.movement.id, PersonId(0))
    rows = await database.reader.rows(select(roles.people.c.birth_date).where(roles.people.c.surname == "Новенький"))
    assert [row.birth_date for row in rows] == [CHILD.birth] * 2


async def test_who_came_back_is_the_same_person(services: Services, database: Database, clock: SetClock) -> None:
    card, _ = await services.movements.enter(SECRETARY, COMES)
    person = card.movement.wanted.pupil
    assert person is not None
    await services.movements.enter(SECRETARY, Wanted(MovementKind.LEFT, school.TUESDAY, person))
    clock.advance(days=3)
    later = Wanted(MovementKind.ENROLLED, date(2026, 11, 27), newcomer=CHILD, to_class=school.CLASS_7B)
    back, known = await services.movements.enter(SECRETARY, later)
    assert [(one.person, one.class_name) for one in known] == [(person, "7А")]
    await services.movements.accept(SECRETARY, back.movement.id, person)
    assert [seat[0] for seat in await _sittings(database, person)] == [school.CLASS_7A, school.CLASS_7B]


@pytest.mark.parametrize("why", ["", "  ", "ж" * 201])
async def test_declining_takes_a_reason(services: Services, why: str) -> None:
    card, _ = await services.movements.enter(OWN, LEFT)
    with pytest.raises(DeclineReasonUnclear):
        await services.movements.decline(SECRETARY, card.movement.id, why)


async def test_a_proposal_is_taken_back_by_who_made_it(services: Services) -> None:
    await services.movements.enter(OWN, LEFT)
    card = await services.movements.take_back(OWN, MovementId(1))
    assert card.movement.state is MovementState.WITHDRAWN
    assert not (await services.movements.accept(SECRETARY, MovementId(1)))[1]


@pytest.mark.parametrize("grown", [False, True])
async def test_the_number_of_statements_does_not_grow_with_the_pupils(
    services: Services, database: Database, grown: bool, clock: SetClock
) -> None:
    if grown:
        await grow(database)
    found = {}
    await services.movements.classes(SECRETARY)

    async def count(what: str, act: object) -> None:
        with counted(database) as asked:
            await act  # type: ignore[misc]
        found[what] = asked.statements

    await count("enter", services.movements.enter(SECRETARY, MOVED))
    await count("undo", services.movements.take_back(SECRETARY, MovementId(1)))
    await count("propose", services.movements.enter(OWN, LEFT))
    await count("accept", services.movements.accept(SECRETARY, MovementId(2)))
    await count("waiting", services.movements.waiting(SECRETARY))
    await count("report", services.movement_reports.of(SECRETARY, ReportPeriod.YEAR))
    await count("lists", services.class_lists.states(SECRETARY))
    roster = await services.rosters.roster()
    await count("confirm", services.class_lists.confirm(OWN, school.CLASS_7A, len(roster.of_class[school.CLASS_7A])))
    clock.set(school.MORNING.replace(year=2027, month=6, day=15))
    await count("dry run", services.year_turn.dry_run(ADMIN))
    plan = await services.year_turn.dry_run(ADMIN)
    await count("turn", services.year_turn.apply(ADMIN, plan.mark))
    assert {what: n for what, n in found.items() if n > MOST[what]} == {}
    counted_rows = await database.reader.rows(select(func.count()).select_from(office.movements))
    assert counted_rows[0][0] == 2


MOST = {
    "enter": 17,
    "undo": 10,
    "propose": 18,
    "accept": 10,
    "waiting": 1,
    "report": 13,
    "lists": 2,
    "confirm": 5,
    "dry run": 11,
    "turn": 27,
}
"""Statements, where the lists and the timetable had to be read anew."""
