"""What the database knows of the school, whole, as an import compares with it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role


@dataclass(frozen=True, slots=True)
class KnownPerson:
    id: PersonId
    name: PersonName
    birth: date | None = None
    number: str | None = None
    roles: frozenset[Role] = frozenset()
    """Given ones that stand today."""
    employed: bool = False
    """Whether this person has, or once had, a given role, a class or load."""


@dataclass(frozen=True, slots=True)
class KnownSeat:
    """A pupil's present class, or the last one of a pupil who has left."""

    pupil: PersonId
    class_id: ClassId
    class_name: str
    present: bool = True


@dataclass(frozen=True, slots=True)
class KnownClass:
    id: ClassId
    name: str


@dataclass(frozen=True, slots=True)
class KnownSubject:
    id: SubjectId
    name: str


@dataclass(frozen=True, slots=True)
class KnownGroup:
    id: GroupId
    class_id: ClassId
    subject: SubjectId | None
    name: str


@dataclass(frozen=True, slots=True)
class KnownLoad:
    id: int
    teacher: PersonId
    subject: SubjectId
    class_id: ClassId
    group: GroupId | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KnownSchool:
    """Classes, groups and load are of the newest school year; people are all that there ever were."""

    year: YearId
    year_starts: date
    people: Sequence[KnownPerson] = ()
    seats: Sequence[KnownSeat] = ()
    guardians: Mapping[tuple[PersonId, PersonId], str] = field(default_factory=dict)
    """(guardian, pupil) → relation"""
    classes: Sequence[KnownClass] = ()
    leading: Set[tuple[ClassId, PersonId]] = frozenset()
    """Class teachers of today."""
    subjects: Sequence[KnownSubject] = ()
    groups: Sequence[KnownGroup] = ()
    members: Set[tuple[GroupId, PersonId]] = frozenset()
    load: Sequence[KnownLoad] = ()
