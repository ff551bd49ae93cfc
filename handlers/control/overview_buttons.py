"""What is tapped about the director's page."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenOverview(CallbackData, prefix="ko"):
    """As a new message: a picture takes no screen's place."""


HUB = (MenuItem(Section.NOW_AND_THEN, "overview-menu", OpenOverview(), Action.SEE_OVERVIEW),)
"""Under `/control`."""
