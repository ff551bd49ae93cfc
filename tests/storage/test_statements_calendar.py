"""Statements of the calendar and the bells, whatever the school has: each use case counted out, and once more grown."""

from datetime import date, time

import pytest

from bot.services import Wiring
from domain.attendance.notes import NoteReason
from domain.attendance.notes import Span as Absence
from domain.attendance.presence import Presence
from domain.ids import BellRuleId
from domain.school.bells import Bell, BellRule
from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.calendar_kept import Touched
from domain.school.calendar_said import SaidTerm
from storage.database import Database
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import DEPUTY, MOTHER, NOW, TEACHER, wired

WEDNESDAY = date(2026, 11, 25)
DAY_OFF = Span(WEDNESDAY, WEDNESDAY, SpanKind.NON_WORKING, "Карантин")
TERM = SaidTerm(TermKind.QUARTER, 2, date(2026, 11, 3), date(2026, 12, 29))
RULE = BellRule({n: Bell(time(7 + n), time(7 + n, 40)) for n in range(1, 9)}, 1, 1)


async def _known(database: Database) -> Wiring:
    """With what every tap needs in memory."""
    wiring = wired(database)
    await wiring.timetable.plan()
    await wiring.roster.roster()
    await wiring.rules.rules()
    return wiring


async def test_reading_asks_nothing_but_the_days_changes(database: Database) -> None:
    services = (await _known(database)).services()
    with counted(database) as year:
        await services.calendar_pages.year(MOTHER)
    with counted(database) as bells:
        await services.bell_pages.today(MOTHER)
    assert (year.statements, bells.statements) == (0, 1)


@pytest.mark.parametrize("grown", [False, True])
async def test_each_change_takes_as_many_statements_as_ever(database: Database, clock: SetClock, grown: bool) -> None:
    if grown:
        await grow(database)
        clock.set(school.MORNING)
    services = (await _known(database)).services()
    asked = {}
    with counted(database) as asked["propose"]:
        await services.calendar_keeping.propose(DEPUTY, DAY_OFF)
    with counted(database) as asked["keep"]:
        change = await services.calendar_keeping.keep(DEPUTY, DAY_OFF)
    await services.calendar_keeping.spans(DEPUTY)
    with counted(database) as asked["undo"]:
        await services.calendar_keeping.undo(DEPUTY, change.id)
    await services.calendar_keeping.spans(DEPUTY)
    with counted(database) as asked["holidays"]:
        assert len((await services.calendar_keeping.add_holidays(DEPUTY)).added) > 5
    await services.calendar_keeping.spans(DEPUTY)
    with counted(database) as asked["term"]:
        await services.terms_keeping.propose(DEPUTY, TERM)
    with counted(database) as asked["term kept"]:
        await services.terms_keeping.keep(DEPUTY, TERM)
    await services.calendar_keeping.spans(DEPUTY)
    with counted(database) as asked["bells"]:
        await services.bell_keeping.keep(DEPUTY, RULE)
    await services.bell_keeping.rules(DEPUTY)
    with counted(database) as asked["bells replaced"]:
        await services.bell_keeping.keep(DEPUTY, RULE)
    written = {"keep": 4, "undo": 3, "holidays": 4, "term kept": 4, "bells": 5, "bells replaced": 9}
    begun = {what: count + database.is_sqlite for what, count in written.items()}
    assert {what: one.statements for what, one in asked.items()} == {"propose": 1, "term": 2, **begun}


async def test_bells_that_two_rules_ring_stay_while_one_does(database: Database) -> None:
    async with database.begin() as tx:
        await tx.run(t.bell_rules.insert().values(schedule_id=1, weekday=1))
        assert await tx.bells.remove(BellRuleId(1))
        assert len(await tx.rows(t.bell_times.select())) == len(school.BELLS)
        assert await tx.bells.remove(BellRuleId(2))
        assert not await tx.rows(t.bell_schedules.select())
        assert not await tx.bells.remove(BellRuleId(2))


async def test_what_a_day_has_is_counted_for_its_grades_alone(database: Database) -> None:
    services = (await _known(database)).services()
    await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    await services.absence_notes.announce(MOTHER, school.IVANOV, Absence(WEDNESDAY, WEDNESDAY), NoteReason.ILL)

    async def touched(day: date, *grades: int) -> Touched:
        return (await services.calendar_keeping.propose(DEPUTY, Span(day, day, SpanKind.VACATION, "", *grades))).touched

    assert await touched(school.TUESDAY) == Touched(lessons=1)
    assert await touched(school.TUESDAY, 1, 6) == Touched()
    assert await touched(WEDNESDAY) == Touched(notes=1)
    assert not await touched(WEDNESDAY, 8, 11)
