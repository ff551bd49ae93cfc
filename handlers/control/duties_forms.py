"""Where «Осталось сделать» takes what is typed: of the lesson that its screen shows."""

from aiogram.fsm.state import State, StatesGroup


class DutyForm(StatesGroup):
    topic = State()
    homework = State()
