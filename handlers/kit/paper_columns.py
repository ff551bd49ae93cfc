"""How the columns of a sheet are shared out between pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from handlers.kit.paper_words import bare
from handlers.kit.pdf import MM
from handlers.kit.sheets import Column, Section, Sheet, Total

MOST_WIDER = 1.4
LaidRow = tuple[Total | Section | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Band:
    """Columns that stand beside one another on a page; `widths` in points, `spans` with the columns that each covers
    (from, to but not included)."""

    columns: Sequence[Column]
    widths: Sequence[float]
    spans: Sequence[tuple[str, tuple[int, int]]]
    rows: Sequence[LaidRow]

    @property
    def aligns(self) -> list[str]:
        return [one.align.value for one in self.columns]


def bands_of(sheet: Sheet, rows: Sequence[LaidRow]) -> list[Band]:
    """One, where all columns have room; else as few as possible, with about as many columns each, widened alike."""
    shared = shares(sheet)
    wider = _wider(sheet, shared) if len(shared) > 1 else 1.0
    return [_band(sheet, places, rows, wider) for places in shared]


def shares(sheet: Sheet) -> list[list[int]]:
    """Numbers of the columns of each band."""
    widths = [one.width for one in sheet.columns]
    kept, rest = list(range(sheet.kept)), list(range(sheet.kept, len(widths)))
    room = sheet.room - sum(widths[at] for at in kept)
    if sum(widths[at] for at in rest) <= room or room <= 0:
        return [[*kept, *rest]]
    least = ceil(sum(widths[at] for at in rest) / room)
    for many in range(least, len(rest) + 1):
        size = ceil(len(rest) / many)
        parts = [rest[start : start + size] for start in range(0, len(rest), size)]
        if all(sum(widths[at] for at in part) <= room for part in parts):
            return [[*kept, *part] for part in parts]
    return [[*kept, at] for at in rest]


def widths_of(columns: Sequence[Column], room: float) -> list[float]:
    """In points. Growing ones share what is left; all become narrower together where even the least is too much."""
    wanted = sum(one.width for one in columns)
    growing = sum(one.grows for one in columns)
    more = (room - wanted) / growing if growing and room > wanted else 0.0
    scale = min(1.0, room / wanted)
    return [(one.width + (more if one.grows else 0.0)) * scale * MM for one in columns]


def _wider(sheet: Sheet, shared: Sequence[Sequence[int]]) -> float:
    """By how much the columns of all pages may grow beside those that are kept."""
    kept = sum(one.width for one in sheet.columns[: sheet.kept])
    longest = max(sum(sheet.columns[at].width for at in places[sheet.kept :]) for places in shared)
    return max(1.0, min(MOST_WIDER, (sheet.room - kept) / longest))


def _band(sheet: Sheet, places: Sequence[int], rows: Sequence[LaidRow], wider: float) -> Band:
    columns = [
        replace(one, width=one.width * wider) if at >= sheet.kept else one
        for at in places
        for one in [sheet.columns[at]]
    ]
    part = [(kind, texts if isinstance(kind, Section) else tuple(texts[at] for at in places)) for kind, texts in rows]
    return Band(columns, widths_of(columns, sheet.room), list(_spans(sheet, places)), part)


def _spans(sheet: Sheet, places: Sequence[int]) -> Iterator[tuple[str, tuple[int, int]]]:
    over = [number for number, span in enumerate(sheet.spans) for _ in range(span.columns)]
    if not over:
        return
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or over[places[at]] != over[places[start]]:
            yield bare(sheet.spans[over[places[start]]].heading), (start, at)
            start = at
