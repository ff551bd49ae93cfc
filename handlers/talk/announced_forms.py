"""Free text that follows an announcement."""

from aiogram.fsm.state import State, StatesGroup


class FollowingForm(StatesGroup):
    correcting = State()
    """Waits for the new text of `announcement`; what was held waits there too, as `text` and `entities`."""
