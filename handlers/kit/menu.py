"""The one menu: each area says what it offers, a person sees what their roles reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from handlers.kit.screen import Button, in_rows
from handlers.texts.translator import Texts


class Section(StrEnum):
    """Of the menu, in this order; a person of several roles has several, no switching."""

    LESSON = "lesson"
    CLASS = "class"
    FAMILY = "family"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """`key`: the Fluent key of the button's words; shown to whom `needs` reaches anything at all."""

    section: Section
    key: str
    action: CallbackData
    needs: Action


def menu_rows(items: Iterable[MenuItem], actor: Actor, texts: Texts) -> list[list[Button]]:
    """Rows of two, section after section, without repeats."""
    mine = [item for item in items if reach_of(actor, item.needs)]
    rows: list[list[Button]] = []
    for section in Section:
        buttons = {item.key: Button(texts(item.key), item.action) for item in mine if item.section is section}
        rows += in_rows(buttons.values(), 2)
    return rows
