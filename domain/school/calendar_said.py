"""«Каникулы 2–8 ноября», «выходной 23 февраля 1 классы», «рабочая суббота 16 мая по понедельнику», «2 четверть …»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.errors import Refused
from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.said_dates import weekday_named
from domain.school.said_spans import days_in

MOST_NAME = 60
"""Characters of a name that somebody types."""
ALL_GRADES = (1, 12)
_KINDS: Mapping[SpanKind, re.Pattern[str]] = {
    SpanKind.VACATION: re.compile(r"(?<!\w)(?:каникул\w*|vacations?|holidays)(?!\w)"),
    SpanKind.NON_WORKING: re.compile(
        r"(?<!\w)(?:(?:выходн|нерабоч|неучебн|праздничн)\w+(?:\s+(?:день|дни|дня))?"
        r"|days? off|holiday)(?!\w)"
    ),
    SpanKind.WORKING: re.compile(
        r"(?<!\w)(?:(?:рабоч|учебн)\w+\s+(?:суббот\w+|день|дня|воскресень\w+)|учимся"
        r"|(?:working|school)\s+(?:saturday|sunday|day))(?!\w)"
    ),
}
_SEASONS = {10: "Осенние", 11: "Осенние", 12: "Зимние", 1: "Зимние", 3: "Весенние"}
_TERMS: Mapping[TermKind, str] = {
    TermKind.QUARTER: r"четверт\w*|quarter",
    TermKind.HALF_YEAR: r"полугоди\w*|half(?:[- ]year)?",
    TermKind.TRIMESTER: r"триместр\w*|trimester",
}
_TERM = re.compile(
    r"(?<![\w.])(?P<n>[1-4])\s*-?\s*(?:ая|ое|ый|й|я|е|st|nd|rd|th)?\s+(?:"
    + "|".join(f"(?P<{kind.value}>{forms})" for kind, forms in _TERMS.items())
    + r")(?!\w)"
)
_GRADES = re.compile(
    r"(?:(?:для|у|for)\s+)?(?<![\d.])(?:(?P<from>\d{1,2})\s*-?(?:х|е|й|го|ые|ых)?\s*(?:[-–—]\s*(?P<to>\d{1,2})\s*)?"
    r"-?(?:х|е|й|го|ые|ых)?\s*кл(?:асс\w*|\.)?|grades?\s+(?P<efrom>\d{1,2})(?:\s*[-–—]\s*(?P<eto>\d{1,2}))?)(?!\w)"
)
_AS = re.compile(r"(?<!\w)(?:по|как|as|by|like)\s+(?:(?:расписани\w+|в|во|на)\s+)?(?P<word>[а-яa-z]+)")


@dataclass(eq=False)
class CalendarUnclear(Refused):
    """What was typed names no days, or nothing that the calendar knows."""

    said: str


@dataclass(frozen=True, slots=True)
class SaidTerm:
    kind: TermKind
    number: int
    starts_on: date
    ends_on: date


def calendar_in(text: str, today: date) -> Span | SaidTerm:
    """One line of the office. Raises `CalendarUnclear` and `NoSuchDay`."""
    line = re.sub(r"\s+", " ", text).strip()
    term = _TERM.search(_low(line))
    if term is not None:
        return _term(line, term, today)
    kind = kind_in(line)
    if kind is None:
        raise CalendarUnclear(line)
    grades, rest = grades_in(line)
    weekday, rest = _weekday(rest) if kind is SpanKind.WORKING else (None, rest)
    days, rest = days_in(_without_kind(kind, rest), today)
    if days is None or (kind is SpanKind.WORKING and days[0] != days[1]):
        raise CalendarUnclear(line)
    return Span(*days, kind, _name(kind, rest, days[0]), *grades, weekday)


def kind_in(line: str) -> SpanKind | None:
    return next((kind for kind, words in _KINDS.items() if words.search(_low(line))), None)


def speaks_of_calendar(line: str) -> bool:
    """Whether a line begins as one of the calendar's does, perhaps with a word before: «осенние каникулы»."""
    low = _low(line)
    found = [found for words in (*_KINDS.values(), _TERM) if (found := words.search(low))]
    return any(len(low[: one.start()].split()) <= 1 for one in found)


def grades_in(text: str) -> tuple[tuple[int, int], str]:
    """From which to which grade, and the text without it; nothing said: all. Raises `CalendarUnclear`."""
    found = _GRADES.search(_low(text))
    if found is None:
        return ALL_GRADES, text
    first = int(found["from"] or found["efrom"])
    last = int(found["to"] or found["eto"] or first)
    if not 1 <= first <= last <= 12:
        raise CalendarUnclear(found.group().strip())
    return (first, last), f"{text[: found.start()]} {text[found.end() :]}"


def usual_name(kind: SpanKind, day: date) -> str:
    """How a school calls it, where nobody has said."""
    if kind is SpanKind.WORKING:
        return "Рабочая суббота" if day.isoweekday() == 6 else "Рабочий день"
    if kind is SpanKind.NON_WORKING:
        return "Выходной день"
    return f"{_SEASONS.get(day.month, 'Дополнительные')} каникулы"


def _term(line: str, term: re.Match[str], today: date) -> SaidTerm:
    kind = next(kind for kind in TermKind if term[kind.value])
    days, _ = days_in(f"{line[: term.start()]} {line[term.end() :]}", today)
    if days is None or days[0] == days[1]:
        raise CalendarUnclear(line)
    return SaidTerm(kind, int(term["n"]), *days)


def _weekday(text: str) -> tuple[int | None, str]:
    for found in _AS.finditer(_low(text)):
        weekday = weekday_named(found["word"])
        if weekday is not None:
            return weekday, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _without_kind(kind: SpanKind, text: str) -> str:
    """«Рабочая суббота» names no day; «осенние каникулы» is how they are called."""
    found = None if kind is SpanKind.VACATION else _KINDS[kind].search(_low(text))
    return f"{text[: found.start()]} {text[found.end() :]}" if found else text


def _name(kind: SpanKind, rest: str, day: date) -> str:
    """What stands beside the days."""
    name = re.sub(r"\s+", " ", rest).strip(" ,.;:–—-«»\"'()")[:MOST_NAME].strip()
    bare = kind is SpanKind.VACATION and _KINDS[kind].fullmatch(_low(name))
    return usual_name(kind, day) if not name or bare else name[0].upper() + name[1:]


def _low(text: str) -> str:
    """Lower case, letter by letter, so that places in it are places in the text."""
    return "".join(low if len(low := letter.casefold()) == 1 else letter for letter in text).replace("ё", "е")
