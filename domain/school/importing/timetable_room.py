"""What putting a timetable in needs to keep and to know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from domain.ids import ClassId, EntryId
from domain.school.bells import Bell
from domain.school.importing.known import KnownSchool
from domain.school.importing.plan import Plan
from domain.school.importing.timetable_week import StandingLine, WeekChange


@dataclass(frozen=True, slots=True)
class KnownTimetable:
    """Of the newest school year."""

    school: KnownSchool
    year_ends: date
    bells: Sequence[Mapping[int, Bell]] = ()
    """Every set that rings for grades."""
    class_bells: Mapping[ClassId, Sequence[Mapping[int, Bell]]] = field(default_factory=dict)
    """Of classes that have bells of their own."""
    week: Sequence[StandingLine] = ()
    """Lessons of the year, past ones too."""


@dataclass(frozen=True, slots=True)
class OnDay:
    """Something of an entry on a day: a lesson in the journal, a change, homework."""

    entry: EntryId
    day: date


@dataclass(frozen=True, slots=True)
class TimetablePlan:
    """`new`: what the lessons need and the school does not have yet; its ids below zero stand in `week` too."""

    new: Plan
    week: WeekChange
    bells: Mapping[int, Bell] = field(default_factory=dict)
    """For a school without any."""


class TimetableRoom(Protocol):
    async def known(self) -> KnownTimetable | None:
        """None in a database without a school year."""
        ...

    async def written(self, since: date) -> Sequence[OnDay]:
        """Lessons that the journal knows of, on that day and later."""
        ...

    async def changes(self, since: date) -> Sequence[OnDay]: ...

    async def homework(self, since: date) -> Sequence[OnDay]:
        """What stands and names its lesson."""
        ...

    async def carry_out(self, plan: TimetablePlan) -> None:
        """Homework and changes of days on which their lesson no longer stands let go of it."""
        ...


class TimetableTransaction(Protocol):
    @property
    def timetable_rows(self) -> TimetableRoom: ...
