"""Grouped bars: as tall as their values, each with its value, told apart without colour."""

import asyncio
import re
from io import BytesIO
from itertools import combinations
from time import perf_counter
from xml.etree import ElementTree

import pytest
from PIL import Image

from handlers.kit.bars import FILLS, PLOT, Bars, bar_chart
from handlers.kit.chart import WIDTH
from handlers.kit.svg import drawn

QUARTERS = [Bars(f"{n} ч.", (92.0, 60.0)) for n in ("I", "II", "III", "IV")]
CLASSES = [Bars(f"{grade}{letter}", (80.0, 60.0, 40.0)) for grade in range(2, 12) for letter in "АБВ"]
NAMES = ("Успеваемость", "Качество", "Год назад")


def _elements(svg: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{name}"))


def _texts(svg: str) -> list[str]:
    return [one.text or "" for one in _elements(svg, "text")]


def _bars(svg: str, length: str) -> list[float]:
    """Lengths of bars; swatches and the ground left out."""
    filled = [one for one in _elements(svg, "rect") if one.get("stroke") and one.get("width") != "36.0"]
    return [float(one.get(length, "0")) for one in filled]


def test_standing_bars_are_as_tall_as_their_values() -> None:
    assert _bars(bar_chart(QUARTERS, 100, NAMES[:2]), "height") == pytest.approx([PLOT * 0.92, PLOT * 0.6] * 4)


def test_each_bar_has_its_value_and_each_group_its_label() -> None:
    texts = _texts(bar_chart(QUARTERS, 100, NAMES[:2], "Итоги", lambda value: f"{value:.0f} %"))
    assert texts.count("92 %") == texts.count("60 %") == 4
    assert {"Итоги", "Успеваемость", "Качество", "I ч.", "IV ч."} <= set(texts)


def test_where_values_have_no_room_bars_lie_and_the_picture_grows_downwards() -> None:
    svg = bar_chart(CLASSES, 100, NAMES)
    lengths = _bars(svg, "width")
    assert len(lengths) == 90
    assert lengths[0] / lengths[1] == pytest.approx(80 / 60, abs=0.01)
    height = int(re.search(r'height="(\d+)"', svg)[1])  # type: ignore[index]
    assert 2 * WIDTH < height < 10_000 - WIDTH, "what Telegram takes as a photo"


def test_what_is_not_there_is_a_dash_and_no_bar() -> None:
    svg = bar_chart([Bars("7А", (None, 0.0))], 100, NAMES[:2])
    assert _bars(svg, "height") == []
    assert {"—", "0"} <= set(_texts(svg))


def test_a_value_beyond_the_scale_ends_with_it() -> None:
    assert _bars(bar_chart([Bars("Пн", (40.0,))], 30), "height") == [PLOT]


@pytest.mark.parametrize("groups", [[], [Bars("<b>&", (1.0,))], [Bars("Очень длинное название предмета", (5.0,) * 4)]])
def test_anything_is_drawn(groups: list[Bars]) -> None:
    assert asyncio.run(drawn(bar_chart(groups, 100, ("a", "b", "c", "d"), "<Итоги>"))).startswith(b"\x89PNG")


def test_words_stay_within_the_picture() -> None:
    for groups in (QUARTERS, CLASSES, [Bars("Изобразительное искусство", (100.0,) * 4)]):
        grey = Image.open(BytesIO(asyncio.run(drawn(bar_chart(groups, 100, NAMES))))).convert("L")
        edge = grey.crop((WIDTH - 8, 40, WIDTH, grey.height - 40))
        assert min(edge.get_flattened_data()) == 255


def test_series_are_told_apart_in_grey_print() -> None:
    """By how dark they are on the whole, and three of four by their pattern too."""
    svg = bar_chart([Bars("7А", (100.0,) * len(FILLS))], 100)
    grey = Image.open(BytesIO(asyncio.run(drawn(svg)))).convert("L")
    rects = [one for one in _elements(svg, "rect") if one.get("stroke")]
    shades = []
    for one in rects:
        x, y = float(one.get("x", "0")), float(one.get("y", "0"))
        inner = grey.crop((int(x + 10), int(y + 10), int(x + 80), int(y + 200)))
        pixels = list(inner.get_flattened_data())
        shades.append(sum(pixels) / len(pixels))
    assert all(abs(one - other) > 12 for one, other in combinations(shades, 2)), shades


def test_a_school_is_drawn_within_a_second() -> None:
    begun = perf_counter()
    asyncio.run(drawn(bar_chart(CLASSES, 100, NAMES, str(begun))))
    assert perf_counter() - begun < 1
