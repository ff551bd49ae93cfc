"""Telegram's HTML parse mode: the tags, the order of checks and the error texts of its own parser (TDLib)."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import Refused, bad_request

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset(SIMPLE) | {"a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(
    r"&(?:#(?P<number>[0-9]{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>lt|gt|amp|quot)(?![A-Za-z]));?"
)
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
SPACE = re.compile(r"\s*")
PLAIN = re.compile(r"[^<&]+")


def utf16_length(text: str) -> int:
    """Length as Telegram counts offsets: characters outside the basic plane are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class Attribute(NamedTuple):
    name: str
    value: str | None


@dataclass(slots=True)
class OpenTag:
    name: str
    attributes: dict[str, str | None]
    offset: int
    piece: int


class HtmlText:
    """One pass over the markup; `text` and `entities` are the outcome of `parse`."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._offset = 0
        self._pieces: list[str] = []
        self._open: list[OpenTag] = []
        self._entities: list[JSON] = []

    def parse(self) -> tuple[str, list[JSON]]:
        """The plain text and its entities, sorted as Telegram sorts them; raises Refused."""
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "<":
                self._tag()
            elif character == "&":
                self._reference()
            else:
                self._plain()
        if self._open:
            raise unparsed(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return "".join(self._pieces), in_order(self._entities)

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._offset += utf16_length(piece)

    def _plain(self) -> None:
        match = PLAIN.match(self._source, self._at)
        assert match is not None
        self._at = match.end()
        self._put(match[0])

    def _reference(self) -> None:
        self._put(self._decoded_reference())

    def _decoded_reference(self) -> str:
        """The character that a reference stands for; an unknown one (&nbsp;) stays as it is."""
        match = REFERENCE.match(self._source, self._at)
        character = decoded(match) if match else None
        if match is None or character is None:
            self._at += 1
            return "&"
        self._at = match.end()
        return character

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._source.startswith("/", self._at):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._at)
        assert match is not None
        self._at = match.end()
        return match[0]

    def _next(self) -> str:
        """The character here; empty at the end."""
        return self._source[self._at : self._at + 1]

    def _place(self, index: int) -> str:
        return f"at byte offset {len(self._source[:index].encode())}"

    def _start_tag(self, begin: int) -> None:
        name = self._take(TAG_NAME).lower()
        if not self._next():
            raise unparsed(f"Unclosed start tag {self._place(begin)}")
        if name not in TAGS:
            raise unparsed(f'Unsupported start tag "{name}" {self._place(begin)}')
        attributes: dict[str, str | None] = {}
        while self._take(SPACE) or self._next() != ">":
            if self._next() == ">":
                break
            attribute = self._attribute(name, begin)
            attributes[attribute.name] = attribute.value
        self._at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise unparsed(f'Tag "span" must have class "tg-spoiler" {self._place(begin)}')
        self._open.append(OpenTag(name, attributes, self._offset, len(self._pieces)))

    def _attribute(self, tag: str, begin: int) -> Attribute:
        name = self._take(ATTRIBUTE_NAME).lower()
        if not name:
            if not self._next():
                raise unparsed(f'Unclosed start tag "{tag}" {self._place(begin)}')
            raise unparsed(f'Empty attribute name in the tag "{tag}" {self._place(begin)}')
        self._take(SPACE)
        if self._next() != "=":
            if not self._next():
                raise unparsed(f'Unclosed start tag "{tag}" {self._place(begin)}')
            return Attribute(name, None)
        self._at += 1
        self._take(SPACE)
        value = self._quoted(self._next()) if self._next() in ("'", '"') else self._token()
        if not self._next():
            raise unparsed(f"Unclosed start tag {self._place(begin)}")
        return Attribute(name, value)

    def _token(self) -> str:
        begin = self._at
        value = self._take(NAME_TOKEN).lower()
        if self._next() and not self._next().isspace() and self._next() != ">":
            raise unparsed(f"Unexpected end of name token {self._place(begin)}")
        return value

    def _quoted(self, quote: str) -> str:
        self._at += 1
        value = ""
        while self._next() and self._next() != quote:
            if self._next() == "&":
                value += self._decoded_reference()
            else:
                value += self._next()
                self._at += 1
        self._at += 1
        return value

    def _end_tag(self, begin: int) -> None:
        if not self._open:
            raise unparsed(f"Unexpected end tag {self._place(begin)}")
        self._at += 1
        name = self._take(TAG_NAME)
        self._take(SPACE)
        if self._next() != ">":
            raise unparsed(f"Unclosed end tag {self._place(begin)}")
        self._at += 1
        tag = self._open.pop()
        if name not in ("", tag.name):
            expected = f'expected "</{tag.name}>", found "</{name}>"'
            raise unparsed(f"Unmatched end tag {self._place(begin)}, {expected}")
        if self._offset > tag.offset:
            self._close(tag)

    def _close(self, tag: OpenTag) -> None:
        entity: JSON = {"type": "", "offset": tag.offset, "length": self._offset - tag.offset}
        if tag.name in SIMPLE:
            entity["type"] = SIMPLE[tag.name]
        elif tag.name == "a":
            entity |= link(tag.attributes.get("href") or "".join(self._pieces[tag.piece :]))
        elif tag.name == "blockquote":
            entity["type"] = "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"
        elif tag.name == "tg-emoji":
            entity |= {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id") or ""}
        elif tag.name == "tg-time":
            entity |= moment(tag.attributes)
        else:
            return self._close_code(tag, entity)
        if entity["type"]:
            self._entities.append(entity)
        return None

    def _close_code(self, tag: OpenTag, entity: JSON) -> None:
        """`<pre><code class="language-x">` is one block with a language."""
        inside = self._entities[-1] if self._entities else None
        covers = inside is not None and all(inside[key] == entity[key] for key in ("offset", "length"))
        if tag.name == "pre":
            if covers and inside is not None and inside["type"] == "code" and "language" in inside:
                inside["type"] = "pre"
                return
            self._entities.append(entity | {"type": "pre"})
            return
        language = tag.attributes.get("class") or ""
        known = {"language": language[9:]} if language.startswith("language-") else {}
        self._entities.append(entity | {"type": "code"} | known)


def unparsed(text: str) -> Refused:
    return bad_request(f"can't parse entities: {text}")


def decoded(match: re.Match[str]) -> str | None:
    if match["name"]:
        return NAMED[match["name"]]
    code = int(match["number"]) if match["number"] else int(match["hex"], 16)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def link(url: str) -> JSON:
    """A link's entity; Telegram silently drops a link that is no address."""
    user = re.fullmatch(r"tg://user\?id=([0-9]+)", url)
    if user:
        return {"type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": ""}}
    if re.match(r"(?:https?|tg|tonsite|mailto|tel):", url):
        return {"type": "text_link", "url": url}
    if re.fullmatch(r"[^\s/@]+\.[^\s/.@]{2,}(?:/\S*)?", url):
        return {"type": "text_link", "url": f"http://{url}"}
    return {"type": ""}


def moment(attributes: dict[str, str | None]) -> JSON:
    """A `<tg-time>`: shown in the reader's own zone and form."""
    unix = attributes.get("unix") or ""
    if not unix.isascii() or not unix.isdigit():
        return {"type": ""}
    known = {"date_time_format": attributes["format"]} if attributes.get("format") else {}
    return {"type": "date_time", "unix_time": int(unix)} | known


def in_order(entities: list[JSON]) -> list[JSON]:
    """By place, the longer first. A `code` keeps no language outside a `pre`."""
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
