"""Load by weekday: lessons and homework that a class, a parallel or the school has on each day of the week (3.6.2)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, GroupId
from domain.journal.overload import homework_norm
from domain.journal.rules import Rules
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import SchoolDay

Groups = frozenset[GroupId]
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class DueHomework:
    """All homework of a class (`group` None) or a subgroup that is due on a day, but for individual homework.

    `tasks`, of which `estimated` have an estimate; `minutes`: the sum of the estimates.
    """

    class_id: ClassId
    group: GroupId | None
    day: date
    tasks: int
    estimated: int
    minutes: int


class HomeworkLoads(Protocol):
    async def due(self, first: date, last: date, classes: Collection[ClassId]) -> Sequence[DueHomework]:
        """One statement; what was cancelled and «не задано» is left out."""
        ...


@dataclass(frozen=True, slots=True)
class WeekdayLoad:
    """`weekday`: 1 Monday to 7. `class_days`: on how many days classes had lessons, all classes together.

    Averages are of one class on one such day: `lessons`, and homework `minutes` that are due, as teachers estimate.
    """

    weekday: int
    class_days: int
    lessons: Fraction
    minutes: Fraction


@dataclass(frozen=True, slots=True)
class LoadPage:
    """`class_id` and `grade` None: of the school. `norm`: minutes a day at most, where all classes have the same.

    `tasks`, of which `estimated` have an estimate of minutes: what the minutes are worth.
    """

    first: date
    last: date
    classes: tuple[SchoolClass, ...]
    weekdays: tuple[WeekdayLoad, ...]
    tasks: int
    estimated: int
    norm: int | None


@dataclass(frozen=True, slots=True)
class WeekdayLoads:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    homework: HomeworkLoads
    rules: Rules

    async def page(
        self, actor: Actor, first: date, last: date, class_id: ClassId | None = None, grade: int | None = None
    ) -> LoadPage:
        """To today, where the days go on. Raises `NotFound` for what the school has no class of."""
        require(actor, Action.SEE_CONTROL, Target())
        last = min(last, max(first, self.time.today()))
        if (last - first).days > MOST_DAYS:
            raise NotFound
        roster = await self.rosters.roster_on(last)
        classes = _chosen(roster, class_id, grade)
        days = await self.timetables.days(first, last)
        due = await self.homework.due(first, last, [one.id for one in classes])
        rules = await self.rules.rules()
        norms = {homework_norm(one.grade, rules) for one in classes}
        return LoadPage(
            first,
            last,
            classes,
            by_weekday(days, due, {one.id: _combinations(roster, one.id) for one in classes}),
            sum(one.tasks for one in due),
            sum(one.estimated for one in due),
            norms.pop() if len(norms) == 1 else None,
        )


def by_weekday(
    days: Iterable[SchoolDay], due: Iterable[DueHomework], groups: Mapping[ClassId, Collection[Groups]]
) -> tuple[WeekdayLoad, ...]:
    """Of the classes of `groups`, each with the sets of subgroups that its pupils sit in.

    A lesson of several subgroups at one time is one; of homework that of the pupil who has the most counts.
    """
    minutes = _minutes(due, groups)
    lessons: dict[int, list[int]] = {}
    homework: dict[int, list[int]] = {}
    for day in days:
        weekday = day.day.isoweekday()
        for class_id in groups:
            given = {one.position for one in day.by_class.get(class_id, ()) if one.takes_place}
            if given:
                lessons.setdefault(weekday, []).append(len(given))
                homework.setdefault(weekday, []).append(minutes.get((class_id, day.day), 0))
    return tuple(
        WeekdayLoad(weekday, len(counts), Fraction(sum(counts), len(counts)), _mean(homework[weekday]))
        for weekday, counts in sorted(lessons.items())
    )


def _minutes(
    due: Iterable[DueHomework], groups: Mapping[ClassId, Collection[Groups]]
) -> Mapping[tuple[ClassId, date], int]:
    of_day: dict[tuple[ClassId, date], list[DueHomework]] = {}
    for one in due:
        of_day.setdefault((one.class_id, one.day), []).append(one)
    return {key: _most(given, groups.get(key[0], ())) for key, given in of_day.items()}


def _most(due: Sequence[DueHomework], groups: Collection[Groups]) -> int:
    whole = sum(one.minutes for one in due if one.group is None)
    return whole + max((sum(one.minutes for one in due if one.group in mine) for mine in groups), default=0)


def _mean(numbers: Sequence[int]) -> Fraction:
    return Fraction(sum(numbers), len(numbers))


def _combinations(roster: Roster, class_id: ClassId) -> frozenset[Groups]:
    return frozenset(seat.groups for seat in roster.of_class.get(class_id, ()))


def _chosen(roster: Roster, class_id: ClassId | None, grade: int | None) -> tuple[SchoolClass, ...]:
    found = tuple(
        one
        for one in roster.classes.values()
        if (class_id is None or one.id == class_id) and (grade is None or one.grade == grade)
    )
    if not found:
        raise NotFound
    return found
