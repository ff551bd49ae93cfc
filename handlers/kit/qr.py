"""A link as a QR code: a picture to be scanned from a phone's screen, or squares to be drawn on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import segno

SCALE, QUIET = 12, 4
"""Pixels for a module, and modules of white around, as the standard asks (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class QrRuns:
    """`runs`: dark modules as (column, row, length) from the upper left; `side`: with the white around."""

    side: int
    runs: Sequence[tuple[int, int, int]]


def qr_png(link: str) -> bytes:
    """A PNG, a few hundred pixels wide; a quarter of it may be smeared over (level Q)."""
    picture = BytesIO()
    segno.make(link, error="q", micro=False).save(picture, kind="png", scale=SCALE, border=QUIET)
    return picture.getvalue()


def qr_runs(link: str) -> QrRuns:
    """The same code as `qr_png`, to be drawn at any size."""
    rows = [bytes(row) for row in segno.make(link, error="q", micro=False).matrix]
    found = [(QUIET + column, QUIET + y, length) for y, row in enumerate(rows) for column, length in _dark(row)]
    return QrRuns(len(rows) + 2 * QUIET, found)


def _dark(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules begin and how many follow."""
    starts = [n for n, one in enumerate(row) if one and not (n and row[n - 1])]
    return [(start, (row + b"\0").index(0, start) - start) for start in starts]
