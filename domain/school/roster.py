"""Who sits where: pupils with their class and subgroups, as of today."""

from collections.abc import Mapping
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
    """Its class teachers today."""


@dataclass(frozen=True, slots=True)
class Seat:
    pupil: PersonId
    name: PersonName
    class_id: ClassId
    groups: frozenset[GroupId] = frozenset()


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
