"""The demo school's people, classes and timetable, made from a seed: the same every time, nobody in particular."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from random import Random

from bot.demo_school.curriculum import CHAIR, SUBJECTS, TEACHERS, Subject
from bot.demo_school.names import Names
from bot.demo_school.slots import Card, Slot, place
from domain.roles.people import PersonName

PARALLELS = {1: "АБВ", 2: "АБВ", 3: "АБВ", 4: "АБ", 5: "АБВ", 6: "АБ", 7: "АБВ", 8: "АБ", 9: "АБ", 10: "АБ", 11: "АБ"}
SIZES = (21, 24)
YEAR_START = date(2026, 9, 1)


@dataclass(slots=True)
class DemoClass:
    id: int
    grade: int
    name: str
    class_teacher: int
    pupils: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DemoLesson:
    """A line of the timetable; `group` 0: the whole class, 1 or 2: a subgroup."""

    class_id: int
    slot: Slot
    subject: Subject
    teacher: int
    room: str
    group: int = 0


@dataclass(slots=True)
class DemoSchool:
    people: dict[int, PersonName] = field(default_factory=dict)
    births: dict[int, date] = field(default_factory=dict)
    roles: dict[int, list[str]] = field(default_factory=dict)
    classes: list[DemoClass] = field(default_factory=list)
    guardians: list[tuple[int, int, str]] = field(default_factory=list)
    """(guardian, pupil, relation)"""
    lessons: list[DemoLesson] = field(default_factory=list)
    chairs: dict[str, list[int]] = field(default_factory=dict)
    deputy_mother: int = 0
    """The deputy who teaches and has a child here."""


def make_school(seed: int = 5) -> DemoSchool:
    """~600 pupils, ~1,000 guardians, ~45 staff; ~0.5 s."""
    return _Founder(Random(seed)).found()


class _Founder:
    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._names = Names(chance)
        self._numbers = count(1)
        self._school = DemoSchool()

    def found(self) -> DemoSchool:
        self._staff()
        self._classes()
        self._families()
        self._timetable()
        return self._school

    def _person(self, name: PersonName, birth: date | None = None) -> int:
        number = next(self._numbers)
        self._school.people[number] = name
        if birth:
            self._school.births[number] = birth
        return number

    def _employee(self, *roles: str) -> int:
        stem = self._names.stem()
        name = self._names.father(stem) if self._chance.random() < 0.15 else self._names.mother(stem)
        number = self._person(name)
        self._school.roles[number] = list(roles)
        return number

    def _staff(self) -> None:
        for role in ("admin", "director", "deputy", "secretary", "site_editor"):
            self._employee(role)
        for chair, people in TEACHERS.items():
            self._school.chairs[chair] = [self._employee("teacher") for _ in range(people)]
        deputy = self._school.chairs["math"][-1]
        self._school.people[deputy] = self._names.mother(self._names.stem())
        self._school.roles[deputy] = ["deputy", "teacher"]
        self._school.deputy_mother = deputy

    def _classes(self) -> None:
        primary = sum(len(letters) for grade, letters in PARALLELS.items() if grade <= 4)
        own = iter([self._employee("teacher") for _ in range(primary)])
        subject_teachers = [t for chair, people in self._school.chairs.items() if chair != "sport" for t in people]
        others = iter([t for t in subject_teachers if t != self._school.deputy_mother])
        for grade, letters in PARALLELS.items():
            for letter in letters:
                teacher = next(own) if grade <= 4 else next(others)
                self._school.classes.append(
                    DemoClass(len(self._school.classes) + 1, grade, f"{grade}{letter}", teacher)
                )

    def _families(self) -> None:
        seats = [c for c in self._school.classes for _ in range(self._chance.randint(*SIZES))]
        self._chance.shuffle(seats)
        seventh = next(c for c in self._school.classes if c.name == "7А")
        self._children_of_deputy(seventh)
        while seats:
            wanted = self._chance.choices((1, 2, 3), (78, 19, 3))[0]
            home = [seats.pop()]
            while len(home) < wanted and seats:
                other = next((s for s in reversed(seats) if s.grade not in {c.grade for c in home}), None)
                if other is None:
                    break
                seats.remove(other)
                home.append(other)
            self._family(home)
        for school_class in self._school.classes:
            school_class.pupils.sort(key=lambda pupil: self._school.people[pupil].full.replace("ё", "е"))

    def _children_of_deputy(self, school_class: DemoClass) -> None:
        mother = self._school.people[self._school.deputy_mother]
        father = self._names.father(mother.surname.removesuffix("а"))
        pupil = self._pupil(mother.surname.removesuffix("а"), father.given, school_class)
        self._school.guardians.append((self._school.deputy_mother, pupil, "mother"))
        self._school.guardians.append((self._person(father), pupil, "father"))

    def _family(self, home: list[DemoClass]) -> None:
        stem = self._names.stem()
        father = self._names.father(stem)
        pupils = [self._pupil(stem, father.given, school_class) for school_class in home]
        for guardian, relation in self._guardians(stem, father):
            self._school.guardians += [(guardian, pupil, relation) for pupil in pupils]

    def _guardians(self, stem: str, father: PersonName) -> Iterator[tuple[int, str]]:
        """Mostly both; some parents live apart (she under another name), some children have one, or a grandmother."""
        kind = self._chance.random()
        mother = self._names.mother(self._names.stem() if kind < 0.12 else stem)
        yield self._person(mother), "mother"
        if kind < 0.94:
            yield self._person(father), "father"
        if kind < 0.08:
            yield self._person(self._names.mother(stem)), "other"

    def _pupil(self, stem: str, father: str, school_class: DemoClass) -> int:
        name = self._names.child(stem, father, female=self._chance.random() < 0.5)
        born = date(YEAR_START.year - school_class.grade - 7, 9, 1) + timedelta(days=self._chance.randrange(365))
        pupil = self._person(name, born)
        school_class.pupils.append(pupil)
        return pupil

    def _timetable(self) -> None:
        cards: list[Card] = []
        subjects: list[Subject] = []
        given = dict.fromkeys((t for people in self._school.chairs.values() for t in people), 0)
        for index, school_class in enumerate(self._school.classes):
            for subject in SUBJECTS:
                hours = subject.hours.get(school_class.grade, 0)
                if hours:
                    teachers = self._teachers(school_class, subject, hours, given)
                    cards += [Card(len(cards) + i, index, subject.key, teachers) for i in range(hours)]
                    subjects += [subject] * hours
        places = [_week(sum(card.class_index == i for card in cards)) for i in range(len(self._school.classes))]
        for card, slot in zip(cards, place(cards, places, self._chance), strict=True):
            self._lesson(card, subjects[card.number], slot)

    def _teachers(self, c: DemoClass, subject: Subject, hours: int, given: dict[int, int]) -> tuple[int, ...]:
        if subject.key == "talk" or (subject.primary and c.grade <= 4):
            return (c.class_teacher,)
        chair = self._school.chairs[CHAIR.get(subject.key, subject.key)]
        own = [t for t in chair if t == c.class_teacher and given[t] + hours <= 27]
        needed = 2 if subject.split else 1
        chosen = (own + sorted((t for t in chair if t not in own), key=lambda t: given[t]))[:needed]
        for teacher in chosen:
            given[teacher] += hours
        return tuple(chosen)

    def _lesson(self, card: Card, subject: Subject, slot: Slot) -> None:
        school_class = self._school.classes[card.class_index]
        for number, teacher in enumerate(card.teachers, 1):
            group = number if len(card.teachers) > 1 else 0
            room = self._room(school_class, subject, teacher)
            self._school.lessons.append(DemoLesson(school_class.id, slot, subject, teacher, room, group))

    def _room(self, school_class: DemoClass, subject: Subject, teacher: int) -> str:
        if subject.key == "sport":
            return "спортзал"
        own = (
            school_class.class_teacher if school_class.grade <= 4 and teacher == school_class.class_teacher else teacher
        )
        return str(100 * (1 + own % 3) + 1 + own // 3)


def _week(lessons: int) -> list[Slot]:
    """Places for so many lessons: days as even as can be, from the first lesson on, without gaps."""
    days = [lessons // 5 + (1 if day < lessons % 5 else 0) for day in range(5)]
    order = (2, 3, 4, 1, 5)
    return [(weekday, position) for weekday, many in zip(order, days, strict=True) for position in range(1, many + 1)]
