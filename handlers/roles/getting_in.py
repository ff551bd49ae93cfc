"""What strangers meet: a code typed or brought by a link, the consent, and where to get a code."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles.codes import looks_like_code
from domain.roles.getting_in import ConsentAsked, ConsentDeclined, GettingIn, Step
from handlers.kit.screen import Screen
from handlers.kit.show import close, show
from handlers.roles import screens
from handlers.roles.buttons import Consent
from handlers.roles.consent_form import ConsentForm, ask_name, signed
from handlers.roles.greeting import Greeting
from handlers.texts.translator import Texts

router = Router(name="getting-in")


@router.message(CommandStart(deep_link=True))
async def by_link(
    message: Message, command: CommandObject, texts: Texts, getting_in: GettingIn, greeting: Greeting
) -> None:
    account = _account(message)
    step = await getting_in.enter(account, command.args or "", account_name=_name(message))
    await show(message, await _after(step, account, texts, greeting))


@router.message(Command("start", "help", "menu"), F.from_user)
async def hello(message: Message, texts: Texts, state: FSMContext) -> None:
    await state.clear()
    await show(message, screens.welcome(texts))


@router.message(F.text, F.text.func(looks_like_code))
async def by_typing(message: Message, texts: Texts, getting_in: GettingIn, greeting: Greeting) -> None:
    account = _account(message)
    step = await getting_in.enter(account, message.text or "", account_name=_name(message))
    await show(message, await _after(step, account, texts, greeting))


@router.callback_query(Consent.filter())
async def answered_consent(
    query: CallbackQuery,
    callback_data: Consent,
    texts: Texts,
    getting_in: GettingIn,
    greeting: Greeting,
    state: FSMContext,
) -> None:
    """A yes is signed in the next step."""
    if callback_data.yes:
        return await ask_name(query, callback_data, texts, getting_in, state)
    await state.clear()
    account = query.from_user.id
    step = await getting_in.enter(account, callback_data.code, False, callback_data.version)
    changed = texts("roles-consent-changed") if isinstance(step, ConsentAsked) else None
    await show(query, await _after(step, account, texts, greeting), changed, alert=changed is not None)


@router.message(StateFilter(ConsentForm.name), F.text, ~F.text.startswith("/"))
async def sign(message: Message, texts: Texts, getting_in: GettingIn, greeting: Greeting, state: FSMContext) -> None:
    """Another name than the person's leaves the question open; to a text worded anew the code is sent again."""
    account, (version, code) = _account(message), await signed(state)
    step = await getting_in.sign(account, code, version, message.text or "", _name(message))
    await state.clear()
    reworded = isinstance(step, ConsentAsked)
    await show(message, screens.code_again(texts) if reworded else await _after(step, account, texts, greeting))


@router.message()
async def anything_else(message: Message, texts: Texts) -> None:
    await show(message, screens.welcome(texts))


@router.callback_query()
async def old_button(query: CallbackQuery, texts: Texts) -> None:
    await close(query, texts("roles-not-inside"), alert=True)


async def _after(step: Step, account: int, texts: Texts, greeting: Greeting) -> Screen:
    match step:
        case ConsentAsked():
            return screens.consent(texts, step)
        case ConsentDeclined():
            return screens.declined(texts)
        case _:
            return await greeting.greet(account, step)


def _account(message: Message) -> int:
    assert message.from_user is not None
    return message.from_user.id


def _name(message: Message) -> str:
    assert message.from_user is not None
    return message.from_user.full_name
