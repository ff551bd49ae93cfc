"""What else of control there is, from its first page: each area lists its own, a person sees what their roles reach."""

from handlers.kit.menu import MenuItem

ITEMS: tuple[MenuItem, ...] = ()
