"""The hall of those who have come in: a tap or a command goes straight to the door behind which it is taken."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, Message, TelegramObject


class Hall(Router):
    """Fifty routers in a row cost more than an answer; one that takes this tap or this command is asked first.

    What it leaves, and all else, goes round by every router in its order. Nothing gets in without an actor.
    """

    def __init__(self, routers: Sequence[Router], name: str) -> None:
        super().__init__(name=name)
        for observer in (self.message, self.callback_query, self.edited_message, self.message_reaction):
            observer.filter(_is_known)
        self.include_routers(*routers)
        self._doors: dict[str, Router] = {}
        for router in routers:
            for said in _taken_by(router):
                self._doors.setdefault(said, router)

    async def _propagate_event(
        self, observer: TelegramEventObserver | None, update_type: str, event: TelegramObject, **kwargs: Any
    ) -> Any:
        door = self._doors.get(_said(event)) if kwargs.get("actor") is not None else None
        if door is not None:
            response = await door.propagate_event(update_type=update_type, event=event, **kwargs)
            if response is not UNHANDLED:
                return response
        return await super()._propagate_event(observer, update_type, event, **kwargs)


async def _is_known(_: TelegramObject, actor: object | None) -> bool:
    return actor is not None


def _taken_by(router: Router) -> Iterator[str]:
    for handler in (*router.message.handlers, *router.callback_query.handlers):
        for one in handler.filters or ():
            match one.callback:
                case Command(commands=commands):
                    yield from (f"/{command}" for command in commands if isinstance(command, str))
                case CallbackQueryFilter(callback_data=button):
                    yield f"{button.__prefix__}:"


def _said(event: TelegramObject) -> str:
    """«/lesson» of a command, «jl:» of a tap, nothing of anything else."""
    match event:
        case CallbackQuery(data=str(data)):
            return f"{data.partition(':')[0]}:"
        case Message(text=str(text)) if text.startswith("/"):
            return text.split(maxsplit=1)[0].partition("@")[0]
    return ""
