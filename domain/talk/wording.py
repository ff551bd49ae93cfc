"""What a person wrote: words with their formatting, and what they attached, as Telegram gave it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Style(StrEnum):
    """Formatting that is carried on. Mentions of accounts are not: nobody's account is shown to others."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SPOILER = "spoiler"
    CODE = "code"
    PRE = "pre"
    BLOCKQUOTE = "blockquote"
    LINK = "text_link"


@dataclass(frozen=True, slots=True)
class Entity:
    """`offset` and `length` count UTF-16 code units, as Telegram does. `url`: of a LINK, http or https."""

    style: Style
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.text.strip()

    def kept(self) -> list[dict[str, Any]] | None:
        """The formatting as JSON; None: there is none."""
        return [
            {"style": one.style.value, "offset": one.offset, "length": one.length}
            | ({"url": one.url} if one.url else {})
            for one in self.entities
        ] or None

    @classmethod
    def of(cls, text: str, kept: Sequence[Mapping[str, Any]] | None) -> "Wording":
        """As `kept` gave it away."""
        entities = (Entity(Style(one["style"]), one["offset"], one["length"], one.get("url")) for one in kept or ())
        return cls(text, tuple(entities))


class FileKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"


@dataclass(frozen=True, slots=True)
class Attachment:
    """`file_id`: Telegram's name of the file, good for this bot alone; `source`: the author's message that has it."""

    kind: FileKind
    file_id: str
    name: str | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """What a person sends. `account_message`: their own message's number; `album`: Telegram's name of its album."""

    wording: Wording
    files: tuple[Attachment, ...] = ()
    account_message: int = 0
    album: str | None = None

    @property
    def empty(self) -> bool:
        return self.wording.empty and not self.files
