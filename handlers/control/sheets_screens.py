"""The hub of sheets."""

from collections.abc import Iterable, Sequence

from domain.roles.access import reach_of
from domain.roles.people import Actor
from handlers.control.sheet_items import SheetItem
from handlers.kit.screen import Button, Screen
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Texts


def hub(texts: Texts, actor: Actor, items: Iterable[SheetItem]) -> Screen:
    """A row for each sheet that a role of the reader reaches, without repeats."""
    mine = {one.key: Button(texts(one.key), one.action) for one in items if reach_of(actor, one.needs)}
    rows: Sequence[Sequence[Button]] = [[button] for button in mine.values()]
    return Screen(texts("sheets-hub" if rows else "sheets-hub-empty"), [*rows, [Button(texts("to-menu"), OpenMenu())]])
