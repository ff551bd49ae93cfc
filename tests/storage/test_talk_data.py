"""What people said to each other as personal data: in one's own file, erased, over its term; on both databases."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Table, func, select

from bot.services import Wiring
from domain.ids import ErasureId, PersonId
from domain.roles.own_data import Section
from storage.database import Database
from storage.roles.erasures import GONE
from storage.tables import messaging, metadata, office, roles, talk
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import wired
from tests.storage.talk_rows import ANSWERING, MOTHER_SAID, put_talk

ADMIN, MOTHER, LEADER = (school.actor(one) for one in (school.ADMIN, school.MOTHER, school.CLASS_TEACHER_7A))
LAST_DAY, DAY_AFTER = datetime(2032, 12, 31, 12, tzinfo=UTC), datetime(2033, 1, 1, 12, tzinfo=UTC)
OF_TALK = sorted(name for name, table in metadata.tables.items() if table in vars(talk).values())


@pytest.fixture
async def wiring(database: Database) -> Wiring:
    await put_talk(database, school.MORNING)
    return wired(database)


async def _rows(database: Database, table: Table) -> list[dict[str, Any]]:
    asked = select(table).order_by(*table.primary_key.columns)
    return [dict(row._mapping) for row in await database.reader.rows(asked)]


async def _left(database: Database) -> dict[str, int]:
    found = {}
    for name in OF_TALK:
        row = await database.reader.row(select(func.count()).select_from(metadata.tables[name]))
        found[name] = int(row[0]) if row else 0
    return found


async def _erased(wiring: Wiring, database: Database, person: PersonId) -> dict[str, int]:
    assert await wiring.services().erasures.ask(school.actor(person))
    row = await database.reader.row(select(office.erasures.c.id).where(office.erasures.c.person_id == person))
    assert row is not None
    seen = await wiring.services().erasures.erase(ADMIN, ErasureId(row.id))
    return {one.kind: one.rows for one in seen.goes}


def _named(sections: list[Section] | Any) -> dict[str, Any]:
    return {one.name: one.rows for one in sections}


async def test_there_is_something_of_everything(wiring: Wiring, database: Database) -> None:
    assert [name for name, rows in (await _left(database)).items() if not rows] == []


async def test_ones_own_file_has_what_one_said_sent_answered_and_signed(wiring: Wiring, database: Database) -> None:
    held = dict((await wiring.services().own_data.take(MOTHER)).people)
    mine = _named(held[school.MOTHER])
    assert [row["text"] for row in mine["thread_messages"]] == ["Петя поедет"]
    assert [row["text"] for row in mine["thread_message_versions"]] == ["Петя едет"]
    assert [row["file_name"] for row in mine["talk_files"]] == ["спр.pdf"]
    assert [row["thread"] for row in mine["thread_members"]] == ["Про поездку"]
    assert [row["week"] for row in mine["diary_signatures"]] == ["2026-11-23"]
    assert [row["reason"] for row in mine["writing_limits"]] == ["Много пишет"]
    assert len(_named(held[school.IVANOV])["poll_answers"]) == 1
    said = json.dumps([list(one.rows) for sections in held.values() for one in sections], ensure_ascii=False)
    assert "Записала" not in said, "what others said is theirs"


async def test_a_teachers_own_file_has_the_templates(wiring: Wiring) -> None:
    held = dict((await wiring.services().own_data.take(LEADER)).people)
    assert [row["text"] for row in _named(held[school.CLASS_TEACHER_7A])["templates"]] == ["Не сдана {работа}"]


async def test_of_an_erased_guardian_the_words_go_and_the_numbers_stay(wiring: Wiring, database: Database) -> None:
    gone = await _erased(wiring, database, school.MOTHER)
    assert {kind: gone[kind] for kind in ("talk", "attachments", "answers", "diary", "reads", "limits")} == {
        "talk": 3, "attachments": 1, "answers": 2, "diary": 1, "reads": 1, "limits": 1,
    }  # fmt: skip
    mother, teacher = await _rows(database, talk.thread_messages)
    assert (mother["id"], mother["text"], mother["entities"]) == (MOTHER_SAID, GONE, None)
    assert (teacher["text"], teacher["reply_to_id"]) == ("Записала", MOTHER_SAID)
    assert [one["file_id"] for one in await _rows(database, talk.talk_files)] == ["F2", "F3"]
    assert [one["matter"] for one in await _rows(database, talk.threads)] == [None, None]
    assert [one["for_id"] for one in await _rows(database, talk.poll_answers)] == [school.IVANOV]
    assert [one["taken_for"] for one in await _rows(database, talk.poll_options)] == [school.IVANOV, school.PETROVA]
    assert [one["votes"] for one in await _rows(database, talk.poll_tallies)] == [1]
    assert [one["guardian_id"] for one in await _rows(database, talk.diary_signatures)] == [school.FATHER]
    left = await _left(database)
    assert (left["talk_arrivals"], left["poll_turnout"], left["thread_message_versions"]) == (0, 0, 0)
    assert await _rows(database, messaging.outbox) == []


async def test_of_an_erased_pupil_the_slot_is_free_and_the_answer_is_gone(wiring: Wiring, database: Database) -> None:
    await _erased(wiring, database, school.IVANOV)
    slots = await _rows(database, talk.poll_options)
    assert [(one["taken_for"], one["taken_by"]) for one in slots] == [(None, None), (school.PETROVA, school.MOTHER)]
    assert [one["for_id"] for one in await _rows(database, talk.poll_answers)] == [school.MOTHER]
    assert [one["pupil_id"] for one in await _rows(database, talk.diary_signatures)] == [school.IVANOVA_MASHA]
    assert await _rows(database, talk.announcement_wards) == []
    assert len(await _rows(database, talk.thread_messages)) == 2


async def test_an_erased_person_is_nobody_in_a_thread_any_more(wiring: Wiring, database: Database) -> None:
    await _erased(wiring, database, school.MOTHER)
    row = await database.reader.row(select(roles.people).where(roles.people.c.id == school.MOTHER))
    assert row is not None
    assert (row.surname, row.given) == (GONE, "")
    assert await wiring.actors.actor(school.telegram_id(school.MOTHER)) is None


async def test_it_is_kept_to_its_last_day_and_goes_whole(wiring: Wiring, database: Database, clock: SetClock) -> None:
    before, retention = await _left(database), wiring.retention()
    clock.set(LAST_DAY)
    assert await retention.overdue() == []
    clock.set(DAY_AFTER)
    foreseen = {one.table: one.rows for one in await retention.overdue()}
    kept = {"templates"}
    assert {name: foreseen.get(name) for name in OF_TALK} == {
        name: None if name in kept else rows for name, rows in before.items()
    }
    await retention.erase()
    assert {name for name, rows in (await _left(database)).items() if rows} == kept
    assert [one["announcement_id"] for one in await _rows(database, messaging.holds)] == [None]


async def test_a_thread_that_goes_on_outlives_what_it_answered(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    async with database.begin() as tx:
        later = talk.threads.update().where(talk.threads.c.id == ANSWERING).values(last_at=DAY_AFTER)
        await tx.run(later)
    clock.set(DAY_AFTER)
    await wiring.retention().erase()
    left = await _rows(database, talk.threads)
    assert [(one["id"], one["announcement_id"]) for one in left] == [(ANSWERING, None)]
