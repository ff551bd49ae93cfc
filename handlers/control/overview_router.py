"""`/overview`: the director's page on demand (3.7.2)."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.control.overview import Overviews
from domain.roles.people import Actor
from handlers.control import overview_screens as screens
from handlers.control.overview_buttons import OpenOverview
from handlers.kit.screen import Screen
from handlers.kit.show import close, put_drawn
from handlers.texts.translator import Texts

router = Router(name="overview")


@router.message(Command("overview", "неделя_школы"))
async def overview(message: Message, actor: Actor, texts: Texts, overviews: Overviews) -> None:
    await put_drawn(message, await _page(actor, texts, overviews))


@router.callback_query(OpenOverview.filter())
async def open_overview(query: CallbackQuery, actor: Actor, texts: Texts, overviews: Overviews) -> None:
    screen = await _page(actor, texts, overviews)
    await close(query, None)
    if query.message is not None:
        await put_drawn(query.message, screen)


async def _page(actor: Actor, texts: Texts, overviews: Overviews) -> Screen:
    page = await overviews.page(actor)
    return screens.nothing_yet(texts) if page is None else screens.overview(texts, page)
