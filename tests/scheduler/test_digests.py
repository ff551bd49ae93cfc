"""The evening digest: once, whole, never at night."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import insert, update

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.ids import ClassId, GroupId, PersonId
from domain.messaging.contents import DigestNews
from domain.messaging.delivery import Delivery
from domain.messaging.digest_page import DigestPage
from storage.database import Database
from storage.tables import roles
from storage.tables import school as t
from storage.tables.journal import homework
from storage.tables.messaging import person_settings, preferences
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, digest_queue, note, put_mark

EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=school.ZONE)
WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


async def set_homework(
    database: Database,
    due: date,
    text: str = "№ 345–350",
    class_id: ClassId = school.CLASS_7A,
    group: GroupId | None = None,
) -> None:
    row = {"subject_id": school.ALGEBRA, "class_id": class_id, "group_id": group, "due_day": due, "text": text}
    async with database.begin() as tx:
        await tx.run(insert(homework).values(**row, set_by=school.ALGEBRA_TEACHER, set_at=database.clock.now()))


def pages(pigeon: Pigeon, person: PersonId) -> list[DigestPage]:
    return [m.content.page for m in pigeon.to(person) if isinstance(m.content, DigestNews)]


async def test_one_message_for_each_child_and_nothing_for_a_child_with_nothing_new(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    await note(database, Presence.LATE)
    await set_homework(database, WEDNESDAY)
    clock.set(EVENING)
    assert await digest_queue(database, school_time).queue_due() == 5
    await all_turns(post)
    [page] = pages(pigeon, school.MOTHER)
    assert [mark.value for mark in page.marks] == ["5"]
    assert [absence.status for absence in page.absences] == [Presence.LATE]
    assert [one.text for one in page.homework] == ["№ 345–350"]
    assert page.homework_day == WEDNESDAY
    assert page.pupil == school.PEOPLE[school.IVANOV]
    assert pages(pigeon, school.ORLOV_MOTHER) == []


async def test_homework_of_the_other_subgroup_is_not_listed(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await set_homework(database, WEDNESDAY, group=school.GROUP_2)
    clock.set(EVENING)
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    assert pages(pigeon, school.MOTHER) == []
    assert len(pages(pigeon, school.SIDOROV_MOTHER)) == 1


async def test_a_digest_never_comes_twice_over_restarts_and_a_clock_set_back(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.set(EVENING)
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    clock.set(EVENING - timedelta(minutes=30))
    clock.advance(minutes=31)
    assert await digest_queue(database, school_time).queue_due() == 0
    assert await digest_queue(database, school_time).queue_day(school.TUESDAY) == 0
    await all_turns(delivery(database, school_time, pigeon, owner="run 2"))
    assert len(pages(pigeon, school.MOTHER)) == 1


async def test_a_digest_missed_while_the_program_was_down_comes_late_but_not_at_night(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.set(EVENING + timedelta(hours=2))
    assert await digest_queue(database, school_time).queue_due() > 0
    clock.set(EVENING + timedelta(hours=3, minutes=1))
    assert await digest_queue(database, school_time).queue_due() == 0
    await all_turns(post)
    assert pages(pigeon, school.MOTHER) == []


async def test_everyone_gets_it_at_the_hour_that_they_chose(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        await tx.run(insert(person_settings).values(person_id=school.FATHER, digest_at=time(20, 0)))
    await put_mark(database, "5")
    queue = digest_queue(database, school_time)
    clock.set(EVENING)
    await queue.queue_due()
    await all_turns(post)
    assert (len(pages(pigeon, school.MOTHER)), len(pages(pigeon, school.FATHER))) == (1, 0)
    clock.advance(hours=2)
    await queue.queue_due()
    await all_turns(post)
    assert (len(pages(pigeon, school.MOTHER)), len(pages(pigeon, school.FATHER))) == (1, 1)


async def test_an_hour_changed_to_one_that_has_passed_is_honoured_the_same_evening(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        await tx.run(insert(person_settings).values(person_id=school.FATHER, digest_at=time(20, 0)))
    await put_mark(database, "5")
    queue = digest_queue(database, school_time)
    clock.set(EVENING + timedelta(hours=1))
    await queue.queue_due()
    async with database.begin() as tx:
        await tx.run(update(person_settings).values(digest_at=time(18, 0)))
    assert await queue.queue_due() == 1


async def test_what_is_switched_off_is_left_out(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    choice = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "mark", "mode": "off"}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(**choice))
    await put_mark(database, "2")
    clock.set(EVENING)
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    assert pages(pigeon, school.MOTHER) == []
    assert len(pages(pigeon, school.FATHER)) == 1


async def test_on_a_free_day_the_same_homework_does_not_come_again(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    friday, monday = datetime(2026, 11, 27, 12, 0, tzinfo=school.ZONE), date(2026, 11, 30)
    clock.set(friday)
    await set_homework(database, monday)
    queue = digest_queue(database, school_time)
    for _ in range(3):
        clock.set(clock.now() + timedelta(hours=7))
        await queue.queue_due()
        await all_turns(post)
        clock.set(clock.now() + timedelta(hours=17))
    assert [page.day.isoweekday() for page in pages(pigeon, school.PETROVA_MOTHER)] == [5]


async def test_a_mark_set_after_the_digest_is_in_the_next_one(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(EVENING + timedelta(minutes=20))
    await put_mark(database, "4")
    queue = digest_queue(database, school_time)
    await queue.queue_due()
    await all_turns(post)
    assert pages(pigeon, school.MOTHER) == []
    clock.set(EVENING + timedelta(days=1))
    await queue.queue_due()
    await all_turns(post)
    assert [[mark.value for mark in page.marks] for page in pages(pigeon, school.MOTHER)] == [["4"]]


async def test_the_number_of_statements_does_not_grow_with_the_guardians(
    database: Database, clock: SetClock, school_time: SchoolTime, pigeon: Pigeon
) -> None:
    await set_homework(database, WEDNESDAY)
    clock.set(EVENING)
    before = database.statements
    few = await digest_queue(database, school_time).queue_due()
    asked = database.statements - before
    await _more_families(database, 300)
    clock.set(EVENING + timedelta(days=1))
    await set_homework(database, WEDNESDAY + timedelta(days=1))
    before = database.statements
    assert await digest_queue(database, school_time).queue_due() >= few + 300
    assert database.statements - before <= asked


async def _more_families(database: Database, many: int) -> None:
    start = date(2026, 9, 1)
    pupils, guardians = range(1000, 1000 + many), range(5000, 5000 + many)
    async with database.begin() as tx:
        await tx.run(
            insert(roles.people),
            [
                {"id": n, "surname": "П", "given": "П", "name_norm": f"п {n}", "created_at": school.STARTED}
                for n in (*pupils, *guardians)
            ],
        )
        await tx.run(
            insert(t.enrolments), [{"pupil_id": n, "class_id": school.CLASS_7A, "from_day": start} for n in pupils]
        )
        pairs = zip(guardians, pupils, strict=True)
        await tx.run(
            insert(roles.guardianships), [{"guardian_id": g, "pupil_id": p, "relation": "mother"} for g, p in pairs]
        )
        await tx.run(
            insert(roles.bindings),
            [{"telegram_id": 90_000 + n, "person_id": n, "roles": ["guardian"], **school.BOUND} for n in guardians],
        )
        await tx.run(
            insert(roles.consents),
            [{"person_id": n, "version": 1, "accepted": True, "at": school.STARTED} for n in guardians],
        )
        tx.touch("lists")
