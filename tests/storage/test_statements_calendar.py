"""Statements of the calendar and the bells, whatever the school has: each use case counted out, and once more grown."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import pytest

from bot.services import Wiring
from domain.attendance.notes import NoteReason
from domain.attendance.notes import Span as Absence
from domain.attendance.presence import Presence
from domain.errors import NotFound, Outdated
from domain.ids import BellRuleId, ClassId
from domain.school.bells import Bell, BellRule
from domain.school.bells_keeping import BellKeeping
from domain.school.calendar import DAY, Span, SpanKind, TermKind
from domain.school.calendar_kept import Touched
from domain.school.calendar_said import SaidTerm
from storage.database import Database
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import DEPUTY, MOTHER, NOW, TEACHER, wired

WEDNESDAY = date(2026, 11, 25)
OLD = date(2025, 9, 1)
DAY_OFF = Span(WEDNESDAY, WEDNESDAY, SpanKind.NON_WORKING, "Карантин")
TERM = SaidTerm(TermKind.QUARTER, 2, date(2026, 11, 3), date(2026, 12, 29))
RULE = BellRule({n: Bell(time(7 + n), time(7 + n, 40)) for n in range(1, 9)}, 1, 1)
OF_CLASSES = [replace(RULE, class_id=one) for one in (school.CLASS_1A, school.CLASS_7A, school.CLASS_7B)]


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
        await services.bell_keeping.keep(DEPUTY, [RULE])
    await services.bell_keeping.rules(DEPUTY)
    with counted(database) as asked["bells replaced"]:
        await services.bell_keeping.keep(DEPUTY, [RULE])
    await services.bell_keeping.rules(DEPUTY)
    with counted(database) as asked["bells of all classes"]:
        change = await services.bell_keeping.keep(DEPUTY, OF_CLASSES)
    await services.bell_keeping.rules(DEPUTY)
    with counted(database) as asked["bells of all classes undone"]:
        await services.bell_keeping.undo(DEPUTY, change.id)
    written = {"keep": 4, "undo": 3, "holidays": 4, "term kept": 4, "bells": 6, "bells replaced": 10}
    written |= {"bells of all classes": 6, "bells of all classes undone": 6}
    begun = {what: count + database.is_sqlite for what, count in written.items()}
    assert {what: one.statements for what, one in asked.items()} == {"propose": 1, "term": 2, **begun}


async def test_bells_that_two_rules_ring_stay_while_one_does(database: Database) -> None:
    async with database.begin() as tx:
        await tx.run(t.bell_rules.insert().values(schedule_id=1, weekday=1))
        assert await tx.bells.remove([BellRuleId(1)])
        assert len(await tx.rows(t.bell_times.select())) == len(school.BELLS)
        assert await tx.bells.remove([BellRuleId(2)])
        assert not await tx.rows(t.bell_schedules.select())
        assert not await tx.bells.remove([BellRuleId(2)])


async def test_bells_of_classes_come_back_as_each_of_them_had_them(database: Database) -> None:
    """Two that were written apart and one that had none are written over together, and that is taken back."""
    keeping = (await _known(database)).services().bell_keeping
    early, late = ({1: Bell(time(hour), time(hour, 40))} for hour in (13, 14))
    first, second, third = OF_CLASSES
    await keeping.keep(DEPUTY, [replace(first, times=early)])
    await keeping.keep(DEPUTY, [replace(second, times=late)])
    change = await keeping.keep(DEPUTY, OF_CLASSES)
    assert (len(change.rules), len(change.before)) == (3, 2)
    assert await _rung(keeping) == {one.class_id: RULE.times for one in OF_CLASSES}
    async with database.begin() as tx:
        assert len(await tx.rows(t.bell_schedules.select())) == 2
    await keeping.undo(DEPUTY, change.id)
    assert await _rung(keeping) == {first.class_id: early, second.class_id: late}
    assert third.class_id not in await _rung(keeping)
    async with database.begin() as tx:
        assert len(await tx.rows(t.bell_schedules.select())) == 3


async def test_bells_are_kept_for_classes_that_there_are(database: Database) -> None:
    keeping = (await _known(database)).services().bell_keeping
    with pytest.raises(NotFound):
        await keeping.keep(DEPUTY, [*OF_CLASSES, replace(RULE, class_id=ClassId(999))])
    assert not await _rung(keeping)


async def test_bells_of_a_class_that_is_gone_do_not_come_back(database: Database) -> None:
    keeping = (await _known(database)).services().bell_keeping
    [kept] = (await keeping.keep(DEPUTY, OF_CLASSES[:1])).rules
    assert kept.id is not None
    change = await keeping.take_away(DEPUTY, kept.id, kept)
    async with database.begin() as tx:
        of = t.classes.c
        await tx.run(t.school_years.insert().values(id=9, name="2025/26", starts_on=OLD, ends_on=OLD + DAY))
        await tx.run(t.classes.update().where(of.id == kept.class_id).values(year_id=9))
        tx.touch("lists")
    with pytest.raises(Outdated):
        await keeping.undo(DEPUTY, change.id)


async def _rung(keeping: BellKeeping) -> dict[ClassId, Mapping[int, Bell]]:
    return {rule.class_id: rule.times for rule in await keeping.rules(DEPUTY) if rule.class_id is not None}


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
