"""The preview of an announcement, put before its sender."""

from datetime import datetime

from aiogram.types import InaccessibleMessage, Message

from domain.roles.people import Actor
from domain.talk.announcements import Preview
from handlers.kit.files import show_files
from handlers.kit.show import put
from handlers.talk.announcing_preview_screens import as_received
from handlers.texts.translator import Texts


async def show_as_received(
    message: Message | InaccessibleMessage, preview: Preview, actor: Actor, now: datetime, texts: Texts
) -> None:
    assert message.bot is not None
    await show_files(message.bot, message.chat.id, preview.draft.files)
    await put(message, as_received(preview, actor, now, texts))
