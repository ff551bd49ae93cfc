"""Who sits where: pupils with their class and subgroups, as of a day."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from domain.ids import ClassId, GroupId, PersonId
from domain.roles.people import PersonName


@dataclass(frozen=True, slots=True)
class SchoolClass:
    id: ClassId
    name: str
    grade: int
    teachers: tuple[PersonId, ...] = ()
    """Its class teachers that day."""


@dataclass(frozen=True, slots=True)
class Seat:
    pupil: PersonId
    name: PersonName
    class_id: ClassId
    groups: frozenset[GroupId] = frozenset()
    """Those whose lessons the pupil attends, as `attended` has them."""


@dataclass(frozen=True)
class Roster:
    """The whole school, kept in memory; seats in the order of names."""

    classes: Mapping[ClassId, SchoolClass]
    seats: Mapping[PersonId, Seat]

    @cached_property
    def of_class(self) -> Mapping[ClassId, tuple[Seat, ...]]:
        groups: dict[ClassId, list[Seat]] = {}
        for seat in self.seats.values():
            groups.setdefault(seat.class_id, []).append(seat)
        return {class_id: tuple(seats) for class_id, seats in groups.items()}

    def class_of(self, pupil: PersonId) -> SchoolClass | None:
        seat = self.seats.get(pupil)
        return self.classes.get(seat.class_id) if seat else None


def attended(
    own: frozenset[GroupId], divisions: Iterable[frozenset[GroupId]], filled: Set[GroupId]
) -> frozenset[GroupId]:
    """A pupil's own subgroups, and all of each division of the class in which the list does not say which.

    A division is the subgroups of one subject (or those for all subjects); a single one that others are in (`filled`)
    leaves the rest out. So nobody's lesson is missing on a phone or in a roll call before the lists are complete.
    """
    untold = (
        groups for groups in divisions if own.isdisjoint(groups) and (len(groups) > 1 or groups.isdisjoint(filled))
    )
    return own.union(*untold)
