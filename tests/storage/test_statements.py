"""The number of SQL statements of a use case does not depend on how many pupils, guardians or marks there are."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from bot.services import Wiring
from bot.settings import Settings
from domain.attendance.answers import Answer
from domain.attendance.missed import Reason
from domain.attendance.notes import NoteReason, Span
from domain.attendance.pages import Period as AbsencePeriod
from domain.attendance.presence import Presence
from domain.ids import LessonId, MarkId, WorkKindId
from domain.journal.homework_meant import Understood
from domain.journal.lesson_line_meant import Answers, LessonCard
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.messaging.announcements import Audience, Draft
from domain.messaging.kinds import Kind
from domain.roles.codes import CodeHasher
from domain.roles.people import Role
from domain.school.exemptions import Learning
from domain.school.importing.sheets import Sheet, SheetRow
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import attendance, curriculum, grading, journal, messaging, roles
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow

NOW = LessonRef(school.entry_of(0), school.TUESDAY)
TEACHER, CLASS_TEACHER, MOTHER, ADMIN = (
    school.actor(one) for one in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER, school.ADMIN)
)
SECRETARY, DEPUTY = school.actor(school.SECRETARY), school.actor(school.DEPUTY)
DEPUTY = school.actor(school.DEPUTY)
DRAFT = Draft("ffffffff", school.CLASS_7A, Audience.GUARDIANS, "Собрание в 18:00")
WRITTEN = (
    messaging.outbox,
    messaging.facts,
    messaging.announcement_receipts,
    messaging.announcements,
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
)
"""What the cases write, in an order in which it can be taken away."""
Case = Callable[[Wiring], Awaitable[Any]]


async def roll_call_tap(wiring: Wiring) -> None:
    assert await wiring.services().roll_call.set_status(TEACHER, NOW, school.IVANOV, Presence.ABSENT)


async def nobody_is_here(wiring: Wiring) -> None:
    assert await wiring.services().roll_call.set_all(TEACHER, NOW, Presence.ABSENT) >= 4


async def lesson_screen(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.my_lessons.page(TEACHER, NOW)).seats
    await services.roll_calls.sheet(TEACHER, NOW)


async def mark(wiring: Wiring) -> None:
    assert await wiring.services().grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))


async def lesson_line(wiring: Wiring) -> None:
    """Roll call, marks, topic and homework of one line: read, then written."""
    services = wiring.services()
    said = "Иванов 5 4 кр, Сидоров н, оп Кузина; тема Степени; дз № 345"
    card = await services.lesson_lines.understand(TEACHER, said, Answers())
    assert isinstance(card, LessonCard)
    assert card.closes
    await services.lesson_writing.write(TEACHER, card)


async def everyone_in_a_line(wiring: Wiring) -> None:
    """After all of them were noted as away: every pupil's row changes."""
    services = wiring.services()
    await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    card = await services.lesson_lines.understand(TEACHER, "все на месте", Answers())
    assert isinstance(card, LessonCard)
    await services.lesson_writing.write(TEACHER, card)


async def marks_screen(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.my_lessons.page(TEACHER, NOW)).seats
    await services.roll_calls.sheet(TEACHER, NOW)
    await services.mark_pages.pad(TEACHER, NOW)


async def debt(wiring: Wiring) -> None:
    debts = wiring.services().debts
    assert await debts.likely_days(TEACHER, NOW)
    assert await debts.set(TEACHER, NOW, school.IVANOV, WorkKindId(1), school.TUESDAY + timedelta(days=3))
    assert await debts.of_pupil(MOTHER, school.IVANOV)


async def one_mark_and_its_history(wiring: Wiring) -> None:
    services = wiring.services()
    await services.grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    assert (await services.mark_pages.history(TEACHER, await _mark_of(wiring)))[1]


async def request_and_decision(wiring: Wiring) -> None:
    requests = wiring.services().mark_requests
    await wiring.services().grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    await requests.ask(TEACHER, await _mark_of(wiring), "4", "Ошибка в подсчёте")
    (card,) = await requests.waiting(DEPUTY)
    assert (await requests.decide(DEPUTY, card.request, accept=True))[1]


async def _mark_of(wiring: Wiring) -> MarkId:
    page = await wiring.services().my_lessons.page(TEACHER, NOW)
    return page.marks[school.IVANOV][0].id


async def results_accepted(wiring: Wiring) -> None:
    results = wiring.services().results
    place = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)
    await results.put(TEACHER, place, school.IVANOV, "н/а", "всю четверть болел")
    assert await results.accept_all(TEACHER, place) >= 0
    assert len((await results.sheet(TEACHER, place)).lines) >= 4


async def results_of_pupil(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.pupil_results.page(MOTHER, school.IVANOV)).subjects
    await services.pupil_results.explained(MOTHER, school.IVANOV, school.ALGEBRA, Period.Q2)
    await services.forecasts.of_subject(MOTHER, school.IVANOV, school.ALGEBRA, ())
    await services.forecasts.everywhere(MOTHER, school.IVANOV, ())


