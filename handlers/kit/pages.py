"""Long lists, a page at a time, with the buttons that turn them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from aiogram.filters.callback_data import CallbackData

from handlers.kit.screen import Button

T = TypeVar("T")


def within(number: int, many: int, on_a_page: int) -> int:
    """The number of a page, from 0, brought into what there is."""
    return min(max(number, 0), max(0, -(-many // on_a_page) - 1))


def page_of(items: Sequence[T], number: int, on_a_page: int) -> Sequence[T]:
    first = within(number, len(items), on_a_page) * on_a_page
    return items[first : first + on_a_page]


def turner(number: int, many: int, on_a_page: int, to: Callable[[int], CallbackData]) -> list[list[Button]]:
    """«‹», «2 / 5», «›»; nothing where all is on one page. What cannot be turned further stays where it is."""
    if many <= on_a_page:
        return []
    number, last = within(number, many, on_a_page), within(many, many, on_a_page)
    here = Button(f"{number + 1} / {last + 1}", to(number))
    return [[Button("‹", to(max(0, number - 1))), here, Button("›", to(min(last, number + 1)))]]
