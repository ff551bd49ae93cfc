"""What is tapped in `/inbox`."""

from aiogram.filters.callback_data import CallbackData

from domain.ids import ThreadId
from domain.roles.access import Action
from domain.talk.inbox import Heading
from handlers.kit.menu import MenuItem, Section

EVERYTHING = "-"
"""In place of a heading: all of them."""


class OpenInbox(CallbackData, prefix="vio"):
    """Everything, from the first page."""


class TurnInbox(CallbackData, prefix="vip"):
    """`heading`: a `Heading`, or `EVERYTHING`."""

    heading: str
    page: int

    @property
    def of(self) -> Heading | None:
        return heading_of(self.heading)


class SettleInInbox(TurnInbox, prefix="vix"):
    """«Ответ не нужен», and the same page again."""

    thread: int

    @property
    def which(self) -> ThreadId:
        return ThreadId(self.thread)


class ShowAsking(CallbackData, prefix="via"):
    """Announcements that ask for something."""


class TakeThread(CallbackData, prefix="vif"):
    """The thread as a file."""

    thread: int

    @property
    def which(self) -> ThreadId:
        return ThreadId(self.thread)


def heading_of(said: str) -> Heading | None:
    """What is no heading is all of them."""
    return Heading(said) if said in set(Heading) else None


MENU = (MenuItem(Section.OWN, "inbox-menu", OpenInbox(), Action.SEE_THREAD),)