async def terms_to_close(wiring: Wiring) -> None:
    closing = wiring.services().term_closing
    assert len(await closing.classes(DEPUTY)) == 2
    assert (await closing.page(DEPUTY, school.CLASS_7A, Period.Q2)).lacking >= 16


async def homework_line(wiring: Wiring) -> None:
    book = wiring.services().homework_book
    meant = await book.understand(TEACHER, "7А алгебра № 345")
    assert isinstance(meant, Understood)
    assert (await book.set(TEACHER, meant, [])).pupils >= 4


async def announcement(wiring: Wiring) -> None:
    announcing = wiring.services().announcing
    assert (await announcing.preview(CLASS_TEACHER, DRAFT)).reached >= 5
    await announcing.send(CLASS_TEACHER, DRAFT, 1)


async def tomorrow(wiring: Wiring) -> None:
    schedule = wiring.services().schedule
    assert len(await schedule.mine(MOTHER, schedule.near(1))) == 2


async def marks_page(wiring: Wiring) -> None:
    assert (await wiring.services().diary.term_marks(MOTHER, school.IVANOV)).marked


async def diary_day(wiring: Wiring) -> None:
    assert (await wiring.services().diary_pages.day(MOTHER, school.IVANOV, school.TUESDAY)).days[0].lessons


async def diary_week(wiring: Wiring) -> None:
    assert len((await wiring.services().diary_pages.week(MOTHER, school.IVANOV, school.TUESDAY)).days) == 6


async def subject_page(wiring: Wiring) -> None:
    await wiring.services().grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    page = await wiring.services().subject_pages.page(MOTHER, school.IVANOV, school.ALGEBRA, 0)
    assert page.average is not None


async def homework_tick(wiring: Wiring) -> None:
    await homework_line(wiring)
    (task, *_) = (await wiring.services().homework_diary.coming(MOTHER, school.IVANOV)).homework
    assert await wiring.services().homework_ticks.tick(school.actor(school.IVANOV), task.id, True)


async def guarded_homework(wiring: Wiring) -> None:
    """A line with an estimate that announces a control work, and the warnings under it."""
    services = wiring.services()
    meant = await services.homework_book.understand(TEACHER, "7А алгебра контрольная работа ~60 мин")
    assert isinstance(meant, Understood)
    done = await services.homework_book.set(TEACHER, meant, [])
    assert (await services.overload_guard.homework(TEACHER, done)).warnings


async def homework_page(wiring: Wiring) -> None:
    await wiring.services().homework_diary.coming(MOTHER, school.IVANOV)


async def access_of_class(wiring: Wiring) -> None:
    assert len(await wiring.services().access.of_class(CLASS_TEACHER, school.CLASS_7A)) >= 9


async def codes_for_everyone(wiring: Wiring) -> None:
    people = [row[0] for row in await wiring.database.reader.rows(select(roles.people.c.id))]
    assert len(await wiring.codes().issue_by_program(people, frozenset({Role.GUARDIAN}))) >= 5


async def digests_of_a_day(wiring: Wiring) -> None:
    await wiring.services().roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    wiring.database.clock.advance(hours=12)  # type: ignore[attr-defined]
    assert await wiring.digests().queue_day(school.TUESDAY) >= 5


async def telling_of_absences(wiring: Wiring) -> None:
    """Facts of a whole class's absences, a mark and homework, turned into rows of the outbox."""
    await wiring.services().roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    telling = wiring.delivery(*_nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)
    row = await wiring.database.reader.row(select(func.count()).select_from(messaging.outbox))
    assert row is not None
    assert row[0] >= 5


async def absence_announced(wiring: Wiring) -> None:
    """For a month; the days offered before it, and the roll call that shows it after."""
    notes, span = wiring.services().absence_notes, Span(school.TUESDAY, school.TUESDAY + timedelta(days=30))
    assert len(await notes.days(MOTHER, school.IVANOV)) == 5
    await notes.announce(MOTHER, school.IVANOV, span, NoteReason.ILL)
    assert (await wiring.services().roll_calls.sheet(TEACHER, NOW)).announced
    await wiring.services().roll_call.close(TEACHER, NOW)


async def telling_of_a_note(wiring: Wiring) -> None:
    span = Span(school.TUESDAY, school.TUESDAY)
    await wiring.services().absence_notes.announce(MOTHER, school.IVANOV, span, NoteReason.ILL)
    telling = wiring.delivery(*_nobody()).telling
    plan = await telling.plan()
    assert len(plan.messages) == 2
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)


async def absences_of_class(wiring: Wiring) -> None:
    """A whole class absent, one pupil's day settled, the page with its totals and contradictions."""
    services = wiring.services()
    await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    assert await services.absence_reasons.settle(CLASS_TEACHER, school.IVANOV, school.TUESDAY, Reason.ILL) == 1
    page = await services.absence_pages.of_class(CLASS_TEACHER, school.CLASS_7A, AbsencePeriod.TERM)
    assert page.open >= 3


