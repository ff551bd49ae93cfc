"""What is tapped in the audit log and on «кто смотрел»."""

from aiogram.filters.callback_data import CallbackData

from domain.ids import PersonId
from domain.roles.access import Action
from domain.roles.audit import AuditQuestion, Side
from handlers.kit.menu import MenuItem, Section


class _Asked(CallbackData, prefix="au"):
    """`person` 0: everyone; `what` empty: any deed."""

    days: int
    person: int
    side: Side
    what: str
    page: int
    changes: bool

    def question(self) -> AuditQuestion:
        person = PersonId(self.person) if self.person else None
        return AuditQuestion(self.days, person, self.side, self.what or None, max(self.page, 0), self.changes)


class SearchAudit(_Asked, prefix="aud"):
    pass


class ChooseDeed(_Asked, prefix="auw"):
    """By which deed the log is narrowed."""


class TakeAuditSheet(_Asked, prefix="aux"):
    pass


class WhoLookedAt(CallbackData, prefix="awl"):
    """Of oneself or an own child."""

    person: int
    page: int


FROM_MENU = SearchAudit(days=7, person=0, side=Side.OF, what="", page=0, changes=False)
MENU = (MenuItem(Section.NOW_AND_THEN, "privacy-menu-audit", FROM_MENU, Action.SEE_AUDIT),)
