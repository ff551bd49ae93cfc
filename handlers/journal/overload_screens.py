"""Warnings of overload, as they stand under what they warn of."""

from collections.abc import Iterator

from domain.journal.overload import (
    EdgeOfDay,
    Overload,
    SecondThatDay,
    TooManyOfSubject,
    TooMuchHomework,
    TooSoon,
    Warning_,
)
from handlers.kit.screen import Screen
from handlers.texts.translator import Markup, Texts

MOST_LINES = 8
"""A lesson of several classes may have as many warnings for each."""


def lines(texts: Texts, overload: Overload) -> list[Markup]:
    """Nothing where nothing is too much; else each warning, and the day that is free."""
    found = [_line(texts, warning) for warning in overload.warnings[:MOST_LINES]]
    return [*found, *_free(texts, overload)]


def warned(texts: Texts, screen: Screen, overload: Overload) -> Screen:
    """The same screen with the warnings under its text."""
    return Screen("\n".join([screen.text, *lines(texts, overload)]), screen.rows)


def _free(texts: Texts, overload: Overload) -> Iterator[Markup]:
    if overload.free is not None:
        yield texts("overload-free", day=texts.on_day(overload.free.ref.day), position=overload.free.position)


def _line(texts: Texts, warning: Warning_) -> Markup:
    match warning:
        case SecondThatDay():
            return texts("overload-second", subjects=", ".join(warning.subjects))
        case EdgeOfDay():
            return texts("overload-edge", first=warning.first)
        case TooSoon():
            return texts("overload-soon", day=texts.date(warning.other), days=warning.days)
        case TooManyOfSubject():
            percent = f"{warning.share * 100:.0f}"
            return texts("overload-share", count=warning.count, hours=warning.hours, percent=percent)
        case TooMuchHomework():
            return texts("overload-homework", minutes=warning.minutes, norm=warning.norm)
