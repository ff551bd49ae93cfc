"""What an import is going to write.

Ids below zero are the plan's own: whoever carries it out has the database give real ones in their places.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.ids import ClassId, GroupId, PersonId, SubjectId, YearId
from domain.roles.people import PersonName, Role


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    id: PersonId
    name: PersonName
    birth: date | None
    number: str | None


@dataclass(frozen=True, slots=True)
class PlannedClass:
    id: ClassId
    name: str
    grade: int


@dataclass(frozen=True, slots=True)
class PlannedSubject:
    id: SubjectId
    name: str


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    id: GroupId
    class_id: ClassId
    subject: SubjectId | None
    name: str


@dataclass(frozen=True, slots=True)
class PlannedLoad:
    teacher: PersonId
    subject: SubjectId
    class_id: ClassId
    group: GroupId | None
    hours: Decimal | None


@dataclass(frozen=True, slots=True)
class GivenIds:
    """From the plan's ids (below zero) to those that the database gave; known ids and None stay."""

    people: Mapping[PersonId, PersonId]
    classes: Mapping[ClassId, ClassId]
    subjects: Mapping[SubjectId, SubjectId]
    groups: Mapping[GroupId, GroupId]

    @classmethod
    def none(cls) -> "GivenIds":
        """Before anything is written."""
        return cls({}, {}, {}, {})

    def person(self, one: PersonId) -> PersonId:
        return self.people.get(one, one)

    def school_class(self, one: ClassId) -> ClassId:
        return self.classes.get(one, one)

    def subject(self, one: SubjectId) -> SubjectId:
        return self.subjects.get(one, one)

    def perhaps_subject(self, one: SubjectId | None) -> SubjectId | None:
        return one and self.subject(one)

    def group(self, one: GroupId) -> GroupId:
        return self.groups.get(one, one)

    def perhaps_group(self, one: GroupId | None) -> GroupId | None:
        return one and self.group(one)


@dataclass
class Plan:
    year: YearId
    today: date
    """From this day new pupils sit in their classes, in August too: codes go out before the first bell."""
    people: list[PlannedPerson] = field(default_factory=list)
    corrected: list[PlannedPerson] = field(default_factory=list)
    """Known people as they are to be."""
    roles: list[tuple[PersonId, Role]] = field(default_factory=list)
    classes: list[PlannedClass] = field(default_factory=list)
    subjects: list[PlannedSubject] = field(default_factory=list)
    groups: list[PlannedGroup] = field(default_factory=list)
    seats: list[tuple[PersonId, ClassId]] = field(default_factory=list)
    guardians: list[tuple[PersonId, PersonId, str]] = field(default_factory=list)
    """(guardian, pupil, relation)"""
    relations: list[tuple[PersonId, PersonId, str]] = field(default_factory=list)
    joined: list[tuple[GroupId, PersonId]] = field(default_factory=list)
    left: list[tuple[GroupId, PersonId]] = field(default_factory=list)
    leading: list[tuple[ClassId, PersonId]] = field(default_factory=list)
    load: list[PlannedLoad] = field(default_factory=list)
    hours: list[tuple[int, Decimal]] = field(default_factory=list)
    """(row of the load, lessons a week)"""


class Kind(StrEnum):
    """What is counted, in the order in which it is told."""

    CLASSES = "classes"
    PUPILS = "pupils"
    GUARDIANS = "guardians"
    STAFF = "staff"
    SUBJECTS = "subjects"
    GROUPS = "groups"
    LOAD = "load"


@dataclass
class Tally:
    """How many are new and how many known ones change, each once however much of them changes."""

    new: Counter[Kind] = field(default_factory=Counter)
    _changed: set[tuple[Kind, int]] = field(default_factory=set)
    _met: set[tuple[Kind, int]] = field(default_factory=set)

    def meets(self, kind: Kind, number: int) -> None:
        """A known one that the lists mean."""
        if number > 0:
            self._met.add((kind, number))

    def changes(self, kind: Kind, number: int) -> None:
        """`number` below zero is new: it is not counted again."""
        if number > 0:
            self._changed.add((kind, number))

    @property
    def changed(self) -> Mapping[Kind, int]:
        return Counter(kind for kind, _ in self._changed)

    @property
    def untouched(self) -> Mapping[Kind, int]:
        """Known ones that the lists mean and that stay as they are."""
        return Counter(kind for kind, _ in self._met - self._changed)


@dataclass(frozen=True, slots=True)
class Missing:
    """Whom, or what load, the school has and the lists leave out: a question, never a deletion."""

    kind: Kind
    who: str
    where: str = ""
    """The class; '' for staff."""
