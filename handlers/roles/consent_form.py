"""Signing the consent: the full name is typed, by who has come in and by who has not."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.roles.getting_in import ConsentAsked, GettingIn
from handlers.kit.show import send, show
from handlers.roles import screens
from handlers.roles.buttons import Consent
from handlers.texts.translator import Texts


class ConsentForm(StatesGroup):
    name = State()
    """The full name, under the consent."""
    day = State()
    """On which a paper was signed."""
    text = State()
    """A new text."""
    confirming = State()
    """The new text is shown and waits for «опубликовать»."""


def is_signature(event: TelegramObject, raw_state: str | None) -> bool:
    """A name is awaited, and this is no command."""
    typed = event.text if isinstance(event, Message) else None
    return raw_state == ConsentForm.name.state and bool(typed) and not (typed or "").startswith("/")


async def ask_name(
    query: CallbackQuery, tapped: Consent, texts: Texts, getting_in: GettingIn, state: FSMContext
) -> None:
    """Below the text, which stays to be read; to an older text, the new one is shown instead."""
    current = await getting_in.current()
    if tapped.version != current.version:
        asked = ConsentAsked(tapped.code, current.version, current.text)
        await show(query, screens.consent(texts, asked), texts("roles-consent-changed"), alert=True)
        return
    await state.set_state(ConsentForm.name)
    code = getting_in.remembered(tapped.code) if tapped.code else ""
    await state.set_data({"version": tapped.version, "code": code})
    await send(query, screens.ask_name(texts, tapped))


async def signed(state: FSMContext) -> tuple[int, str]:
    """The version under which the name was asked for, and what is remembered of the code ("": came in before)."""
    kept: dict[str, Any] = await state.get_data()
    return int(kept["version"]), str(kept["code"])
