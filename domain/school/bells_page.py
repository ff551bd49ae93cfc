"""`/bells`: when one's lessons begin and end, how long the breaks are, and what rings next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from domain.clock import SchoolTime
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.bells import Bell, bells_on
from domain.school.bells_said import minutes_of
from domain.school.calendar_page import own_classes
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import SchoolDay, WeekPlan

Rung = tuple[tuple[int, Bell], ...]
"""Bells by position."""


class Now(StrEnum):
    BEFORE = "before"
    LESSON = "lesson"
    BREAK = "break"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Ringing:
    """What goes on: until the next bell `minutes`; of `BEFORE` and `BREAK` `position` is the lesson to come."""

    now: Now
    position: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class BellTable:
    """Of classes that have the same bells on `day`; `ringing` where that is today. No bells: none are entered."""

    day: date
    bells: Mapping[int, Bell]
    classes: tuple[str, ...] = ()
    grades: tuple[int, ...] = ()
    """Whole ones before `classes`, for who reads the whole school's."""
    ringing: Ringing | None = None


@dataclass(frozen=True, slots=True)
class BellPage:
    today: date
    tables: tuple[BellTable, ...]


@dataclass(frozen=True, slots=True)
class BellPages:
    """No statement beside what is kept in memory, but for a day's changes."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters

    async def today(self, actor: Actor) -> BellPage:
        """Of one's own classes; for who has none, of the whole school. On a day off those of the next school day."""
        require(actor, Action.SEE_BELLS, Target(person=actor.person))
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        now = self.time.local()
        own = own_classes(actor, roster)
        tables = [await self._of_class(plan, one, now) for one in own]
        return BellPage(now.date(), tuple(tables) if own else tuple(_of_school(plan, roster, now)))

    async def _of_class(self, plan: WeekPlan, school_class: SchoolClass, now: datetime) -> BellTable:
        """As far as the class's last lesson of the day."""
        today, day = now.date(), _day_of(plan, school_class, now.date())
        bells = _bells(plan, school_class, day)
        last = _last_lesson(await self.timetables.day(day), school_class)
        shown = {position: bell for position, bell in sorted(bells.items()) if last is None or position <= last}
        return BellTable(
            day, shown, (school_class.name,), ringing=ringing_at(shown, now.time()) if day == today else None
        )


def ringing_at(bells: Mapping[int, Bell], at: time) -> Ringing | None:
    """None where there are no bells."""
    for position, bell in sorted(bells.items()):
        if at < bell.starts:
            first = position == min(bells)
            return Ringing(Now.BEFORE if first else Now.BREAK, position, minutes_of(bell.starts) - minutes_of(at))
        if at < bell.ends:
            return Ringing(Now.LESSON, position, minutes_of(bell.ends) - minutes_of(at))
    return Ringing(Now.OVER) if bells else None


def _day_of(plan: WeekPlan, school_class: SchoolClass, today: date) -> date:
    """Today if the class has lessons, else its next school day; after the year's last, today all the same."""
    grade = school_class.grade
    if plan.calendar.day_off(today, grade) is None and plan.teaches_on(school_class.id, today):
        return today
    return plan.next_school_day(school_class.id, grade, today) or today


def _last_lesson(day: SchoolDay, school_class: SchoolClass) -> int | None:
    return max((lesson.position for lesson in day.by_class.get(school_class.id, ())), default=None)


def _of_school(plan: WeekPlan, roster: Roster, now: datetime) -> Sequence[BellTable]:
    """Who rings alike together: grades where all of their classes do, else classes; a grade's day is its first's."""
    today, at = now.date(), now.time()
    grades: dict[int, list[SchoolClass]] = {}
    for one in roster.classes.values():
        grades.setdefault(one.grade, []).append(one)
    found: dict[tuple[date, Rung], tuple[list[int], list[str]]] = {}
    for grade, classes in sorted(grades.items()):
        day = _day_of(plan, classes[0], today)
        rung = {one.name: tuple(sorted(_bells(plan, one, day).items())) for one in classes}
        alike = len(set(rung.values())) == 1
        for name, bells in rung.items():
            whole, parts = found.setdefault((day, bells), ([], []))
            if not alike:
                parts.append(name)
            elif grade not in whole:
                whole.append(grade)
    return [
        BellTable(day, dict(bells), tuple(parts), tuple(whole), ringing_at(dict(bells), at) if day == today else None)
        for (day, bells), (whole, parts) in found.items()
    ]


def _bells(plan: WeekPlan, school_class: SchoolClass, day: date) -> Mapping[int, Bell]:
    grade = school_class.grade
    return bells_on(plan.bells, day, grade, plan.calendar.weekday_of(day, grade), school_class.id)
