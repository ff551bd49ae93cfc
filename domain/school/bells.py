"""When lessons begin and end: by grade, by weekday, by half-year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Bell:
    """Local times of one lesson."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class BellRule:
    """Which bells ring for grades `grade_from`-`grade_to` (both included); what is None holds for any."""

    times: Mapping[int, Bell]
    grade_from: int = 1
    grade_to: int = 12
    weekday: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None

    def holds(self, day: date, grade: int) -> bool:
        return (
            self.grade_from <= grade <= self.grade_to
            and self.weekday in (None, day.isoweekday())
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_until is None or day <= self.valid_until)
        )

    @property
    def narrowness(self) -> tuple[bool, bool, int]:
        """A weekday's rule beats any day's, a dated one an undated one, fewer grades beat more."""
        dated = self.valid_from is not None or self.valid_until is not None
        return self.weekday is not None, dated, self.grade_from - self.grade_to


def bells_on(rules: Sequence[BellRule], day: date, grade: int) -> Mapping[int, Bell]:
    """Bells by lesson position; empty where no rule holds."""
    holding = [rule for rule in rules if rule.holds(day, grade)]
    return max(holding, key=lambda rule: rule.narrowness).times if holding else {}
