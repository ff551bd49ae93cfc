"""The act that met the gate, kept until the PIN is given: the update as it came, so that nothing of it is lost."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypedDict, cast

from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.clock import SchoolTime

DESTINY = "pin"
TYPED_WITHIN = timedelta(minutes=10)
"""So long after the question digits that are written are the PIN."""


class Act(TypedDict, total=False):
    update: str
    asked_at: str


def pin_context(state: FSMContext) -> FSMContext:
    """Beside whatever form the person is in: that goes on after the PIN."""
    return FSMContext(state.storage, replace(state.key, destiny=DESTINY))


async def kept_act(state: FSMContext) -> Act:
    return cast(Act, await pin_context(state).get_data())


class IsPin(Filter):
    """Digits alone, while the PIN is asked for."""

    async def __call__(self, message: Message, state: FSMContext, school_time: SchoolTime) -> bool:
        if not (message.text or "").strip().isdigit():
            return False
        asked_at = (await kept_act(state)).get("asked_at")
        return asked_at is not None and school_time.now() - datetime.fromisoformat(asked_at) < TYPED_WITHIN
