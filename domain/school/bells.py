"""When lessons begin and end: by grade, by weekday, by half-year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from domain.ids import BellRuleId


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
    id: BellRuleId | None = field(default=None, compare=False)
    """None: not kept yet."""

    def holds(self, day: date, grade: int, weekday: int | None = None) -> bool:
        """`weekday`: whose lessons the day has, 1 Monday to 7; None: its own."""
        return (
            self.grade_from <= grade <= self.grade_to
            and self.weekday in (None, weekday or day.isoweekday())
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_until is None or day <= self.valid_until)
        )

    @property
    def narrowness(self) -> tuple[bool, bool, bool, int]:
        """A short day's rule beats all, a weekday's any day's, a dated one an undated one, fewer grades more."""
        one_day = self.valid_from is not None and self.valid_from == self.valid_until
        dated = self.valid_from is not None or self.valid_until is not None
        return one_day, self.weekday is not None, dated, self.grade_from - self.grade_to


def rule_on(rules: Sequence[BellRule], day: date, grade: int, weekday: int | None = None) -> BellRule | None:
    """The narrowest that holds, of equal ones the last; `weekday` as `holds` takes it."""
    holding = [rule for rule in rules if rule.holds(day, grade, weekday)]
    return max(reversed(holding), key=lambda rule: rule.narrowness) if holding else None


def bells_on(rules: Sequence[BellRule], day: date, grade: int, weekday: int | None = None) -> Mapping[int, Bell]:
    """Bells by lesson position; empty where no rule holds."""
    rule = rule_on(rules, day, grade, weekday)
    return rule.times if rule else {}
