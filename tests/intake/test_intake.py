"""From the disk to the handlers: what fails is tried again, what was saved is not done twice, the others go on."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass, field

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import GetMe
from aiogram.types import CallbackQuery, Message
from sqlalchemy import select, update

from bot.intake import Intake
from storage.database import Database
from storage.inbox import Inbox
from storage.tables.messaging import inbox, known_updates
from storage.tables.roles import people
from tests import school
from tests.soon import soon

Act = Callable[[str], Awaitable[None]]


@dataclass
class Desk:
    """An intake whose one handler does what the test says; `begun` holds the texts in the order they came to it."""

    database: Database
    act: Act
    begun: list[str] = field(default_factory=list)
    owed: list[int] = field(default_factory=list)
    intake: Intake = field(init=False)

    def __post_init__(self) -> None:
        dispatcher = Dispatcher()
        dispatcher.message.register(self._handler)
        dispatcher.callback_query.register(self._tapped)
        bot = Bot("42:INTAKE-token", session=AiohttpSession(api=TelegramAPIServer.from_base("http://127.0.0.1:9")))
        self.intake = Intake(bot, dispatcher, Inbox(self.database), 4, self, self._say_owed)

    async def _handler(self, message: Message) -> None:
        self.begun.append(message.text or "")
        await self.act(message.text or "")

    async def _tapped(self, query: CallbackQuery) -> None:
        self.begun.append(query.data or "")
        await self.act(query.data or "")

    async def _say_owed(self, chat: int) -> None:
        self.owed.append(chat)

    async def foresee(self, telegram_ids: Collection[int]) -> None:
        pass

    async def rank(self, telegram_id: int) -> int:
        return 0

    async def give(self, *texts: tuple[int, str]) -> None:
        """(chat, text), each an update."""
        given = [_update(number, chat, text) for number, (chat, text) in enumerate(texts, 1)]
        assert await self.intake.take(given)

    async def states(self) -> list[tuple[str, str | None]]:
        rows = await self.database.reader.rows(select(inbox.c.state, inbox.c.reason).order_by(inbox.c.id))
        return [(row.state, row.reason) for row in rows]

    async def settled(self) -> list[tuple[str, str | None]]:
        await soon(self._all_ended)
        return await self.states()

    async def _all_ended(self) -> bool:
        return not any(state in ("waiting", "acted") for state, _ in await self.states())


@pytest.fixture(autouse=True)
def tried_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.AGAIN_AFTER", (0.05, 0.1))


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async def nothing(text: str) -> None:
        pass

    one = Desk(database, nothing)
    await one.intake.start()
    yield one
    await one.intake.stop()


async def _is(desk: Desk, states: list[tuple[str, str | None]]) -> bool:
    return await desk.states() == states


def _update(number: int, chat: int, text: str) -> dict[str, object]:
    private = {"id": chat, "type": "private", "first_name": "А"}
    person = {"id": chat, "is_bot": False, "first_name": "А"}
    message = {"message_id": number, "date": 1_790_000_000, "chat": private, "from": person, "text": text}
    return {"update_id": 1000 + number, "message": message}


async def test_what_fails_once_is_tried_again_while_its_chat_waits_and_others_go_on(desk: Desk) -> None:
    async def fails_once(text: str) -> None:
        if text == "first" and desk.begun.count("first") == 1:
            raise KeyError("Иванов")

    desk.act = fails_once
    await desk.give((1, "first"), (1, "second"), (2, "elsewhere"))
    assert await desk.settled() == []
    assert desk.begun == ["first", "elsewhere", "first", "second"]


async def test_what_fails_three_times_is_put_aside_by_kind_and_the_next_goes_on(desk: Desk) -> None:
    async def fails(text: str) -> None:
        if text == "poison":
            raise KeyError("Иванов")

    desk.act = fails
    await desk.give((1, "poison"), (1, "next"))
    assert await desk.settled() == [("quarantined", "KeyError")]
    assert desk.begun == ["poison"] * 3 + ["next"]


async def test_what_cannot_be_read_is_put_aside_at_once(desk: Desk) -> None:
    assert await desk.intake.take([{"update_id": 5, "message": {"text": 7}}, _update(2, 1, "next")])
    assert await desk.settled() == [("quarantined", "unreadable")]
    assert desk.begun == ["next"]


async def test_what_was_saved_before_it_failed_is_not_done_again_but_said_to_be_saved(desk: Desk) -> None:
    async def saves_and_fails(text: str) -> None:
        async with desk.database.begin() as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given=text))
        raise KeyError

    desk.act = saves_and_fails
    await desk.give((7, "Пётр"))
    assert await desk.settled() == []
    assert (desk.begun, desk.owed) == (["Пётр"], [7])


async def test_a_tap_that_was_saved_before_its_screen_failed_is_done_again_for_its_screen(desk: Desk) -> None:
    async def saves_and_fails_at_first(text: str) -> None:
        async with desk.database.begin() as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given=text))
        if len(desk.begun) == 1:
            raise KeyError

    desk.act = saves_and_fails_at_first
    who = {"id": 7, "is_bot": False, "first_name": "А"}
    tap = {"id": "1", "from": who, "chat_instance": "1", "data": "Пётр"}
    assert await desk.intake.take([{"update_id": 1, "callback_query": tap}])
    assert await desk.settled() == []
    assert (desk.begun, desk.owed) == (["Пётр", "Пётр"], [])


async def test_a_run_that_died_between_the_save_and_the_answer_leaves_an_answer_owed(database: Database) -> None:
    async def saves_and_hangs(text: str) -> None:
        async with database.begin() as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given=text))
        await asyncio.Event().wait()

    dead = Desk(database, saves_and_hangs)
    await dead.intake.start()
    await dead.give((7, "Пётр"))
    await soon(lambda: _is(dead, [("acted", None)]))
    heir = Desk(database, saves_and_hangs)
    await heir.intake.start()
    assert await heir.settled() == []
    assert (heir.begun, heir.owed) == ([], [7])
    await heir.intake.stop()
    for worker in dead.intake._lanes._workers:
        worker.cancel()
    await dead.intake.stop()


@pytest.mark.parametrize(
    ("problem", "times"),
    [
        (TelegramForbiddenError(GetMe(), "Forbidden: bot was blocked by the user"), 1),
        (TelegramNetworkError(GetMe(), "HTTP Client says - Request timeout error"), 3),
    ],
)
async def test_what_telegram_refuses_is_no_failure_and_what_it_cannot_take_now_is_tried_again(
    desk: Desk, problem: Exception, times: int
) -> None:
    async def refused(text: str) -> None:
        raise problem

    desk.act = refused
    await desk.give((1, "hello"))
    assert await desk.settled() == []
    assert len(desk.begun) == times


async def test_an_update_is_known_again_by_what_it_is_and_not_by_its_number(desk: Desk) -> None:
    message, other = _update(1, 1, "one"), _update(2, 1, "two")
    assert await desk.intake.take([message])
    assert await desk.intake.take([{**message, "update_id": 77}, {**other, "update_id": 1001}])
    tap = {
        "id": "4382bfdwdsb323b2d9",
        "from": {"id": 1, "is_bot": False, "first_name": "А"},
        "chat_instance": "1",
        "data": "tap",
    }
    assert await desk.intake.take([{"update_id": 8, "callback_query": tap}, {"update_id": 9, "callback_query": tap}])
    edits = [{"update_id": 10, "edited_message": {**message["message"], "text": said}} for said in ("a", "b", "b")]
    assert await desk.intake.take(edits)
    assert await desk.settled() == []
    assert sorted(desk.begun) == ["one", "tap", "two"]
    known = await desk.database.reader.rows(select(known_updates.c.identity))
    assert len(known) == 5


async def test_what_has_no_number_or_one_too_large_for_any_database_stops_nothing(desk: Desk) -> None:
    odd = [{"message": {}}, {"update_id": "7"}, {"update_id": 2**70}, {"update_id": True}]
    huge = _update(3, 2**70, "\ud800\0")
    assert await desk.intake.take([*odd, huge, _update(4, 1, "next")])
    assert await desk.settled() == [("quarantined", "unreadable")]
    assert desk.begun == ["next"]
