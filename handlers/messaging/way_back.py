"""The button that leads back to the menu."""

from handlers.kit.screen import Button
from handlers.roles.buttons import OpenMenu, OpenMenuBelow
from handlers.texts.translator import Texts


def to_menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())


def menu_below(texts: Texts) -> Button:
    """Under a message that goes on changing by itself."""
    return Button(texts("to-menu"), OpenMenuBelow())
