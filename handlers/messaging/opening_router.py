"""«Показать»: the content of a message that came without it, in its place."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import DeliveryId
from domain.messaging.opening import Opening
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.messaging.buttons import OpenNews
from handlers.messaging.opening_screens import nothing_left_screen
from handlers.messaging.renderer import screen_of
from handlers.texts.translator import Texts

router = Router(name="opening")


@router.callback_query(OpenNews.filter())
async def open_news(
    query: CallbackQuery, callback_data: OpenNews, actor: Actor, texts: Texts, opening: Opening
) -> None:
    content = await opening.open(actor, DeliveryId(callback_data.row))
    await show(query, screen_of(content, texts) if content is not None else nothing_left_screen(texts))
