"""Where the journal asks for free text."""

from aiogram.fsm.state import State, StatesGroup


class TopicForm(StatesGroup):
    text = State()
