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
    NOW_AND_THEN = "now_and_then"
    """Behind «Ещё» where all together would be too many."""
    OWN = "own"


MOST = 14
"""Buttons that a menu has at most without «Ещё»: they fit on a phone's screen."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """`key`: the Fluent key of the button's words; shown to whom `needs` reaches anything at all."""

    section: Section
    key: str
    action: CallbackData
    needs: Action


def menu_rows(items: Iterable[MenuItem], actor: Actor, texts: Texts, more: Button) -> list[list[Button]]:
    """Rows of two, section after section, without repeats; what is done now and then behind `more` if need be."""
    mine = _mine(items, actor, texts)
    folds = sum(len(buttons) for buttons in mine.values()) > MOST
    rest = mine.pop(Section.NOW_AND_THEN)
    mine[Section.OWN] = [*mine[Section.OWN], more] if folds else [*rest, *mine[Section.OWN]]
    return [row for buttons in mine.values() for row in in_rows(buttons, 2)]


def more_rows(items: Iterable[MenuItem], actor: Actor, texts: Texts) -> list[list[Button]]:
    """What is done now and then, in rows of two."""
    return in_rows(_mine(items, actor, texts)[Section.NOW_AND_THEN], 2)


def _mine(items: Iterable[MenuItem], actor: Actor, texts: Texts) -> dict[Section, list[Button]]:
    found: dict[Section, dict[str, Button]] = {section: {} for section in Section}
    for item in items:
        if reach_of(actor, item.needs):
            found[item.section][item.key] = Button(texts(item.key), item.action)
    return {section: list(buttons.values()) for section, buttons in found.items()}
