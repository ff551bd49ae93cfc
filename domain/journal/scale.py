"""Marks that can be set, and what they count."""

from dataclasses import dataclass

from domain.errors import Refused

FIVE = ("5", "4", "3", "2", "1")
"""The five-point scale of Russian schools; «1» is rare, but is a mark."""


@dataclass(eq=False)
class MarkOutOfScale(Refused):
    """`offered`: what the subject's scale has, as it is written."""

    value: str
    offered: str = ", ".join(FIVE)


@dataclass(frozen=True, slots=True)
class Scale:
    """`values` as they are written, the best first; those that are digits count in the average."""

    values: tuple[str, ...] = FIVE

    def require(self, value: str) -> None:
        """Raises `MarkOutOfScale`."""
        if value not in self.values:
            raise MarkOutOfScale(value, ", ".join(self.values))


FIVE_POINTS = Scale()
CREDIT = Scale(("зач", "незач"))
"""Subjects without marks by points: passed or not."""


def points(value: str) -> int | None:
    """What a mark counts in the average; None for words such as «зач»."""
    return int(value) if value.isdigit() else None
