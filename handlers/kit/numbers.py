"""Numbers as a reader's language writes them."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from handlers.texts.translator import Texts

TENTH = Decimal("0.1")


def tenths(texts: Texts, number: Fraction) -> str:
    """«6,5»; whole ones without a fraction."""
    rounded = (Decimal(number.numerator) / number.denominator).quantize(TENTH, ROUND_HALF_UP)
    return f"{rounded}".removesuffix(".0").replace(".", texts("decimal-point"))


def grouped(number: int) -> str:
    """«1 204», which is not torn apart at a line's end."""
    return f"{number:,}".replace(",", "\xa0")
