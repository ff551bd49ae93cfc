"""«В бумажный журнал»: the day's list, other days, the same printed."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.control.rewriting import Rewriting
from domain.control.sheet_days import NOW
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import rewriting_screens as screens
from handlers.control.paper_buttons import OpenRewriting, TakeRewriting
from handlers.control.rewriting_sheet import rewriting_sheets
from handlers.kit.days import day_of, packed
from handlers.kit.paper import imprint_of, paper_pdf
from handlers.kit.show import close, send_file, show
from handlers.texts.translator import Texts

router = Router(name="rewriting")


@router.message(Command("paper", "вжурнал"))
async def paper(message: Message, actor: Actor, texts: Texts, rewriting: Rewriting) -> None:
    await show(message, screens.day(texts, await rewriting.day(actor)))


@router.callback_query(OpenRewriting.filter())
async def open_rewriting(
    query: CallbackQuery, callback_data: OpenRewriting, actor: Actor, texts: Texts, rewriting: Rewriting
) -> None:
    await show(query, screens.day(texts, await rewriting.day(actor, _day(callback_data.day))))


@router.callback_query(TakeRewriting.filter())
async def take_rewriting(
    query: CallbackQuery,
    callback_data: TakeRewriting,
    actor: Actor,
    texts: Texts,
    rewriting: Rewriting,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    shown = await rewriting.take(actor, _day(callback_data.day))
    await close(query, None)
    imprint = await imprint_of(texts, school_cards, school_time)
    file = await paper_pdf(imprint, *rewriting_sheets(texts, shown))
    caption = texts("paper-rewriting-caption", day=texts.day(shown.day))
    await send_file(query, file, f"v-zhurnal-{packed(shown.day)}.pdf", caption)


def _day(said: str) -> date | None:
    """None: today."""
    return None if said == NOW else day_of(said)
