"""«📄 Ведомости»: all sheets that somebody may print, the likeliest first, whichever area makes them."""

from handlers.control import paper_buttons
from handlers.control.sheet_items import SheetItem

SHEETS: tuple[SheetItem, ...] = (*paper_buttons.SHEETS,)
"""Each area adds its own: `*paper_buttons.SHEETS`."""
