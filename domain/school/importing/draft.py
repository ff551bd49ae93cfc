"""The plan as it grows: the lists are taken one after the other into the school as it is known."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from domain.ids import ClassId, GroupId, SubjectId
from domain.roles.names import norm
from domain.school.class_names import class_norm, grade_of
from domain.school.importing.known import KnownSchool
from domain.school.importing.plan import Kind, Missing, Plan, PlannedClass, PlannedGroup, PlannedSubject, Tally
from domain.school.importing.register import Person, Register
from domain.school.importing.remarks import About, Doubt, Mistake, Note
from domain.school.importing.sheets import Place
from domain.school.importing.wished import Wishes


@dataclass
class Draft:
    known: KnownSchool
    people: Register
    plan: Plan
    tally: Tally = field(default_factory=Tally)
    mistakes: list[Mistake] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    met: set[int] = field(default_factory=set)
    """Ids of the known people whom the lists mean."""
    doubted: set[str] = field(default_factory=set)
    """Normed full names of whom the lists leave in doubt."""

    missing: list[Missing] = field(default_factory=list)
    places: dict[tuple[Kind, int], Place] = field(default_factory=dict)
    """Where the lists first speak of someone, or of a line of load."""
    now_teachers: list[Person] = field(default_factory=list)
    """By their load alone."""

    def __post_init__(self) -> None:
        self._classes = {class_norm(one.name): one.id for one in self.known.classes}
        self._subjects = {norm(one.name): one.id for one in self.known.subjects}
        self._groups = {(one.class_id, one.subject, norm(one.name)): one.id for one in self.known.groups}
        self.class_names = {one.id: one.name for one in self.known.classes}
        self.subject_names = {one.id: one.name for one in self.known.subjects}

    @classmethod
    def of(cls, known: KnownSchool, wishes: Wishes, today: date) -> "Draft":
        plan = Plan(known.year, today)
        return cls(known, Register(known, numbers_of(wishes)), plan)

    def finished(self) -> Plan:
        self.plan.people = [person.planned for person in self.people.added]
        self.plan.corrected = [person.planned for person in self.people.corrected.values()]
        return self.plan

    def meet(self, kind: Kind, number: int, place: Place) -> None:
        """Someone, or a line of load, new (below zero) or known."""
        self.places.setdefault((kind, number), place)
        self.tally.meets(kind, number)

    def miss(self, about: About, kind: Kind, who: list[str], where: str = "") -> None:
        """Said in one line, and kept one by one."""
        self.missing += [Missing(kind, one, where) for one in who]
        self.note(about, f"{where}: {', '.join(who)}" if where else ", ".join(who))

    def in_doubt(self, said: Doubt) -> None:
        self.doubts.append(said)
        self.doubted.add(norm(said.who))

    def note(self, about: About, what: str) -> None:
        self.notes.append(Note(about, what=what))

    def class_named(self, name: str) -> ClassId:
        """The class, made if there is none; of different spellings the first stays."""
        return self._classes.get(class_norm(name)) or self._new_class(name)

    def subject_named(self, name: str) -> SubjectId:
        return self._subjects.get(norm(name)) or self._new_subject(name)

    def group_named(self, class_id: ClassId, subject: SubjectId | None, name: str) -> GroupId:
        key = class_id, subject, norm(name)
        return self._groups.get(key) or self._new_group(class_id, subject, name)

    def group_taught(self, class_id: ClassId, subject: SubjectId, name: str) -> GroupId:
        """The subject's group of this name, or the class's own for all subjects."""
        whole = self._groups.get((class_id, None, norm(name)))
        named = self._groups.get((class_id, subject, norm(name)))
        return named or whole or self.group_named(class_id, subject, name)

    def classes_in_order(self, wanted: Callable[[ClassId], bool]) -> list[ClassId]:
        chosen = [one for one in self.class_names if wanted(one)]
        return sorted(chosen, key=lambda one: (grade_of(self.class_names[one]) or 0, class_norm(self.class_names[one])))

    def _new_class(self, name: str) -> ClassId:
        made = PlannedClass(ClassId(-len(self.plan.classes) - 1), name, grade_of(name) or 0)
        self.plan.classes.append(made)
        self.tally.new[Kind.CLASSES] += 1
        self._classes[class_norm(name)] = made.id
        self.class_names[made.id] = name
        return made.id

    def _new_subject(self, name: str) -> SubjectId:
        made = PlannedSubject(SubjectId(-len(self.plan.subjects) - 1), name)
        self.plan.subjects.append(made)
        self.tally.new[Kind.SUBJECTS] += 1
        self._subjects[norm(name)] = made.id
        self.subject_names[made.id] = name
        return made.id

    def _new_group(self, class_id: ClassId, subject: SubjectId | None, name: str) -> GroupId:
        made = PlannedGroup(GroupId(-len(self.plan.groups) - 1), class_id, subject, name)
        self.plan.groups.append(made)
        self.tally.new[Kind.GROUPS] += 1
        self._groups[class_id, subject, norm(name)] = made.id
        return made.id


def numbers_of(wishes: Wishes) -> frozenset[str]:
    """All own numbers that stand in the lists."""
    guardians = (guardian.number for pupil in wishes.pupils for guardian in pupil.guardians)
    own = (row.number for rows in (wishes.pupils, wishes.staff) for row in rows)
    return frozenset(number for number in (*guardians, *own) if number)


def names_of(people: list[Person]) -> str:
    return ", ".join(names_in_order(people))


def names_in_order(people: list[Person]) -> list[str]:
    return [person.name.listed for person in sorted(people, key=lambda person: norm(person.name.full))]
