"""The requests that carry a message of the outbox: text, a file with a caption, an album, their edits."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from aiogram.methods import TelegramMethod

from domain.talk.wording import Attachment, FileKind
from handlers.kit.splitting import MOST, MOST_CAPTION, parts
from handlers.kit.wire import Drawn, Keyboard, Recaption, Redraw, Say


class PushedSay(Say):
    """A message of the outbox: it is never tried again without its row being asked."""

    of_outbox: ClassVar[bool] = True
    reply_parameters: dict[str, Any] | None = None


class PushedRedraw(Redraw):
    of_outbox: ClassVar[bool] = True


class PushedRecaption(Recaption):
    of_outbox: ClassVar[bool] = True


class PushedDrawn(Drawn):
    of_outbox: ClassVar[bool] = True


class PushedFile(TelegramMethod[Any]):
    """Telegram's answer comes back as it is."""

    of_outbox: ClassVar[bool] = True
    __returning__ = Any
    __api_method__ = ""

    chat_id: int
    caption: str | None = None
    parse_mode: str | None = "HTML"
    disable_notification: bool | None = None
    reply_markup: Keyboard | None = None


class PushedPhoto(PushedFile):
    __api_method__ = "sendPhoto"
    photo: str


class PushedDocument(PushedFile):
    __api_method__ = "sendDocument"
    document: str


class PushedVideo(PushedFile):
    __api_method__ = "sendVideo"
    video: str


class PushedAudio(PushedFile):
    __api_method__ = "sendAudio"
    audio: str


class PushedVoice(PushedFile):
    __api_method__ = "sendVoice"
    voice: str


class PushedVideoNote(PushedFile):
    """Has no caption."""

    __api_method__ = "sendVideoNote"
    video_note: str


class PushedAlbum(TelegramMethod[Any]):
    of_outbox: ClassVar[bool] = True
    __returning__ = Any
    __api_method__ = "sendMediaGroup"

    chat_id: int
    media: list[dict[str, str]]
    disable_notification: bool = True


Pushed = PushedSay | PushedDrawn | PushedRedraw | PushedRecaption | PushedFile | PushedAlbum
_FILES: Mapping[FileKind, type[PushedFile]] = {
    FileKind.PHOTO: PushedPhoto,
    FileKind.DOCUMENT: PushedDocument,
    FileKind.VIDEO: PushedVideo,
    FileKind.AUDIO: PushedAudio,
    FileKind.VOICE: PushedVoice,
    FileKind.VIDEO_NOTE: PushedVideoNote,
}


def of_file(chat_id: int, file: Attachment, **more: Any) -> PushedFile:
    return _FILES[file.kind].model_validate({"chat_id": chat_id, file.kind.value: file.file_id, **more})


def of_group(chat_id: int, group: Sequence[Attachment]) -> PushedFile | PushedAlbum:
    """Without a sound: the text that follows rings."""
    if len(group) == 1:
        return of_file(chat_id, group[0], disable_notification=True)
    return PushedAlbum(chat_id=chat_id, media=[{"type": file.kind.value, "media": file.file_id} for file in group])


def is_captioned(html: str, files: Sequence[Attachment]) -> bool:
    """One file under which the whole text fits goes as one message with it."""
    alone = len(files) == 1 and files[0].kind is not FileKind.VIDEO_NOTE
    return alone and len(parts(html, MOST_CAPTION)) == 1


def cut(html: str, most: int = MOST) -> str:
    """For one message that cannot become several."""
    kept = parts(html, most)
    return kept[0] if len(kept) == 1 else f"{parts(html, most - 1)[0]}…"
