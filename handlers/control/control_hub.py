"""What else of control there is, from its first page: each area lists its own, a person sees what their roles reach."""

from handlers.control import inspection_buttons, overview_buttons
from handlers.kit.menu import MenuItem

ITEMS: tuple[MenuItem, ...] = (*overview_buttons.HUB, *inspection_buttons.HUB)
