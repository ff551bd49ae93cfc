"""Days as people say them: «завтра», «пт», «на 27.11», «27 ноября», «через неделю», in Russian and English."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.errors import Refused

_WEEKDAYS = (
    r"пн|понедельник\w*|mon(?:day)?",
    r"вт|вторник\w*|tue(?:sday)?",
    r"ср|сред[ауые]|wed(?:nesday)?",
    r"чт|четверг\w*|thu(?:rsday)?",
    r"пт|пятниц[ауые]|fri(?:day)?",
    r"сб|суббот[ауые]|sat(?:urday)?",
    r"вс|воскресень[ея]|sun(?:day)?",
)
_MONTHS = (
    r"янв(?:ар[ьяе])?|jan(?:uary)?",
    r"фев(?:рал[ьяе])?|feb(?:ruary)?",
    r"мар(?:т[ае]?)?|mar(?:ch)?",
    r"апр(?:ел[ьяе])?|apr(?:il)?",
    r"ма[йяе]|may",
    r"июн[ьяе]|june?",
    r"июл[ьяе]|july?",
    r"авг(?:уст[ае]?)?|aug(?:ust)?",
    r"сен(?:т(?:ябр[ьяе])?)?|sep(?:t(?:ember)?)?",
    r"окт(?:ябр[ьяе])?|oct(?:ober)?",
    r"ноя(?:б(?:р[ьяе])?)?|nov(?:ember)?",
    r"дек(?:абр[ьяе])?|dec(?:ember)?",
)
_NEAR = {"позавчера": -2, "вчера": -1, "yesterday": -1, "сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1}
_NEAR |= {"послезавтра": 2}
_NUMBERS = {"": 1, "один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "a": 1, "one": 1, "two": 2, "three": 3}

_DAY = "|".join(
    (
        r"(?P<near>" + "|".join(_NEAR) + ")",
        r"(?P<dotted>(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?:\.(?P<y>\d{4}|\d{2}))?)(?![\d.]*\d)",
        r"(?P<worded>(?P<wd>\d{1,2})\s+(?P<wm>" + "|".join(_MONTHS) + r")(?:\s+(?P<wy>\d{4}))?)",
        r"(?P<ahead>через\s+(?:(?P<n>\d{1,2}|одну|две|три)?\s*(?P<weeks>недел\w+)|(?P<dn>\d{1,2}|два|три)\s*дн\w+)"
        r"|in\s+(?P<en>\d{1,2}|a|one|two|three)\s+(?P<eunit>weeks?|days?))",
        r"(?P<next>(?:след(?:ующ\w+|\.)?|next)\s+)?(?P<weekday>" + "|".join(_WEEKDAYS) + r")",
    )
)
_ANYWHERE = re.compile(rf"(?<![\w.])(?:(?:на|в|во|к|ко|on|for|by)\s+)?(?:{_DAY})(?!\w)")
_SAID_FOR = re.compile(rf"(?<![\w.])(?P<before>на|к|ко|for|by|on)\s+(?:{_DAY})(?!\w)")
_AT_START = re.compile(rf"\s*(?:(?P<before>на|в|во|к|ко|on|for|by)\s+)?(?:{_DAY})(?!\w)(?P<colon>\s*[:–—])?")
_SOUNDS_OTHERWISE = re.compile("ср|mon|wed|fri|sat|sun")
"""«ср» is also a test, “sun” a star: in homework only «на ср», “on sun” are days."""


@dataclass(eq=False)
class NoSuchDay(Refused):
    """«31.02»: written like a date, but the calendar has no such day."""

    said: str


@dataclass(frozen=True, slots=True)
class SaidDay:
    """`rest`: the text without the words that named the day."""

    day: date
    rest: str


def day_in(text: str, today: date) -> SaidDay | None:
    """The first day said anywhere in a question such as «расписание на пятницу». A weekday may be today.

    Raises `NoSuchDay`.
    """
    return _first(_ANYWHERE.finditer(_folded(text)), text, today, include_today=True)


def day_for_homework(text: str, today: date) -> SaidDay | None:
    """A day at the beginning, or after «на», «к», “for”. A weekday is a later day than today.

    What may be an exercise («3.12») or a test («к ср») is no day. Raises `NoSuchDay`.
    """
    return day_at_start(text, today) or _first(_in_homework(_SAID_FOR, text), text, today, include_today=False)


def day_at_start(text: str, today: date) -> SaidDay | None:
    """The first words of a homework line. Raises `NoSuchDay`."""
    found = _AT_START.match(_folded(text))
    return _first([found] if found and _surely(found) else [], text, today, include_today=False)


def _in_homework(pattern: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    return (found for found in pattern.finditer(_folded(text)) if _surely(found))


def _surely(found: re.Match[str]) -> bool:
    part = found.groupdict()
    if part["dotted"]:
        return bool(part["before"] or part["y"] or part["colon"])
    if part["weekday"] and _SOUNDS_OTHERWISE.fullmatch(part["weekday"]):
        return part["before"] not in (None, "к")
    return True


def _folded(text: str) -> str:
    """Lower case, letter by letter, so that places in it are places in the text."""
    return "".join(low if len(low := letter.casefold()) == 1 else letter for letter in text).replace("ё", "е")


def _first(matches: Iterable[re.Match[str]], text: str, today: date, *, include_today: bool) -> SaidDay | None:
    for found in matches:
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return SaidDay(_day(found, today, include_today), re.sub(r"[^\S\n]+", " ", rest).strip(" ,;:–—"))
    return None


def _day(found: re.Match[str], today: date, include_today: bool) -> date:
    part = found.groupdict()
    if part["near"]:
        return today + timedelta(days=_NEAR[part["near"]])
    if part["dotted"]:
        return _dated(today, int(part["d"]), int(part["m"]), part["y"], part["dotted"])
    if part["worded"]:
        return _dated(today, int(part["wd"]), _number(part["wm"], _MONTHS), part["wy"], part["worded"])
    if part["ahead"]:
        return today + _ahead(part)
    return _weekday(part["weekday"], today, include_today, bool(part["next"]))


def _dated(today: date, day: int, month: int, year: str | None, said: str) -> date:
    """Without a year: that of the school year, which is taken to turn on 1 July."""
    begun = today.year if today.month >= 7 else today.year - 1
    wanted = (int(year) if len(year) == 4 else 2000 + int(year)) if year else begun + (month < 7)
    try:
        return date(wanted, month, day)
    except ValueError:
        raise NoSuchDay(said) from None


def _number(word: str, names: tuple[str, ...]) -> int:
    """Of a month or a weekday, from 1."""
    return next(number for number, forms in enumerate(names, 1) if re.fullmatch(forms, word))


def _ahead(part: dict[str, str | None]) -> timedelta:
    said = part["n"] or part["dn"] or part["en"] or ""
    many = int(said) if said.isdigit() else _NUMBERS[said]
    weeks = part["weeks"] or (part["eunit"] or "").startswith("week")
    return timedelta(days=many * 7 if weeks else many)


def _weekday(word: str, today: date, include_today: bool, next_week: bool) -> date:
    wanted = _number(word, _WEEKDAYS)
    if next_week:
        return today - timedelta(days=today.isoweekday()) + timedelta(days=7 + wanted)
    ahead = (wanted - today.isoweekday()) % 7
    return today + timedelta(days=ahead if ahead or include_today else 7)


def weekday_named(word: str) -> int | None:
    """1 Monday to 7 for «понедельнику», «ср», “friday”; None for any other word."""
    said = _folded(word)
    return next((n for n, forms in enumerate(_WEEKDAYS, 1) if re.fullmatch(forms, said)), None)
