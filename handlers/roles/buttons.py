"""What is tapped about getting in, oneself and a class's access."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenMenu(CallbackData, prefix="mn"):
    pass


class OpenMore(CallbackData, prefix="mo"):
    """The rest of the menu."""


class OpenMenuBelow(CallbackData, prefix="mb"):
    """From a message that goes on changing by itself: the menu comes as a new one."""


class ShowMe(CallbackData, prefix="me"):
    pass


class Help(CallbackData, prefix="hp"):
    pass


class Consent(CallbackData, prefix="co"):
    """`version`: of the text above it. `code` is empty for one who has come in already."""

    version: int
    yes: bool
    code: str = ""


class Speak(CallbackData, prefix="sp"):
    language: str


class Leave(CallbackData, prefix="lv"):
    """`account` 0: everywhere. `sure` False asks first."""

    account: int
    sure: bool


class ClassAccess(CallbackData, prefix="ca"):
    school_class: int
    page: int


class OnePerson(CallbackData, prefix="cp"):
    school_class: int
    page: int
    person: int


class NewCodeFor(CallbackData, prefix="cc"):
    school_class: int
    page: int
    person: int


class ShowQr(CallbackData, prefix="cq"):
    """The code that the screen above shows."""

    code: str


class NotInYet(CallbackData, prefix="ckn"):
    """The class's list, narrowed to who has not come in."""

    school_class: int
    page: int


class AskSlips(CallbackData, prefix="cka"):
    school_class: int


class PrintSlips(CallbackData, prefix="ckp"):
    """`last_code`: the class's newest when the question was asked; given out since, the tap is refused."""

    school_class: int
    last_code: int


class SlipOf(CallbackData, prefix="cko"):
    """The code that the screen above shows."""

    school_class: int
    code: str


class Revoke(CallbackData, prefix="cr"):
    school_class: int
    page: int
    person: int
    sure: bool


MENU = (
    MenuItem(Section.CLASS, "roles-menu-access", ClassAccess(school_class=0, page=0), Action.SEE_CLASS_ACCESS),
    MenuItem(Section.NOW_AND_THEN, "roles-menu-me", ShowMe(), Action.SEE_OWN_ACCESS),
)
