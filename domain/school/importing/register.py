"""Everyone whom the school knows and everyone whom this import adds, to be found by number and by name."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from domain.ids import ClassId, PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName, Role
from domain.school.importing.known import KnownSchool
from domain.school.importing.plan import PlannedPerson


@dataclass(eq=False)
class Person:
    """Someone as the import leaves them; `id` below zero: new."""

    id: PersonId
    name: PersonName
    birth: date | None = None
    number: str | None = None
    roles: set[Role] = field(default_factory=set)
    employed: bool = False
    class_id: ClassId | None = None
    """Of a pupil; None also for one who has left."""
    class_name: str = ""
    """Of a pupil, also of one who has left."""
    children: dict[PersonId, str] = field(default_factory=dict)
    """Of a guardian, with the relation."""

    @property
    def pupil(self) -> bool:
        return bool(self.class_name)

    @property
    def staff(self) -> bool:
        """Whoever is nothing else is staff whose post gives no role."""
        return self.employed or not (self.pupil or self.children)

    @property
    def planned(self) -> PlannedPerson:
        return PlannedPerson(self.id, self.name, self.birth, self.number)


class Register:
    def __init__(self, known: KnownSchool, brought: Set[str]) -> None:
        """`brought`: all own numbers that stand in the lists."""
        self.added: list[Person] = []
        self.corrected: dict[PersonId, Person] = {}
        self.known = [
            Person(one.id, one.name, one.birth, one.number, set(one.roles), one.employed) for one in known.people
        ]
        self._brought = brought
        self._of: dict[PersonId, Person] = {}
        self._numbered: dict[str, Person] = {}
        self._named: defaultdict[str, list[Person]] = defaultdict(list)
        self._guardians: defaultdict[PersonId, list[Person]] = defaultdict(list)
        for person in self.known:
            self._enter(person)
        for seat in known.seats:
            pupil = self._of[seat.pupil]
            pupil.class_id, pupil.class_name = seat.class_id if seat.present else None, seat.class_name
        for (guardian, child), relation in known.guardians.items():
            self.link(self._of[guardian], child, relation)

    def __getitem__(self, person: PersonId) -> Person:
        return self._of[person]

    def numbered(self, number: str | None) -> Person | None:
        return self._numbered.get(number) if number else None

    def surnamed(self, surname: str) -> Sequence[Person]:
        return self._named[norm(surname)]

    def guardians_of(self, pupil: Person) -> Sequence[Person]:
        return self._guardians[pupil.id]

    def surely_another(self, number: str | None, person: Person) -> bool:
        """Whether the lists hold both numbers, so that these are two people."""
        return numbers_differ(number, person) and person.number in self._brought

    def add(self, name: PersonName, birth: date | None, number: str | None) -> Person:
        person = Person(PersonId(-len(self.added) - 1), name, birth, number)
        self.added.append(person)
        self._enter(person)
        return person

    def correct(self, person: Person, birth: date | None, number: str | None) -> bool:
        """Whether anything changed; what is not given stays."""
        told = birth or person.birth, number or person.number
        if told == (person.birth, person.number):
            return False
        person.birth, person.number = told
        if number:
            self._numbered[number] = person
        if person.id > 0:
            self.corrected[person.id] = person
        return True

    def link(self, guardian: Person, pupil: PersonId, relation: str) -> None:
        if pupil not in guardian.children:
            self._guardians[pupil].append(guardian)
        guardian.children[pupil] = relation

    def _enter(self, person: Person) -> None:
        self._of[person.id] = person
        self._named[norm(person.name.surname)].append(person)
        if person.number:
            self._numbered[person.number] = person


def numbers_differ(number: str | None, person: Person) -> bool:
    return bool(number and person.number and number != person.number)
