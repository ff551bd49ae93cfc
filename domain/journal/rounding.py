"""From an average to a mark (1.4.2)."""

from decimal import Decimal

Borders = tuple[Decimal, Decimal, Decimal]
MATHEMATICAL: Borders = (Decimal("4.5"), Decimal("3.5"), Decimal("2.5"))
"""A half goes up. What a final mark is rounded by, whatever the school has set for terms and years: those borders are
a setting, since ministries differ (some regional ones publish 4.65, 3.65, 2.65)."""
LOWEST = 2


def rounded(average: Decimal, borders: Borders) -> int:
    """5, 4, 3 or 2. The average is compared as it is shown, to hundredths, so that nobody sees 4.50 and a 4."""
    return next((mark for mark, border in zip((5, 4, 3), borders, strict=True) if average >= border), LOWEST)
