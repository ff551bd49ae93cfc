"""What composing an announcement waits for, and keeps meanwhile beside the draft."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

PICKED, TYPED, ALBUM = "picked", "typed", "album"


class AnnouncementForm(StatesGroup):
    text = State()
    """Waits for the announcement: words, a file, an album."""
    confirming = State()
    """The draft is shown and waits for «отправить»; further pictures of its album join it."""
    moment = State()
    """Waits for the day and hour at which it shall go."""


async def picked(state: FSMContext) -> tuple[int, ...]:
    """Classes ticked so far."""
    return tuple((await state.get_data()).get(PICKED, ()))


async def typed(state: FSMContext) -> str:
    """The text that came with the command; '' where none did."""
    return str((await state.get_data()).get(TYPED, ""))


async def album(state: FSMContext) -> tuple[str, int] | None:
    """The album that the draft came in, and the message under which its buttons stand."""
    kept = (await state.get_data()).get(ALBUM)
    return (kept[0], kept[1]) if kept else None
