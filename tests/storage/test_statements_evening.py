"""The evening's reads and the bell's: as many statements for a whole school as for one pupil."""

from datetime import time, timedelta

import pytest
from sqlalchemy import insert, select

from bot.services import Wiring
from domain.ids import LessonId
from domain.messaging.changed_evening import ChangedEvenings
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.plan_reads import PlanReads
from storage.school.timetable import KnownTimetable
from storage.tables import curriculum, grading, journal
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import MOTHER, Case, is_as_cheap_when_grown

EVENING = time(18, 0)


async def _lesson(wiring: Wiring) -> LessonId:
    row = {"entry_id": school.entry_of(0), "day": school.TUESDAY, "position": 1, "subject_id": school.ALGEBRA}
    async with wiring.database.begin() as tx:
        return LessonId(await tx.add(insert(journal.lessons).values(**row, teacher_id=school.ALGEBRA_TEACHER)))


async def _pupils(wiring: Wiring) -> list[int]:
    seated = select(t.enrolments.c.pupil_id).where(t.enrolments.c.class_id == school.CLASS_7A)
    return [row.pupil_id for row in await wiring.database.reader.rows(seated)]


async def marks_changed_by_another(wiring: Wiring) -> None:
    """Of everyone in the class; their teacher reads of all in one message."""
    lesson, pupils, now = await _lesson(wiring), await _pupils(wiring), wiring.database.clock.now()
    about = {"lesson_id": lesson, "day": school.TUESDAY, "subject_id": school.ALGEBRA, "kind_id": 1, "value": "2"}
    by = {"version": 2, "set_by": school.ENGLISH_1, "set_at": now, "entered_at": now}
    async with wiring.database.begin() as tx:
        await tx.run(insert(journal.marks), [{**about, **by, "pupil_id": pupil} for pupil in pupils])
        made = {row.pupil_id: row.id for row in await tx.rows(select(journal.marks.c.id, journal.marks.c.pupil_id))}
        before = {"value": "5", "taken_back": False, "by": school.ALGEBRA_TEACHER}
        rows = [
            {
                "at": now,
                "person_id": school.ENGLISH_1,
                "what": "mark",
                "lesson_id": lesson,
                "pupil_id": pupil,
                "before": {"mark": made[pupil], **before},
                "after": {"mark": made[pupil], "version": 2, "value": "2", "taken_back": False},
            }
            for pupil in pupils
        ]
        await tx.run(insert(journal.change_log), rows)
    evenings = ChangedEvenings(wiring.time, wiring.marks, wiring.readers)
    [message] = await evenings.messages(school.TUESDAY, {EVENING}, EVENING)
    assert message.account == school.account_of(school.ALGEBRA_TEACHER)


async def everyone_owes(wiring: Wiring) -> None:
    """A digest for each, with a debt in it."""
    lesson, pupils = await _lesson(wiring), await _pupils(wiring)
    about = {"lesson_id": lesson, "kind_id": 1, "due_day": school.TUESDAY + timedelta(days=1)}
    by = {"set_by": school.ALGEBRA_TEACHER, "set_at": wiring.database.clock.now()}
    async with wiring.database.begin() as tx:
        await tx.run(insert(grading.debts), [{**about, **by, "pupil_id": pupil} for pupil in pupils])
    wiring.database.clock.advance(hours=12)  # type: ignore[attr-defined]
    assert await wiring.digests().queue_day(school.TUESDAY) >= len(pupils)
    page = await wiring.services().diary_pages.day(MOTHER, school.IVANOV, school.TUESDAY + timedelta(days=1))
    assert len(page.days[0].debts) == 1


@pytest.mark.parametrize("case", [marks_changed_by_another, everyone_owes], ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_the_plans_of_all_lessons_that_ring_are_one_statement_and_as_read_one_by_one(database: Database) -> None:
    about = {"year_id": 1, "subject_id": school.ALGEBRA, "imported_at": school.STARTED}
    async with database.begin() as tx:
        for class_id in (school.CLASS_7A, school.CLASS_7B):
            plan = await tx.add(insert(curriculum.curriculum_plans).values(**about, class_id=class_id))
            topics = [{"plan_id": plan, "number": n, "topic": f"{class_id}: {n}", "hours": 1} for n in (1, 2)]
            await tx.run(insert(curriculum.plan_topics), topics)
    lessons, plans = (await KnownTimetable(database).day(school.TUESDAY)).lessons, PlanReads(database)
    one_by_one = {one.ref: tuple(await plans.topics(one.parts, one.subject.id)) for one in lessons}
    with counted(database) as asked:
        at_once = await plans.topics_of(lessons)
    assert asked.statements == 1
    assert {ref: tuple(topics) for ref, topics in at_once.items()} == one_by_one
    assert [one.topic for one in at_once[LessonRef(school.entry_of(5), school.TUESDAY)]] == ["3: 1", "3: 2"]
