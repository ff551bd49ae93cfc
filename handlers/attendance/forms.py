"""Where attendance asks for free text, and waits for a paper."""

from datetime import datetime, timedelta

from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from domain.attendance.note_line import SaidAbsence
from domain.clock import SchoolTime


class NoteForm(StatesGroup):
    days = State()
    words = State()


PAPER_WITHIN = timedelta(minutes=30)
"""So long after an announcement a photo that comes without a word is its paper."""


class BringsPaper(BaseFilter):
    """A photo or a file, alone and without a word, from who has announced an absence a short while ago."""

    async def __call__(self, message: Message, state: FSMContext, school_time: SchoolTime) -> bool:
        if not (message.photo or message.document) or message.caption or message.media_group_id:
            return False
        said_at = (await state.get_data()).get("noted_at")
        return said_at is not None and school_time.now() - datetime.fromisoformat(said_at) <= PAPER_WITHIN


def remembered(said: SaidAbsence) -> dict[str, str]:
    """What a line has said already, until the rest is known."""
    kept = {"note_reason": said.reason.value if said.reason else None, "note_words": said.words}
    return {name: value for name, value in kept.items() if value is not None}
