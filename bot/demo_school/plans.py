"""The demo school's curriculum plans (КТП): a year of topics for each class and subject that has topics of its own."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.demo_school.curriculum import TOPICS
from bot.demo_school.school import DemoLesson

WEEKS = 34
"""Of a school year, by the federal plans."""
Row = dict[str, Any]
Series = tuple[int, int | None, int]
"""(class, subgroup, subject)"""


class DemoPlans:
    """One line a lesson; `line` says which one a series' lesson is, counted from 1."""

    def __init__(self, lessons: Iterable[tuple[Series, DemoLesson]], imported_at: datetime) -> None:
        self.plans: list[Row] = []
        self.topics: list[Row] = []
        self._first: dict[Series, tuple[int, int]] = {}
        known = [(series, lesson) for series, lesson in lessons if lesson.subject.key in TOPICS]
        weekly = Counter(series for series, _ in known)
        for series, lesson in dict(known).items():
            self._add(series, lesson, weekly[series] * WEEKS, imported_at)

    def line(self, series: Series, count: int) -> int | None:
        first, many = self._first.get(series, (0, 0))
        return first + count - 1 if count <= many else None

    def _add(self, series: Series, lesson: DemoLesson, many: int, imported_at: datetime) -> None:
        class_id, group, subject = series
        plan = len(self.plans) + 1
        whose = {"year_id": 1, "class_id": class_id, "group_id": group, "subject_id": subject}
        self.plans.append({"id": plan, **whose, "imported_by": lesson.teacher, "imported_at": imported_at})
        words = TOPICS[lesson.subject.key].split(";")
        self._first[series] = (len(self.topics) + 1, many)
        for number in range(1, many + 1):
            row = {"plan_id": plan, "number": number, "topic": words[number % len(words)], "hours": 1}
            self.topics.append({"id": len(self.topics) + 1, **row})
