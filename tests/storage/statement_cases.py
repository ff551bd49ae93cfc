"""What tests of statement counts share: who acts, a use case counted on a small school and on a grown one."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

from sqlalchemy import delete

from bot.services import Wiring
from bot.settings import Settings
from domain.roles.codes import CodeHasher
from domain.school.importing.sheets import Sheet, SheetRow
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import attendance, curriculum, grading, journal, messaging, office, roles, talk
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow

NOW = LessonRef(school.entry_of(0), school.TUESDAY)
TEACHER, CLASS_TEACHER, MOTHER = (
    school.actor(one) for one in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER)
)
SECRETARY, DEPUTY = school.actor(school.SECRETARY), school.actor(school.DEPUTY)
WRITTEN = (
    messaging.outbox,
    messaging.facts,
    talk.poll_answers,
    talk.poll_turnout,
    talk.poll_tallies,
    talk.poll_options,
    talk.polls,
    talk.announcement_wards,
    talk.diary_signatures,
    talk.thread_reads,
    talk.thread_members,
    talk.thread_messages,
    talk.threads,
    talk.handovers,
    talk.templates,
    talk.announcement_receipts,
    talk.announcements,
    attendance.absence_notes,
    attendance.absence_reasons,
    attendance.absence_answers,
    attendance.attendance,
    journal.change_log,
    grading.mark_requests,
    grading.debts,
    journal.marks,
    journal.homework_ticks,
    journal.homework,
    journal.lesson_classes,
    journal.lessons,
    curriculum.plan_topics,
    curriculum.curriculum_plans,
    curriculum.pupil_subjects,
    messaging.person_settings,
    roles.access_codes,
    office.consent_texts,
    office.erasures,
    office.document_acknowledgements,
    office.document_files,
    office.documents,
)
"""What the cases write, in an order in which it can be taken away."""
Case = Callable[[Wiring], Awaitable[Any]]


def wired(database: Database) -> Wiring:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))


async def is_as_cheap_when_grown(case: Case, database: Database, clock: SetClock) -> None:
    small = await _statements(database, case)
    await _undo(database)
    clock.set(school.MORNING)
    await grow(database)
    assert await _statements(database, case) <= small


async def _statements(database: Database, case: Case) -> int:
    """Of the first time, when nothing is known yet."""
    wiring = wired(database)
    with counted(database) as asked:
        await case(wiring)
    return asked.statements


async def _undo(database: Database) -> None:
    """Whatever the case wrote is taken away, so that the grown school meets it as new."""
    async with database.begin() as tx:
        for table in WRITTEN:
            await tx.run(delete(table))


def nobody() -> tuple[Any, Any]:
    """Telling puts rows in; nothing is rendered or sent."""
    return SimpleNamespace(), SimpleNamespace()


async def bring_plan(wiring: Wiring) -> None:
    """Of as many topics as a year has."""
    rows = [SheetRow(1, ("Тема",)), *(SheetRow(n, (f"Тема {n}",)) for n in range(2, 104))]
    sheets = [Sheet("", "", tuple(rows))]
    report = await wiring.services().plan_import.bring(TEACHER, "7А алгебра", sheets, dry_run=False)
    assert report.written
