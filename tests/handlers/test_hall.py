"""The hall: a tap and a command meet the router that takes them first, all else goes round, and nobody else gets in."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Chat, Message, User

from bot.hall import Hall

WHO = User(id=1, is_bot=False, first_name="А")


class Tap(CallbackData, prefix="tap"):
    number: int


class Walked(Filter):
    """Remembers who came by; takes nothing, or all."""

    def __init__(self, name: str, met: list[str], *, takes: bool = False) -> None:
        self._name, self._met, self._takes = name, met, takes

    async def __call__(self, _: Message | CallbackQuery) -> bool:
        self._met.append(self._name)
        return self._takes


@pytest.fixture
def met() -> list[str]:
    return []


@pytest.fixture
def hall(met: list[str]) -> Hall:
    first, second, last = (Router(name=name) for name in ("first", "second", "last"))

    async def done(*_: Any) -> str:
        return "done"

    async def rest(*_: Any) -> str:
        return "rest"

    for observer in (first.message, first.callback_query):
        observer.register(done, Walked("first", met))
    second.message.register(done, Command("go", "иди"), Walked("second", met, takes=True))
    second.message.register(done, Command("leave"), Walked("left", met))
    second.callback_query.register(done, Tap.filter(), Walked("second", met, takes=True))
    for observer in (last.message, last.callback_query):
        observer.register(rest, Walked("last", met, takes=True))
    return Hall((first, second, last), name="hall")


def _wrote(text: str) -> Message:
    return Message(message_id=1, date=datetime.now(UTC), chat=Chat(id=1, type="private"), from_user=WHO, text=text)


async def _handed(hall: Hall, event: Message | CallbackQuery, actor: object | None = WHO) -> Any:
    kind = "message" if isinstance(event, Message) else "callback_query"
    return await hall.propagate_event(kind, event, actor=actor, bot=None)


@pytest.mark.parametrize("text", ["/go", "/иди дальше"])
async def test_a_command_goes_straight_to_its_door(hall: Hall, met: list[str], text: str) -> None:
    assert await _handed(hall, _wrote(text)) == "done"
    assert met == ["second"]


async def test_a_tap_goes_straight_to_its_door(hall: Hall, met: list[str]) -> None:
    tap = CallbackQuery(id="1", from_user=WHO, chat_instance="1", data=Tap(number=5).pack())
    assert await _handed(hall, tap) == "done"
    assert met == ["second"]


@pytest.mark.parametrize("text", ["привет", "/unknown", "go", "/gone"])
async def test_all_else_goes_round_in_order(hall: Hall, met: list[str], text: str) -> None:
    assert await _handed(hall, _wrote(text)) == "rest"
    assert met == ["first", "last"]


async def test_what_the_door_leaves_goes_round(hall: Hall, met: list[str]) -> None:
    assert await _handed(hall, _wrote("/leave")) == "rest"
    assert met == ["left", "first", "left", "last"]


@pytest.mark.parametrize("text", ["/go", "привет"])
async def test_nobody_gets_in_without_an_actor(hall: Hall, met: list[str], text: str) -> None:
    assert await _handed(hall, _wrote(text), actor=None) is UNHANDLED
    assert met == []
