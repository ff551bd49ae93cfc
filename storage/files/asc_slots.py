"""When the cards of an aSc export are: its days, periods, and weeks of a cycle."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.school.importing.timetable_days import parity_of
from storage.files.problems import FileDamaged
from storage.files.xml_elements import Element

MOST_PERIODS = 60
_BITS = re.compile(r"[01]{1,14}")


@dataclass(frozen=True, slots=True)
class Slots:
    days: Sequence[str]
    """Names by their place in the strings of days."""
    hours: Mapping[int, str]
    """«3 (10:15-11:00)» by period, from 0 or 1 on without gaps."""
    first_week: int
    """1: the first week of the cycle is an odd one."""
    odd_assumed: bool
    """The file does not say which week is odd."""

    @classmethod
    def of(cls, periods: Iterable[Element], days: Iterable[Element], weeks: Iterable[Element]) -> "Slots":
        """Raises `FileDamaged`."""
        said = _first_week(weeks)
        return cls(_days(days), _hours(periods), 1 if said is None else said, said is None)

    def days_of(self, card: Element) -> list[str]:
        bits = _bits(card, "days", "")
        if len(bits) > len(self.days):
            raise FileDamaged(f"Near line {card.line} a card stands on a day that the file does not have.")
        return [day for day, bit in zip(self.days, bits, strict=False) if bit == "1"]

    def hour_of(self, card: Element) -> str:
        """'' for a card without a period; a period that the file does not have is said as it is."""
        period = period_of(card)
        return "" if period is None else self.hours.get(period, str(period))

    def repeats(self, card: Element) -> bool:
        """Whether it stands in each term, and every week or every other."""
        weeks = _bits(card, "weeks", "1")
        return "0" not in _bits(card, "terms", "1") and ("0" not in weeks or _every_other(weeks) is not None)

    def parity_of(self, card: Element) -> int | None:
        """0: in even weeks, 1: in odd ones."""
        first = _every_other(_bits(card, "weeks", "1"))
        return None if first is None else self.first_week if first else 1 - self.first_week


def period_of(card: Element) -> int | None:
    said = card.attributes.get("period", "").strip()
    if not said:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", said) or int(said) > MOST_PERIODS:
        raise FileDamaged(f"Near line {card.line} a {card.tag} has «{said[:20]}» as its period.")
    return int(said)


def _bits(one: Element, attribute: str, absent: str) -> str:
    said = one.attributes.get(attribute, "").strip() or absent
    if said and not _BITS.fullmatch(said):
        raise FileDamaged(f"Near line {one.line} a {one.tag} has «{said[:20]}» as its {attribute}.")
    return said


def _every_other(weeks: str) -> bool | None:
    """«10», «1010» → the first, third, … week; «01» → the others; None for any other string."""
    first = "10" * (len(weeks) // 2)
    if weeks == first and weeks:
        return True
    return False if weeks and weeks == first[::-1] else None


def _days(defs: Iterable[Element]) -> list[str]:
    """Those of a single day tell its name and place; without a name a day is its number."""
    said = {one.attributes.get("days", "").strip(): one for one in defs}
    length = max((len(bits) for bits in said if _BITS.fullmatch(bits)), default=7)
    single = {bits.index("1"): one for bits, one in said.items() if _BITS.fullmatch(bits) and bits.count("1") == 1}
    names = [_day_name(single.get(place), place) for place in range(length)]
    if len(set(names)) < len(names):
        raise FileDamaged("Two of its days have the same name.")
    return names


def _day_name(said: Element | None, place: int) -> str:
    attributes = said.attributes if said else {}
    return " ".join((attributes.get("name") or attributes.get("short") or str(place + 1)).split())


def _hours(periods: Iterable[Element]) -> dict[int, str]:
    told = {period: one for one in periods if (period := period_of(one)) is not None}
    return {period: _hour(period, told.get(period)) for period in range(min(1, *told), max(told) + 1)} if told else {}


def _hour(period: int, said: Element | None) -> str:
    starts, ends = (said.attributes.get(which, "").strip() if said else "" for which in ("starttime", "endtime"))
    return f"{period} ({starts}-{ends})" if starts and ends else str(period)


def _first_week(defs: Iterable[Element]) -> int | None:
    """1 where a name calls the first week odd, 0 where even; None where none of them says."""
    for one in defs:
        first = _every_other(one.attributes.get("weeks", "").strip())
        parity = parity_of(one.attributes.get("name", ""))
        if first is not None and parity is not None:
            return parity if first else 1 - parity
    return None
