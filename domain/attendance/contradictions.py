"""What does not fit together in a pupil's day, for the class teacher to look at (3.3.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.attendance.missed import MissedDay
from domain.attendance.notes import AbsenceNote, announced
from domain.attendance.presence import Presence
from domain.ids import PersonId
from domain.roles.people import PersonName

A_DAY = 2
"""From so many lessons on a day is a day."""


class Doubtful(StrEnum):
    GAP = "gap"
    """There before and after, away in between, and nobody knows why."""
    HERE_THOUGH_ANNOUNCED = "here"
    """At a lesson for which a guardian had announced an absence."""
    SILENT_DAY = "silent"
    """Away the whole day without a word from home."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`positions`: the lessons that it is about."""

    kind: Doubtful
    pupil: PersonId
    name: PersonName
    day: date
    positions: tuple[int, ...]


def contradictions(
    about: MissedDay, known: Mapping[int, Presence], notes: Sequence[AbsenceNote]
) -> list[Contradiction]:
    """`known`: how the pupil was, by position, at the lessons whose roll call is kept.

    What the class teacher has settled is no contradiction any more; presence where absence was announced stays one.
    """
    unexplained = {one.position for one in about.lessons if one.open}
    found = {
        Doubtful.GAP: _gap(known, unexplained),
        Doubtful.HERE_THOUGH_ANNOUNCED: _here(about.day, known, notes),
        Doubtful.SILENT_DAY: _silent(about, known, unexplained),
    }
    return [
        Contradiction(kind, about.pupil, about.name, about.day, positions)
        for kind, positions in found.items()
        if positions
    ]


def _gap(known: Mapping[int, Presence], unexplained: set[int]) -> tuple[int, ...]:
    there = [position for position, status in known.items() if not status.away]
    if not there:
        return ()
    return tuple(sorted(one for one in unexplained if min(there) < one < max(there)))


def _here(day: date, known: Mapping[int, Presence], notes: Sequence[AbsenceNote]) -> tuple[int, ...]:
    there = [position for position, status in known.items() if not status.away]
    return tuple(sorted(one for one in there if announced(notes, day, one) is not None))


def _silent(about: MissedDay, known: Mapping[int, Presence], unexplained: set[int]) -> tuple[int, ...]:
    said = about.note is not None or about.answer is not None
    away_all_day = len(known) >= A_DAY and set(known) == unexplained
    return tuple(sorted(known)) if away_all_day and not said else ()
