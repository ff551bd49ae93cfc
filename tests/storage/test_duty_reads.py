"""What is owed by a day, on both databases: reasons, lists, consents, documents, results of a term that ends."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, update

from bot.duties_wiring import term_marks
from domain.attendance.missed import Reason
from domain.attendance.presence import Presence
from domain.control.deadlines import DatedDuty
from domain.control.duties import Duty
from domain.ids import PersonId
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.school.documents import DocumentAudience, NewDocument
from domain.school.timetable import LessonRef
from storage.control.duty_reads import DutyReads
from storage.database import Database
from storage.tables.roles import consents, guardianships
from storage.tables.school import enrolments
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import wired

LEADER = school.actor(school.CLASS_TEACHER_7A)
ALGEBRA = school.actor(school.ALGEBRA_TEACHER)
DAY = timedelta(days=1)
LAST_DAYS = datetime(2026, 12, 29, 17, 1, tzinfo=school.ZONE)


def _reads(database: Database) -> DutyReads:
    return DutyReads(database.reader, wired(database).time)


async def _mine(database: Database, person: PersonId, duty: Duty) -> list[DatedDuty]:
    found = await wired(database).services().dated_duties.mine(school.actor(person))
    return [one for one in found.owed if one.duty is duty]


async def _absent(database: Database, pupil: PersonId, status: Presence, line: int = 0) -> None:
    services = wired(database).services()
    teacher = school.actor(school.DAILY[line][4][0])
    await services.roll_call.set_status(teacher, LessonRef(school.entry_of(line), school.TUESDAY), pupil, status)


async def test_absences_without_a_reason_are_counted_by_child_and_day(database: Database, clock: SetClock) -> None:
    clock.set(datetime(2026, 11, 24, 15, 0, tzinfo=school.ZONE))
    await _absent(database, school.PETROVA, Presence.ABSENT)
    await _absent(database, school.PETROVA, Presence.ABSENT, line=1)
    await _absent(database, school.SIDOROV, Presence.ABSENT)
    await _absent(database, school.KUZINA, Presence.ILL)
    await _absent(database, school.IVANOV, Presence.LATE)
    [one] = await _mine(database, school.CLASS_TEACHER_7A, Duty.REASONS)
    assert (one.count, one.last, one.class_id) == (2, school.TUESDAY + DAY, school.CLASS_7A)
    assert not await _mine(database, school.PRIMARY, Duty.REASONS)
    reasons = wired(database).services().absence_reasons
    await reasons.settle(LEADER, school.PETROVA, school.TUESDAY, Reason.EXCUSED)
    [one] = await _mine(database, school.CLASS_TEACHER_7A, Duty.REASONS)
    assert one.count == 1
    await reasons.settle(LEADER, school.SIDOROV, school.TUESDAY, Reason.ILL)
    assert not await _mine(database, school.CLASS_TEACHER_7A, Duty.REASONS)


async def test_reasons_of_who_has_left_are_nobodys(database: Database, clock: SetClock) -> None:
    clock.set(datetime(2026, 11, 24, 15, 0, tzinfo=school.ZONE))
    await _absent(database, school.PETROVA, Presence.ABSENT)
    async with database.begin() as tx:
        gone = update(enrolments).where(enrolments.c.pupil_id == school.PETROVA)
        await tx.run(gone.values(until_day=school.TUESDAY - DAY))
        tx.touch("lists")
    assert not await _mine(database, school.CLASS_TEACHER_7A, Duty.REASONS)


async def test_a_list_is_owed_from_september_on_until_it_is_confirmed(database: Database, clock: SetClock) -> None:
    clock.set(datetime(2026, 9, 3, 9, 0, tzinfo=school.ZONE))
    [one] = await _mine(database, school.CLASS_TEACHER_7A, Duty.LIST)
    assert (one.last, one.count, one.is_late(date(2026, 9, 5)), one.is_late(date(2026, 9, 6))) == (
        date(2026, 9, 5),
        1,
        False,
        True,
    )
    await wired(database).services().class_lists.confirm(LEADER, school.CLASS_7A, 4)
    assert not await _mine(database, school.CLASS_TEACHER_7A, Duty.LIST)
    assert await _mine(database, school.PRIMARY, Duty.LIST)


async def test_consents_lack_of_who_has_not_answered_or_agreed_to_an_older_text(database: Database) -> None:
    before = await _reads(database).consents_lacking()
    async with database.begin() as tx:
        await tx.run(delete(consents).where(consents.c.person_id.in_([school.PETROVA_MOTHER, school.SIDOROV_MOTHER])))
        about = {"person_id": school.SIDOROV_MOTHER, "version": 1, "at": school.STARTED}
        await tx.run(insert(consents).values(accepted=False, **about))
    found = await _reads(database).consents_lacking()
    assert found.get(school.CLASS_7A, 0) == before.get(school.CLASS_7A, 0) + 1, "who has said no has answered"
    async with database.begin() as tx:
        mine = guardianships.c.guardian_id == school.PETROVA_MOTHER
        await tx.run(update(guardianships).where(mine).values(restricted_at=school.STARTED))
    assert await _reads(database).consents_lacking() == before, "who is kept away is not asked"


async def test_documents_are_owed_by_each_of_the_staff_they_are_for(database: Database, clock: SetClock) -> None:
    async with database.begin() as tx:
        for audience, asks in (
            (DocumentAudience.STAFF, True),
            (DocumentAudience.FAMILIES, True),
            (DocumentAudience.ALL, False),
        ):
            new = NewDocument(audience.value, school.TUESDAY, audience, asks, link="https://school.example/doc")
            await tx.documents.add(new, 1, school.ADMIN)
    [one] = await _mine(database, school.ALGEBRA_TEACHER, Duty.DOCUMENT)
    assert (one.name, one.last) == ("staff", school.TUESDAY + 7 * DAY)
    everyone = {found.person for found in await _reads(database).unconfirmed(None)}
    assert everyone == {person for person in school.PEOPLE if {*school.roles_of(person)} - {"guardian", "pupil"}}
    assert one.document is not None
    await wired(database).services().documents.confirm(ALGEBRA, one.document)
    assert not await _mine(database, school.ALGEBRA_TEACHER, Duty.DOCUMENT)


async def test_results_are_owed_around_the_end_of_a_term_by_who_teaches_those_pupils(
    database: Database, clock: SetClock
) -> None:
    clock.set(LAST_DAYS)
    found = {(one.name, one.owner): one.count for one in await term_marks(wired(database)).owed(LAST_DAYS.date())}
    assert found["7А · Алгебра", school.ALGEBRA_TEACHER] == 4
    halves = {found["7А · Английский язык", one] for one in (school.ENGLISH_1, school.ENGLISH_2)}
    assert halves == {await _seated(database, school.GROUP_1), await _seated(database, school.GROUP_2)}
    assert not any(owner == school.PRIMARY for _, owner in found), "first grades have no marks (1.2)"
    place = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)
    assert await wired(database).services().results.put(ALGEBRA, place, school.IVANOV, "5", "Олимпиада")
    [one] = [
        one for one in await _mine(database, school.ALGEBRA_TEACHER, Duty.TERM_MARKS) if one.class_id == school.CLASS_7A
    ]
    assert (one.count, one.period) == (3, Period.Q2)
    await wired(database).services().term_closing.close(school.actor(school.DEPUTY), school.CLASS_7A, Period.Q2)
    left = await _mine(database, school.ALGEBRA_TEACHER, Duty.TERM_MARKS)
    assert {one.class_id for one in left} == {school.CLASS_7B}


async def test_in_the_middle_of_a_term_no_results_are_owed(database: Database, clock: SetClock) -> None:
    clock.set(school.MORNING)
    assert not await term_marks(wired(database)).owed(school.TUESDAY)
    assert not await term_marks(wired(database)).unset(list(school.PEOPLE), school.TUESDAY)


async def _seated(database: Database, group: Any) -> int:
    roster = await wired(database).roster.roster()
    return sum(group in seat.groups for seat in roster.of_class[school.CLASS_7A])
