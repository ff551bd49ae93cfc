"""A disk that takes nothing, as one mounted read-only after a fault: questions are answered, saves wait."""

import asyncio

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.tables.journal import homework
from tests import school
from tests.faults.conftest import sends
from tests.stories.conftest import Story

MOTHER = school.telegram_id(school.MOTHER)


async def test_while_the_disk_takes_nothing_questions_are_answered_once_and_saves_wait(story: Story) -> None:
    database = story.application.database
    if not database.is_sqlite:
        pytest.skip("PostgreSQL's disk is another program's")
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/menu")
    await teacher.wait_for("")
    _write_protect(database, True)
    await teacher.write("/dz 7А алгебра № 101")
    await mother.write("/tomorrow")
    await mother.wait_for("Алгебра")
    await asyncio.sleep(1.5)
    await teacher.stays_silent()
    await mother.stays_silent()
    _write_protect(database, False)
    assert "№ 101" in (await teacher.wait_for("7А · Алгебра", timeout=20)).text
    await mother.write("/schedule")
    await mother.wait_for("")
    assert len(await sends(story.people, MOTHER)) == 2
    assert [row.text for row in await database.reader.rows(select(homework.c.text))] == ["№ 101"]


def _write_protect(database: Database, on: bool) -> None:
    writer = database._loop_writer
    assert writer is not None
    assert writer._connection is not None
    protected = writer._connection.connection.dbapi_connection
    assert protected is not None
    protected.execute(f"PRAGMA query_only={int(on)}")  # type: ignore[attr-defined]
