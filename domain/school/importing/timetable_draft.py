"""A wished week in the school's own terms: its classes, subgroups, subjects and staff, and those still to be made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.roles.names import norm
from domain.roles.people import Role
from domain.school.bells import Bell
from domain.school.class_names import class_norm, grade_of
from domain.school.importing.cells import class_name
from domain.school.importing.known import KnownPerson
from domain.school.importing.plan import Plan, PlannedClass, PlannedGroup, PlannedPerson, PlannedSubject
from domain.school.importing.remarks import About, Doubt, Note, Why
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_room import KnownTimetable
from domain.school.importing.timetable_sets import SetPart, Sets
from domain.school.importing.timetable_staff import Meant, teachers_meant
from domain.school.importing.timetable_week import Line, Part
from domain.school.importing.timetable_wished import WishedLesson, WishedTimetable


@dataclass(frozen=True, slots=True)
class DraftedLesson:
    wished: WishedLesson
    line: Line


@dataclass
class TimetableDraft:
    known: KnownTimetable
    wished: WishedTimetable
    new: Plan
    lessons: list[DraftedLesson] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    teaching: list[KnownPerson] = field(default_factory=list)
    """Members of staff who become teachers."""

    def __post_init__(self) -> None:
        self._classes = {class_norm(one.name): one.id for one in self.known.school.classes}
        self._subjects = {norm(one.name): one.id for one in self.known.school.subjects}
        self._groups = {(one.class_id, one.subject, norm(one.name)): one.id for one in self.known.school.groups}
        lessons = self.wished.lessons
        school_names = {class_norm(name): name for name in self.wished.classes if class_name(name)}
        school_names |= {class_norm(one.name): one.name for one in self.known.school.classes}
        sets = Sets.of((name for one in lessons for name in one.sets), self.wished.years, school_names)
        self._meaning = {name: sets.meaning(name) for lesson in lessons for name in lesson.sets}
        staff = [one for one in self.known.school.people if one.roles]
        self._teachers = teachers_meant((name for one in lessons for name in one.teachers), staff)
        self._of_one_subject = _of_one_subject(lessons, self._meaning)
        self._made_staff: dict[str, PersonId] = {}

    @classmethod
    def of(cls, known: KnownTimetable, wished: WishedTimetable, today: date) -> "TimetableDraft":
        draft = cls(known, wished, Plan(known.school.year, today))
        draft._doubt_sets()
        draft._doubt_teachers()
        for lesson in wished.lessons:
            draft._take(lesson)
        draft.lessons = _every_week(draft.lessons)
        return draft

    @property
    def bells(self) -> Mapping[int, Bell]:
        """Those of the file, for a school without any."""
        return {} if self.known.bells else self.wished.bells

    @property
    def class_names(self) -> Mapping[ClassId, str]:
        return {one.id: one.name for one in self.known.school.classes} | {one.id: one.name for one in self.new.classes}

    @property
    def lines(self) -> list[Line]:
        """Each lesson once, though the file may have it twice."""
        return list(dict.fromkeys(lesson.line for lesson in self.lessons))

    def _doubt_sets(self) -> None:
        first = _first((name, lesson.place) for lesson in self.wished.lessons for name in lesson.sets)
        self.doubts += [Doubt(first[name], name, Why.SET_UNKNOWN) for name in first if not self._meaning[name]]

    def _doubt_teachers(self) -> None:
        first = _first((name, lesson.place) for lesson in self.wished.lessons for name in lesson.teachers)
        for name, place in first.items():
            found = self._teachers[name].found
            if len(found) > 1:
                others = ", ".join(one.name.full for one in found)
                self.doubts.append(Doubt(place, name, Why.LESSON_TEACHER_UNCLEAR, others))

    def _take(self, lesson: WishedLesson) -> None:
        parts = [part for name in lesson.sets for part in self._meaning[name]]
        if not parts:
            self.notes.append(Note(About.WITHOUT_CLASS, lesson.place, lesson.said))
            return
        line = Line(
            weekday=lesson.weekday,
            position=lesson.position,
            parity=lesson.parity,
            subject=self._subject(lesson.subject),
            room=lesson.room,
            parts=_without_parts_of_whole(self._part(part, lesson.subject) for part in parts),
            teachers=frozenset(filter(None, map(self._teacher, lesson.teachers))),
        )
        self.lessons.append(DraftedLesson(lesson, line))

    def _part(self, part: SetPart, subject: str) -> Part:
        class_id = self._class(part.class_name)
        return class_id, None if part.group is None else self._group(class_id, part, subject)

    def _class(self, name: str) -> ClassId:
        made = self._classes.get(class_norm(name))
        if made is None:
            made = self._classes[class_norm(name)] = ClassId(-len(self.new.classes) - 1)
            self.new.classes.append(PlannedClass(made, name, grade_of(name) or 0))
        return made

    def _subject(self, name: str) -> SubjectId:
        made = self._subjects.get(norm(name))
        if made is None:
            made = self._subjects[norm(name)] = SubjectId(-len(self.new.subjects) - 1)
            self.new.subjects.append(PlannedSubject(made, name))
        return made

    def _group(self, class_id: ClassId, part: SetPart, subject: str) -> GroupId:
        """The subject's own of this name, else the class's for all subjects, else a new one."""
        assert part.group is not None
        name, subject_id = norm(part.group), self._subject(subject)
        known = self._groups.get((class_id, subject_id, name)) or self._groups.get((class_id, None, name))
        return known or self._new_group(class_id, part.group, subject_id if part in self._of_one_subject else None)

    def _new_group(self, class_id: ClassId, name: str, subject: SubjectId | None) -> GroupId:
        made = self._groups[class_id, subject, norm(name)] = GroupId(-len(self.new.groups) - 1)
        self.new.groups.append(PlannedGroup(made, class_id, subject, name))
        return made

    def _teacher(self, said: str) -> PersonId | None:
        """None where several could be meant."""
        meant = self._teachers[said]
        if len(meant.found) > 1:
            return None
        return self._known_teacher(meant.found[0]) if meant.found else self._new_teacher(meant)

    def _known_teacher(self, person: KnownPerson) -> PersonId:
        if Role.TEACHER not in person.roles and person not in self.teaching:
            self.teaching.append(person)
            self.new.roles.append((person.id, Role.TEACHER))
        return person.id

    def _new_teacher(self, meant: Meant) -> PersonId:
        key = norm(meant.name.full)
        if key not in self._made_staff:
            self._made_staff[key] = PersonId(-len(self.new.people) - 1)
            self.new.people.append(PlannedPerson(self._made_staff[key], meant.name, None, None))
            self.new.roles.append((self._made_staff[key], Role.TEACHER))
        return self._made_staff[key]


def _of_one_subject(lessons: Iterable[WishedLesson], meaning: Mapping[str, tuple[SetPart, ...]]) -> frozenset[SetPart]:
    """Subgroups that halve a class for one subject alone: several of a class in that subject, none in another."""
    subjects: dict[SetPart, set[str]] = defaultdict(set)
    groups: dict[tuple[str, str], set[SetPart]] = defaultdict(set)
    for lesson in lessons:
        for part in (part for name in lesson.sets for part in meaning[name] if part.group is not None):
            subjects[part].add(norm(lesson.subject))
            groups[class_norm(part.class_name), norm(lesson.subject)].add(part)
    halved = (parts for parts in groups.values() if len(parts) > 1 and all(len(subjects[part]) == 1 for part in parts))
    return frozenset(part for parts in halved for part in parts)


def _without_parts_of_whole(parts: Iterable[Part]) -> frozenset[Part]:
    """A class that takes part whole does not take part by its subgroups besides."""
    all_ = frozenset(parts)
    return frozenset(part for part in all_ if part[1] is None or (part[0], None) not in all_)


def _every_week(lessons: list[DraftedLesson]) -> list[DraftedLesson]:
    """What is the same in even and in odd weeks takes place every week."""
    lines = {lesson.line for lesson in lessons}
    both = {line for line in lines if line.parity is not None and replace(line, parity=1 - line.parity) in lines}
    return [
        replace(lesson, line=replace(lesson.line, parity=None)) if lesson.line in both else lesson for lesson in lessons
    ]


def _first(named: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    first: dict[str, Place] = {}
    for name, place in named:
        first.setdefault(name, place)
    return first
