"""Paper: the fonts that every PDF of ours is set in, and A4 with its margins."""

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from handlers.kit import fonts

SANS, BOLD = "Sans", "Sans-Bold"
PAGE_WIDTH, PAGE_HEIGHT = A4
"""Points: 1/72 inch."""


def register_fonts() -> None:
    """Once in a process; a second call does nothing."""
    if SANS not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(SANS, fonts.REGULAR))
        pdfmetrics.registerFont(TTFont(BOLD, fonts.BOLD))
