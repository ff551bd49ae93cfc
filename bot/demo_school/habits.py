"""How the demo school's teachers keep the journal: most as they should, some late or with gaps, as anywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from bot.demo_school.journal import DemoJournal
from bot.demo_school.school import DemoSchool

Row = dict[str, Any]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Habit:
    """Shares of a teacher's lessons, of their homework or of their marks. `evening`: homework comes at night."""

    late_topics: float = 0
    gaps: float = 0
    """Neither topic nor roll call."""
    off_plan: float = 0
    """A lesson that was no hour of the plan."""
    marks_kept: float = 1
    late_written: float = 0
    """Marks of control works that come after more than a week."""
    homework_kept: float = 1
    evening: float = 0


SHOWN: Mapping[str, tuple[Habit, ...]] = {
    "geo": (Habit(late_topics=0.45, evening=0.2),),
    "hist": (Habit(), Habit(homework_kept=0.6, evening=0.5, gaps=0.06)),
    "phys": (Habit(late_written=0.7),),
    "chem": (Habit(off_plan=0.3, gaps=0.08),),
    "craft": (Habit(marks_kept=0.35), Habit(late_topics=0.15)),
    "music": (Habit(gaps=0.15, marks_kept=0.6),),
    "eng": (Habit(), Habit(), Habit(), Habit(evening=0.6, late_topics=0.1)),
}
"""By chair of the demo school, teacher by teacher; who is not here keeps it as one should."""


def as_they_keep_it(kept: DemoJournal, demo: DemoSchool, control: int, until: date, seed: int) -> None:
    """Changes the rows of days before `until`. `control`: the number of that kind of work."""
    habits = {
        teacher: habit
        for chair, shown in SHOWN.items()
        for teacher, habit in zip(demo.chairs[chair], shown, strict=False)
    }
    chance = Random(seed + 2)
    for lesson in kept.lessons:
        if lesson["day"] < until and (habit := habits.get(lesson["teacher_id"])):
            _lesson(lesson, habit, until, chance)
    _leave(kept.marks, lambda row: row["day"] >= until or chance.random() < _of(habits, row).marks_kept)
    for mark in kept.marks:
        if mark["kind_id"] == control and chance.random() < _of(habits, mark).late_written:
            _late(mark, until)
    _leave(kept.homework, lambda row: _is_new(row, until) or chance.random() < _of(habits, row).homework_kept)
    for homework in kept.homework:
        if not _is_new(homework, until) and chance.random() < _of(habits, homework).evening:
            homework["set_at"] = _at(homework["set_at"], time(chance.randint(16, 19), chance.randint(0, 59)))
    _same_columns(kept.marks)


def _lesson(lesson: Row, habit: Habit, until: date, chance: Random) -> None:
    late, gap, off_plan = (chance.random() for _ in range(3))
    days = DAY * chance.randint(1, 3)
    if gap < habit.gaps:
        nothing = ("topic", "topic_set_at", "plan_topic_id", "roll_call_closed_at", "roll_call_closed_by")
        lesson.update(dict.fromkeys(nothing))
    elif lesson["topic_set_at"] is not None:
        if late < habit.late_topics and lesson["day"] + days < until:
            lesson["topic_set_at"] = _at(lesson["topic_set_at"] + days, time(15, 40))
        if off_plan < habit.off_plan:
            lesson["plan_topic_id"] = None


def _late(mark: Row, until: date) -> None:
    later = mark["day"] + 9 * DAY
    if later < until:
        mark |= {"set_at": _at(mark["set_at"] + 9 * DAY, time(14, 20)), "late": True}


def _of(habits: Mapping[int, Habit], row: Row) -> Habit:
    return habits.get(row["set_by"], Habit())


def _is_new(homework: Row, until: date) -> bool:
    return bool(homework["set_at"].date() >= until)


def _at(moment: datetime, at: time) -> datetime:
    return datetime.combine(moment.date(), at, moment.tzinfo)


def _leave(rows: list[Row], keeps: Callable[[Row], bool]) -> None:
    rows[:] = [row for row in rows if keeps(row)]


def _same_columns(marks: list[Row]) -> None:
    for mark in marks:
        mark.setdefault("late", False)
