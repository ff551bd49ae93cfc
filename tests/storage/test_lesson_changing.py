"""Changes of a day's lessons as they are kept: nothing is doubled, nothing is lost, nobody else makes them."""

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import func, select

from bot.services import Wiring
from domain.errors import NotAllowed, NotFound, Outdated, Refused
from domain.ids import EntryId, PersonId, WorkKindId
from domain.school.changed_lessons import What
from domain.school.changing_room import (
    Changed,
    Clashing,
    ExtraStays,
    LessonMovedAway,
    LessonWritten,
    NoLessonsThatDay,
)
from domain.school.clashes import Busy
from domain.school.importing.sheets import Place
from domain.school.importing.timetable import put_timetable
from domain.school.importing.timetable_wished import WishedLesson, WishedTimetable
from domain.school.timetable import ChangeKind, LessonRef, Slot
from storage.database import Database
from storage.tables import messaging
from storage.tables import school as t
from storage.tables.journal import change_log
from tests import school
from tests.storage.statement_cases import wired

DEPUTY, ADMIN = school.actor(school.DEPUTY), school.actor(school.ADMIN)
WEDNESDAY, FRIDAY, SATURDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 28)
ALGEBRA = LessonRef(school.entry_of(0, 3), WEDNESDAY)
ENGLISH = LessonRef(school.entry_of(2, 3), WEDNESDAY)
NOW = LessonRef(school.entry_of(0), school.TUESDAY)


async def test_a_substitute_gives_the_lesson_and_a_change_more_keeps_the_room(database: Database) -> None:
    changing = wired(database).services().lesson_changing
    await changing.room(DEPUTY, ALGEBRA, " актовый   зал ")
    done = await changing.substitute(DEPUTY, ALGEBRA, school.SPORT)
    assert isinstance(done, Changed)
    lesson = done.first.lesson
    assert lesson is not None
    assert (lesson.teacher_ids, lesson.room, lesson.change) == ((school.SPORT,), "актовый зал", ChangeKind.SUBSTITUTED)
    back = await changing.substitute(DEPUTY, ALGEBRA, school.ALGEBRA_TEACHER)
    assert isinstance(back, Changed)
    assert back.first.what is What.ROOM
    done = await changing.take_back(DEPUTY, ALGEBRA)
    assert done.first.what is What.PLANNED
    with pytest.raises(Outdated):
        await changing.take_back(DEPUTY, ALGEBRA)


async def test_each_change_counts_leaves_a_fact_and_stands_in_the_log(database: Database) -> None:
    changing = wired(database).services().lesson_changing
    await changing.substitute(DEPUTY, ALGEBRA, school.SPORT)
    await changing.substitute(DEPUTY, ALGEBRA, school.PRIMARY, sure=True)
    await changing.cancel(ADMIN, ALGEBRA)
    row = await database.reader.row(select(t.lesson_changes))
    assert row is not None
    assert (row.kind, row.version, row.teacher_id, row.made_by) == ("cancelled", 3, None, school.ADMIN)
    facts = await database.reader.rows(select(messaging.facts.c.body).order_by(messaging.facts.c.id))
    told = [(one.body["version"], one.body["was"]) for one in facts]
    assert told == [(1, None), (2, school.SPORT), (3, school.PRIMARY)]
    log = await database.reader.rows(select(change_log).order_by(change_log.c.id))
    assert [one.after["kind"] for one in log] == ["substituted", "substituted", "cancelled"]
    assert log[1].before["teacher"] == school.SPORT


async def test_what_stands_in_the_way_is_asked_and_nothing_is_written(database: Database) -> None:
    changing = wired(database).services().lesson_changing
    busy = await changing.substitute(DEPUTY, ALGEBRA, school.PRIMARY)
    taken = await changing.room(DEPUTY, ENGLISH, "12")
    moved = await changing.move(DEPUTY, ALGEBRA, Slot(FRIDAY, 2))
    for asked, expected in ((busy, [Busy.TEACHER]), (taken, [Busy.ROOM]), (moved, [Busy.PUPILS, Busy.TEACHER])):
        assert isinstance(asked, Clashing)
        assert [one.busy for one in asked.clashes] == expected
    assert await database.reader.row(select(t.lesson_changes)) is None


async def test_subgroups_clash_only_where_somebody_sits_in_both(database: Database) -> None:
    changing = wired(database).services().lesson_changing
    beside = await changing.move(DEPUTY, ENGLISH, Slot(FRIDAY, 4))
    assert isinstance(beside, Changed)
    other = LessonRef(school.entry_of(3, 3), WEDNESDAY)
    assert isinstance(await changing.move(DEPUTY, other, Slot(FRIDAY, 4)), Changed)


