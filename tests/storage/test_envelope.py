"""Encrypted copies: what goes in comes out, whatever is done to the file between is found, in little memory."""

import io
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.backups import envelope
from storage.backups.envelope import CHUNK, FIELDS, MARK, SUM, TAG, Damaged, WrongKey, decrypted, encrypt, opens

KEY = "any-long-random-text-of-32-characters"
HEADER = FIELDS.size + SUM + MARK


def _sealed(content: bytes, key: str = KEY) -> bytes:
    target = io.BytesIO()
    encrypt(io.BytesIO(content), target, key)
    return target.getvalue()


def _opened(sealed: bytes, key: str = KEY) -> bytes:
    return b"".join(decrypted(io.BytesIO(sealed), key))


def _pattern(size: int) -> bytes:
    return bytes(n % 251 for n in range(size))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])
def test_what_goes_in_comes_out(size: int) -> None:
    content = _pattern(size)
    sealed = _sealed(content)
    assert _opened(sealed) == content
    assert len(sealed) == HEADER + size + TAG * max(1, -(-size // CHUNK))


def test_the_same_content_is_never_the_same_file() -> None:
    one, other = _sealed(b"journal"), _sealed(b"journal")
    assert one[: len(envelope.MAGIC)] == other[: len(envelope.MAGIC)]
    assert one[HEADER:] != other[HEADER:]
    assert b"journal" not in one


def test_another_key_is_another_sentence_than_damage(tmp_path: Path) -> None:
    sealed = _sealed(b"journal")
    (tmp_path / "copy").write_bytes(sealed)
    with pytest.raises(WrongKey):
        _opened(sealed, KEY + "!")
    assert opens(tmp_path / "copy", KEY)
    assert not opens(tmp_path / "copy", KEY + "!")


def test_each_byte_of_the_header_counts() -> None:
    sealed = _sealed(b"journal")
    for place in range(HEADER - MARK):
        with pytest.raises(Damaged):
            _opened(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :])


def _parts(sealed: bytes) -> list[bytes]:
    size = CHUNK + TAG
    return [sealed[at : at + size] for at in range(HEADER, len(sealed), size)]


@pytest.mark.parametrize(
    "harm",
    [
        lambda parts: [*parts[:1], bytes([parts[1][0] ^ 1]) + parts[1][1:], *parts[2:]],
        lambda parts: parts[:-1],
        lambda parts: parts[:-2],
        lambda parts: [*parts[:-1], parts[-1][:-1]],
        lambda parts: [parts[1], parts[0], *parts[2:]],
        lambda parts: [parts[0], parts[0], *parts[1:]],
        lambda parts: parts[1:],
        lambda parts: [*parts, parts[-1]],
        lambda parts: [*parts, b"more"],
        lambda parts: [],
    ],
    ids=[
        "a bit",
        "no end",
        "half",
        "a byte less",
        "swapped",
        "doubled",
        "no beginning",
        "end twice",
        "more",
        "nothing",
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_found(harm: Callable[[list[bytes]], list[bytes]]) -> None:
    sealed = _sealed(_pattern(3 * CHUNK + 7))
    with pytest.raises(Damaged):
        _opened(sealed[:HEADER] + b"".join(harm(_parts(sealed))))


def test_a_chunk_of_another_file_of_the_same_key_is_found() -> None:
    one, other = _sealed(_pattern(2 * CHUNK)), _sealed(_pattern(2 * CHUNK))
    with pytest.raises(Damaged):
        _opened(one[:HEADER] + b"".join([_parts(other)[0], _parts(one)[1]]))


@pytest.mark.parametrize("content", [b"", b"ZVONOKBK", b"PGDMP" * 100])
def test_what_is_no_encrypted_copy_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        _opened(content)


def test_a_large_file_takes_a_few_chunks_of_memory(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(bytes(16 * 1024 * 1024))
    tracemalloc.start()
    try:
        with large.open("rb") as source, (tmp_path / "sealed").open("wb") as target:
            encrypt(source, target, KEY)
        with (tmp_path / "sealed").open("rb") as source:
            assert sum(len(piece) for piece in decrypted(source, KEY)) == large.stat().st_size
        assert tracemalloc.get_traced_memory()[1] < 20 * CHUNK
    finally:
        tracemalloc.stop()
