"""`/settings`: what to be told of, and when."""

from datetime import time

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.ids import PersonId
from domain.messaging.choosing import Choosing
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.messaging import settings_screens as screens
from handlers.messaging.buttons import ChooseHour, ChooseMode, OpenSettings, ShowChoices, ShowHours
from handlers.texts.translator import Texts

router = Router(name="settings")


@router.message(Command("settings", "настройки"))
@router.callback_query(OpenSettings.filter())
async def open_settings(event: Message | CallbackQuery, actor: Actor, texts: Texts, choosing: Choosing) -> None:
    await show(event, screens.settings_screen(await choosing.of(actor), texts))


@router.callback_query(ShowChoices.filter())
async def show_choices(
    query: CallbackQuery, callback_data: ShowChoices, actor: Actor, texts: Texts, choosing: Choosing
) -> None:
    notifications = await choosing.of_pupil(actor, PersonId(callback_data.pupil))
    await show(query, screens.choices_screen(notifications, PersonId(callback_data.pupil), texts))


@router.callback_query(ChooseMode.filter())
async def choose_mode(
    query: CallbackQuery, callback_data: ChooseMode, actor: Actor, texts: Texts, choosing: Choosing
) -> None:
    pupil = PersonId(callback_data.pupil)
    notifications = await choosing.choose(actor, pupil, callback_data.kind, callback_data.mode)
    await show(query, screens.choices_screen(notifications, pupil, texts), texts("settings-saved"))


@router.callback_query(ShowHours.filter())
async def show_hours(query: CallbackQuery, actor: Actor, texts: Texts, choosing: Choosing) -> None:
    await show(query, screens.hours_screen(await choosing.of(actor), texts))


@router.callback_query(ChooseHour.filter())
async def choose_hour(
    query: CallbackQuery, callback_data: ChooseHour, actor: Actor, texts: Texts, choosing: Choosing
) -> None:
    notifications = await choosing.choose_hour(actor, time(callback_data.hour))
    await show(query, screens.hours_screen(notifications, texts), texts("settings-saved"))
