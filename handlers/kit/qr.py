"""A link as a QR code, to be scanned from a phone's screen."""

from io import BytesIO

import segno

SCALE, QUIET = 12, 4
"""Pixels for a module, and modules of white around, as the standard asks (ISO/IEC 18004)."""


def qr_png(link: str) -> bytes:
    """A PNG, a few hundred pixels wide; a quarter of it may be smeared over (level Q)."""
    picture = BytesIO()
    segno.make(link, error="q", micro=False).save(picture, kind="png", scale=SCALE, border=QUIET)
    return picture.getvalue()
