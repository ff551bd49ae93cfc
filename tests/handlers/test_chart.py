"""The chart is a PNG that any viewer reads: its pixels stand where the values say."""

import struct
import zlib

import pytest

from handlers.kit.chart import BOTTOM, HEIGHT, INK, LINE, TOP, WIDTH, line_chart


def _pixels(png: bytes) -> list[bytes]:
    """Rows of palette numbers; every chunk's checksum is looked at."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    rows = zlib.decompress(packed)
    assert len(rows) == HEIGHT * (WIDTH + 1)
    return [rows[n * (WIDTH + 1) + 1 : (n + 1) * (WIDTH + 1)] for n in range(HEIGHT)]


def _line_at(rows: list[bytes], column: int) -> list[int]:
    return [n for n, row in enumerate(rows) if row[column] == LINE]


def test_a_line_goes_from_the_first_value_to_the_last() -> None:
    rows = _pixels(line_chart([("02.11", 2), ("24.11", 5)], 2, 5))
    columns = [n for n in range(WIDTH) if any(row[n] == LINE for row in rows)]
    assert min(_line_at(rows, columns[-1])) < TOP + 20
    assert max(_line_at(rows, columns[0])) > HEIGHT - BOTTOM - 20
    middle = _line_at(rows, (columns[0] + columns[-1]) // 2)
    assert abs(sum(middle) / len(middle) - (TOP + HEIGHT - BOTTOM) / 2) < 10


def test_labels_stand_beneath() -> None:
    rows = _pixels(line_chart([("02.11", 4), ("24.11", 4)], 2, 5))
    assert any(INK in row for row in rows[HEIGHT - BOTTOM + 40 :])


@pytest.mark.parametrize("many", [1, 2, 5, 120])
def test_any_number_of_points_is_drawn_and_stays_small(many: int) -> None:
    png = line_chart([(f"{n % 28 + 1:02d}.11", 2 + n % 4) for n in range(many)], 2, 5)
    assert any(LINE in row for row in _pixels(png))
    assert len(png) < 100_000


def test_a_value_beyond_the_scale_stays_within_the_picture() -> None:
    rows = _pixels(line_chart([("01.11", 1), ("02.11", 7)], 2, 5))
    assert not any(LINE in row for row in rows[HEIGHT - BOTTOM + 20 :])
