"""What is typed about polls: options line by line, a number with its bounds, times of meetings, until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from domain.clock import SchoolTime
from domain.errors import Refused
from domain.school.said_dates import day_in
from domain.talk.polls import LONGEST_PLACE, LONGEST_UNIT, MOST_SLOTS, PollDraft, PollKind, SlotDraft, SlotsMissing

CLOSES_AT = time(20)
"""Where no hour is said."""
USUAL_MINUTES, MOST_MINUTES = 15, 240
"""Of one meeting."""

_BULLET = re.compile(r"\s*(?:[-–—•*▫️☑️]+|\d{1,2}[.)])\s+")
_CLOCK = r"(\d{1,2})[:.](\d{2})"
_SPAN = re.compile(rf"(?i)(?:с|со|от|from)?\s*(?<!\d){_CLOCK}\s*(?:до|по|[-–—]|to|till|until)\s*{_CLOCK}(?!\d)")
_STEP = re.compile(r"(?i)(?:по|каждые|через|by|every|each)\s*(\d{1,3})\s*(?:мин\w*\.?|min\w*\.?)")
_TIME = re.compile(r"(?<![\d.])(?:(?:в|at)\s+)?(\d{1,2}):(\d{2})(?!\d)")
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?")
_FROM_TO = re.compile(
    rf"(?i)(?:от|from)?\s*(?P<least>{_NUMBER.pattern})\s*(?:до|[-–—]|to)\s*(?P<most>{_NUMBER.pattern})"
)
_UP_TO = re.compile(rf"(?i)(?:до|не больше|up to)\s*(?P<most>{_NUMBER.pattern})")
_AT_LEAST = re.compile(rf"(?i)(?:от|не меньше|from|at least)\s*(?P<least>{_NUMBER.pattern})")


@dataclass(eq=False)
class UntilUnclear(Refused):
    """No day and no hour is said there."""


def options_in(text: str) -> tuple[str, ...]:
    """One a line, without the dashes and numbers that people put before them."""
    lines = (re.sub(r"\s+", " ", _BULLET.sub("", line, count=1)).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def number_in(text: str) -> Decimal | None:
    """«1 500,50 ₽» → 1500.50; None: there is none, or more than one."""
    found = _NUMBER.findall(text)
    if len(found) != 1 or re.search(r"[-–—−]\s*\d", text):
        return None
    return _decimal(found[0])


def number_asked(text: str) -> PollDraft:
    """«от 0 до 1500 ₽», «до 10 шт.», «₽», «»: bounds and unit of what shall be answered."""
    said = text.strip()
    found = _FROM_TO.search(said) or _UP_TO.search(said) or _AT_LEAST.search(said)
    bounds = found.groupdict() if found else {}
    rest = f"{said[: found.start()]} {said[found.end() :]}" if found else said
    unit = re.sub(r"\s+", " ", rest).strip(" ,;:-–—")[:LONGEST_UNIT]
    least, most = (_decimal(bounds[name]) if bounds.get(name) else None for name in ("least", "most"))
    return PollDraft(PollKind.NUMBER, unit=unit or None, least=least, most=most)


def slots_in(text: str, school: SchoolTime) -> tuple[SlotDraft, ...]:
    """«10 декабря с 17:00 до 19:00 по 10 минут, каб. 12», «10.12 17:00, 17:20»; a day's lines go one below another.

    Raises `SlotsMissing` for a line without times, or a first one without a day, and `NoSuchDay`.
    """
    found: list[SlotDraft] = []
    day: date | None = None
    for line in filter(str.strip, text.splitlines()):
        said = day_in(_without_times(line), school.today())
        day = said.day if said else day
        if day is None:
            raise SlotsMissing
        place = (said.rest if said else _without_times(line)).strip(" ,;.")[:LONGEST_PLACE]
        spans = list(_spans(line))
        if not spans:
            raise SlotsMissing
        found += [
            SlotDraft(school.instant(day, start), school.instant(day, start) + length, place or None)
            for start, length in spans
        ]
    if not found:
        raise SlotsMissing
    return tuple(sorted(found, key=lambda one: one.starts_at))


def until_in(text: str, school: SchoolTime) -> datetime:
    """«пятница», «12.12 18:00», «завтра в 9:30», «18:00» of today. Raises `UntilUnclear`, `NoSuchDay`."""
    clock = _TIME.search(text)
    at = _clock(clock.group(1), clock.group(2)) if clock else CLOSES_AT
    said = day_in(_TIME.sub(" ", text), school.today())
    if at is None or (said is None and clock is None):
        raise UntilUnclear
    return school.instant(said.day if said else school.today(), at)


def spread(start: time, end: time, step: int) -> Iterator[tuple[time, timedelta]]:
    """Meetings of `step` minutes that follow each other; the last one ends in time."""
    length, first = timedelta(minutes=step), datetime.combine(date.min, start)
    last = datetime.combine(date.min, end)
    for number in range(MOST_SLOTS + 1):
        begins = first + number * length
        if begins + length > last:
            return
        yield begins.time(), length


def _spans(line: str) -> Iterator[tuple[time, timedelta]]:
    stepped = _STEP.search(line)
    step = int(stepped.group(1)) if stepped else USUAL_MINUTES
    if not 1 <= step <= MOST_MINUTES:
        raise SlotsMissing
    found = False
    for span in _SPAN.finditer(line):
        found = True
        start, end = _clock(span.group(1), span.group(2)), _clock(span.group(3), span.group(4))
        if start is None or end is None:
            raise SlotsMissing
        yield from spread(start, end, step)
    for single in () if found else _TIME.finditer(line):
        start = _clock(single.group(1), single.group(2))
        if start is None:
            raise SlotsMissing
        yield start, timedelta(minutes=step)


def _without_times(line: str) -> str:
    return _TIME.sub(" ", _STEP.sub(" ", _SPAN.sub(" ", line)))


def _clock(hour: str, minute: str) -> time | None:
    fits = int(hour) < 24 and int(minute) < 60
    return time(int(hour), int(minute)) if fits else None


def _decimal(said: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", said).replace(",", "."))
