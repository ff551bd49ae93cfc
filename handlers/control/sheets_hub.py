"""«📄 Ведомости»: all sheets that somebody may print, the likeliest first, whichever area makes them."""

from handlers.control import paper_buttons, sheets_buttons
from handlers.control.sheet_items import SheetItem

SHEETS: tuple[SheetItem, ...] = (
    *sheets_buttons.OF_CLASS,
    *sheets_buttons.OF_TEACHER,
    *paper_buttons.SHEETS,
)
