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


class ShowAnnouncement(CallbackData, prefix="anv"):
    announcement: int


class ShowUnreached(CallbackData, prefix="anu"):
    announcement: int


class Acknowledge(CallbackData, prefix="ack"):
    announcement: int


class AcknowledgeInDigest(CallbackData, prefix="akd"):
    """The digest stays as it is; the tap is answered by a toast."""

    announcement: int


MENU = (MenuItem(Section.CLASS, "menu-announce", OpenAnnouncing(), Action.ANNOUNCE_TO_CLASS),)
