"""What is tapped about an incident."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup


class ShowIncident(CallbackData, prefix="ins"):
    pass


class AskIncidentNote(CallbackData, prefix="inn"):
    """What has happened, before one is opened; `incident`: what was found out, before that one is closed."""

    incident: int


class DraftNotice(CallbackData, prefix="ind"):
    """To the regulator, below the screen."""


class IncidentForm(StatesGroup):
    note = State()
