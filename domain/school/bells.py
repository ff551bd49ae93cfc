"""When lessons begin and end: by grade or class, by weekday, by half-year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from domain.ids import BellRuleId, ClassId


@dataclass(frozen=True, slots=True)
class Bell:
    """Local times of one lesson."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class BellRule:
    """Which bells ring for grades `grade_from`-`grade_to` (both included), or for one class whatever its grade.

    What is None holds for any.
    """

    times: Mapping[int, Bell]
    grade_from: int = 1
    grade_to: int = 12
    weekday: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    id: BellRuleId | None = field(default=None, compare=False)
    """None: not kept yet."""
    class_id: ClassId | None = None
    class_name: str | None = field(default=None, compare=False)
    """To show the rule by."""

    def holds(self, day: date, grade: int, weekday: int | None = None, class_id: ClassId | None = None) -> bool:
        """`weekday`: whose lessons the day has, 1 Monday to 7; None: its own. `class_id` None: it is not known."""
        for_whom = self.grade_from <= grade <= self.grade_to if self.class_id is None else self.class_id == class_id
        return (
            for_whom
            and self.weekday in (None, weekday or day.isoweekday())
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_until is None or day <= self.valid_until)
        )

    @property
    def one_day(self) -> bool:
        return self.valid_from is not None and self.valid_from == self.valid_until

    @property
    def narrowness(self) -> tuple[bool, bool, bool, bool, int]:
        """One day's rule beats all, a class's one of grades, a weekday's any day's, a dated one an undated one,
        fewer grades more.

        A class before a weekday: a Monday of the whole school must not call the second shift in the morning.
        One day before a class: a short day is written once for the whole school; who has another one on that day
        is written after it, and of two such rules the class's rings.
        """
        dated = self.valid_from is not None or self.valid_until is not None
        return self.one_day, self.class_id is not None, self.weekday is not None, dated, self.grade_from - self.grade_to


def rule_on(
    rules: Sequence[BellRule], day: date, grade: int, weekday: int | None = None, class_id: ClassId | None = None
) -> BellRule | None:
    """The narrowest that holds, of equal ones the last; `weekday` and `class_id` as `holds` takes them."""
    holding = [rule for rule in rules if rule.holds(day, grade, weekday, class_id)]
    return max(reversed(holding), key=lambda rule: rule.narrowness) if holding else None


def bells_on(
    rules: Sequence[BellRule], day: date, grade: int, weekday: int | None = None, class_id: ClassId | None = None
) -> Mapping[int, Bell]:
    """Bells by lesson position; empty where no rule holds."""
    rule = rule_on(rules, day, grade, weekday, class_id)
    return rule.times if rule else {}
