"""One-time codes: ten random characters of Crockford's base32 (50 bits) and a check character.

The check is a sum over GF(32) (reduction polynomial x^5 + x^2 + 1), weighted by powers of the generator: it finds every
single wrong character and every swap of two. Stored is only a keyed hash.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
GROUPS = (4, 4, 3)

_FORGIVEN = str.maketrans("OILUАВСЕНКМОРТХУЗ", "011VABCEHKM0PTXY3")
"""Taken for digits or other letters; Cyrillic twins typed on a Russian keyboard. The code itself has no I, L, O, U."""
_WRITTEN = re.compile(r"(?<!\w)\w{4}[-–—_. ]?\w{4}[-–—_. ]?\w{3}(?!\w)")
_SEPARATORS = str.maketrans("", "", " -–—_.\u00a0\u202f")


def new_code() -> str:
    """Eleven characters, without dashes: what a deep link carries."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return body + _check(body)


def parse_code(typed: str) -> str | None:
    """The code in its own letters, or None for what cannot be one (length, foreign characters, wrong check)."""
    code = typed.strip().upper().translate(_SEPARATORS).translate(_FORGIVEN)
    if len(code) != LENGTH + 1 or any(letter not in ALPHABET for letter in code):
        return None
    return code if _check(code[:LENGTH]) == code[LENGTH] else None


def looks_like_code(typed: str) -> bool:
    """Whether somebody meant it as a code: it is one, or one word of about that length with a digit in it."""
    bare = typed.strip().translate(_SEPARATORS)
    about_as_long = LENGTH - 1 <= len(bare) <= LENGTH + 3 and bare.isalnum()
    return parse_code(typed) is not None or (about_as_long and any(letter.isdigit() for letter in bare))


def without_codes(text: str) -> str:
    """Each code in it, in one piece or in groups, as dots."""
    return _WRITTEN.sub(lambda found: "•••" if parse_code(found[0]) else found[0], text)


def grouped(code: str) -> str:
    """«K7QD-3MXA-9WZ»"""
    parts, start = [], 0
    for length in GROUPS:
        parts.append(code[start : start + length])
        start += length
    return "-".join(parts)


@dataclass(frozen=True, slots=True)
class CodeHasher:
    key: bytes = field(repr=False)
    """32 bytes or more, kept apart from backups where the school can."""

    def __call__(self, code: str) -> str:
        """HMAC-SHA-256 of a parsed code, hexadecimal."""
        return hmac.new(self.key, code.encode(), hashlib.sha256).hexdigest()


def _check(body: str) -> str:
    total, weight = 0, 1
    for letter in body:
        weight = _times(weight, 2)
        total ^= _times(weight, ALPHABET.index(letter))
    return ALPHABET[total]


def _times(a: int, b: int) -> int:
    """The product in GF(32)."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= 0b100101
        b >>= 1
    return product
