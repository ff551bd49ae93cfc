"""Movement as it is written in a line: whom, a newcomer's name and birth date, from which day, by which order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.errors import Refused
from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.school.class_names import class_norm
from domain.school.exemptions import said_order
from domain.school.finding import class_at_start
from domain.school.movement import Newcomer
from domain.school.roster import Roster, Seat
from domain.school.said_dates import day_in

YOUNGEST = 4
"""Years: whoever is younger goes to no school, so such a date is no birth date."""
_BIRTH = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SINCE = re.compile(r"(?<!\w)(?:с|со|from|since)\s+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


@dataclass(eq=False)
class NewcomerUnclear(Refused):
    """A line without a surname and a given name."""


@dataclass(eq=False)
class MovementDayUnclear(Refused):
    """A line that names no day."""


@dataclass(frozen=True, slots=True)
class SaidMovement:
    day: date
    order: str | None


@dataclass(frozen=True, slots=True)
class SaidNewcomer:
    """`day`: the first at school."""

    newcomer: Newcomer
    day: date
    order: str | None


def said_movement(said: str, today: date) -> SaidMovement:
    """«сегодня приказ 45», «01.12 № 7-у», «завтра». Only an order's number means today.

    Raises `MovementDayUnclear`, `NoSuchDay`.
    """
    order, rest = said_order(said)
    found = day_in(rest, today)
    if found is None and (order is None or rest.strip(" ,.;")):
        raise MovementDayUnclear
    return SaidMovement(found.day if found else today, order)


def said_newcomer(said: str, today: date) -> SaidNewcomer:
    """«Петров Иван Ильич 12.03.2014 с 01.12 приказ 45»: all but the name can be left out.

    Raises `NewcomerUnclear`, `NoSuchDay`.
    """
    order, rest = said_order(said)
    birth, rest = _birth(rest, today)
    since = _SINCE.search(rest)
    found = day_in(rest[since.end() :], today) if since else None
    words = _WORD.findall(rest[: since.start()] if since else rest)
    if not 2 <= len(words) <= 4 or any(len(word) > 80 for word in words):
        raise NewcomerUnclear
    name = PersonName(words[0], words[1], " ".join(words[2:]) or None)
    return SaidNewcomer(Newcomer(name, birth), found.day if found else today, order)


def pupils_said(said: str, roster: Roster) -> Sequence[Seat]:
    """«7А Петрова», «петрова анна»: whose names begin with all of these words, in the order of names."""
    own, rest = class_at_start(said, {class_norm(one.name): one for one in roster.classes.values()})
    words = norm(rest).split()
    here = (seat for seat in roster.seats.values() if own is None or seat.class_id == own.id)
    return [seat for seat in here if (words or own) and all(_begins(word, seat) for word in words)]


def _begins(word: str, seat: Seat) -> bool:
    return any(part.startswith(word) for part in norm(seat.name.full).split())


def _birth(said: str, today: date) -> tuple[date | None, str]:
    """The birth date, and the text without it."""
    for found in _BIRTH.finditer(said):
        day, month, year = (int(part) for part in found.groups())
        if today.year - 100 < year <= today.year - YOUNGEST:
            try:
                return date(year, month, day), f"{said[: found.start()]} {said[found.end() :]}"
            except ValueError:
                raise NewcomerUnclear from None
    return None, said
