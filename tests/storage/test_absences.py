"""Absences announced, settled, read: the use cases with their storage, on both databases."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.attendance.announcing import AbsenceOver, AbsenceTooLong, NoteCancelled, NoteWordsTooLong, NothingToMiss
from domain.attendance.answers import Answer
from domain.attendance.contradictions import Doubtful
from domain.attendance.missed import Reason
from domain.attendance.notes import NoteReason, Paper, Span
from domain.attendance.pages import Period
from domain.attendance.presence import Presence
from domain.errors import NotAllowed, NotFound
from domain.ids import LessonId, NoteId, PersonId
from domain.roles.codes import CodeHasher
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import attendance, journal
from tests import school
from tests.clock import SetClock

TUESDAY, WEDNESDAY = school.TUESDAY, school.TUESDAY + timedelta(days=1)
TODAY, TOMORROW = Span(TUESDAY, TUESDAY), Span(WEDNESDAY, WEDNESDAY)
MOTHER, FATHER, STRANGER, PUPIL = (
    school.actor(one) for one in (school.MOTHER, school.FATHER, school.PETROVA_MOTHER, school.IVANOV)
)
TEACHER, CLASS_TEACHER, PRIMARY, DEPUTY = (
    school.actor(one) for one in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.PRIMARY, school.DEPUTY)
)
FIRST, SECOND = LessonRef(school.entry_of(0), TUESDAY), LessonRef(school.entry_of(1), TUESDAY)


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _count(database: Database, table: Any) -> int:
    row = await database.reader.row(select(func.count()).select_from(table))
    assert row is not None
    return int(row[0])


async def test_the_same_days_said_again_by_the_other_guardian_are_one_note(
    services: Services, database: Database
) -> None:
    first = await services.absence_notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.ILL)
    again = await services.absence_notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.ILL)
    assert (again.note.id, again.note.version) == (first.note.id, 1)
    other = await services.absence_notes.announce(FATHER, school.IVANOV, TOMORROW, NoteReason.DOCTOR)
    assert (other.note.id, other.note.version, other.note.by) == (first.note.id, 2, school.FATHER)
    assert await _count(database, attendance.absence_notes) == 1
    assert await _count(database, journal.change_log) == 2


async def test_what_was_taken_back_is_announced_anew_as_another(services: Services) -> None:
    notes = services.absence_notes
    first = await notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.ILL)
    assert (await notes.cancel(FATHER, first.note.id)).note.cancelled
    with pytest.raises(NoteCancelled):
        await notes.change_reason(MOTHER, first.note.id, NoteReason.FAMILY, None)
    assert (await notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.ILL)).note.id != first.note.id


async def test_days_reason_and_paper_are_changed_and_each_change_is_logged(
    services: Services, database: Database
) -> None:
    notes = services.absence_notes
    number = (await notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.ILL)).note.id
    await notes.change_days(MOTHER, number, Span(WEDNESDAY, WEDNESDAY, 2, 3))
    await notes.change_reason(MOTHER, number, NoteReason.OTHER, "переезд")
    changed = (await notes.attach(MOTHER, number, Paper("photo", "file 1"))).note
    assert (changed.span, changed.reason, changed.words) == (
        Span(WEDNESDAY, WEDNESDAY, 2, 3),
        NoteReason.OTHER,
        "переезд",
    )
    assert (changed.paper, changed.version) == (Paper("photo", "file 1"), 4)
    assert await _count(database, journal.change_log) == 4


@pytest.mark.parametrize(
    ("span", "refusal"),
    [
        (Span(date(2026, 11, 23), date(2026, 11, 23)), AbsenceOver),
        (Span(date(2026, 11, 10), date(2026, 11, 25)), AbsenceOver),
        (Span(date(2026, 11, 29), date(2026, 11, 29)), NothingToMiss),
        (Span(date(2026, 12, 31), date(2027, 1, 10)), NothingToMiss),
        (Span(WEDNESDAY, WEDNESDAY, 6, 8), NothingToMiss),
        (Span(WEDNESDAY, date(2027, 5, 1)), AbsenceTooLong),
        (Span(date(2026, 11, 27), WEDNESDAY), NotFound),
        (Span(date(9999, 12, 31), date(9999, 12, 31)), AbsenceTooLong),
    ],
)
async def test_days_that_cannot_be_missed_are_refused(span: Span, refusal: type[Exception], services: Services) -> None:
    with pytest.raises(refusal):
        await services.absence_notes.announce(MOTHER, school.IVANOV, span, NoteReason.ILL)


async def test_a_reason_without_end_is_refused(services: Services) -> None:
    with pytest.raises(NoteWordsTooLong):
        await services.absence_notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.OTHER, "а" * 301)


async def test_lessons_that_are_over_are_not_announced_after_the_fact(services: Services, clock: SetClock) -> None:
    clock.advance(hours=1)
    note = (await services.absence_notes.announce(MOTHER, school.IVANOV, TODAY, NoteReason.ILL)).note
    assert note.span == Span(TUESDAY, TUESDAY, 2, None)


Act = Callable[[Services, NoteId, LessonId], Awaitable[object]]
REFUSED: dict[str, Act] = {
    "announce": lambda s, note, lesson: s.absence_notes.announce(STRANGER, school.IVANOV, TOMORROW, NoteReason.ILL),
    "days": lambda s, note, lesson: s.absence_notes.days(STRANGER, school.IVANOV),
    "lessons": lambda s, note, lesson: s.absence_notes.lessons(STRANGER, school.IVANOV, WEDNESDAY),
    "read": lambda s, note, lesson: s.absence_notes.note(STRANGER, note),
    "read as another class's teacher": lambda s, note, lesson: s.absence_notes.note(PRIMARY, note),
    "change": lambda s, note, lesson: s.absence_notes.change_reason(STRANGER, note, NoteReason.FAMILY, None),
    "change as the class teacher": lambda s, note, lesson: s.absence_notes.cancel(CLASS_TEACHER, note),
    "change as the pupil": lambda s, note, lesson: s.absence_notes.cancel(PUPIL, note),
    "no such note": lambda s, note, lesson: s.absence_notes.cancel(MOTHER, NoteId(10**9)),
    "the child's page": lambda s, note, lesson: s.absence_pages.of_pupil(STRANGER, school.IVANOV),
    "nobody's page": lambda s, note, lesson: s.absence_pages.of_pupil(MOTHER, PersonId(10**9)),
    "the class's page": lambda s, note, lesson: s.absence_pages.of_class(PRIMARY, school.CLASS_7A, Period.TERM),
    "settle": lambda s, note, lesson: s.absence_reasons.settle(PRIMARY, school.IVANOV, TUESDAY, Reason.ILL),
    "settle as the deputy": lambda s, note, lesson: s.absence_reasons.settle(
        DEPUTY, school.IVANOV, TUESDAY, Reason.ILL
    ),
    "settle what was not missed": lambda s, note, lesson: s.absence_reasons.settle(
        CLASS_TEACHER, school.PETROVA, TUESDAY, Reason.ILL
    ),
    "take the alarm": lambda s, note, lesson: s.absence_alarms.take(PRIMARY, lesson, school.IVANOV),
    "take it as a guardian": lambda s, note, lesson: s.absence_alarms.take(MOTHER, lesson, school.IVANOV),
    "take what is none": lambda s, note, lesson: s.absence_alarms.take(CLASS_TEACHER, lesson, school.PETROVA),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
async def test_who_does_not_reach_it_hears_that_it_is_not_found(
    act: Act, services: Services, database: Database
) -> None:
    await services.roll_call.set_status(TEACHER, FIRST, school.IVANOV, Presence.ABSENT)
    lesson = LessonId((await database.reader.rows(select(journal.lessons.c.id)))[0].id)
    await services.absence_answers.answer(MOTHER, lesson, school.IVANOV, Answer.UNKNOWN)
    note = (await services.absence_notes.announce(MOTHER, school.IVANOV, TOMORROW, NoteReason.ILL)).note.id
    before = await _count(database, journal.change_log)
    with pytest.raises(NotFound):
        await act(services, note, lesson)
    assert await _count(database, journal.change_log) == before


async def test_a_pupil_is_asked_for_nobody(services: Services) -> None:
    with pytest.raises(NotAllowed):
        await services.absence_notes.children(PUPIL)


async def test_a_settled_day_counts_by_its_reason_and_counts_again_when_the_teacher_puts_it_right(
    services: Services, clock: SetClock
) -> None:
    for ref in (FIRST, SECOND):
        clock.set(school.MORNING + timedelta(hours=2))
        teacher = TEACHER if ref is FIRST else CLASS_TEACHER
        await services.roll_call.set_status(teacher, ref, school.IVANOV, Presence.ABSENT)
    assert await services.absence_reasons.settle(CLASS_TEACHER, school.IVANOV, TUESDAY, Reason.UNEXCUSED) == 2
    assert await services.absence_reasons.settle(CLASS_TEACHER, school.IVANOV, TUESDAY, Reason.EXCUSED) == 2
    assert await services.absence_reasons.settle(CLASS_TEACHER, school.IVANOV, TUESDAY, Reason.EXCUSED) == 0
    total = (await services.absence_pages.of_pupil(MOTHER, school.IVANOV)).totals
    assert (total.lessons, total.days, total.excused, total.unknown) == (2, 1, 2, 0)
    await services.roll_call.set_status(CLASS_TEACHER, SECOND, school.IVANOV, Presence.PRESENT)
    total = (await services.absence_pages.of_pupil(MOTHER, school.IVANOV)).totals
    assert (total.lessons, total.excused) == (1, 1)


async def test_the_class_page_lists_what_is_open_first_and_what_does_not_fit(
    services: Services, clock: SetClock
) -> None:
    clock.set(school.MORNING + timedelta(hours=3))
    await services.roll_call.set_status(TEACHER, FIRST, school.PETROVA, Presence.ILL)
    await services.roll_call.close(TEACHER, FIRST)
    await services.roll_call.set_status(CLASS_TEACHER, SECOND, school.IVANOV, Presence.ABSENT)
    await services.roll_call.close(CLASS_TEACHER, SECOND)
    english = LessonRef(school.entry_of(2), TUESDAY)
    await services.roll_call.close(school.actor(school.ENGLISH_1), english)
    page = await services.absence_pages.of_class(CLASS_TEACHER, school.CLASS_7A, Period.WEEK)
    assert [(day.pupil, day.open) for day in page.days] == [(school.IVANOV, True), (school.PETROVA, False)]
    assert (page.open, page.totals.ill, page.totals.unknown, page.settles) == (1, 1, 1, True)
    assert [(one.kind, one.pupil, one.positions) for one in page.doubts] == [(Doubtful.GAP, school.IVANOV, (2,))]
    await services.absence_reasons.settle(CLASS_TEACHER, school.IVANOV, TUESDAY, Reason.EXCUSED)
    assert not (await services.absence_pages.of_class(CLASS_TEACHER, school.CLASS_7A, Period.WEEK)).doubts


async def test_a_note_of_yesterdays_cache_is_not_seen_as_todays(services: Services) -> None:
    """The day's notes are kept in memory: a change must be seen by the next roll call."""
    assert not (await services.roll_calls.sheet(TEACHER, FIRST)).announced
    note = (await services.absence_notes.announce(MOTHER, school.IVANOV, TODAY, NoteReason.ILL)).note
    assert (await services.roll_calls.sheet(TEACHER, FIRST)).of(school.IVANOV).status is Presence.ILL
    await services.absence_notes.cancel(MOTHER, note.id)
    assert (await services.roll_calls.sheet(TEACHER, FIRST)).of(school.IVANOV).status is Presence.PRESENT


