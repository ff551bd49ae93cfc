"""Typed callback data of announcements."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from domain.talk.audiences import Audience
from handlers.kit.menu import MenuItem, Section


class OpenAnnouncing(CallbackData, prefix="ano"):
    """«Написать классу»"""


class AnnounceToClass(CallbackData, prefix="anc"):
    class_id: int


class AnnounceTo(CallbackData, prefix="ant"):
    class_id: int
    audience: Audience


class SendAnnouncement(CallbackData, prefix="ans"):
    """`key` names the draft that the screen shows, and no later one."""

    key: str


class DropAnnouncement(CallbackData, prefix="anx"):
    key: str


MENU = (MenuItem(Section.CLASS, "menu-announce", OpenAnnouncing(), Action.ANNOUNCE_TO_CLASS),)
