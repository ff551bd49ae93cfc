"""«📄 Ведомости»: all sheets that somebody may print, the likeliest first, whichever area makes them."""

from handlers.control import sheets_buttons
from handlers.control.sheet_items import SheetItem

SHEETS: tuple[SheetItem, ...] = (
    *sheets_buttons.OF_TEACHER,
    *sheets_buttons.OF_CLASS,
)
"""Each area adds its own: `*paper_buttons.SHEETS`."""
