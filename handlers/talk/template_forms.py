"""A template on its way into a thread: its text as filled, until it is sent."""

from dataclasses import dataclass
from secrets import token_hex
from typing import TypedDict, cast

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from domain.errors import Refused
from domain.ids import TemplateId, ThreadId


class TemplateForm(StatesGroup):
    text = State()
    """Waits for the text of a new one."""
    gaps = State()
    """Waits for what the thread does not know."""
    ready = State()
    """The filled text is shown and waits for «отправить»."""


@dataclass(eq=False)
class FilledGone(Refused):
    """The text of this screen is not the one that waits: it was sent, or another was filled since."""


class InForm(TypedDict, total=False):
    thread: int
    template: int
    key: str
    text: str


async def wait_for_gaps(state: FSMContext, thread: ThreadId, template: TemplateId) -> None:
    await state.set_state(TemplateForm.gaps)
    await state.set_data({"thread": thread, "template": template})


async def waiting(state: FSMContext) -> tuple[ThreadId, TemplateId]:
    kept = cast(InForm, await state.get_data())
    return ThreadId(kept["thread"]), TemplateId(kept["template"])


async def keep(state: FSMContext, thread: ThreadId, text: str) -> str:
    """Its key."""
    key = token_hex(4)
    await state.set_state(TemplateForm.ready)
    await state.set_data({"thread": thread, "key": key, "text": text})
    return key


async def kept(state: FSMContext, thread: ThreadId, key: str) -> str:
    """Raises `FilledGone`."""
    found = cast(InForm, await state.get_data())
    if found.get("key") != key or found.get("thread") != thread:
        raise FilledGone
    return found["text"]