async def test_who_came_after_all_is_written_as_present_and_the_first_tap_writes_the_others(services: Services) -> None:
    await services.absence_notes.announce(MOTHER, school.IVANOV, TODAY, NoteReason.ILL)
    await services.absence_notes.announce(STRANGER, school.PETROVA, TODAY, NoteReason.CONTEST)
    assert await services.roll_call.set_status(TEACHER, FIRST, school.IVANOV, Presence.PRESENT)
    sheet = await services.roll_calls.sheet(TEACHER, FIRST)
    assert {pupil: one.status for pupil, one in sheet.noted.items()} == {
        school.IVANOV: Presence.PRESENT,
        school.PETROVA: Presence.EXCUSED,
    }
    assert not sheet.announced


@pytest.mark.parametrize(("status", "minutes"), [(Presence.LATE, 0), (Presence.LATE, 91), (Presence.ABSENT, 5)])
async def test_minutes_that_are_none_are_refused(status: Presence, minutes: int, services: Services) -> None:
    with pytest.raises(NotFound):
        await services.roll_call.set_status(TEACHER, FIRST, school.IVANOV, status, minutes)


async def test_an_alarm_goes_on_once_and_not_at_all_once_somebody_has_it(
    services: Services, database: Database, clock: SetClock
) -> None:
    await services.roll_call.set_status(TEACHER, FIRST, school.IVANOV, Presence.ABSENT)
    await services.roll_call.set_status(TEACHER, FIRST, school.KUZINA, Presence.ABSENT)
    lesson = LessonId((await database.reader.rows(select(journal.lessons.c.id)))[0].id)
    await services.absence_answers.answer(MOTHER, lesson, school.IVANOV, Answer.UNKNOWN)
    await services.absence_answers.answer(DEPUTY, lesson, school.KUZINA, Answer.UNKNOWN)
    clock.advance(minutes=9)
    assert await services.absence_alarms.escalate_due() == 0
    taken = await services.absence_alarms.take(TEACHER, lesson, school.KUZINA)
    late = await services.absence_alarms.take(CLASS_TEACHER, lesson, school.KUZINA)
    assert taken.taken_by == late.taken_by == school.PEOPLE[school.ALGEBRA_TEACHER]
    clock.advance(minutes=2)
    assert await services.absence_alarms.escalate_due() == 1
    assert await services.absence_alarms.escalate_due() == 0
