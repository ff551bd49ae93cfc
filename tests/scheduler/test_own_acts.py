"""Nobody is told of what they did themself: the deputy teaches, and is the mother of a pupil."""

import pytest
from sqlalchemy import insert

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.events import HomeworkChanged
from domain.ids import AnnouncementId, HomeworkId, PersonId
from domain.messaging.contents import AnnouncementNews
from domain.messaging.delivery import Delivery
from domain.talk.audiences import Audience
from storage.database import Database
from storage.tables.journal import homework
from storage.tables.messaging import preferences
from tests import school
from tests.announcing import announcing_of, class_draft
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, note, put_mark

AUTHORS = [school.DEPUTY, school.ALGEBRA_TEACHER]


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


async def hears(post: Delivery, clock: SetClock, pigeon: Pigeon) -> bool:
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    return pigeon.to(school.DEPUTY) != []


@pytest.mark.parametrize("author", AUTHORS)
async def test_of_a_mark(database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, author: PersonId) -> None:
    await put_mark(database, "5", pupil=school.KUZINA, by=author)
    assert await hears(post, clock, pigeon) is (author != school.DEPUTY)


@pytest.mark.parametrize("author", AUTHORS)
async def test_of_an_absence(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, author: PersonId
) -> None:
    await note(database, Presence.ABSENT, pupil=school.KUZINA, by=author)
    assert await hears(post, clock, pigeon) is (author != school.DEPUTY)


@pytest.mark.parametrize("author", AUTHORS)
async def test_of_homework(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, author: PersonId
) -> None:
    wants = {"person_id": school.DEPUTY, "pupil_id": school.KUZINA, "kind": "homework", "mode": "now"}
    row = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "due_day": school.TUESDAY, "text": "№ 1"}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(**wants))
        made = await tx.add(insert(homework).values(**row, set_by=author, set_at=clock.now()))
        await tx.facts.add(HomeworkChanged(author, HomeworkId(made), 1))
    assert await hears(post, clock, pigeon) is (author != school.DEPUTY)


@pytest.mark.parametrize("author", [school.DEPUTY, school.CLASS_TEACHER_7A])
async def test_of_an_announcement(
    database: Database,
    clock: SetClock,
    school_time: SchoolTime,
    post: Delivery,
    pigeon: Pigeon,
    author: PersonId,
) -> None:
    announcing = announcing_of(database, school_time)
    draft = class_draft("key", school.CLASS_7A, Audience.GUARDIANS, "Собрание в 18:30")
    sent = await announcing.send(school.actor(author), draft, 1)
    assert sent.id == AnnouncementId(1)
    await hears(post, clock, pigeon)
    letters = [m for m in pigeon.to(school.DEPUTY) if isinstance(m.content, AnnouncementNews)]
    assert len(letters) == (0 if author == school.DEPUTY else 1)
    assert any(isinstance(m.content, AnnouncementNews) for m in pigeon.to(school.MOTHER))