async def test_a_moved_lesson_is_given_at_its_new_place_and_comes_back_from_it(database: Database) -> None:
    wiring = wired(database)
    changing = wiring.services().lesson_changing
    done = await changing.move(DEPUTY, ALGEBRA, Slot(FRIDAY, 6))
    assert isinstance(done, Changed)
    (there,) = done.also
    assert (done.first.moved_to, there.planned.moved_from) == (Slot(FRIDAY, 6), ALGEBRA)
    with pytest.raises(LessonMovedAway):
        await changing.cancel(DEPUTY, ALGEBRA)
    with pytest.raises(ExtraStays):
        await changing.move(DEPUTY, there.ref, Slot(FRIDAY, 4))
    again = await changing.move(DEPUTY, ALGEBRA, Slot(FRIDAY, 4))
    assert isinstance(again, Changed)
    day = await wiring.timetable.day(FRIDAY)
    assert [one.position for one in day.by_class[school.CLASS_7A] if one.extra] == [4]
    back = await changing.take_back(DEPUTY, ALGEBRA)
    assert back.first.what is What.PLANNED
    assert not any(one.extra for one in (await wiring.timetable.day(FRIDAY)).lessons)
    with pytest.raises(NotFound):
        await changing.cancel(DEPUTY, again.also[0].ref)


async def test_a_moved_lesson_that_is_cancelled_where_it_went_does_not_come_back_by_itself(database: Database) -> None:
    wiring = wired(database)
    changing = wiring.services().lesson_changing
    moved = await changing.move(DEPUTY, ALGEBRA, Slot(FRIDAY, 6))
    assert isinstance(moved, Changed)
    done = await changing.cancel(DEPUTY, moved.also[0].ref)
    assert (done.first.ref, done.first.what, done.also[0].what) == (ALGEBRA, What.CANCELLED, What.DROPPED)
    assert (await changing.take_back(DEPUTY, ALGEBRA)).first.what is What.PLANNED
    assert len((await wiring.timetable.day(FRIDAY)).lessons) == len(school.DAILY)


async def test_an_extra_lesson_is_like_one_of_the_week_and_can_be_taken_out(database: Database) -> None:
    wiring = wired(database)
    changing = wiring.services().lesson_changing
    done = await changing.add(DEPUTY, school.entry_of(1, 3), Slot(FRIDAY, 4))
    assert isinstance(done, Changed)
    lesson = done.first.lesson
    assert lesson is not None
    assert (lesson.subject.id, lesson.teacher_ids, lesson.extra) == (school.RUSSIAN, (school.CLASS_TEACHER_7A,), True)
    assert (await changing.cancel(DEPUTY, done.first.ref)).first.what is What.DROPPED
    assert len((await wiring.timetable.day(FRIDAY)).lessons) == len(school.DAILY)


@pytest.mark.parametrize("day", [date(2026, 11, 29), date(2027, 1, 4), date(2027, 6, 1)])
async def test_nothing_is_put_on_a_day_off(database: Database, day: date) -> None:
    changing = wired(database).services().lesson_changing
    with pytest.raises(NoLessonsThatDay):
        await changing.move(DEPUTY, ALGEBRA, Slot(day, 3))
    with pytest.raises(NoLessonsThatDay):
        await changing.add(DEPUTY, ALGEBRA.entry, Slot(day, 3))


async def test_what_the_journal_holds_was_given(database: Database) -> None:
    services = wired(database).services()
    changing, teacher = services.lesson_changing, school.actor(school.ALGEBRA_TEACHER)
    await services.grading.put(teacher, NOW, school.IVANOV, "5", WorkKindId(1))
    with pytest.raises(LessonWritten):
        await changing.cancel(DEPUTY, NOW)
    with pytest.raises(LessonWritten):
        await changing.move(DEPUTY, NOW, Slot(FRIDAY, 4))
    with pytest.raises(LessonWritten):
        await changing.substitute(DEPUTY, NOW, school.SPORT, school.SPORTS, sure=True)
    assert isinstance(await changing.substitute(DEPUTY, NOW, school.SPORT), Changed)
    with pytest.raises(NotAllowed):
        await services.grading.put(teacher, NOW, school.PETROVA, "5", WorkKindId(1))
    assert await services.grading.put(school.actor(school.SPORT), NOW, school.PETROVA, "5", WorkKindId(1))


@pytest.mark.parametrize(
    "person",
    [school.SECRETARY, school.DIRECTOR, school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER, school.MOTHER, school.IVANOV],
)
async def test_nobody_but_the_deputy_and_the_administrator_changes_anything(
    sqlite_database: Database, person: PersonId
) -> None:
    services, actor = wired(sqlite_database).services(), school.actor(person)
    changing, absent, pages = services.lesson_changing, services.absent_teachers, services.changes_pages
    for attempt in (
        changing.cancel(actor, ALGEBRA),
        changing.substitute(actor, ALGEBRA, school.SPORT),
        changing.room(actor, ALGEBRA, "1"),
        changing.move(actor, ALGEBRA, Slot(FRIDAY, 6)),
        changing.add(actor, ALGEBRA.entry, Slot(FRIDAY, 6)),
        changing.take_back(actor, ALGEBRA),
        absent.listed(actor),
        absent.teachers(actor),
        pages.lesson(actor, ALGEBRA),
        pages.substitutes(actor, ALGEBRA),
    ):
        with pytest.raises(NotAllowed):
            await attempt


