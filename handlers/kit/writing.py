"""What a person sends, as it is carried on: words with their formatting, and files by Telegram's names of them.

A forward counts as the writer's own words: whom it came from is not looked at, so nobody's name travels along.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from aiogram.types import Message, MessageEntity

from domain.errors import Refused
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording, Writing

MOST = 4096
"""Characters of a text, as Telegram's."""
MOST_NAME = 200
MOST_FILE_ID = 200
MOST_URL = 2000
_NOT_KEPT = re.compile(r"[\x00-\x09\x0b-\x1f\u202d\u202e]")
"""Control characters, which databases refuse, and such as turn the reading order round."""
_STYLES = {
    "bold": Style.BOLD,
    "italic": Style.ITALIC,
    "underline": Style.UNDERLINE,
    "strikethrough": Style.STRIKETHROUGH,
    "spoiler": Style.SPOILER,
    "code": Style.CODE,
    "pre": Style.PRE,
    "blockquote": Style.BLOCKQUOTE,
    "expandable_blockquote": Style.BLOCKQUOTE,
    "text_link": Style.LINK,
}


@dataclass(eq=False)
class ContactNotPassed(Refused):
    """Phone numbers are not handed round."""


@dataclass(eq=False)
class PlaceNotPassed(Refused):
    """A location on the map."""


@dataclass(eq=False)
class StickerNotPassed(Refused):
    """A sticker, a die, a game, a gift."""


@dataclass(eq=False)
class PollNotPassed(Refused):
    """A poll or a check list of Telegram's own shows who made and answered it."""


@dataclass(eq=False)
class WritingNotPassed(Refused):
    """A kind of message that is neither words nor a file."""


@dataclass(eq=False)
class WritingTooLong(Refused):
    length: int
    most: int = MOST


_REFUSED: tuple[tuple[tuple[str, ...], type[Refused]], ...] = (
    (("contact", "users_shared", "user_shared", "chat_shared"), ContactNotPassed),
    (("location", "venue"), PlaceNotPassed),
    (("sticker", "dice", "game", "gift", "unique_gift"), StickerNotPassed),
    (("poll", "checklist"), PollNotPassed),
    (("story", "paid_media", "invoice"), WritingNotPassed),
)


async def writing_of(message: Message) -> Writing:
    """A new message or an edited one. Raises the refusals above for what is not carried on."""
    for names, refusal in _REFUSED:
        if any(getattr(message, name, None) is not None for name in names):
            raise refusal
    files = tuple(_files_of(message))
    text = message.text if message.text is not None else message.caption
    if text is None and not files:
        raise WritingNotPassed
    wording = wording_of(text or "", message.entities or message.caption_entities or ())
    return Writing(wording, files, message.message_id, message.media_group_id)


def wording_of(text: str, entities: Iterable[MessageEntity]) -> Wording:
    """Formatting is kept but for mentions and custom emoji, links but for other protocols' than http and https."""
    if len(text) > MOST:
        raise WritingTooLong(len(text))
    kept = tuple(
        Entity(_STYLES[one.type], one.offset, one.length, one.url if one.type == "text_link" else None)
        for one in entities
        if one.type in _STYLES and (one.type != "text_link" or is_web(one.url))
    )
    return Wording(_NOT_KEPT.sub(" ", text), kept)


def is_web(url: str | None) -> bool:
    """False too for an address that hides where it leads behind a name before «@»."""
    try:
        parts = urlsplit(url or "")
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and _fits(url)
    except ValueError:
        return False


def _fits(url: str | None) -> bool:
    return len(url or "") <= MOST_URL


def _files_of(message: Message) -> Iterable[Attachment]:
    """At most one: each picture of an album is a message. An animation is a document to older programs and to us."""
    found: tuple[FileKind, str, str | None] | None = None
    if message.photo:
        found = FileKind.PHOTO, message.photo[-1].file_id, None
    elif message.document:
        found = FileKind.DOCUMENT, message.document.file_id, message.document.file_name
    elif message.animation:
        found = FileKind.DOCUMENT, message.animation.file_id, message.animation.file_name
    elif message.video:
        found = FileKind.VIDEO, message.video.file_id, message.video.file_name
    elif message.audio:
        found = FileKind.AUDIO, message.audio.file_id, message.audio.file_name or message.audio.title
    elif message.voice:
        found = FileKind.VOICE, message.voice.file_id, None
    elif message.video_note:
        found = FileKind.VIDEO_NOTE, message.video_note.file_id, None
    if found is None:
        return
    kind, file_id, name = found
    if len(file_id) > MOST_FILE_ID:
        raise WritingNotPassed
    yield Attachment(kind, file_id, _shortened(name), message.message_id)


def _shortened(name: str | None) -> str | None:
    """Of a name that is too long, the ending stays."""
    if name is None or len(name) <= MOST_NAME:
        return name and (_NOT_KEPT.sub(" ", name).strip() or None)
    ending = PurePath(name).suffix[-20:]
    return f"{_NOT_KEPT.sub(' ', name)[: MOST_NAME - len(ending)]}{ending}"
