"""What is tapped about forecasts. Marks that are tried out travel in the button: nothing of them is kept."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound
from domain.journal.what_if import MOST_TRIED, Tried

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""Kinds of work by their place in the school's order."""


class _Tried(CallbackData, prefix="_"):
    pupil: int
    tried: str

    @property
    def marks(self) -> tuple[Tried, ...]:
        """Raises `NotFound` for what the bot never put into a button."""
        digits, letters = self.tried[::2], self.tried[1::2]
        if len(digits) != len(letters) or len(digits) > MOST_TRIED:
            raise NotFound
        if set(digits) - set("12345") or set(letters) - set(LETTERS):
            raise NotFound
        return tuple(Tried(int(digit), LETTERS.index(letter)) for digit, letter in zip(digits, letters, strict=True))


class TryMarks(_Tried, prefix="wi"):
    """`kind`: the place of the kind of work that the next mark is of."""

    subject: int
    kind: int


class TryEverywhere(_Tried, prefix="we"):
    pass


def packed_marks(marks: Sequence[Tried]) -> str:
    return "".join(f"{one.value}{LETTERS[one.kind]}" for one in marks)
