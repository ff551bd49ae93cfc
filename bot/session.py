"""aiogram's session, with the screens of `handlers/kit/wire.py` sent as JSON."""

import json
from functools import partial
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import TelegramMethod
from aiohttp import FormData, JsonPayload

from handlers.kit.wire import Recaption, Redraw, Say

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


class LeanSession(AiohttpSession):
    """A form is quoted byte by byte, a Russian text threefold; JSON goes as it is."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> FormData:
        if isinstance(method, Say | Redraw | Recaption):
            return cast("FormData", JsonPayload(method.model_dump(exclude_none=True), dumps=_dumps))
        return super().build_form_data(bot, method)
