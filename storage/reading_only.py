"""Where nothing may be saved: in it a transaction is refused before it begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_READING_ONLY: ContextVar[bool] = ContextVar("reading_only", default=False)


class NothingIsSaved(Exception):
    """Something would have been written."""


@contextmanager
def reading_only() -> Iterator[None]:
    token = _READING_ONLY.set(True)
    try:
        yield
    finally:
        _READING_ONLY.reset(token)


def refuse_if_reading_only() -> None:
    if _READING_ONLY.get():
        raise NothingIsSaved
