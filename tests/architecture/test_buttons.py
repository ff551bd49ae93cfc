"""Buttons: whatever is tapped finds its one handler, and fits into Telegram's 64 bytes with the largest ids."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Chat, Message, User

import handlers
from domain.roles.access import WATCHED
from domain.roles.codes import new_code
from domain.roles.exports import ExportKind
from domain.talk.inbox import Heading
from handlers.areas import MENU, known_routers
from handlers.control.place_text import LONGEST_LESSON, LONGEST_LESSONS, LONGEST_LIST
from handlers.control.slice_text import LONGEST_SLICE
from handlers.roles import fallback, getting_in
from handlers.school.bells_buttons import LONGEST_WHOM
from tests import school

LARGEST = 9_999_999_999
LONGEST_TEXTS = {
    "day": "261231",
    "days": "261231261231",
    "since": "261231",
    "to": "261231",
    "first": "261231",
    "last": "261231",
    "key": "ffffffff",
    "at": "2612312359",
    "code": new_code(),
    "language": "ru",
    "value": "f.909",
    "due": "261231",
    "span": "2612312612310107",
    "when": "2612",
    "tried": "5a" * 8,
    "heading": max(Heading, key=len).value,
    "slice": LONGEST_SLICE,
    "place": LONGEST_LIST,
    "lessons": LONGEST_LESSONS,
    "lesson": LONGEST_LESSON,
    "whom": f"{LARGEST:x}.".ljust(LONGEST_WHOM, "f"),
    "what": max((*WATCHED, *ExportKind), key=len).value,
}
"""What the text fields hold at most; a new text field must say here how long it gets."""
DATA_LIMIT = 64


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        yield importlib.import_module(found.name)


def _buttons() -> list[type[CallbackData]]:
    """Those with a leading underscore are only built upon."""
    found = {
        kind
        for module in _modules()
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, CallbackData) and kind is not CallbackData
        if not name.startswith("_")
    }
    return sorted(found, key=lambda kind: kind.__name__)


def _longest(name: str, kind: Any) -> Any:
    if kind is bool:
        return True
    if kind is int:
        return LARGEST
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return max(kind, key=lambda one: len(one.value))
    return LONGEST_TEXTS[name]


def _filled(kind: type[CallbackData]) -> CallbackData:
    hints = get_type_hints(kind)
    return kind(**{name: _longest(name, hints[name]) for name in kind.model_fields})


def _tap(data: str) -> CallbackQuery:
    chat = Chat(id=school.telegram_id(school.MOTHER), type="private")
    message = Message(message_id=1, date=school.MORNING, chat=chat)
    user = User(id=chat.id, is_bot=False, first_name="Мария")
    return CallbackQuery(id="1", from_user=user, chat_instance="1", message=message, data=data)


async def _takers(routers: tuple[Router, ...], tap: CallbackQuery) -> list[HandlerObject]:
    handlers_ = [handler for router in routers for handler in router.callback_query.handlers]
    return [handler for handler in handlers_ if (await handler.check(tap))[0]]


BUTTONS = _buttons()
ids = [kind.__name__ for kind in BUTTONS]


def test_there_are_buttons_to_walk() -> None:
    assert len(BUTTONS) > 30


def test_no_two_buttons_share_a_prefix() -> None:
    assert len({kind.__prefix__ for kind in BUTTONS}) == len(BUTTONS)


@pytest.mark.parametrize("kind", BUTTONS, ids=ids)
def test_a_button_with_the_largest_ids_fits(kind: type[CallbackData]) -> None:
    assert len(_filled(kind).pack().encode()) <= DATA_LIMIT


@pytest.mark.parametrize("kind", BUTTONS, ids=ids)
async def test_a_button_has_exactly_one_handler_and_it_reads_this_button(kind: type[CallbackData]) -> None:
    first, *others = await _takers(known_routers(), _tap(_filled(kind).pack()))
    assert [other.callback for other in others] == [fallback.unknown_button]
    expected = get_type_hints(first.callback).get("callback_data", kind)
    assert expected is kind, f"{first.callback.__name__} reads {expected.__name__}"


@pytest.mark.parametrize("kind", BUTTONS, ids=ids)
async def test_a_stranger_with_an_old_screen_is_answered(kind: type[CallbackData]) -> None:
    assert await _takers((getting_in.router,), _tap(_filled(kind).pack()))


@pytest.mark.parametrize("data", ["", "x", "lp", "lp:::::", "lp:1:261124:0:1:king", f"co:1:{'A' * 60}", "sd:жжжжжж:1"])
async def test_forged_data_is_answered_too(data: str) -> None:
    assert (await _takers(known_routers(), _tap(data)))[-1].callback is fallback.unknown_button


@pytest.mark.parametrize("item", MENU, ids=[item.key for item in MENU])
async def test_every_line_of_the_menu_leads_somewhere(item: Any) -> None:
    first = (await _takers(known_routers(), _tap(item.action.pack())))[0]
    assert first.callback is not fallback.unknown_button
