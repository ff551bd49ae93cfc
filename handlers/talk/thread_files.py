"""Files of a message, sent anew by Telegram's names of them to who asks for them."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    SendAudio,
    SendDocument,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import Message

from domain.talk.wording import Attachment, FileKind


async def send_files(bot: Bot, chat_id: int, files: Sequence[Attachment]) -> int:
    """How many Telegram no longer has."""
    lost = 0
    for one in files:
        try:
            await bot(_sending(chat_id, one))
        except TelegramBadRequest:
            lost += 1
    return lost


def _sending(chat_id: int, file: Attachment) -> TelegramMethod[Message]:
    match file.kind:
        case FileKind.PHOTO:
            return SendPhoto(chat_id=chat_id, photo=file.file_id)
        case FileKind.DOCUMENT:
            return SendDocument(chat_id=chat_id, document=file.file_id)
        case FileKind.VIDEO:
            return SendVideo(chat_id=chat_id, video=file.file_id)
        case FileKind.AUDIO:
            return SendAudio(chat_id=chat_id, audio=file.file_id)
        case FileKind.VOICE:
            return SendVoice(chat_id=chat_id, voice=file.file_id)
        case FileKind.VIDEO_NOTE:
            return SendVideoNote(chat_id=chat_id, video_note=file.file_id)
