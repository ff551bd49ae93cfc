"""Accounts that take nothing any more, in each of Telegram's words, and those that come back."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select, update

from storage.tables.messaging import outbox
from storage.tables.roles import bindings
from tests import school
from tests.faults.conftest import MARK_GRACE, give_a_mark, quiet, sends, told
from tests.stories.conftest import Story

MOTHER = school.telegram_id(school.MOTHER)
HOURS_AWAY = 26
Happens = Callable[[Story], Awaitable[int]]
"""Does it, and gives the chat that takes nothing any more."""


async def _blocked(story: Story) -> int:
    await (await story.phone(school.MOTHER)).block()
    return MOTHER


async def _blocked_unheard(story: Story) -> int:
    """The update that says so has not come yet."""
    story.telegram.exchange.accounts[MOTHER].blocked = True
    return MOTHER


async def _deactivated(story: Story) -> int:
    await story.people.post(f"/people/users/{MOTHER}/deactivate", {})
    return MOTHER


async def _never_written_to(story: Story) -> int:
    story.telegram.exchange.accounts[MOTHER].started = False
    return MOTHER


async def _unknown(story: Story) -> int:
    del story.telegram.exchange.chats[MOTHER]
    return MOTHER


async def _kicked(story: Story) -> int:
    """From a group, which an account can only be by a mistake in the database."""
    group = await story.people.group("Семья", [await story.phone(school.MOTHER)])
    await story.people.post(f"/people/groups/{group}/kick", {})
    async with story.application.database.begin() as tx:
        await tx.run(update(bindings).where(bindings.c.telegram_id == MOTHER).values(telegram_id=group))
    return group


@pytest.mark.parametrize(
    ("happens", "words"),
    [
        (_blocked_unheard, "Forbidden: bot was blocked by the user"),
        (_deactivated, "Forbidden: user is deactivated"),
        (_never_written_to, "Forbidden: bot can't initiate conversation with a user"),
        (_unknown, "Bad Request: chat not found"),
        (_kicked, "Forbidden: bot was kicked from the supergroup chat"),
    ],
)
async def test_each_of_telegrams_words_for_it_ends_the_message_and_marks_the_account(
    story: Story, happens: Happens, words: str
) -> None:
    await give_a_mark(story)
    chat = await happens(story)
    await story.later(seconds=MARK_GRACE)
    assert len(await told(story, school.FATHER, "Алгебра")) == 1
    assert "Иванова" in (await told(story, school.CLASS_TEACHER_7A, "больше не получает"))[0]
    assert await _ended(story, "undeliverable") == [words]
    assert await _why_unreachable(story) == words
    await give_a_mark(story, "4", "Петрова Анна")
    await give_a_mark(story, "3")
    await story.later(seconds=MARK_GRACE)
    await told(story, school.FATHER, "Алгебра", 2)
    await quiet(story)
    assert [call["outcome"] for call in await sends(story.people, chat)] == ["refused"]
    assert len(await told(story, school.CLASS_TEACHER_7A, "больше не получает")) == 1


@pytest.mark.parametrize("happens", [_blocked, _blocked_unheard])
async def test_who_unblocks_the_bot_gets_one_digest_and_no_flood(story: Story, happens: Happens) -> None:
    await happens(story)
    for value in ("2", "3", "4"):
        await give_a_mark(story, value)
        await story.later(seconds=MARK_GRACE)
        await told(story, school.FATHER, "Алгебра")
    await told(story, school.CLASS_TEACHER_7A, "больше не получает")
    await story.later(hours=HOURS_AWAY)
    mother = await story.phone(school.MOTHER)
    await mother.unblock()
    [digest] = await told(story, school.MOTHER, "Иванов Пётр")
    assert "Алгебра" in digest
    await quiet(story)
    assert await told(story, school.MOTHER, "") == [digest]
    assert await _why_unreachable(story) is None


async def _ended(story: Story, state: str) -> list[str]:
    asked = select(outbox.c.reason).where(outbox.c.state == state)
    return [row.reason for row in await story.application.database.reader.rows(asked)]


async def _why_unreachable(story: Story) -> str | None:
    asked = select(bindings.c.unreachable_why).where(bindings.c.person_id == school.MOTHER)
    row = await story.application.database.reader.row(asked)
    assert row is not None
    return row.unreachable_why if row.unreachable_why is None else str(row.unreachable_why)
