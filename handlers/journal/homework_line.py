"""The chat line that sets homework: found among messages, with what is attached or replied to."""

import re
from dataclasses import dataclass

from aiogram.filters import BaseFilter
from aiogram.types import Message

from domain.journal.homework_kept import HomeworkFile
from handlers.journal.albums import Albums

_COMMAND = re.compile(r"^(?:/(?:dz|hw|дз)(?:@\w+)?|дз|д/з)(?=$|[\s,:])[\s,:]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class HomeworkLine:
    text: str
    files: tuple[HomeworkFile, ...]


class IsHomeworkLine(BaseFilter):
    """`/dz`, `/hw`, `/дз`, «дз …», as a text or as the caption of a photo or file; gives `line`."""

    async def __call__(self, message: Message) -> bool | dict[str, HomeworkLine]:
        found = _COMMAND.match((message.text or message.caption or "").strip())
        return {"line": _line(message, found["rest"].strip())} if found else False


class ContinuesAlbum(BaseFilter):
    """A later photo or file of an album of homework, which Telegram brings as a message of its own without a caption.

    Another's album, such as an announcement's, is left to whom it belongs.
    """

    async def __call__(self, message: Message, albums: Albums) -> bool:
        homework = albums.homework_of(message.media_group_id)
        return homework is not None and not message.caption and bool(files_of(message))


def files_of(message: Message | None) -> tuple[HomeworkFile, ...]:
    if message is None:
        return ()
    if message.photo:
        return (HomeworkFile("photo", message.photo[-1].file_id),)
    if message.document:
        return (HomeworkFile("document", message.document.file_id, message.document.file_name),)
    return ()


def _line(message: Message, rest: str) -> HomeworkLine:
    """What is replied to gives its files, and its words where the line has none of its own left."""
    replied = message.reply_to_message
    files = (*files_of(message), *files_of(replied))
    words = (replied.text or replied.caption or "").strip() if replied else ""
    return HomeworkLine(f"{rest} {words}".strip() if words and len(rest.split()) <= 3 else rest, files)
