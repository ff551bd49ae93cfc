"""Pictures: our SVG drawn as PNG with the bundled fonts alone, outside the event loop."""

import asyncio
from functools import lru_cache

import resvg_py

from handlers.kit import fonts

KEPT = 32
"""Pictures by what they show: a class asks for its week on the same evening."""


async def drawn(svg: str) -> bytes:
    """The PNG at the SVG's own size. Texts in it must be escaped already."""
    return await asyncio.to_thread(_draw, svg)


@lru_cache(maxsize=KEPT)
def _draw(svg: str) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(fonts.REGULAR), str(fonts.BOLD)],
        font_family=fonts.FAMILY,
        sans_serif_family=fonts.FAMILY,
    )
