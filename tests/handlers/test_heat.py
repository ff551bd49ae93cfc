"""The heat map: readable at a phone's width, and in grey print by its steps."""

import asyncio
import re
from io import BytesIO
from itertools import pairwise

from PIL import Image

from handlers.kit.chart import WIDTH
from handlers.kit.heat import STEPS, Heat, HeatRow, heat_map
from handlers.kit.svg import drawn

LEGEND = ["0", "1–25 %", "26–50 %", "51–75 %", "76–100 %"]
COLUMNS = [str(n) for n in range(1, 28)]
ROWS = [HeatRow(f"Абдурахманова-Воскресенская {n}.", [Heat(n % 5, str(n % 5)), None] * 13 + [None]) for n in range(30)]


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_each_step_is_darker_in_grey_by_so_much_that_print_shows_it() -> None:
    greys = [_grey(one) for one in STEPS]
    assert all(before - after >= 25 for before, after in pairwise(greys))


def test_it_is_drawn_at_a_phones_width() -> None:
    png = asyncio.run(drawn(heat_map("Пропуски, 7А", COLUMNS, ROWS, LEGEND)))
    assert Image.open(BytesIO(png)).width == WIDTH


def test_no_letter_leaves_the_picture_and_long_names_are_cut() -> None:
    svg = heat_map("А" * 90, COLUMNS, ROWS, LEGEND)
    placed = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)" font-size="([\d.]+)"[^>]*>([^<]*)<', svg)
    for x, _, anchor, size, said in placed:
        width = len(said) * float(size) * 0.6
        left = float(x) - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        assert left >= 0, said
        assert left + width <= WIDTH, said
    assert "Абдурахманова-Воскресенская 1." not in svg


def test_headings_of_many_columns_leave_some_out_and_never_meet() -> None:
    columns = [f"{n:02}.09" for n in range(1, 28)]
    svg = heat_map("", columns, [HeatRow("Иванов П.", [Heat(0)] * 27)], LEGEND)
    shown = [one for one in columns if f">{one}<" in svg]
    assert 5 <= len(shown) < 27


def test_names_are_escaped() -> None:
    assert "<b>" not in heat_map("<b>", ["<b>"], [HeatRow("<b>", [Heat(1, "<b>")])], LEGEND)


def test_a_map_of_nothing_is_drawn() -> None:
    assert asyncio.run(drawn(heat_map("Пусто", [], [], LEGEND)))
