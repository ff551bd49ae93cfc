"""The menu, help, oneself: for everyone who has come in."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import AccountId
from domain.roles.access_control import Access
from domain.roles.getting_in import ConsentAsked, ConsentDeclined, GettingIn
from domain.roles.people import Actor
from handlers.kit.show import send, show
from handlers.roles import screens
from handlers.roles.buttons import Help, Leave, OpenMenu, OpenMenuBelow, OpenMore, ShowMe, Speak
from handlers.roles.greeting import Greeting
from handlers.texts.translator import LANGUAGES, Texts, texts_in

router = Router(name="roles")


@router.message(CommandStart(deep_link=True))
async def another_code(
    message: Message, command: CommandObject, actor: Actor, texts: Texts, getting_in: GettingIn, greeting: Greeting
) -> None:
    """A second code of the same person, as the guardian's for one who came in as a teacher."""
    assert message.from_user is not None
    step = await getting_in.enter(message.from_user.id, command.args or "")
    if isinstance(step, ConsentAsked):
        await show(message, screens.consent(texts, step))
    elif not isinstance(step, ConsentDeclined):
        await show(message, await greeting.greet(message.from_user.id, step))


@router.message(Command("start", "menu"))
async def open_menu(message: Message, actor: Actor, texts: Texts, greeting: Greeting, state: FSMContext) -> None:
    await state.clear()
    await show(message, screens.menu(texts, actor, greeting.menu))


@router.callback_query(OpenMenu.filter())
async def back_to_menu(query: CallbackQuery, actor: Actor, texts: Texts, greeting: Greeting, state: FSMContext) -> None:
    await state.clear()
    await show(query, screens.menu(texts, actor, greeting.menu))


@router.callback_query(OpenMore.filter())
async def open_more(query: CallbackQuery, actor: Actor, texts: Texts, greeting: Greeting, state: FSMContext) -> None:
    await state.clear()
    await show(query, screens.more(texts, actor, greeting.menu))


@router.callback_query(OpenMenuBelow.filter())
async def menu_below(query: CallbackQuery, actor: Actor, texts: Texts, greeting: Greeting, state: FSMContext) -> None:
    await state.clear()
    await send(query, screens.menu(texts, actor, greeting.menu))


@router.message(Command("cancel"))
async def cancel(message: Message, actor: Actor, texts: Texts, greeting: Greeting, state: FSMContext) -> None:
    was = await state.get_state()
    await state.clear()
    said = texts("roles-cancelled" if was else "roles-nothing-to-cancel")
    await show(message, screens.menu(texts, actor, greeting.menu, said))


@router.message(Command("help"))
async def get_help(message: Message, actor: Actor, texts: Texts) -> None:
    await show(message, screens.help_page(texts, actor))


@router.callback_query(Help.filter())
async def tap_help(query: CallbackQuery, actor: Actor, texts: Texts) -> None:
    await show(query, screens.help_page(texts, actor))


@router.message(Command("me"))
async def show_me(message: Message, actor: Actor, texts: Texts, access: Access, school_time: SchoolTime) -> None:
    await show(message, screens.me(texts, actor, await access.mine(actor), school_time))


@router.callback_query(ShowMe.filter())
async def tap_me(query: CallbackQuery, actor: Actor, texts: Texts, access: Access, school_time: SchoolTime) -> None:
    await show(query, screens.me(texts, actor, await access.mine(actor), school_time))


@router.callback_query(Speak.filter())
async def speak(
    query: CallbackQuery,
    callback_data: Speak,
    actor: Actor,
    access: Access,
    school_time: SchoolTime,
    greeting: Greeting,
) -> None:
    language = callback_data.language if callback_data.language in LANGUAGES else LANGUAGES[0]
    await access.speak(actor, language)
    texts = texts_in(language)
    await greeting.offer_commands(query.from_user.id, actor, texts)
    await show(query, screens.me(texts, actor, await access.mine(actor), school_time))


@router.callback_query(Leave.filter())
async def leave(query: CallbackQuery, callback_data: Leave, actor: Actor, texts: Texts, access: Access) -> None:
    account = AccountId(callback_data.account) if callback_data.account else None
    if not callback_data.sure:
        await show(query, screens.leave_question(texts, account))
        return
    if account is None:
        await access.leave_everywhere(actor)
    else:
        await access.leave(actor, account)
    await show(query, screens.left(texts))
