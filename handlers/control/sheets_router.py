"""`/sheets`: what this person may print, by what their roles reach."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles.people import Actor
from handlers.control import sheets_screens as screens
from handlers.control.sheets_buttons import OpenSheets
from handlers.control.sheets_hub import SHEETS
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="sheets")


@router.message(Command("sheets", "ведомости"))
async def sheets(message: Message, actor: Actor, texts: Texts) -> None:
    await show(message, screens.hub(texts, actor, SHEETS))


@router.callback_query(OpenSheets.filter())
async def open_sheets(query: CallbackQuery, actor: Actor, texts: Texts) -> None:
    await show(query, screens.hub(texts, actor, SHEETS))
