"""Texts by key in a person's language, from the Fluent files beside this one.

Arguments are escaped for HTML unless they are `Markup`; whole numbers are printed without grouping (a year is 2026,
not «2 026»). Years still go as strings where a text wants them bare. Dates and times are by Babel.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import cache, lru_cache
from html import escape
from pathlib import Path

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import fluent_number

FOLDER = Path(__file__).parent
LANGUAGES = ("ru", "en")
# The library guards itself from its translators; what people wrote is longer: 4,096 characters, each «&» escaped.
resolver.MAX_PART_LENGTH = 5 * 4096


class Markup(str):
    """Text that is HTML already: made by a screen from escaped parts."""

    __slots__ = ()


class MissingText(LookupError):
    """A key, or a variable of its text, that the Fluent files do not have."""


class Texts:
    """`texts("roll-call-closed", absent=3)`; the same object serves everyone who reads this language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = _bundle(language)
        self._bare: dict[str, Markup] = {}
        """Texts without variables, once they were asked for."""

    def __call__(self, key: str, **arguments: object) -> Markup:
        """The text of `key`; raises `MissingText` for an unknown key or a variable not given."""
        if arguments:
            return self._formatted(key, arguments)
        if key not in self._bare:
            self._bare[key] = self._formatted(key, arguments)
        return self._bare[key]

    def _formatted(self, key: str, arguments: Mapping[str, object]) -> Markup:
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            raise MissingText(key)
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise MissingText(key)
        text, errors = self._bundle.format_pattern(pattern, {k: _argument(v) for k, v in arguments.items()})
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        return Markup(text)

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def day(self, day: date) -> str:
        """«вторник, 24 ноября» / “Tuesday, 24 November”"""
        return _formatted(day, "EEEE, d MMMM", self.language)

    def on_day(self, day: date) -> str:
        """«во вторник, 24 ноября» / “on Tuesday, 24 November”"""
        return self("on-weekday", weekday=day.isoweekday(), date=self.date(day))

    def short_day(self, day: date) -> str:
        """«вт 24.11» / “Tue 24.11”"""
        return _formatted(day, "EEEEEE dd.MM" if self.language == "ru" else "EEE dd.MM", self.language)

    def month(self, day: date) -> str:
        """«ноябрь 2026» / “November 2026”"""
        return _formatted(day, "LLLL y", self.language)

    def weekday(self, weekday: int) -> str:
        """«пн» / “Mon” of 1 to 7"""
        return _formatted(date(2024, 1, weekday), "EEEEEE" if self.language == "ru" else "EEE", self.language)

    def date(self, day: date) -> str:
        """«24 ноября»; with the year when it is not the school's present one is the caller's to add"""
        return _formatted(day, "d MMMM", self.language)

    def time(self, moment: time | datetime) -> str:
        return f"{moment:%H:%M}"


@cache
def texts_in(language: str) -> Texts:
    """Russian for a language that there are no texts in."""
    return Texts(language if language in LANGUAGES else LANGUAGES[0])


_LOCALES = {"ru": "ru_RU", "en": "en_GB"}


@lru_cache(maxsize=1000)
def _formatted(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=_LOCALES[language])


def _argument(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return fluent_number(value, useGrouping=False)
    if isinstance(value, Markup):
        return str(value)
    return escape(str(value), quote=False)


def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    for source in sources(language).values():
        bundle.add_resource(FluentResource(source))
    return bundle


def sources(language: str) -> Mapping[str, str]:
    """The Fluent files of a language: name → text."""
    return dict(_files(language))


def _files(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((FOLDER / language).glob("*.ftl")):
        yield path.name, path.read_text(encoding="utf-8")
