"""Timetables of two real schools by FET: they come in whole, and every class reads its own on a phone."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from domain.clock import SchoolTime
from domain.ids import AccountId, PersonId
from domain.roles.people import Actor, PersonName, Role
from domain.school.importing.remarks import About, Expected
from domain.school.importing.timetable import TimetableOutcome, put_timetable
from domain.school.importing.timetable_wished import WishedTimetable
from domain.school.schedule import Schedule
from domain.school.timetable import PlannedLesson
from handlers.school import screens
from handlers.texts.translator import texts_in
from storage.database import Database
from storage.files.programs import read_timetable
from storage.journal.homework_reads import HomeworkReads
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.tables import journal, roles
from storage.tables import school as t
from storage.topics import LISTS
from tests import school
from tests.storage.real_schools import (
    LOM,
    ORADEA,
    RealSchool,
    Taught,
    as_shown,
    in_order,
    needs_real_schools,
)

MONDAY = date(2026, 11, 23)
"""Of a week without holidays; the set clock's today is the Tuesday."""
DIRECTOR = Actor(PersonId(1), AccountId(1), PersonName("Д", "Д"), "ru", frozenset({Role.DIRECTOR}))
both_schools = pytest.mark.parametrize("real", [LOM, ORADEA], ids=lambda real: real.folder)


def wished(path: Path) -> WishedTimetable:
    timetable = read_timetable(path)
    assert timetable is not None
    return timetable


async def put(database: Database, timetable: WishedTimetable, valid_from: date | None = None) -> TimetableOutcome:
    async with database.begin() as tx:
        return await put_timetable(tx, timetable, valid_from, school.TUESDAY)


def schedule_of(database: Database, time: SchoolTime) -> Schedule:
    rosters = KnownRoster(database, time)
    return Schedule(time, KnownTimetable(database), rosters, HomeworkReads(database))


def taught(lesson: PlannedLesson) -> Taught:
    starts = f"{lesson.bell.starts:%H:%M}" if lesson.bell else ""
    names = frozenset(teacher.name.short for teacher in lesson.teachers)
    return Taught(lesson.position, starts, lesson.subject.name, names, lesson.room or "")


async def week_of(schedule: Schedule, monday: date = MONDAY) -> dict[tuple[str, int], list[Taught]]:
    """Every class on every weekday, as the use case gives it."""
    week = {}
    for school_class in await schedule.classes(DIRECTOR):
        for weekday in range(1, 6):
            page = await schedule.of_class(DIRECTOR, school_class.id, monday + timedelta(days=weekday - 1))
            lessons = [taught(one.lesson) for one in page.lessons]
            week[school_class.name, weekday] = sorted(lessons, key=in_order)
    return week


@needs_real_schools
@both_schools
async def test_every_class_reads_its_own_week(real: RealSchool, new_school: Database, school_time: SchoolTime) -> None:
    outcome = await put(new_school, wished(real.solved))
    assert (outcome.mistakes, outcome.doubts, outcome.valid_from) == ([], [], date(2026, 9, 1))
    week = await week_of(schedule_of(new_school, school_time))
    assert week == real.week()
    assert sum(map(len, week.values())) > 400


@needs_real_schools
@both_schools
async def test_a_pupil_of_every_class_reads_tomorrow_on_the_phone(
    real: RealSchool, new_school: Database, school_time: SchoolTime
) -> None:
    await put(new_school, wished(real.solved))
    pupils = await one_pupil_in_each(new_school)
    schedule, expected = schedule_of(new_school, school_time), real.week()
    assert len(pupils) == len(real.classes)
    for class_name, pupil in pupils.items():
        for weekday in range(1, 6):
            tomorrow = MONDAY + timedelta(days=weekday - 1)
            page = await schedule.of_pupil(DIRECTOR, pupil, tomorrow)
            [shown] = screens.days(texts_in("ru"), [page], tomorrow - timedelta(days=1), staff=False)
            assert "Завтра" in shown.text
            assert as_shown(shown.text) == expected[class_name, weekday], (class_name, weekday)


async def one_pupil_in_each(database: Database) -> dict[str, PersonId]:
    pupils = {}
    async with database.begin() as tx:
        for row in await tx.rows(select(t.classes.c.id, t.classes.c.name)):
            pupil = await tx.people.add(PersonName("Ученик", "Один"))
            await tx.run(insert(t.enrolments).values(pupil_id=pupil, class_id=row.id, from_day=date(2026, 9, 1)))
            pupils[row.name] = pupil
        tx.touch(LISTS)
    return pupils


@needs_real_schools
@both_schools
async def test_the_export_alone_gives_the_same_week(real: RealSchool, new_school: Database) -> None:
    solved, exported = await put(new_school, wished(real.solved)), await put(new_school, wished(real.exported))
    assert solved.added == exported.kept > 400
    assert exported.changes == 0
    assert About.HOURS_COUNTED in {note.about for note in exported.notes}


@needs_real_schools
async def test_the_export_makes_the_same_school_as_the_file_itself(
    new_school: Database, school_time: SchoolTime
) -> None:
    await put(new_school, wished(LOM.exported))
    assert await week_of(schedule_of(new_school, school_time)) == LOM.week()


