"""Free text that access waits for."""

from typing import TypedDict

from aiogram.fsm.state import State, StatesGroup


class RestrictionForm(StatesGroup):
    order = State()
    """Waits for the number of a court's order."""


class RestrictionInForm(TypedDict):
    school_class: int
    guardian: int
    pupil: int
    on: bool


class ShutForm(StatesGroup):
    word = State()
    """Waits for the word that shuts everyone out."""
