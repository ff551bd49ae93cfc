"""What is tapped about documents. A document is named by one of its versions; `key` names the draft of the screen."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from domain.school.documents import DocumentAudience
from handlers.kit.menu import MenuItem, Section


class OpenDocuments(CallbackData, prefix="dcs"):
    page: int


class OpenDocument(CallbackData, prefix="dco"):
    document: int


class SendDocument(CallbackData, prefix="dcf"):
    """The file of this very version, as a message below."""

    document: int


class ConfirmDocument(CallbackData, prefix="dca"):
    """«Ознакомлен(а)»"""

    document: int


class ShowEarlier(CallbackData, prefix="dch"):
    document: int


class BringDocument(CallbackData, prefix="dcn"):
    """`replaces` 0: a new document; else the next version of that one."""

    replaces: int


class ShowDraft(CallbackData, prefix="dcb"):
    key: str


class DraftFor(CallbackData, prefix="dcu"):
    key: str
    audience: DocumentAudience


class DraftAsks(CallbackData, prefix="dck"):
    key: str
    asks: bool


class RetitleDraft(CallbackData, prefix="dct"):
    key: str


class RedateDraft(CallbackData, prefix="dcd"):
    key: str


class PublishDocument(CallbackData, prefix="dcp"):
    key: str


class WithdrawDocument(CallbackData, prefix="dcw"):
    """`sure` False asks first."""

    document: int
    sure: bool


class ShowWhoRead(CallbackData, prefix="dcr"):
    document: int


class ShowClassReading(CallbackData, prefix="dcc"):
    document: int
    school_class: int


class RemindReaders(CallbackData, prefix="dcm"):
    document: int


class PackDocuments(CallbackData, prefix="dcz"):
    pass


MENU = (MenuItem(Section.NOW_AND_THEN, "documents-menu", OpenDocuments(page=0), Action.SEE_DOCUMENTS),)
