"""The chart is a PNG that any viewer reads: its pixels stand where the values say."""

import asyncio
from io import BytesIO

import pytest
from PIL import Image

from handlers.kit.chart import BOTTOM, GROUND, HEIGHT, INK, LINE, TOP, WIDTH, line_chart
from handlers.kit.svg import drawn


def _png(points: list[tuple[str, float]]) -> bytes:
    return asyncio.run(drawn(line_chart(points, 2, 5)))


def _pixels(png: bytes) -> list[list[str]]:
    """Rows of colours, as in `chart.py`."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    assert picture.size == (WIDTH, HEIGHT)
    found = list(picture.get_flattened_data())
    return [[f"#{r:02x}{g:02x}{b:02x}" for r, g, b in found[n * WIDTH : (n + 1) * WIDTH]] for n in range(HEIGHT)]


def _line_at(rows: list[list[str]], column: int) -> list[int]:
    return [n for n, row in enumerate(rows) if row[column] == LINE]


def test_a_line_goes_from_the_first_value_to_the_last() -> None:
    rows = _pixels(_png([("02.11", 2), ("24.11", 5)]))
    columns = [n for n in range(WIDTH) if any(row[n] == LINE for row in rows)]
    assert min(_line_at(rows, columns[-1])) < TOP + 25
    assert max(_line_at(rows, columns[0])) > HEIGHT - BOTTOM - 25
    middle = _line_at(rows, (columns[0] + columns[-1]) // 2)
    assert abs(sum(middle) / len(middle) - (TOP + HEIGHT - BOTTOM) / 2) < 10


def test_labels_stand_beneath() -> None:
    rows = _pixels(_png([("02.11", 4), ("24.11", 4)]))
    assert any(INK in row for row in rows[HEIGHT - BOTTOM + 40 :])


@pytest.mark.parametrize("many", [1, 2, 5, 120])
def test_any_number_of_points_is_drawn_and_stays_small(many: int) -> None:
    png = _png([(f"{n % 28 + 1:02d}.11", 2 + n % 4) for n in range(many)])
    assert any(LINE in row for row in _pixels(png))
    assert len(png) < 100_000


def test_a_value_beyond_the_scale_stays_within_the_picture() -> None:
    rows = _pixels(_png([("01.11", 1), ("02.11", 7)]))
    assert not any(LINE in row for row in rows[HEIGHT - BOTTOM + 20 :])


def test_letters_are_large_and_whole() -> None:
    rows = _pixels(_png([("02.11", 4), ("24.11", 4)]))
    inked = [n for n, row in enumerate(rows[HEIGHT - BOTTOM + 20 :]) if INK in row]
    assert inked[-1] - inked[0] >= 30, "at a phone's width a third of it is left"
    assert not any(row[0] == INK or row[WIDTH - 1] == INK for row in rows)
    assert INK not in rows[-1]


@pytest.mark.parametrize("colour", [INK, LINE])
def test_ink_and_line_stand_out_from_the_ground_without_colour_too(colour: str) -> None:
    """4.5:1, as WCAG 2.1 asks of text (1.4.3)."""
    assert (_luminance(GROUND) + 0.05) / (_luminance(colour) + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.1."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
