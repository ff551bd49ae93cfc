"""Files that somebody has sent, shown to them again under Telegram's names of them."""

from collections.abc import Sequence
from itertools import groupby

from aiogram import Bot
from aiogram.types import InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo

from domain.talk.wording import Attachment, FileKind

_MEDIA = {
    FileKind.PHOTO: InputMediaPhoto,
    FileKind.VIDEO: InputMediaVideo,
    FileKind.DOCUMENT: InputMediaDocument,
    FileKind.AUDIO: InputMediaAudio,
}
_TOGETHER = {FileKind.PHOTO: "seen", FileKind.VIDEO: "seen", FileKind.DOCUMENT: "document", FileKind.AUDIO: "audio"}
"""What Telegram mixes in one album; voice and video notes it takes one by one."""
MOST_ALBUM = 10


async def show_files(bot: Bot, chat_id: int, files: Sequence[Attachment]) -> None:
    """Without a sound, in albums where they can be."""
    for _, together in groupby(files, lambda one: _TOGETHER.get(one.kind, f"{one.kind}{one.file_id}")):
        group = list(together)[:MOST_ALBUM]
        if len(group) == 1:
            await _show_one(bot, chat_id, group[0])
        else:
            media = [_MEDIA[one.kind](media=one.file_id) for one in group]
            await bot.send_media_group(chat_id, media, disable_notification=True)


async def _show_one(bot: Bot, chat_id: int, file: Attachment) -> None:
    match file.kind:
        case FileKind.PHOTO:
            await bot.send_photo(chat_id, file.file_id, disable_notification=True)
        case FileKind.DOCUMENT:
            await bot.send_document(chat_id, file.file_id, disable_notification=True)
        case FileKind.VIDEO:
            await bot.send_video(chat_id, file.file_id, disable_notification=True)
        case FileKind.AUDIO:
            await bot.send_audio(chat_id, file.file_id, disable_notification=True)
        case FileKind.VOICE:
            await bot.send_voice(chat_id, file.file_id, disable_notification=True)
        case FileKind.VIDEO_NOTE:
            await bot.send_video_note(chat_id, file.file_id, disable_notification=True)
