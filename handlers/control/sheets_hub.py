"""«📄 Ведомости»: all sheets that somebody may print, the likeliest first, whichever area makes them."""

from handlers.control.sheet_items import SheetItem

SHEETS: tuple[SheetItem, ...] = ()
"""Each area adds its own: `*paper_buttons.SHEETS`."""
