"""DNS down: the name of Telegram's server does not resolve, so nothing was sent, and that is sure."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables.messaging import outbox
from tests import school
from tests.faults.conftest import MARK_GRACE, give_a_mark, quiet, repeats, sends, told
from tests.soon import soon
from tests.stories.conftest import Story

NAME = "telegram.test"
resolved = socket.getaddrinfo


@dataclass
class NameServer:
    """Knows Telegram's name, unless it is `down`: then resolving fails as it does without a network."""

    down: bool = False

    def __call__(self, host: Any, *more: Any, **named: Any) -> Sequence[Any]:
        if host == NAME and self.down:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return resolved("127.0.0.1" if host == NAME else host, *more, **named)


@pytest.fixture
async def names(story: Story, monkeypatch: pytest.MonkeyPatch) -> NameServer:
    server = NameServer()
    monkeypatch.setattr(socket, "getaddrinfo", server)
    by_name = story.telegram.url.replace("127.0.0.1", NAME)
    story.settings = story.settings.model_copy(update={"telegram_api_url": by_name})
    await story.restart()
    return server


async def test_while_the_name_does_not_resolve_everything_waits_and_comes_once_unmarked(
    story: Story, names: NameServer
) -> None:
    await give_a_mark(story)
    names.down = True
    # Connections that are open already would do without a name.
    await story.application.bot.session.close()
    await story.later(seconds=MARK_GRACE)
    await soon(lambda: _was_not_found(story))
    assert await sends(story.people, school.telegram_id(school.MOTHER)) == []
    names.down = False
    for person in (school.MOTHER, school.FATHER, school.IVANOV):
        assert repeats(await told(story, person, "Алгебра")) == [False]
    await quiet(story)
    for person in (school.MOTHER, school.FATHER, school.IVANOV):
        assert [call["outcome"] for call in await sends(story.people, school.telegram_id(person))] == ["taken"]


async def test_what_is_written_meanwhile_is_done_when_the_name_resolves_again(story: Story, names: NameServer) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    names.down = True
    await story.application.bot.session.close()
    await teacher.write("/dz 7А алгебра № 101")
    await teacher.stays_silent(1.0)
    names.down = False
    assert "№ 101" in (await teacher.wait_for("7А · Алгебра", timeout=20)).text
    await teacher.stays_silent(1.0)


async def _was_not_found(story: Story) -> bool:
    asked = select(outbox.c.reason).where(outbox.c.kind == "mark", outbox.c.state == "waiting")
    return any("DNS" in (row.reason or "") for row in await story.application.database.reader.rows(asked))
