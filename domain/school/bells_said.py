"""Bells as a message has them: «1 8:30–9:15» line by line, or «8:30 по 45, перемены 10 20 20 10 10»."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from domain.errors import Refused
from domain.school.bells import Bell

LONGEST_DAY = 12 * 60
"""Minutes from the first bell to the last."""
LAST_POSITION = 20
LONGEST_LINE = 120
"""Characters; what is longer is not read."""
_TIME = r"(\d{1,2})\s*[:.]\s*(\d{2})"
_LINE = re.compile(rf"(?:(?P<n>\d{{1,2}})\s*(?:[.)]|-?й|урок\w*|\s)*\s+)?{_TIME}\s*(?:[-–—]|до|to|\s)\s*{_TIME}\s*\.?")
_FROM = re.compile(
    rf"(?:с\s+|from\s+)?{_TIME}\s*,?\s*(?:по|by|уроки?\s+по)\s*(?P<length>\d{{1,3}})\s*(?:мин\w*\.?|min\w*\.?)?\s*"
    r"(?:[,;]?\s*(?:перемен\w*|breaks?)\s*(?:по|of|:)?\s*(?P<breaks>[\d\s,;/-]+?))?\s*(?:мин\w*\.?|min\w*\.?)?\s*"
)


@dataclass(eq=False)
class BellsUnclear(Refused):
    """`said`: the line that no bell was read from."""

    said: str


@dataclass(eq=False)
class BellsOverlap(Refused):
    """The lesson begins before the one before it ends, or ends before it begins."""

    position: int


@dataclass(eq=False)
class BellsTooLong(Refused):
    """More than `hours` from the first bell to the last."""

    hours: int


def said_bells(text: str) -> Mapping[int, Bell]:
    """Bells by lesson position, in their order. Raises `BellsUnclear`, `BellsOverlap` and `BellsTooLong`."""
    whole = re.sub(r"\s+", " ", text).strip()
    rung = _FROM.fullmatch(whole.casefold()) if len(whole) <= LONGEST_LINE else None
    bells = dict(_from_start(rung, whole)) if rung else _by_lines(text)
    checked(bells)
    return bells


def checked(bells: Mapping[int, Bell]) -> None:
    """Raises `BellsOverlap` and `BellsTooLong`."""
    ordered = sorted(bells.items())
    for position, bell in ordered:
        if bell.starts >= bell.ends:
            raise BellsOverlap(position)
    for (_, before), (position, bell) in pairwise(ordered):
        if bell.starts < before.ends:
            raise BellsOverlap(position)
    if minutes_of(ordered[-1][1].ends) - minutes_of(ordered[0][1].starts) > LONGEST_DAY:
        raise BellsTooLong(LONGEST_DAY // 60)


def minutes_of(at: time) -> int:
    """Since midnight."""
    return at.hour * 60 + at.minute


def _by_lines(text: str) -> dict[int, Bell]:
    """Without numbers they are counted from 1, or on from the line before."""
    bells: dict[int, Bell] = {}
    for line in (line.strip(" \t,;") for line in re.split(r"[\n;]", text)):
        if not line:
            continue
        found = _LINE.fullmatch(line.casefold()) if len(line) <= LONGEST_LINE else None
        if found is None:
            raise BellsUnclear(line)
        position = int(found["n"]) if found["n"] else max(bells, default=0) + 1
        if position in bells or position > LAST_POSITION:
            raise BellsUnclear(line)
        starts, ends = _time(found[2], found[3], line), _time(found[4], found[5], line)
        bells[position] = Bell(starts, ends)
    if not bells:
        raise BellsUnclear(text.strip())
    return bells


def _from_start(rung: re.Match[str], said: str) -> Iterable[tuple[int, Bell]]:
    """One lesson more than breaks."""
    at, length = minutes_of(_time(rung[1], rung[2], said)), int(rung["length"])
    breaks = [int(one) for one in re.findall(r"\d+", rung["breaks"] or "")]
    if not breaks or len(breaks) >= LAST_POSITION or not 1 <= length <= LONGEST_DAY:
        raise BellsUnclear(said)
    for position, pause in enumerate((*breaks, 0), 1):
        if at + length >= 24 * 60:
            raise BellsTooLong(LONGEST_DAY // 60)
        yield position, Bell(_at(at), _at(at + length))
        at += length + pause


def _at(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _time(hours: str, minutes: str, said: str) -> time:
    if int(hours) > 23 or int(minutes) > 59:
        raise BellsUnclear(said)
    return time(int(hours), int(minutes))
