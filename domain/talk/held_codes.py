"""One-time codes in what people write: whoever reads one may come in by it (2.3)."""

import re

from domain.roles.codes import parse_code
from domain.talk.wording import Wording

_PIECE = re.compile(r"(?<!\w)(?=(\w{4}[-–—_. \u00a0\u202f\n]?\w{4}[-–—_. \u00a0\u202f\n]?\w{3})(?!\w))")
"""Looks ahead, so that a word before a code does not hide it."""


def codes_in(wording: Wording) -> frozenset[str]:
    """Parsed: everything that passes the check character, in the text and behind its links."""
    said = [wording.text, *(entity.url for entity in wording.entities if entity.url)]
    found = (parse_code(piece.replace("\n", "")) for text in said for piece in _PIECE.findall(text))
    return frozenset(code for code in found if code is not None)
