"""`/erasures`: personal data that is asked to be erased."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ErasureId
from domain.roles.erasures import Erasures
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.roles import erasure_screens as screens
from handlers.roles.erasure_buttons import DeclineErasure, EraseNow, ShowErasure, ShowErasures
from handlers.texts.translator import Texts

router = Router(name="erasures")


@router.message(Command("erasures", "удаление"))
async def list_erasures(
    message: Message, actor: Actor, texts: Texts, erasures: Erasures, school_time: SchoolTime
) -> None:
    await show(message, screens.listed(texts, await erasures.listed(actor), school_time))


@router.callback_query(ShowErasures.filter())
async def tap_erasures(
    query: CallbackQuery, actor: Actor, texts: Texts, erasures: Erasures, school_time: SchoolTime
) -> None:
    await show(query, screens.listed(texts, await erasures.listed(actor), school_time))


@router.callback_query(ShowErasure.filter())
async def show_erasure(
    query: CallbackQuery,
    callback_data: ShowErasure,
    actor: Actor,
    texts: Texts,
    erasures: Erasures,
    school_time: SchoolTime,
) -> None:
    seen = await erasures.foreseen(actor, ErasureId(callback_data.erasure))
    await show(query, screens.foreseen(texts, seen, school_time, sure=False))


@router.callback_query(EraseNow.filter())
async def erase(
    query: CallbackQuery,
    callback_data: EraseNow,
    actor: Actor,
    texts: Texts,
    erasures: Erasures,
    school_time: SchoolTime,
) -> None:
    erasure = ErasureId(callback_data.erasure)
    if not callback_data.sure:
        seen = await erasures.foreseen(actor, erasure)
        await show(query, screens.foreseen(texts, seen, school_time, sure=True))
        return
    await show(query, screens.erased(texts, await erasures.erase(actor, erasure)))


@router.callback_query(DeclineErasure.filter())
async def decline(
    query: CallbackQuery,
    callback_data: DeclineErasure,
    actor: Actor,
    texts: Texts,
    erasures: Erasures,
    school_time: SchoolTime,
) -> None:
    await erasures.decline(actor, ErasureId(callback_data.erasure))
    await show(query, screens.listed(texts, await erasures.listed(actor), school_time), texts("privacy-declined"))
