"""Before staff write, where the school asks for it: the PIN, each twelve hours (setting STAFF_PIN; 2.3)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from domain.clock import Clock
from domain.roles.people import STAFF, Actor
from domain.roles.pins import StaffPins
from domain.roles.writing_gate import PinNeeded, pin_due
from handlers.kit.show import show
from handlers.roles.pin_act import Act, pin_context
from handlers.roles.pin_pad import Pads
from handlers.roles.pin_screens import pad

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class PinFirst(BaseMiddleware):
    """An act that meets the gate is kept as it came, with the form that it was part of, and asked for after the PIN."""

    def __init__(self, clock: Clock, pins: StaffPins, pads: Pads) -> None:
        self._clock = clock
        self._pins = pins
        self._pads = pads

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor | None = data.get("actor")
        if actor is None or not self._is_due(actor):
            return await handler(event, data)
        state: FSMContext = data["state"]
        form = await state.get_state(), await state.get_data()
        try:
            with pin_due():
                return await handler(event, data)
        except PinNeeded:
            await state.set_state(form[0])
            await state.set_data(form[1])
            await self._ask(event, data, actor, state)

    def _is_due(self, actor: Actor) -> bool:
        until = actor.writing_until
        return actor.holds(*STAFF) and (until is None or until <= self._clock.now())

    async def _ask(self, event: TelegramObject, data: dict[str, Any], actor: Actor, state: FSMContext) -> None:
        update: Update = data["event_update"]
        act = Act(
            update=update.model_dump_json(exclude_none=True, by_alias=True), asked_at=self._clock.now().isoformat()
        )
        await pin_context(state).set_data(dict(act))
        self._pads.drop(actor.account)
        if isinstance(event, Message | CallbackQuery):
            await show(event, pad(data["texts"], await self._pins.state(actor), self._pads.of(actor.account)))