@needs_real_schools
@both_schools
async def test_the_same_file_again_changes_nothing(real: RealSchool, new_school: Database) -> None:
    await put(new_school, wished(real.solved))
    before = await rows_of(new_school)
    again = await put(new_school, wished(real.solved))
    assert again.changes == 0
    assert not {note.about for note in again.notes} & {About.NEW_TEACHERS, About.NEW_GROUPS, About.NEW_CLASSES}
    assert await rows_of(new_school) == before


async def rows_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    tables = [t.timetable_entries, t.timetable_entry_classes, t.timetable_entry_teachers, t.classes, t.subjects]
    tables += [t.study_groups, t.bell_schedules, t.bell_rules, t.bell_times, roles.people, roles.role_grants]
    read = database.reader.rows
    return {table.name: sorted(map(tuple, await read(select(table))), key=repr) for table in tables}


@needs_real_schools
async def test_from_a_date_on_the_new_week_stands_and_before_it_the_old_one(
    new_school: Database, school_time: SchoolTime
) -> None:
    old = wished(ORADEA.solved)
    await put(new_school, old)
    first = old.lessons[0]
    moved = [replace(one, room="12") if one.said == first.said else one for one in old.lessons[:-1]]
    outcome = await put(new_school, replace(old, lessons=moved), MONDAY + timedelta(days=7))
    assert (outcome.kept, outcome.added, outcome.ended) == (len(old.lessons) - 2, 1, 2)
    ended = await new_school.reader.rows(select(t.timetable_entries.c.valid_until).distinct())
    assert {row[0] for row in ended} == {None, MONDAY + timedelta(days=6)}
    schedule, before = schedule_of(new_school, school_time), ORADEA.week()
    assert await week_of(schedule, MONDAY) == before
    after = await week_of(schedule, MONDAY + timedelta(days=7))
    assert sum(map(len, after.values())) == sum(map(len, before.values())) - 1
    assert [one.room for lessons in after.values() for one in lessons if one.room] == ["12"]


@needs_real_schools
async def test_a_change_taken_back_leaves_the_lessons_as_they_were(new_school: Database) -> None:
    old = wished(ORADEA.solved)
    await put(new_school, old)
    before = await rows_of(new_school)
    await put(new_school, replace(old, lessons=old.lessons[5:]))
    assert (await put(new_school, old)).added == 5
    assert await rows_of(new_school) == before


@needs_real_schools
async def test_what_the_journal_holds_is_not_taken_out_of_the_timetable(new_school: Database) -> None:
    old = wished(ORADEA.solved)
    await put(new_school, old)
    async with new_school.begin() as tx:
        entry = await tx.row(select(t.timetable_entries).where(t.timetable_entries.c.weekday == 2))
        assert entry is not None
        day = school.TUESDAY + timedelta(days=7)
        held = {"entry_id": entry.id, "day": day, "position": entry.position, "subject_id": entry.subject_id}
        await tx.run(insert(journal.lessons).values(**held))
    before = await rows_of(new_school)
    refused = await put(new_school, replace(old, lessons=old.lessons[:1]))
    assert [(one.expected, one.said) for one in refused.mistakes] == [(Expected.DAY_AFTER_JOURNAL, day.isoformat())]
    assert await rows_of(new_school) == before
    assert (await put(new_school, replace(old, lessons=old.lessons[:1]), day + timedelta(days=1))).ended == 409


@needs_real_schools
async def test_homework_goes_over_to_the_new_lesson_of_its_day(new_school: Database, school_time: SchoolTime) -> None:
    old = wished(ORADEA.solved)
    await put(new_school, old)
    async with new_school.begin() as tx:
        link, entries = t.timetable_entry_classes, t.timetable_entries
        row = await tx.row(select(entries, link.c.class_id).join(link, link.c.entry_id == entries.c.id))
        assert row is not None
        teacher = await tx.row(select(func.max(roles.people.c.id)))
        assert teacher is not None
        due = MONDAY + timedelta(days=6 + row.weekday)
        task = {"subject_id": row.subject_id, "class_id": row.class_id, "entry_id": row.id, "text": "§ 5"}
        await tx.run(insert(journal.homework).values(**task, due_day=due, set_by=teacher[0], set_at=school.STARTED))
    elsewhere = replace(old, lessons=[replace(one, room="1") for one in old.lessons])
    assert About.HOMEWORK_LEFT not in {note.about for note in (await put(new_school, elsewhere)).notes}
    page = await schedule_of(new_school, school_time).of_class(DIRECTOR, row.class_id, due)
    assert [line.text for lesson in page.lessons for line in lesson.homework] == ["§ 5"]


@needs_real_schools
async def test_the_number_of_statements_does_not_grow_with_lessons(new_school: Database) -> None:
    whole = wished(ORADEA.solved)
    tenth = replace(whole, lessons=whole.lessons[: len(whole.lessons) // 10])
    spent = []
    for timetable in (tenth, whole):
        before = new_school.statements
        await put(new_school, timetable)
        spent.append(new_school.statements - before)
    assert spent[1] <= spent[0] < 40
