"""Several days said at once: «12–14.11», «с понедельника по среду», «до пятницы», in Russian and English."""

import re
from datetime import date

from domain.school.said_dates import day_in

_RANGE = re.compile(
    r"(?<![\d.])(?:с|со|from)?\s*(?P<day>\d{1,2})(?P<month>\.\d{1,2})?\s*(?:[-–—]|по|до|to|until)\s*"
    r"(?P<last>\d{1,2}(?P<last_month>\.\d{1,2}(?:\.\d{2,4})?)?)(?![\d.]*\d)(?P<named>\s+[а-яёa-z]{3,})?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?<!\w)(?:с|со|from|(?P<until>до|по|until|till))\s+", re.IGNORECASE)
_BETWEEN = "¦"
"""Stands between two days while they are looked for."""


def days_in(text: str, today: date) -> tuple[tuple[date, date] | None, str]:
    """One day, two of them, or «до пятницы»: from today; and the text without them. Raises `NoSuchDay`."""
    text, until = _without_joints(_RANGE.sub(_spelled, text, count=1), today)
    first = day_in(text, today)
    if first is None:
        return None, text
    second = day_in(first.rest, today)
    rest = (second or first).rest.replace(_BETWEEN, " ")
    days = sorted([first.day, second.day if second else today if until else first.day])
    return (days[0], days[-1]), re.sub(r"(?:^|(?<=\s))[-–—](?=\s|$)", " ", rest)


def _without_joints(text: str, today: date) -> tuple[str, bool]:
    """The text without «с» and «до» before a day, and whether a «до» was among them."""
    until = False
    for joint in reversed(list(_JOINT.finditer(text))):
        after = re.sub(r"\s+", " ", text[joint.end() :])
        said = day_in(after, today)
        if said is not None and after.strip(" ,;:–—").endswith(said.rest):
            text = f"{text[: joint.start()]}{text[joint.end() :]}"
            until = until or joint["until"] is not None
    return text, until


def _spelled(found: re.Match[str]) -> str:
    """«12–14.11» and «12–14 ноября» with the month at both ends, so that each is a day by itself."""
    if not (found["last_month"] or found["named"]):
        return found.group()
    month = found["month"] or (found["last_month"] and f".{found['last_month'].split('.')[1]}") or found["named"]
    return f" {found['day']}{month} {_BETWEEN} {found['last']}{found['named'] or ''} "
