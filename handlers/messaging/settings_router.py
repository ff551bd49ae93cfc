"""`/settings`: what to be told of, when, and how much in plain sight."""

from datetime import time

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.errors import NotFound
from domain.ids import PersonId
from domain.messaging.choosing import Choosing
from domain.messaging.quiet_hours import QuietHours
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.messaging import settings_screens as screens
from handlers.messaging.buttons import (
    ChooseBell,
    ChooseDiscreet,
    ChooseHour,
    ChooseMode,
    ChooseQuiet,
    OpenSettings,
    ShowChoices,
    ShowHours,
    ShowQuiet,
)
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
    notifications = await choosing.choose_hour(actor, _time(callback_data.hour * 60))
    await show(query, screens.hours_screen(notifications, texts), texts("settings-saved"))


@router.callback_query(ShowQuiet.filter())
async def show_quiet(query: CallbackQuery, actor: Actor, texts: Texts, choosing: Choosing) -> None:
    await show(query, screens.quiet_screen(await choosing.of(actor), texts))


@router.callback_query(ChooseQuiet.filter())
async def choose_quiet(
    query: CallbackQuery, callback_data: ChooseQuiet, actor: Actor, texts: Texts, choosing: Choosing
) -> None:
    hours = QuietHours(_time(callback_data.starts), _time(callback_data.ends))
    notifications = await choosing.choose_quiet(actor, hours)
    await show(query, screens.quiet_screen(notifications, texts), texts("settings-saved"))


@router.callback_query(ChooseDiscreet.filter())
async def choose_discreet(
    query: CallbackQuery, callback_data: ChooseDiscreet, actor: Actor, texts: Texts, choosing: Choosing
) -> None:
    """The screen that was tapped stays: a child's choices, or what stands above them."""
    notifications = await choosing.choose_discreet(actor, callback_data.on)
    pupil = PersonId(callback_data.pupil)
    if all(page.pupil != pupil for page in notifications.pages):
        await show(query, screens.settings_screen(notifications, texts), texts("settings-saved"))
    else:
        await show(query, screens.choices_screen(notifications, pupil, texts), texts("settings-saved"))


@router.callback_query(ChooseBell.filter())
async def choose_bell(
    query: CallbackQuery, callback_data: ChooseBell, actor: Actor, texts: Texts, choosing: Choosing
) -> None:
    notifications = await choosing.choose_bell(actor, callback_data.on)
    await show(query, screens.settings_screen(notifications, texts), texts("settings-saved"))


def _time(minutes: int) -> time:
    """Raises `NotFound` for what is no minute of a day."""
    if not 0 <= minutes < 24 * 60:
        raise NotFound
    return time(minutes // 60, minutes % 60)
