"""When an announcement shall go: moments that are offered, and such as people type."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.errors import Refused
from domain.school.said_dates import day_in

EVENING, MORNING = time(18, 0), time(8, 0)
LEAST_AHEAD = timedelta(minutes=5)
_TIME = re.compile(
    r"(?<![\d.:])(?:(?:в|at)\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?![\d.]*\d)|\s*(?:ч\w*|o'?clock)(?!\w))"
)
_HOUR = re.compile(r"(?<!\w)(?:в|at)\s+(?P<hour>\d{1,2})(?![\d.:]|\s*(?:янв|фев|мар|апр|ма|ию|авг|сен|окт|ноя|дек))")


@dataclass(eq=False)
class MomentUnclear(Refused):
    """Neither an hour nor a day was understood."""


def moments_offered(now: datetime) -> list[datetime]:
    """`now` and what is returned on the school's clock: this evening, tomorrow morning, the next Monday's."""
    today = now.date()
    evening = datetime.combine(today, EVENING, now.tzinfo)
    monday = today + timedelta(days=8 - today.isoweekday())
    mornings = (datetime.combine(day, MORNING, now.tzinfo) for day in sorted({today + timedelta(days=1), monday}))
    return [*([evening] if evening - LEAST_AHEAD > now else []), *mornings]


def closings_offered(day: date) -> list[date]:
    """Last days on which readers are asked, for what goes on a day: the next one, then three days, a week, two."""
    return [day + timedelta(days=ahead) for ahead in (1, 3, 7, 14)]


def moment_said(text: str, now: datetime) -> datetime:
    """«завтра в 8:00», «05.12 18:30», «в пн 9:15», “tomorrow at 8:00”; an hour alone is its next one, a day
    alone begins at eight. Raises `MomentUnclear`, `NoSuchDay`.
    """
    folded, today = text.casefold(), now.date()
    found = _hour_in(folded)
    if found is not None:
        said = day_in(f"{folded[: found.start()]} {folded[found.end() :]}", today)
        at = _at(found)
        if at is not None and (said or not _may_be_a_day(found)):
            moment = datetime.combine(said.day if said else today, at, now.tzinfo)
            return moment if said or moment > now else moment + timedelta(days=1)
    day = day_in(folded, today)
    if day is None:
        raise MomentUnclear
    return datetime.combine(day.day, MORNING, now.tzinfo)


def _at(found: "re.Match[str]") -> time | None:
    hour, minute = int(found["hour"]), int(found.groupdict().get("minute") or 0)
    return time(hour, minute) if hour <= 23 and minute <= 59 else None


def _hour_in(text: str) -> "re.Match[str] | None":
    """With a colon before «в 18», and that before one with a dot, which may be a date."""
    found = list(_TIME.finditer(text))
    surely = next((one for one in found if "." not in one.group()), None)
    return surely or _HOUR.search(text) or (found[-1] if found else None)


def _may_be_a_day(found: "re.Match[str]") -> bool:
    """«05.12» alone."""
    return bool(re.fullmatch(r"\d{1,2}\.(?:0\d|1[0-2])", found.group()))
