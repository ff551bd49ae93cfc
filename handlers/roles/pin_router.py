"""The PIN of staff is given on the pad or in writing; then the act that was asked for goes on."""

import json
from contextlib import suppress

from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, Update

from domain.errors import Outdated
from domain.ids import PersonId
from domain.roles.people import Actor
from domain.roles.pins import PinLocked, PinState, PinTooPlain, PinWrong, StaffPins
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.roles import pin_screens as screens
from handlers.roles.greeting import Greeting
from handlers.roles.pin_act import IsPin, kept_act, pin_context
from handlers.roles.pin_buttons import PinDone, PinErase, PinGiveUp, PinGoOn, PinKey, ResetPin
from handlers.roles.pin_pad import Pads
from handlers.roles.screens import menu
from handlers.roles.staff_buttons import StaffOne
from handlers.texts.translator import Texts

router = Router(name="pin")


@router.message(IsPin())
async def written(
    message: Message, actor: Actor, texts: Texts, staff_pins: StaffPins, pads: Pads, state: FSMContext
) -> None:
    """Taken out of the chat before anything else."""
    with suppress(TelegramAPIError):
        await message.delete()
    await show(message, await _given(actor, texts, staff_pins, pads, state, (message.text or "").strip()))


@router.callback_query(PinKey.filter())
async def key(
    query: CallbackQuery, callback_data: PinKey, actor: Actor, texts: Texts, staff_pins: StaffPins, pads: Pads
) -> None:
    pad = pads.of(actor.account)
    pad.press(callback_data.place)
    await show(query, screens.pad(texts, await staff_pins.state(actor), pad))


@router.callback_query(PinErase.filter())
async def erase(query: CallbackQuery, actor: Actor, texts: Texts, staff_pins: StaffPins, pads: Pads) -> None:
    pad = pads.of(actor.account)
    pad.typed = pad.typed[:-1]
    await show(query, screens.pad(texts, await staff_pins.state(actor), pad))


@router.callback_query(PinDone.filter())
async def done(
    query: CallbackQuery, actor: Actor, texts: Texts, staff_pins: StaffPins, pads: Pads, state: FSMContext
) -> None:
    typed = pads.of(actor.account).taken()
    await show(query, await _given(actor, texts, staff_pins, pads, state, typed))


@router.callback_query(PinGiveUp.filter())
async def give_up(
    query: CallbackQuery, actor: Actor, texts: Texts, greeting: Greeting, pads: Pads, state: FSMContext
) -> None:
    pads.drop(actor.account)
    await pin_context(state).clear()
    await show(query, menu(texts, actor, greeting.menu))


@router.callback_query(PinGoOn.filter())
async def go_on(query: CallbackQuery, state: FSMContext, dispatcher: Dispatcher, bot: Bot) -> None:
    """The same update once more, answered through this tap. Raises `Outdated` where it was done already."""
    act = (await kept_act(state)).get("update")
    await pin_context(state).clear()
    if act is None:
        raise Outdated
    update = json.loads(act)
    if "callback_query" in update:
        update["callback_query"]["id"] = query.id
    else:
        await query.answer()
    await dispatcher.feed_update(bot, Update.model_validate(update, context={"bot": bot}))


@router.callback_query(ResetPin.filter())
async def reset(
    query: CallbackQuery, callback_data: ResetPin, actor: Actor, texts: Texts, staff_pins: StaffPins
) -> None:
    await staff_pins.reset(actor, PersonId(callback_data.person))
    back = StaffOne(page=callback_data.page, person=callback_data.person)
    await show(query, screens.pin_reset(texts, back))


async def _given(actor: Actor, texts: Texts, staff_pins: StaffPins, pads: Pads, state: FSMContext, pin: str) -> Screen:
    pad, now = pads.of(actor.account), await staff_pins.state(actor)
    try:
        if now is PinState.SET:
            await staff_pins.enter(actor, pin)
        elif now is PinState.UNSET and pad.first != pin:
            await staff_pins.check(actor, pin)
            again, pad.first = pad.first is not None, None if pad.first else pin
            return screens.pad(texts, now, pad, texts("access-pin-differs") if again else None)
        elif now is PinState.UNSET:
            await staff_pins.set(actor, pin)
        else:
            raise PinLocked
    except PinLocked:
        return screens.pad(texts, PinState.LOCKED, pad)
    except PinWrong as wrong:
        return screens.pad(texts, now, pad, texts(wrong.key, left=wrong.left))
    except PinTooPlain as plain:
        return screens.pad(texts, now, pad, texts(plain.key, shortest=plain.shortest, longest=plain.longest))
    pads.drop(actor.account)
    return screens.pin_taken(texts, act="update" in await kept_act(state))
