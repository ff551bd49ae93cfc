"""The school's lists as an import takes them: brought in again they change nothing (2.1.2, 3.2).

What an import could not read back (a name with initials, a class of a strange name) is left out and counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.ids import ClassId, PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName, Role
from domain.school.class_names import class_norm, grade_of
from domain.school.importing.cells import birth_date, class_name, group_name, person_name, subject_name
from domain.school.importing.known import KnownGroup, KnownPerson, KnownSchool


@dataclass(frozen=True, slots=True)
class GuardianRow:
    name: PersonName
    relation: str
    """mother, father, guardian, other"""
    number: str | None


@dataclass(frozen=True, slots=True)
class PupilRow:
    class_name: str
    name: PersonName
    birth: date | None
    number: str | None
    groups: tuple[tuple[str | None, str], ...]
    """(subject or None, group)"""
    guardians: tuple[GuardianRow, ...]


@dataclass(frozen=True, slots=True)
class StaffRow:
    name: PersonName
    number: str | None
    roles: tuple[Role, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadRow:
    teacher: PersonName
    subject: str
    class_name: str
    group: str | None
    hours: Decimal | None


@dataclass(frozen=True, slots=True)
class SchoolLists:
    """By class and name; `staff` is empty for the lists of one class."""

    pupils: tuple[PupilRow, ...]
    staff: tuple[StaffRow, ...]
    load: tuple[LoadRow, ...]
    left_out: int = 0


def lists_of(known: KnownSchool, today: date, only: ClassId | None = None) -> SchoolLists:
    """`only`: pupils and load of this class, and no staff."""
    return _Lists(known, today).made(only)


class _Lists:
    def __init__(self, known: KnownSchool, today: date) -> None:
        self._known, self._today = known, today
        self._people = {one.id: one for one in known.people if _reads_as(one.name.full, _full, norm)}
        self._classes = {one.id: one.name for one in known.classes if _reads_as(one.name, class_name, class_norm)}
        self._subjects = {one.id: one.name for one in known.subjects if _reads_as(one.name, subject_name, norm)}
        self._groups = {one.id: one for one in known.groups if self._readable(one)}
        self._guardians = _by_pupil(known.guardians)
        self._left_out = 0

    def made(self, only: ClassId | None) -> SchoolLists:
        wanted = [only] if only else sorted(self._classes, key=self._order)
        pupils = tuple(row for own in wanted for row in self._pupils(own))
        load = tuple(row for own in wanted for row in self._load(own))
        staff = () if only else tuple(self._staff())
        return SchoolLists(pupils, staff, load, self._left_out)

    def _pupils(self, own: ClassId) -> Iterable[PupilRow]:
        if own not in self._classes:
            return
        seats = [seat.pupil for seat in self._known.seats if seat.class_id == own and seat.present]
        for pupil in self._listed(seats):
            birth = pupil.birth if pupil.birth and birth_date(pupil.birth.isoformat(), self._today) else None
            groups = tuple(self._groups_of(pupil.id, own))
            yield PupilRow(self._classes[own], pupil.name, birth, pupil.number, groups, self._guardians_of(pupil.id))

    def _groups_of(self, pupil: PersonId, own: ClassId) -> Iterable[tuple[str | None, str]]:
        for group in self._groups.values():
            if group.class_id == own and (group.id, pupil) in self._known.members:
                yield self._subjects[group.subject] if group.subject else None, group.name

    def _guardians_of(self, pupil: PersonId) -> tuple[GuardianRow, ...]:
        """Two of one name cannot stand in one row: the second is left out."""
        rows: dict[str, GuardianRow] = {}
        for guardian, relation in self._guardians.get(pupil, ()):
            one = self._people.get(guardian)
            if one is None or norm(one.name.full) in rows:
                self._left_out += 1
            else:
                rows[norm(one.name.full)] = GuardianRow(one.name, relation, one.number)
        return tuple(rows.values())

    def _staff(self) -> Iterable[StaffRow]:
        leading = {person for _, person in self._known.leading}
        employed = [one.id for one in self._known.people if one.roles or one.id in leading]
        for one in self._listed(employed):
            led = [
                self._classes[own] for own, person in self._known.leading if person == one.id and own in self._classes
            ]
            roles = tuple(role for role in Role if role in one.roles)
            yield StaffRow(one.name, one.number, roles, tuple(sorted(led)))

    def _load(self, own: ClassId) -> Iterable[LoadRow]:
        for one in self._known.load:
            if one.class_id != own or own not in self._classes:
                continue
            teacher, group = self._people.get(one.teacher), self._groups.get(one.group) if one.group else None
            if teacher is None or one.subject not in self._subjects or (one.group and group is None):
                self._left_out += 1
                continue
            name = group.name if group else None
            yield LoadRow(teacher.name, self._subjects[one.subject], self._classes[own], name, one.hours)

    def _listed(self, people: Sequence[PersonId]) -> list[KnownPerson]:
        found = [self._people[one] for one in people if one in self._people]
        self._left_out += len(people) - len(found)
        return sorted(found, key=lambda one: norm(one.name.full))

    def _readable(self, group: KnownGroup) -> bool:
        return _reads_as(group.name, group_name, norm) and (group.subject is None or group.subject in self._subjects)

    def _order(self, own: ClassId) -> tuple[int, str]:
        return grade_of(self._classes[own]) or 0, class_norm(self._classes[own])


def _by_pupil(guardians: Mapping[tuple[PersonId, PersonId], str]) -> dict[PersonId, list[tuple[PersonId, str]]]:
    found: dict[PersonId, list[tuple[PersonId, str]]] = {}
    for (guardian, pupil), relation in sorted(guardians.items(), key=lambda one: (_ORDER.get(one[1], 9), one[0])):
        found.setdefault(pupil, []).append((guardian, relation))
    return found


def _full(text: str) -> str | None:
    name = person_name(text)
    return name.full if name else None


def _reads_as(text: str, parse: Callable[[str], str | None], same: Callable[[str], str]) -> bool:
    """Whether an import reads out of a cell what was written into it."""
    read = parse(text)
    return read is not None and same(read) == same(text)


_ORDER = {"mother": 0, "father": 1}
