"""Handlers' parameters, which mypy does not see: each is given by aiogram, a middleware, a filter or the wiring."""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.handler import CallbackType, HandlerObject
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberMember,
    ChatMemberUpdated,
    Message,
    MessageReactionUpdated,
    Update,
    User,
)

from bot.application import _dispatcher
from bot.middlewares.seen import Seen
from bot.poller import WANTED
from bot.services import Wiring
from bot.settings import Settings
from domain.roles.codes import CodeHasher
from handlers.areas import known_routers
from handlers.journal.homework_line import IsHomeworkLine
from handlers.journal.plan_router import IsPlan
from handlers.messaging import reaching_router
from handlers.roles import fallback, getting_in
from handlers.roles.greeting import Greeting
from handlers.roles.screens import BotCard
from handlers.school.changes_line_router import SaysChange
from handlers.school.where_router import AsksWhere
from handlers.talk.reading_router import RepliesToAnnouncement
from handlers.talk.thread_replies import AfterTalk, RepliesInThread
from storage.database import Database
from tests import school

ROUTERS = (fallback.groups, reaching_router.router, *known_routers(), getting_in.router)
BY_FILTER = {
    RepliesToAnnouncement: "letter",
    Command: "command",
    CallbackQueryFilter: "callback_data",
    IsHomeworkLine: "line",
    IsPlan: "plan_line",
    AsksWhere: "asked",
    SaysChange: "said",
    RepliesInThread: "place",
    AfterTalk: "heard",
}
"""What a filter that let the event through gives to the handler."""
TAP = ("callback_query", True)


def _handlers() -> Iterator[tuple[str, HandlerObject]]:
    for router in ROUTERS:
        for kind, observer in router.observers.items():
            for handler in observer.handlers:
                yield kind, handler


def _by_filters(handler: HandlerObject) -> set[str]:
    held = [one.callback for one in handler.filters or []]
    return {name for kind, name in BY_FILTER.items() if any(isinstance(one, kind) for one in held)}


def _names(handler: HandlerObject) -> set[str]:
    return {parameter.name for parameter in _parameters(handler.callback)}


def _parameters(callback: CallbackType) -> list[inspect.Parameter]:
    """All but the event itself."""
    return list(inspect.signature(callback).parameters.values())[1:]


@pytest.fixture
async def dispatcher(sqlite_database: Database) -> Dispatcher:
    wiring = Wiring(sqlite_database, Settings(), "ru", CodeHasher(b"k" * 32))
    greeting = Greeting(Bot("42:HANDLERS-token"), wiring.actors.actor, (), lambda: "ru")
    return _dispatcher(wiring, wiring.services(), BotCard("zvonok_bot"), greeting, Seen(), "ru")


class _Listening:
    """The innermost outer middleware: sees what handlers would be given, and lets nothing through."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    async def __call__(
        self, handler: Callable[[Any, dict[str, Any]], Awaitable[Any]], event: Any, data: dict[str, Any]
    ) -> None:
        self.given = set(data)


def _updates() -> dict[str, Update]:
    user = User(id=school.telegram_id(school.CLASS_TEACHER_7A), is_bot=False, first_name="Ольга")
    chat = Chat(id=user.id, type="private")
    message = Message(message_id=1, date=school.MORNING, chat=chat, from_user=user, text="/menu")
    tap = CallbackQuery(id="1", from_user=user, chat_instance="1", message=message, data="mn")
    member = ChatMemberMember(user=user)
    moved = ChatMemberUpdated(
        chat=chat, from_user=user, date=datetime.now(UTC), old_chat_member=member, new_chat_member=member
    )
    reacted = MessageReactionUpdated(
        chat=chat, message_id=1, user=user, date=school.MORNING, old_reaction=[], new_reaction=[]
    )
    return {
        "message": Update(update_id=1, message=message),
        "callback_query": Update(update_id=2, callback_query=tap),
        "my_chat_member": Update(update_id=3, my_chat_member=moved),
        "edited_message": Update(update_id=4, edited_message=message),
        "message_reaction": Update(update_id=5, message_reaction=reacted),
    }


async def test_whatever_a_handler_asks_for_is_given(dispatcher: Dispatcher) -> None:
    listening, bot, given = _Listening(), dispatcher["greeting"].bot, {}
    for kind, update in _updates().items():
        dispatcher.observers[kind].outer_middleware(listening)
        await dispatcher.feed_update(bot, update)
        given[kind] = listening.given
    missing = {
        f"{handler.callback.__module__}.{handler.callback.__name__}: {parameter.name}"
        for kind, handler in _handlers()
        for parameter in _parameters(handler.callback)
        if parameter.name not in given[kind] | _by_filters(handler)
    }
    assert missing == set()
    assert {"actor", "texts", "state", "bot", "schedule"} <= given["message"]


def test_handlers_agree_on_the_type_behind_each_name() -> None:
    """Given by name alone: the same name with another type would be a lie that nobody checks."""
    own = {"callback_data", "actor"}
    types: dict[str, set[Any]] = {}
    for _, handler in _handlers():
        for parameter in _parameters(handler.callback):
            types.setdefault(parameter.name, set()).add(parameter.annotation)
    assert {name: found for name, found in types.items() if len(found) > 1 and name not in own} == {}
    assert inspect.Parameter.empty not in {one for found in types.values() for one in found}


def test_every_kind_of_update_that_handlers_wait_for_is_asked_for() -> None:
    assert {kind for kind, _ in _handlers()} <= set(WANTED)


def test_only_taps_read_callback_data_and_say_which() -> None:
    asking = [(kind, one) for kind, one in _handlers() if "callback_data" in _names(one)]
    assert len(asking) > 20
    assert [one.callback for kind, one in asking if (kind, "callback_data" in _by_filters(one)) != TAP] == []


def test_no_message_that_comes_by_is_handed_to_a_thread() -> None:
    """A filter that is no coroutine costs a millisecond: only after one that few messages pass."""
    hops = [
        f"{router.name}: {handler.callback.__name__}"
        for router in known_routers()
        for handler in router.message.handlers
        for at, one in enumerate(handler.filters or ())
        if not one.awaitable and all(_lets_most_pass(before.callback) for before in (handler.filters or ())[:at])
    ]
    assert hops == []


def _lets_most_pass(passed: object) -> bool:
    return isinstance(passed, StateFilter) and passed.states == (None,)