async def absences_of_pupil(wiring: Wiring) -> None:
    await wiring.services().absence_pages.of_pupil(MOTHER, school.IVANOV)


async def alarm_passed_on(wiring: Wiring) -> None:
    services = wiring.services()
    await services.roll_call.set_status(TEACHER, NOW, school.IVANOV, Presence.ABSENT)
    row = await wiring.database.reader.row(select(journal.lessons.c.id).where(journal.lessons.c.day == NOW.day))
    assert row is not None
    await services.absence_answers.answer(MOTHER, LessonId(row[0]), school.IVANOV, Answer.UNKNOWN)
    wiring.database.clock.advance(minutes=10)  # type: ignore[attr-defined]
    assert await services.absence_alarms.escalate_due() == 1
    telling = wiring.delivery(*_nobody()).telling
    plan = await telling.plan()
    assert {message.kind for message in plan.messages} >= {Kind.ALARM, Kind.ABSENCE_ALARM}


def _nobody() -> tuple[Any, Any]:
    """Telling puts rows in; nothing is rendered or sent."""
    return SimpleNamespace(), SimpleNamespace()


async def topic_of_the_plan(wiring: Wiring) -> None:
    services = wiring.services()
    await _bring_plan(wiring)
    (first, *_) = (await services.my_lessons.page(TEACHER, NOW)).ahead
    await services.plans.accept(TEACHER, NOW, first.id)
    assert (await services.plan_progresses.of(TEACHER, NOW)).given == 1


async def plan_brought(wiring: Wiring) -> None:
    await _bring_plan(wiring)


async def what_is_owed(wiring: Wiring) -> None:
    wiring.database.clock.advance(hours=8)  # type: ignore[attr-defined]
    assert await wiring.services().own_lessons.owed(TEACHER)


async def what_was(wiring: Wiring) -> None:
    await wiring.services().looking_back.before(TEACHER, NOW)


async def exemption(wiring: Wiring) -> None:
    exemptions = wiring.services().exemptions
    made = await exemptions.put(SECRETARY, school.IVANOV, school.ALGEBRA, Learning.EXEMPT, "01.12")
    await exemptions.take_back(SECRETARY, made.exemption.id)
    assert not await exemptions.listed(SECRETARY)


async def lesson_at_its_bell(wiring: Wiring) -> None:
    await wiring.services().choosing.choose_bell(TEACHER, on=True)
    assert await wiring.lesson_bells().ring() == 1


async def _bring_plan(wiring: Wiring) -> None:
    """Of as many topics as a year has."""
    rows = [SheetRow(1, ("Тема",)), *(SheetRow(n, (f"Тема {n}",)) for n in range(2, 104))]
    sheets = [Sheet("", "", tuple(rows))]
    report = await wiring.services().plan_import.bring(TEACHER, "7А алгебра", sheets, dry_run=False)
    assert report.written


CASES: list[Case] = [
    topic_of_the_plan,
    plan_brought,
    what_is_owed,
    what_was,
    exemption,
    lesson_at_its_bell,
    roll_call_tap,
    nobody_is_here,
    lesson_screen,
    mark,
    marks_screen,
    debt,
    one_mark_and_its_history,
    request_and_decision,
    lesson_line,
    everyone_in_a_line,
    homework_line,
    announcement,
    tomorrow,
    marks_page,
    results_accepted,
    results_of_pupil,
    terms_to_close,
    homework_page,
    diary_day,
    diary_week,
    subject_page,
    homework_tick,
    guarded_homework,
    access_of_class,
    codes_for_everyone,
    digests_of_a_day,
    telling_of_absences,
    absence_announced,
    telling_of_a_note,
    absences_of_class,
    absences_of_pupil,
    alarm_passed_on,
]


async def _statements(database: Database, case: Case) -> int:
    """Of the first time, when nothing is known yet."""
    wiring = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))
    with counted(database) as asked:
        await case(wiring)
    return asked.statements


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    small = await _statements(database, case)
    await _undo(database)
    clock.set(school.MORNING)
    await grow(database)
    assert await _statements(database, case) <= small


async def _undo(database: Database) -> None:
    """Whatever the case wrote is taken away, so that the grown school meets it as new."""
    async with database.begin() as tx:
        for table in WRITTEN:
            await tx.run(delete(table))


async def test_what_changes_once_a_day_is_asked_once(database: Database) -> None:
    wiring = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))
    schedule = wiring.services().schedule
    for day in (1, 2, 3):
        await schedule.mine(MOTHER, school.TUESDAY + timedelta(days=day))
    with counted(database) as asked:
        await schedule.mine(MOTHER, school.TUESDAY + timedelta(days=1))
    assert asked.statements <= 2
