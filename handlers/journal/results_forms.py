"""Where results and closings ask for a reason."""

from aiogram.fsm.state import State, StatesGroup


class ResultForm(StatesGroup):
    reason = State()


class ReopeningForm(StatesGroup):
    reason = State()
