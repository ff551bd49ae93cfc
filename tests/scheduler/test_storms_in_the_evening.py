"""Storms when staff is quiet: who decides is asked as long as families would be rung, and not after that."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import insert, select

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.messaging.contents import AnnouncementNews
from domain.messaging.delivery import Delivery
from domain.messaging.holds import Holding, HoldState
from domain.messaging.storms import last_moment
from storage.database import Database
from storage.messaging.holds import HoldsReading
from storage.tables.messaging import holds, person_settings
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, note, rows
from tests.scheduler.test_storms import (
    CLASS_OF_FOUR,
    FAMILIES,
    LIMITS,
    announce,
    cards,
    hold_of,
    nobody_is_there,
    told,
    words,
)

DAY = timedelta(days=1)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(school.TUESDAY, time(hour, minute), tzinfo=school.ZONE)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon, storms=LIMITS)


@pytest.fixture
def holding(database: Database, school_time: SchoolTime) -> Holding:
    return Holding(school_time, HoldsReading(database.reader), database.begin)


@pytest.mark.parametrize("chosen", [None, (time(18), time(9))])
async def test_of_an_evening_class_that_is_away_the_deputy_is_asked_at_once(
    database: Database,
    clock: SetClock,
    post: Delivery,
    pigeon: Pigeon,
    holding: Holding,
    chosen: tuple[time, time] | None,
) -> None:
    if chosen is not None:
        async with database.begin() as tx:
            own = {"person_id": school.DEPUTY, "quiet_from": chosen[0], "quiet_until": chosen[1]}
            await tx.run(insert(person_settings).values(**own))
    clock.set(at(19, 10))
    await nobody_is_there(database, post)
    [(card, _)] = cards(pigeon, school.DEPUTY)
    assert card.send_at == at(19, 40)
    assert words(pigeon, school.ALGEBRA_TEACHER) == [HoldState.OPEN]
    await holding.decide(school.actor(school.DEPUTY), card.id, send=True)
    clock.advance(minutes=5)
    await all_turns(post)
    assert told(pigeon) == [person for person in FAMILIES if chosen is None or person != school.DEPUTY]


async def test_what_nobody_answers_goes_while_absences_still_ring(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding, school_time: SchoolTime
) -> None:
    clock.set(at(19, 50))
    await nobody_is_there(database, post)
    [(card, _)] = cards(pigeon, school.DEPUTY)
    assert card.send_at == last_moment(school_time) < at(20)
    clock.set(at(19, 57))
    assert await holding.let_go_due() == 0
    clock.set(last_moment(school_time))
    assert await holding.let_go_due() == 1
    await all_turns(post)
    assert told(pigeon) == FAMILIES


@pytest.mark.parametrize(("moment", "rung"), [(at(19, 56), FAMILIES), (at(20, 30), []), (at(23), [])])
async def test_where_nobody_could_answer_in_time_nothing_is_held(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, moment: datetime, rung: list[int]
) -> None:
    clock.set(moment)
    await nobody_is_there(database, post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert await database.reader.rows(select(holds.c.id)) == []
    assert told(pigeon) == rung
    ended = {(state, reason) for _, state, reason in await rows(database)}
    assert rung or ended == {("cancelled", "in the digest")}


async def test_absences_of_yesterday_are_no_storm(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(at(9) + DAY)
    for pupil in CLASS_OF_FOUR:
        await note(database, Presence.ABSENT, pupil=pupil)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert await database.reader.rows(select(holds.c.id)) == []
    assert told(pigeon) == []


@pytest.mark.parametrize(("moment", "asked"), [(at(19, 30), at(19, 30)), (at(22), at(7) + DAY)])
async def test_of_an_announcement_who_decides_is_asked_as_long_as_families_would_be_rung(
    database: Database,
    clock: SetClock,
    post: Delivery,
    pigeon: Pigeon,
    holding: Holding,
    moment: datetime,
    asked: datetime,
) -> None:
    clock.set(moment)
    await announce(database)
    await all_turns(post)
    clock.set(asked - timedelta(minutes=1))
    await all_turns(post)
    assert (len(cards(pigeon, school.DEPUTY)) == 1) == (moment == asked)
    clock.set(asked)
    await all_turns(post)
    assert len(cards(pigeon, school.DEPUTY)) == 1
    assert not [m for m in pigeon.carried if isinstance(m.content, AnnouncementNews)]
    await holding.decide(school.actor(school.DEPUTY), await hold_of(database), send=True)
    await all_turns(post)
    assert len([m for m in pigeon.carried if isinstance(m.content, AnnouncementNews)]) == 5
