"""`/mydata`: what is held of a person, as a file; who looked at it; its end."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles.erasures import Erasures
from domain.roles.own_data import OwnData
from domain.roles.people import Actor
from domain.school.ports import Rosters, SchoolCards
from handlers.kit.screen import Screen
from handlers.kit.show import close, send_file, show
from handlers.roles import own_data_screens as screens
from handlers.roles.own_data_buttons import AskErasure, ShowOwnData, TakeOwnData
from handlers.roles.own_data_file import own_data_html
from handlers.texts.translator import Texts

router = Router(name="own-data")


@router.message(Command("mydata", "моиданные"))
async def my_data(message: Message, actor: Actor, texts: Texts, rosters: Rosters) -> None:
    await show(message, await _own_data(actor, texts, rosters))


@router.callback_query(ShowOwnData.filter())
async def tap_my_data(query: CallbackQuery, actor: Actor, texts: Texts, rosters: Rosters) -> None:
    await show(query, await _own_data(actor, texts, rosters))


@router.callback_query(TakeOwnData.filter())
async def take_own_data(
    query: CallbackQuery, actor: Actor, texts: Texts, own_data: OwnData, school_cards: SchoolCards
) -> None:
    held, card = await own_data.take(actor), await school_cards.card()
    await close(query, None)
    made = await own_data_html(texts, held, card.name if card else "")
    await send_file(query, made, texts("privacy-own-file"), texts("privacy-own-caption"))


@router.callback_query(AskErasure.filter())
async def ask_erasure(
    query: CallbackQuery, callback_data: AskErasure, actor: Actor, texts: Texts, erasures: Erasures
) -> None:
    if not callback_data.sure:
        await show(query, screens.ask_erasure(texts))
        return
    await show(query, screens.erasure_asked(texts, new=await erasures.ask(actor)))


async def _own_data(actor: Actor, texts: Texts, rosters: Rosters) -> Screen:
    seats = (await rosters.roster()).seats
    children = [(child, seats[child].name) for child in actor.children if child in seats]
    return screens.own_data(texts, actor.person, children)
