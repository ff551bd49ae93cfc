"""Encrypted copies: sealed chunk by chunk, so that a file of any size takes a few chunks of memory.

The STREAM construction over AES-256-GCM (docs/decisions/0011): a chunk's nonce is its number and whether it is the
last, so that a chunk that is changed, missing, doubled or in another's place is found, and a file that is cut short.
The key of a file comes from the school's by scrypt with the file's own salt. In front stand

    8 bytes   what it is, «ZVONOKBK»
    1 byte    the version, 1
    4 bytes   the size of a chunk
    16 bytes  the salt
    8 bytes   the beginning of the SHA-256 of all that: the header is as it was written
    16 bytes  the beginning of an HMAC of all that: the key is the right one
"""

import hashlib
import hmac
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"ZVONOKBK"
VERSION = 1
CHUNK = 64 * 1024
LARGEST_CHUNK = 16 * 1024 * 1024
"""What a header may ask for: it is read before the key is known to be right."""
TAG = 16
FIELDS = struct.Struct(">8sBI16s")
SUM, MARK = 8, 16
SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024, "dklen": 64}
"""32 MiB and a tenth of a second for each try of a key."""


class WrongKey(Exception):
    """The header is whole, and the key is not the one that it was written with."""


class Damaged(Exception):
    """It is not as it was written: changed, cut short, or no encrypted copy at all."""


@dataclass(frozen=True, slots=True)
class _Opened:
    cipher: AESGCM
    chunk: int


def is_encrypted(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


def opens(file: Path, key: str) -> bool:
    """Whether the key is the right one; reads the header only. Raises `Damaged`."""
    with file.open("rb") as opened:
        try:
            _header_read(opened, key)
        except WrongKey:
            return False
    return True


def encrypt(source: BinaryIO, target: BinaryIO, key: str) -> None:
    fields = FIELDS.pack(MAGIC, VERSION, CHUNK, os.urandom(16))
    cipher_key, mark_key = _keys(key, fields)
    summed = fields + hashlib.sha256(fields).digest()[:SUM]
    target.write(summed + _mark(mark_key, summed))
    cipher = AESGCM(cipher_key)
    for number, chunk, last in _chunks(source, CHUNK):
        target.write(cipher.encrypt(_nonce(number, last), chunk, None))


def decrypted(source: BinaryIO, key: str) -> Iterator[bytes]:
    """Chunk by chunk, each as soon as it is known to be genuine. Raises `WrongKey` before the first, or `Damaged`."""
    opened = _header_read(source, key)
    for number, sealed, last in _chunks(source, opened.chunk + TAG):
        try:
            yield opened.cipher.decrypt(_nonce(number, last), sealed, None)
        except InvalidTag:
            raise Damaged from None


def _header_read(source: BinaryIO, key: str) -> _Opened:
    header = source.read(FIELDS.size + SUM + MARK)
    fields, summed, mark = header[: FIELDS.size], header[: FIELDS.size + SUM], header[FIELDS.size + SUM :]
    if len(mark) != MARK or hashlib.sha256(fields).digest()[:SUM] != summed[FIELDS.size :]:
        raise Damaged
    magic, version, chunk, _ = FIELDS.unpack(fields)
    if magic != MAGIC or version != VERSION or not 0 < chunk <= LARGEST_CHUNK:
        raise Damaged
    cipher_key, mark_key = _keys(key, fields)
    if not hmac.compare_digest(_mark(mark_key, summed), mark):
        raise WrongKey
    return _Opened(AESGCM(cipher_key), chunk)


def _keys(key: str, fields: bytes) -> tuple[bytes, bytes]:
    """Of the chunks, and of the mark; all fields are salt, so none of them can be exchanged."""
    both = hashlib.scrypt(key.encode(), salt=fields, **SCRYPT)
    return both[:32], both[32:]


def _mark(key: bytes, summed: bytes) -> bytes:
    return hmac.digest(key, summed, "sha256")[:MARK]


def _nonce(number: int, last: bool) -> bytes:
    """12 bytes; each is used once, since each file has a key of its own."""
    return number.to_bytes(11, "big") + bytes([last])


def _chunks(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, content, and whether it is the last; an empty source is one empty chunk."""
    number, chunk = 0, source.read(size)
    while True:
        following = source.read(size)
        yield number, chunk, not following
        if not following:
            return
        number, chunk = number + 1, following
