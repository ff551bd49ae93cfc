"""Files that people have sent, under Telegram's names of them: how they go together, and shown to somebody again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo

from domain.talk.wording import Attachment, FileKind

MOST_ALBUM = 10
_TOGETHER: Mapping[FileKind, str] = {
    FileKind.PHOTO: "seen",
    FileKind.VIDEO: "seen",
    FileKind.DOCUMENT: "document",
    FileKind.AUDIO: "audio",
}
"""What Telegram mixes in one album; voice and video notes it takes one by one."""
_MEDIA = {
    FileKind.PHOTO: InputMediaPhoto,
    FileKind.VIDEO: InputMediaVideo,
    FileKind.DOCUMENT: InputMediaDocument,
    FileKind.AUDIO: InputMediaAudio,
}


def groups(files: Sequence[Attachment]) -> Iterator[Sequence[Attachment]]:
    """As albums where Telegram allows one, in the order in which the first of each came."""
    alike: dict[str, list[Attachment]] = {}
    for place, file in enumerate(files):
        alike.setdefault(_TOGETHER.get(file.kind, f"alone {place}"), []).append(file)
    for group in alike.values():
        yield from (group[start : start + MOST_ALBUM] for start in range(0, len(group), MOST_ALBUM))


async def show_files(bot: Bot, chat_id: int, files: Sequence[Attachment]) -> int:
    """Without a sound. How many Telegram no longer has: one of them does not take its album along."""
    lost = 0
    waiting = list(groups(files))
    while waiting:
        group = waiting.pop(0)
        try:
            await bot(_sending(chat_id, group))
        except TelegramBadRequest:
            waiting[:0] = [[file] for file in group] if len(group) > 1 else []
            lost += len(group) == 1
    return lost


def _sending(chat_id: int, group: Sequence[Attachment]) -> TelegramMethod[Any]:
    if len(group) > 1:
        media = [_MEDIA[file.kind](media=file.file_id) for file in group]
        return SendMediaGroup(chat_id=chat_id, media=media, disable_notification=True)
    [file] = group
    match file.kind:
        case FileKind.PHOTO:
            return SendPhoto(chat_id=chat_id, photo=file.file_id, disable_notification=True)
        case FileKind.DOCUMENT:
            return SendDocument(chat_id=chat_id, document=file.file_id, disable_notification=True)
        case FileKind.VIDEO:
            return SendVideo(chat_id=chat_id, video=file.file_id, disable_notification=True)
        case FileKind.AUDIO:
            return SendAudio(chat_id=chat_id, audio=file.file_id, disable_notification=True)
        case FileKind.VOICE:
            return SendVoice(chat_id=chat_id, voice=file.file_id, disable_notification=True)
        case FileKind.VIDEO_NOTE:
            return SendVideoNote(chat_id=chat_id, video_note=file.file_id, disable_notification=True)
