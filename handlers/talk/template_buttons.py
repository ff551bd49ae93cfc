"""What is tapped about templates: the list, one of them, and in a thread the one that is sent."""

from aiogram.filters.callback_data import CallbackData

from domain.ids import TemplateId, ThreadId
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenTemplates(CallbackData, prefix="vt"):
    page: int


class AddTemplate(CallbackData, prefix="vta"):
    pass


class ShowTemplate(CallbackData, prefix="vts"):
    template: int

    @property
    def number(self) -> TemplateId:
        return TemplateId(self.template)


class RemoveTemplate(ShowTemplate, prefix="vtr"):
    """`sure` False asks first."""

    sure: bool


class _InThread(CallbackData, prefix="_vti"):
    thread: int

    @property
    def where(self) -> ThreadId:
        return ThreadId(self.thread)


class ChooseTemplate(_InThread, prefix="vtc"):
    """«⭐ Шаблоны» in the form of an answer."""

    page: int


class UseTemplate(_InThread, prefix="vtu"):
    template: int

    @property
    def number(self) -> TemplateId:
        return TemplateId(self.template)


class SendTemplate(_InThread, prefix="vtx"):
    """`key` names the text that the screen shows, and no later one."""

    key: str


MENU = (MenuItem(Section.NOW_AND_THEN, "template-menu", OpenTemplates(page=0), Action.KEEP_TEMPLATES),)
