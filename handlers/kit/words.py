"""What is written in words, known by the text alone."""

import re
from collections.abc import Callable

from aiogram.filters import Filter
from aiogram.types import Message


class Says(Filter):
    """`means`: a pattern that the text begins with, or what tells of a text whether it is meant.

    In the loop: a filter that is no coroutine (`F.text…`) aiogram hands to a thread, a millisecond for each message
    that comes by, whatever it says.
    """

    def __init__(self, means: str | Callable[[str], object]) -> None:
        self._means = re.compile(means).match if isinstance(means, str) else means

    async def __call__(self, message: Message) -> bool:
        return bool(message.text and self._means(message.text))