async def test_families_read_no_changes_of_the_whole_school(sqlite_database: Database) -> None:
    services = wired(sqlite_database).services()
    for person in (school.MOTHER, school.IVANOV):
        with pytest.raises(NotAllowed):
            await services.changes_pages.near(school.actor(person))
        with pytest.raises(NotAllowed):
            await services.substitution_reports.month(school.actor(person))


async def test_forged_lessons_teachers_and_lines_are_not_found(sqlite_database: Database) -> None:
    changing = wired(sqlite_database).services().lesson_changing
    for attempt in (
        changing.cancel(DEPUTY, LessonRef(EntryId(999_999), WEDNESDAY)),
        changing.cancel(DEPUTY, LessonRef(ALGEBRA.entry, FRIDAY)),
        changing.substitute(DEPUTY, ALGEBRA, school.MOTHER),
        changing.add(DEPUTY, EntryId(999_999), Slot(FRIDAY, 6)),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_a_new_timetable_leaves_extra_lessons_alone(database: Database) -> None:
    wiring = wired(database)
    await wiring.services().lesson_changing.add(DEPUTY, school.entry_of(1, 3), Slot(FRIDAY, 4))
    place = Place("w.csv", row=2)
    wished = WishedLesson(place, "1 · Алгебра · 7А", 2, 1, "Алгебра", ("Алгебрина А. Б.",), ("7А",), "12")
    async with database.begin() as tx:
        outcome = await put_timetable(tx, WishedTimetable("w.csv", (wished,)), None, school.TUESDAY)
    assert outcome.ended == 5 * len(school.DAILY) - 1
    (left,) = (await wiring.timetable.day(FRIDAY)).lessons
    assert (left.position, left.extra, left.subject.id) == (4, True, school.RUSSIAN)
    assert len((await wiring.timetable.day(FRIDAY + timedelta(days=7))).lessons) == 0


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_changed_no_lesson_is_doubled_or_lost(sqlite_database: Database, seed: int) -> None:
    """Each lesson of two weeks is as planned, changed, cancelled, or moved with exactly one new place."""
    wiring, chance = wired(sqlite_database), Random(seed)
    days = [WEDNESDAY + timedelta(days=n) for n in range(10)]
    added = 0
    for _ in range(60):
        added += await _some_change(wiring, chance, days)
    plan = await wiring.timetable.plan()
    places: dict[EntryId, int] = {}
    standing = 0
    for day in await wiring.timetable.days(days[0], days[-1]):
        planned = [entry for entry in plan.entries if not entry.extra and entry.stands_on(day.day, plan.calendar)]
        assert sorted(one.ref.entry for one in day.lessons if not one.extra) == sorted(entry.id for entry in planned)
        assert len(day.lessons) == len({one.ref for one in day.lessons})
        standing += sum(one.takes_place for one in day.lessons)
        for one in day.lessons:
            if one.extra and one.moved_from is not None:
                places[one.ref.entry] = places.get(one.ref.entry, 0) + 1
    rows = await sqlite_database.reader.rows(select(t.lesson_changes).where(t.lesson_changes.c.kind == "moved"))
    assert {row.moved_to_id: 1 for row in rows} == places
    for row in rows:
        gone, come = plan.by_id[EntryId(row.entry_id)], plan.by_id[EntryId(row.moved_to_id)]
        assert (gone.subject, gone.parts, gone.teachers) == (come.subject, come.parts, come.teachers)
    changes, entries = t.lesson_changes, t.timetable_entries
    of_week = select(func.count()).select_from(changes.join(entries, changes.c.entry_id == entries.c.id))
    lost = await sqlite_database.reader.row(of_week.where(changes.c.kind == "cancelled", ~entries.c.extra))
    assert lost is not None
    week = [entry for entry in plan.entries if not entry.extra]
    assert standing == sum(entry.stands_on(day, plan.calendar) for entry in week for day in days) - lost[0] + added


async def _some_change(wiring: Wiring, chance: Random, days: list[date]) -> int:
    """By how many extra lessons there are more."""
    changing = wiring.services().lesson_changing
    day = chance.choice([one for one in days if one.isoweekday() < 6])
    one = chance.choice((await wiring.timetable.day(day)).lessons)
    to = Slot(chance.choice([one for one in days if one.isoweekday() < 7]), chance.randint(1, 8))
    plain = one.extra and one.moved_from is None
    try:
        match chance.choice(["cancel", "substitute", "room", "move", "move", "add", "back", "back"]):
            case "cancel":
                await changing.cancel(DEPUTY, one.ref)
                return -1 if plain else 0
            case "substitute":
                await changing.substitute(DEPUTY, one.ref, chance.choice([school.SPORT, school.PRIMARY]), sure=True)
            case "room":
                await changing.room(DEPUTY, one.ref, "актовый зал", sure=True)
            case "move":
                await changing.move(DEPUTY, one.ref, to, sure=True)
            case "add":
                await changing.add(DEPUTY, one.ref.entry, to, sure=True)
                return 1
            case "back":
                await changing.take_back(DEPUTY, one.ref)
    except Refused:
        return 0
    return 0
