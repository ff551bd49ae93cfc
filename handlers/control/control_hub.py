"""What else of control there is, from its first page: each area lists its own, a person sees what their roles reach."""

from domain.roles.access import Action
from handlers.control import analysis_buttons, inspection_buttons, overview_buttons
from handlers.control.class_duties_buttons import OpenClassDuties, OpenLate
from handlers.control.sheets_buttons import OpenSheets
from handlers.kit.menu import MenuItem, Section

ITEMS: tuple[MenuItem, ...] = (
    *analysis_buttons.MENU,
    *overview_buttons.HUB,
    *inspection_buttons.HUB,
    MenuItem(Section.CLASS, "class-duties-menu", OpenClassDuties(), Action.SEE_CLASS_DUTIES),
    MenuItem(Section.CLASS, "class-duties-late-menu", OpenLate(), Action.SEE_CONTROL),
    MenuItem(Section.CLASS, "sheets-menu", OpenSheets(), Action.SEE_CLASS_SHEETS),
)
