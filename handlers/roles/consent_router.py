"""The consent of who has come in: signed, read again, withdrawn. First of all: a name is no line of the journal."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.roles.consents import Consents
from domain.roles.getting_in import ConsentAsked, ConsentDeclined, GettingIn, Step
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.roles import consent_screens, screens
from handlers.roles.buttons import Consent
from handlers.roles.consent_buttons import OpenConsent, WithdrawConsent
from handlers.roles.consent_form import ConsentForm, ask_name, signed
from handlers.roles.greeting import Greeting
from handlers.texts.translator import Texts

router = Router(name="consent")


@router.callback_query(Consent.filter())
async def answered_consent(
    query: CallbackQuery, callback_data: Consent, actor: Actor, texts: Texts, getting_in: GettingIn, state: FSMContext
) -> None:
    """The answer to a newer version, or together with a second code."""
    if callback_data.yes:
        return await ask_name(query, callback_data, texts, getting_in, state)
    await state.clear()
    step: Step | None
    if callback_data.code:
        step = await getting_in.enter(query.from_user.id, callback_data.code, False, callback_data.version)
    else:
        step = await getting_in.consent(actor, False, callback_data.version)
    if isinstance(step, ConsentAsked):
        await show(query, screens.consent(texts, step), texts("roles-consent-changed"), alert=True)
    else:
        await show(query, consent_screens.declined_inside(texts))


@router.message(StateFilter(ConsentForm.name), F.text, ~F.text.startswith("/"))
async def sign(
    message: Message, actor: Actor, texts: Texts, getting_in: GettingIn, greeting: Greeting, state: FSMContext
) -> None:
    """Another name than the person's leaves the question open."""
    version, code = await signed(state)
    typed = message.text or ""
    step: Step | None
    if code:
        step = await getting_in.sign(message.chat.id, code, version, typed)
    else:
        step = await getting_in.consent(actor, True, version, typed)
    await state.clear()
    if isinstance(step, ConsentAsked):
        await show(message, screens.consent(texts, step))
    elif step is None or isinstance(step, ConsentDeclined):
        await show(message, screens.menu(texts, actor, greeting.menu, texts("consent-signed")))
    else:
        await show(message, await greeting.greet(message.chat.id, step))


@router.message(Command("consent", "согласие"))
@router.callback_query(OpenConsent.filter())
async def own_consent(
    event: Message | CallbackQuery, actor: Actor, texts: Texts, consents: Consents, school_time: SchoolTime
) -> None:
    """Who has not signed the newest text is shown that before anything is handled."""
    await show(event, consent_screens.own(texts, await consents.mine(actor), school_time))


@router.callback_query(WithdrawConsent.filter())
async def withdraw(
    query: CallbackQuery, callback_data: WithdrawConsent, actor: Actor, texts: Texts, consents: Consents
) -> None:
    if not callback_data.sure:
        await show(query, consent_screens.withdraw_question(texts))
        return
    await consents.withdraw(actor)
    await show(query, consent_screens.withdrawn(texts))
