"""Lessons of the week by what they are, and what a new week changes of the one that stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.school.calendar import DAY

Part = tuple[ClassId, GroupId | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A lesson of the week; equal lines are the same lesson. Ids below zero are of what is still to be made."""

    weekday: int
    position: int
    parity: int | None
    subject: SubjectId
    room: str | None
    parts: frozenset[Part]
    teachers: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A row of the timetable, with its days (`until` included; None: goes on)."""

    entry: EntryId
    since: date
    until: date | None
    line: Line

    def stands_from(self, day: date) -> bool:
        """On `day` and on all days after it."""
        return self.since <= day and self.until is None


@dataclass(frozen=True, slots=True)
class WeekChange:
    """What to do so that a week stands from a day on, and nothing else."""

    start: date
    kept: int
    resumed: tuple[StandingLine, ...]
    """The same lesson, which was to begin later or to end: from the start on it goes on."""
    ended: tuple[StandingLine, ...]
    """They stand until the day before."""
    removed: tuple[StandingLine, ...]
    """They were to begin on the day or later, and never do."""
    added: tuple[Line, ...]

    @property
    def gone(self) -> frozenset[EntryId]:
        return frozenset(row.entry for row in (*self.ended, *self.removed))


def change_of(standing: Iterable[StandingLine], wished: Sequence[Line], start: date) -> WeekChange:
    """Equal lessons are taken once for each time they are wished; what ended just before `start` may go on."""
    pool = _pool(standing, start)
    taken: list[StandingLine] = []
    added: list[Line] = []
    for line in wished:
        if pool.get(line):
            taken.append(pool[line].pop())
        else:
            added.append(line)
    left = [row for rows in pool.values() for row in rows if row.until is None or row.until >= start]
    return WeekChange(
        start=start,
        kept=sum(row.stands_from(start) for row in taken),
        resumed=tuple(row for row in taken if not row.stands_from(start)),
        ended=tuple(row for row in left if row.since < start),
        removed=tuple(row for row in left if row.since >= start),
        added=tuple(added),
    )


def _pool(standing: Iterable[StandingLine], start: date) -> dict[Line, list[StandingLine]]:
    """By line, what stands already last."""
    pool: dict[Line, list[StandingLine]] = {}
    for row in sorted(standing, key=lambda row: (row.stands_from(start), row.since)):
        if row.until is None or row.until >= start - DAY:
            pool.setdefault(row.line, []).append(row)
    return pool
