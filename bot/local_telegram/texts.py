"""From what the bot sends to what a message holds: markup parsed, blanks cut off, limits held."""

import re
from collections.abc import Sequence
from typing import Any

from aiogram.client.default import Default
from aiogram.types import MessageEntity

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import bad_request
from bot.local_telegram.html import HtmlText, in_order, unparsed, utf16_length

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\u2028\u2029\u202d\u202e]")
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)»])"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}\b)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d])\w{1,256})"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
)
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "url"})


def message_text(text: str | None, parse_mode: Any, entities: Sequence[MessageEntity] | None) -> tuple[str, list[JSON]]:
    """Raises Telegram's refusals of an empty or too long text (4096 code points after entities)."""
    plain, found = formatted(text or "", parse_mode, entities)
    if not plain:
        raise bad_request("message text is empty")
    if len(plain) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return plain, found


def caption_text(text: str | None, parse_mode: Any, entities: Sequence[MessageEntity] | None) -> tuple[str, list[JSON]]:
    """A caption may be empty; 1024 code points after entities."""
    plain, found = formatted(text or "", parse_mode, entities)
    if len(plain) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return plain, found


def formatted(source: str, parse_mode: Any, entities: Sequence[MessageEntity] | None) -> tuple[str, list[JSON]]:
    """A parse mode wins over entities given beside it, as at Telegram."""
    mode = "" if parse_mode is None or isinstance(parse_mode, Default) else str(parse_mode).lower()
    source = CONTROL.sub(" ", source.replace("\r", "")) if CONTROL.search(source) or "\r" in source else source
    if mode == "html":
        plain, marked = HtmlText(source).parse()
    elif mode == "":
        plain, marked = source, given_entities(source, entities or ())
    elif mode in ("markdown", "markdownv2"):
        raise unparsed("this local Telegram reads HTML only; send entities or parse_mode=HTML")
    else:
        raise bad_request("unsupported parse_mode")
    plain, marked = trimmed(plain, marked)
    return plain, with_found(plain, marked)


def given_entities(text: str, entities: Sequence[MessageEntity]) -> list[JSON]:
    if not entities:
        return []
    end = utf16_length(text)
    for entity in entities:
        if entity.offset < 0 or entity.length < 0 or entity.offset > end:
            raise bad_request(f"entity begins at UTF-16 offset {entity.offset}, outside of the text")
        if entity.offset + entity.length > end:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset "
                f"{entity.offset + entity.length}"
            )
    return in_order([entity.model_dump(mode="json", exclude_none=True) for entity in entities if entity.length])


def trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """Blanks at both ends are cut off, and the entities with them."""
    bare = text.strip()
    if len(bare) == len(text) or not entities:
        return bare, entities
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(bare)
    kept: list[JSON] = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] + entity["length"] - shift, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return bare, kept


def with_found(text: str, entities: list[JSON]) -> list[JSON]:
    """Telegram itself marks links, mentions, hashtags and commands, in people's texts and in the bot's."""
    if not ("/" in text or "@" in text or "#" in text):
        return entities
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in OPAQUE]
    found: list[JSON] = []
    for match in FOUND.finditer(text):
        start = utf16_length(text[: match.start()])
        length = utf16_length(match[0])
        if not any(start < stop and begin < start + length for begin, stop in taken):
            found.append({"type": match.lastgroup, "offset": start, "length": length})
    return in_order(entities + found) if found else entities
