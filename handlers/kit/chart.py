"""A line chart as a PNG, drawn here: no drawing library is among the dependencies, and zlib is in the standard one.

Light ground, dark ink: Telegram shows a picture on its own ground, so it reads the same in both themes.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

WIDTH, HEIGHT = 1080, 640
"""Pixels: a phone's width, so that nothing is scaled up."""
LEFT, RIGHT, TOP, BOTTOM = 90, 50, 40, 100
PALETTE = (0xFFFFFF, 0xD9DEE4, 0x2B2F36, 0x2F6FDE)
GROUND, GRID, INK, LINE = range(4)
STROKE, DOT = 4, 10
"""Half the width of the line, and a point's radius."""
SCALE = 4
"""Pixels for a dot of a letter."""
LETTER_WIDTH, LETTER_HEIGHT, LETTER_STEP = 5, 7, 6
MOST_LABELS = 5
LETTERS = {
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
    ".": "00000 00000 00000 00000 00000 01100 01100",
}
"""What labels are made of, five dots by seven; any other letter leaves its place empty."""
Point = tuple[int, int]


def line_chart(points: Sequence[tuple[str, float]], lowest: int, highest: int) -> bytes:
    """`points` from left to right: a label of digits and dots, and a value from `lowest` to `highest`."""
    canvas = _Canvas()
    for value in range(lowest, highest + 1):
        y = _height(value, lowest, highest)
        canvas.box(LEFT, y - 1, WIDTH - RIGHT, y + 1, GRID)
        canvas.words(LEFT - 30 - SCALE * LETTER_WIDTH, y - SCALE * LETTER_HEIGHT // 2, str(value))
    places = [(_across(n, len(points)), _height(value, lowest, highest)) for n, (_, value) in enumerate(points)]
    for before, after in pairwise(places):
        canvas.stroke(before, after)
    for place in places:
        canvas.disc(place, DOT, LINE)
    for n in _labelled(len(points)):
        said = points[n][0]
        canvas.words(_beneath(places[n][0], said), HEIGHT - BOTTOM + 40, said)
    return canvas.png()


class _Canvas:
    """Colours of the palette, row by row."""

    def __init__(self) -> None:
        self._rows = [bytearray(WIDTH) for _ in range(HEIGHT)]

    def box(self, left: int, top: int, right: int, bottom: int, colour: int) -> None:
        left, right = max(left, 0), min(right, WIDTH)
        for row in self._rows[max(top, 0) : max(bottom, 0)]:
            row[left:right] = bytes([colour]) * max(right - left, 0)

    def disc(self, centre: Point, radius: int, colour: int) -> None:
        for dy in range(-radius, radius + 1):
            half = round((radius * radius - dy * dy) ** 0.5)
            self.box(centre[0] - half, centre[1] + dy, centre[0] + half + 1, centre[1] + dy + 1, colour)

    def stroke(self, begin: Point, end: Point) -> None:
        steps = max(abs(end[0] - begin[0]), abs(end[1] - begin[1]), 1)
        for step in range(steps + 1):
            x = begin[0] + (end[0] - begin[0]) * step // steps
            y = begin[1] + (end[1] - begin[1]) * step // steps
            self.disc((x, y), STROKE, LINE)

    def words(self, left: int, top: int, said: str) -> None:
        for n, letter in enumerate(said):
            for row, dots in enumerate(LETTERS.get(letter, "").split()):
                self._dots(left + n * LETTER_STEP * SCALE, top + row * SCALE, dots)

    def _dots(self, left: int, top: int, dots: str) -> None:
        for column in (n for n, dot in enumerate(dots) if dot == "1"):
            x = left + column * SCALE
            self.box(x, top, x + SCALE, top + SCALE, INK)

    def png(self) -> bytes:
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
        colours = b"".join(colour.to_bytes(3, "big") for colour in PALETTE)
        rows = b"".join(b"\0" + row for row in self._rows)
        parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _across(number: int, of: int) -> int:
    room = WIDTH - LEFT - RIGHT - 2 * DOT
    return LEFT + DOT + (room * number // (of - 1) if of > 1 else room // 2)


def _height(value: float, lowest: int, highest: int) -> int:
    room = HEIGHT - TOP - BOTTOM
    return TOP + round(room * (highest - min(max(value, lowest), highest)) / (highest - lowest))


def _beneath(x: int, said: str) -> int:
    """Where a label begins that stands in the middle under `x`, kept within the picture."""
    width = (len(said) * LETTER_STEP - 1) * SCALE
    return min(max(x - width // 2, SCALE), WIDTH - width - SCALE)


def _labelled(many: int) -> Iterable[int]:
    """The first, the last, and some evenly between."""
    shown = min(many, MOST_LABELS)
    return sorted({(many - 1) * n // max(shown - 1, 1) for n in range(shown)})
