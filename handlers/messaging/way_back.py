"""The button that leads back to the menu."""

from handlers.kit.screen import Button
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Texts


def to_menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
