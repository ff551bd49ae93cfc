"""Deciding whether held messages shall go."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import HoldId
from domain.messaging.contents import HoldNews
from domain.messaging.holds import Holding
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.messaging import hold_screens as screens
from handlers.messaging.hold_buttons import DecideHold, ShowHold
from handlers.texts.translator import Texts

router = Router(name="holds")


@router.callback_query(DecideHold.filter())
async def decide_hold(
    query: CallbackQuery, callback_data: DecideHold, actor: Actor, texts: Texts, holding: Holding
) -> None:
    card, first = await holding.decide(actor, HoldId(callback_data.hold), callback_data.send)
    toast = texts("hold-decided" if first else "hold-decided-before")
    await show(query, screens.question_screen(HoldNews(card), texts), toast)


@router.callback_query(ShowHold.filter())
async def show_hold(
    query: CallbackQuery, callback_data: ShowHold, actor: Actor, texts: Texts, holding: Holding
) -> None:
    card = await holding.card(actor, HoldId(callback_data.hold))
    if not callback_data.pupils:
        await show(query, screens.question_screen(HoldNews(card), texts))
        return
    await show(query, screens.pupils_screen(card, await holding.pupils(actor, card.id), texts))
