"""Polls: ten times the families cost no statement more."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.services import Wiring
from domain.ids import AnnouncementId
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.talk.audiences import Audience
from domain.talk.polls import PollDraft
from storage.database import Database
from storage.tables import messaging
from tests import school
from tests.announcing import class_draft
from tests.clock import SetClock
from tests.polls import COMING, MEETINGS
from tests.storage.statement_cases import CLASS_TEACHER, MOTHER, Case, is_as_cheap_when_grown, nobody


async def _asked(wiring: Wiring, poll: PollDraft) -> AnnouncementId:
    draft = class_draft("polled", school.CLASS_7A, Audience.GUARDIANS, "Собрание?", poll=poll)
    return (await wiring.services().announcing.send(CLASS_TEACHER, draft, 1)).id


async def _told(wiring: Wiring) -> None:
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)


async def answered_counted_and_reminded(wiring: Wiring) -> None:
    polling, announcement = wiring.services().polling, await _asked(wiring, COMING)
    card = await polling.card(MOTHER, announcement)
    await polling.choose(MOTHER, announcement, school.IVANOV, [card.head.options[0].id])
    assert (await polling.results(CLASS_TEACHER, announcement)).asked >= 4
    await polling.taken_out(CLASS_TEACHER, announcement)
    await polling.remind(CLASS_TEACHER, announcement)
    await _told(wiring)


async def answered_without_names(wiring: Wiring) -> None:
    polling, announcement = wiring.services().polling, await _asked(wiring, replace(COMING, named=False))
    card = await polling.card(MOTHER, announcement)
    await polling.choose(MOTHER, announcement, school.IVANOV, [card.head.options[0].id])
    assert (await polling.results(CLASS_TEACHER, announcement)).hidden


async def times_taken_and_prepared_for_everyone(wiring: Wiring) -> None:
    polling, announcement = wiring.services().polling, await _asked(wiring, MEETINGS)
    await _told(wiring)
    card = await polling.card(MOTHER, announcement)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, card.head.options[0].id)
    await _told(wiring)
    rows = await wiring.database.reader.rows(select(messaging.outbox))
    assert {row.kind for row in rows} >= {Kind.ANNOUNCEMENT, Kind.ANNOUNCEMENT_STATUS, Kind.TALK_TOLD}
    claimed = [
        Claimed(row.id, row.event, 1, row.account_id, Kind(row.kind), None, row.body, 1, False, None, None, None)
        for row in rows
    ]
    assert len(await wiring.preparing().prepare(claimed)) == len(rows) >= 5


@pytest.mark.parametrize(
    "case",
    [answered_counted_and_reminded, answered_without_names, times_taken_and_prepared_for_everyone],
    ids=lambda case: case.__name__,
)
async def test_ten_times_the_families_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
