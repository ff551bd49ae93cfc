"""Which lesson of the day a timetable program's hour is, and when its bells ring."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from domain.school.bells import Bell

LESSON, BREAK = timedelta(minutes=45), timedelta(minutes=5)
"""A lesson where only beginnings are told: as long as the shortest way to the next one allows, at most 45 minutes."""
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:])")
_NUMBER = re.compile(r"\D*?(\d{1,2})(?!\d)(?!\s*[:.\-–—h]\s*\d)")
_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Hours:
    """`bells` are empty where the names do not tell them."""

    positions: Mapping[str, int]
    bells: Mapping[int, Bell] = field(default_factory=dict)
    ends_told: bool = True
    counted: bool = False
    """Positions are counted among the hours that occur: an hour without any lesson is not known of."""


def hours_of(names: Sequence[str], in_order: bool) -> Hours:
    """«08:30-09:15», «9.05», «1 урок», «0»; numbers count where they begin at 0 or 1, else the order does.

    Where neither `in_order` nor the names tell the order, there are no positions.
    """
    line = list(names) if in_order else _sorted(names)
    numbers = _numbers(line)
    positions = dict(zip(line, numbers or range(1, len(line) + 1), strict=True))
    told = [_times(name) for name in line]
    starts = [times[0] for times in told if times]
    if len(starts) != len(line) or not _rise(starts):
        return Hours(positions, counted=not in_order and not numbers)
    bells = _bells(told)
    ends_told = all(len(times) > 1 for times in told)
    return Hours(positions, dict(zip(positions.values(), bells, strict=False)), ends_told, not in_order and not numbers)


def _sorted(names: Sequence[str]) -> list[str]:
    if all(_times(name) for name in names):
        return sorted(names, key=lambda name: _times(name)[0])
    by_number = sorted(names, key=lambda name: _number(name) or 0)
    return by_number if _numbers(by_number) else []


def _numbers(line: Sequence[str]) -> list[int]:
    """Empty unless each hour has one, they rise, and do not look like hours of the clock."""
    numbers = [number for number in map(_number, line) if number is not None]
    fits = len(numbers) == len(line) and _rise(numbers) and numbers[:1] in ([0], [1])
    return numbers if fits else []


def _number(name: str) -> int | None:
    found = _NUMBER.match(name)
    return int(found.group(1)) if found else None


def _times(name: str) -> list[time]:
    return [time(int(hours), int(minutes)) for hours, minutes in _TIME.findall(name)][:2]


def _rise(values: Sequence[int] | Sequence[time]) -> bool:
    return all(before < after for before, after in pairwise(values))  # type: ignore[operator]


def _bells(told: Sequence[Sequence[time]]) -> list[Bell]:
    """Empty where a lesson would end before it begins, or after midnight."""
    starts = [datetime.combine(_DAY, times[0]) for times in told]
    gaps = [after - before for before, after in pairwise(starts)]
    length = min([LESSON, *(gap - BREAK for gap in gaps)])
    ends = [times[1] if len(times) > 1 else (start + length).time() for times, start in zip(told, starts, strict=True)]
    bells = [Bell(times[0], end) for times, end in zip(told, ends, strict=True)]
    return bells if all(bell.starts < bell.ends for bell in bells) else []
