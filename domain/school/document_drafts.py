"""What an editor brings: a file or a link, made harmless and given a title before anybody sees it."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from domain.errors import Refused

MOST_BYTES = 20 * 1024 * 1024
"""What a bot can fetch from Telegram."""
MOST_TITLE = 200
MOST_NAME = 120
MOST_LINK = 500
_LINK = re.compile(r"\S*://\S+")


@dataclass(eq=False)
class DocumentEmpty(Refused):
    """The file has no content."""


@dataclass(eq=False)
class DocumentTooBig(Refused):
    """More than Telegram lets a bot fetch."""


@dataclass(eq=False)
class DocumentNotUnderstood(Refused):
    """Neither a file nor a link."""


@dataclass(eq=False)
class LinkNotAccepted(Refused):
    """Only https, with a host and without a password in it."""


@dataclass(eq=False)
class TitleUnclear(Refused):
    """Nothing to read is left of it, or it is too long."""

    most: int


@dataclass(frozen=True, slots=True)
class Brought:
    """`title` as it is offered. Exactly one of `link` and `file_name`."""

    title: str
    link: str | None = None
    file_name: str | None = None


def brought_file(name: str | None, size: int | None, caption: str = "") -> Brought:
    """The title is the caption, else the file's name without its ending.

    Raises `DocumentEmpty`, `DocumentTooBig`. A size that Telegram does not tell is looked at when it is fetched.
    """
    if size is not None:
        check_size(size)
    file_name = safe_name(name or "")
    stem = re.sub(r"[_\s]+", " ", file_name.rpartition(".")[0] or file_name).strip()
    return Brought(clean(caption)[:MOST_TITLE] or stem[:MOST_TITLE], file_name=file_name)


def brought_link(text: str) -> Brought:
    """«Устав школы https://…»; without words the title is the address. Raises `LinkNotAccepted` and others."""
    found = _LINK.search(text)
    if found is None:
        raise DocumentNotUnderstood
    link = checked_link(found[0])
    words = clean(f"{text[: found.start()]} {text[found.end() :]}").strip(" —–-:")
    parts = urlsplit(link)
    return Brought((words or f"{parts.hostname}{parts.path}".rstrip("/"))[:MOST_TITLE], link=link)


def checked_link(link: str) -> str:
    """Raises `LinkNotAccepted`: for `javascript:`, for plain http, for «https://school.ru@elsewhere»."""
    try:
        parts = urlsplit(link)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        raise LinkNotAccepted from None
    good = parts.scheme.lower() == "https" and parts.hostname and "." in parts.hostname and port_fits
    if not good or "@" in parts.netloc or len(link) > MOST_LINK or clean(link) != link:
        raise LinkNotAccepted
    return link


def check_size(size: int) -> None:
    if size == 0:
        raise DocumentEmpty
    if size > MOST_BYTES:
        raise DocumentTooBig


def checked_title(text: str) -> str:
    """Raises `TitleUnclear`."""
    title = clean(text)
    if not title or len(title) > MOST_TITLE:
        raise TitleUnclear(MOST_TITLE)
    return title


def clean(text: str) -> str:
    """Without what is not seen and turns the rest around: control characters, marks of direction, private use."""
    seen = (" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(one for one in seen if one == " " or unicodedata.category(one)[0] != "C").split())


def safe_name(name: str) -> str:
    """The last part of a path, clean and no longer than it may be; its ending stays."""
    last = clean(re.split(r"[/\\:]", name)[-1]).lstrip(". ")
    stem, dot, ending = last.rpartition(".")
    if not dot or len(ending) > 8 or not ending.isalnum():
        stem, ending = last, ""
    stem = (stem or "document")[: MOST_NAME - len(ending) - 1]
    return f"{stem}.{ending}" if ending else stem


def archive_name(number: int, title: str, file_name: str) -> str:
    """For a ZIP, on any system: «0007-polozhenie.pdf» with letters, digits and dashes alone."""
    words = re.sub(r"[^\w]+", "-", clean(title).casefold()).strip("-_")[:60].strip("-")
    ending = file_name.rpartition(".")[2].casefold()
    ending = ending if ending.isascii() and ending.isalnum() and len(ending) <= 8 and ending != file_name else "bin"
    return f"{number:04d}-{words or 'document'}.{ending}"
