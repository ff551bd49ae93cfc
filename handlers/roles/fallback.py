"""The last to be asked: what nobody understood, and groups, where nothing of anyone is shown."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.roles.people import Actor
from handlers.kit.show import close, show
from handlers.roles import screens
from handlers.roles.greeting import Greeting
from handlers.roles.screens import BotCard
from handlers.texts.translator import Texts

router = Router(name="fallback")
groups = Router(name="groups")


async def _in_a_group(event: Message | CallbackQuery) -> bool:
    """Asked before every update; aiogram runs an `F` filter in another thread, which costs more than the answer."""
    message = event if isinstance(event, Message) else event.message
    return message is not None and message.chat.type != "private"


groups.message.filter(_in_a_group)
groups.callback_query.filter(_in_a_group)


@router.message()
async def not_understood(message: Message, actor: Actor, texts: Texts, greeting: Greeting) -> None:
    await show(message, screens.menu(texts, actor, greeting.menu, texts("roles-not-understood")))


@router.callback_query()
async def unknown_button(query: CallbackQuery, texts: Texts) -> None:
    await close(query, texts("roles-unknown-button"), alert=True)


@groups.message(F.text.startswith("/"))
async def in_group(message: Message, texts: Texts, bot_card: BotCard) -> None:
    await message.answer(texts("roles-in-group", username=bot_card.username))


@groups.message()
async def group_talk(message: Message) -> None:
    """People talk with each other; the bot has nothing to say to that."""


@groups.callback_query()
async def group_tap(query: CallbackQuery, texts: Texts, bot_card: BotCard) -> None:
    await close(query, texts("roles-in-group", username=bot_card.username), alert=True)
