"""Courses: a subject in a class, who teaches it, to whom, and how many lessons a week it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import Protocol

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.unmarked import is_unmarked
from domain.roles.people import PersonName
from domain.school.roster import Roster, Seat
from domain.school.timetable import Entry, LessonChange, LessonRef, WeekPlan


@dataclass(frozen=True, slots=True)
class Load:
    """A line of the teaching load; `group` None: the whole class."""

    teacher: PersonId
    class_id: ClassId
    subject: SubjectId
    subject_name: str
    group: GroupId | None


class Loads(Protocol):
    async def loads(self) -> Sequence[Load]:
        """The whole school's, kept in memory."""
        ...

    async def loads_on(self, day: date) -> Sequence[Load]:
        """Of the year that had begun by a day."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class Course:
    class_name: str
    subject_name: str
    class_id: ClassId
    subject: SubjectId


@dataclass(frozen=True)
class Teaching:
    """Timetable and load together, as of a day: whoever stands in either teaches the course."""

    plan: WeekPlan
    loads: Sequence[Load]
    roster: Roster
    day: date

    @cached_property
    def names(self) -> Mapping[PersonId, PersonName]:
        """Of the teachers in the timetable."""
        return {teacher.id: teacher.name for entry in self._standing for teacher in entry.teachers}

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """Every class that has marks with every subject of it that is marked, by grade and class, then by subject."""
        classes = self.roster.classes
        subjects = {entry.subject.id: entry.subject.name for entry in self._standing}
        subjects |= {load.subject: load.subject_name for load in self.loads}
        found = [
            Course(classes[class_id].name, subjects[subject], class_id, subject)
            for class_id, subject in self._entries.keys() | self._loads.keys()
            if class_id in classes and classes[class_id].grade > 1 and not is_unmarked(subjects[subject])
        ]
        return tuple(sorted(found, key=lambda one: (classes[one.class_id].grade, one)))

    def subjects_of(self, class_id: ClassId) -> list[tuple[SubjectId, str]]:
        """Of the class's timetable and load, first grades' too, by name."""
        subjects = {entry.subject.id: entry.subject.name for entry in self._standing if class_id in entry.classes}
        subjects |= {load.subject: load.subject_name for load in self.loads if load.class_id == class_id}
        return sorted(subjects.items(), key=lambda one: one[1])

    def of_teacher(self, teacher: PersonId) -> tuple[Course, ...]:
        return tuple(one for one in self.courses if teacher in self.teachers(one.class_id, one.subject))

    def teachers(self, class_id: ClassId, subject: SubjectId, seat: Seat | None = None) -> tuple[PersonId, ...]:
        """Of the course; of this pupil's subgroup alone where a seat is given."""
        by_timetable = (
            teacher
            for entry in self._entries.get((class_id, subject), ())
            if seat is None or _is_for(entry, seat)
            for teacher in entry.teacher_ids
        )
        by_load = (
            one.teacher
            for one in self._loads.get((class_id, subject), ())
            if seat is None or one.group is None or one.group in seat.groups
        )
        return tuple(dict.fromkeys((*by_timetable, *by_load)))

    def parts(self, teacher: PersonId) -> frozenset[tuple[ClassId, GroupId | None]]:
        """Classes and subgroups (None: the whole class) in which a person teaches anything, first grades too."""
        by_timetable = (
            (part.id, part.group) for entry in self._standing if teacher in entry.teacher_ids for part in entry.parts
        )
        by_load = ((one.class_id, one.group) for one in self.loads if one.teacher == teacher)
        return frozenset((*by_timetable, *by_load))

    def seats(self, class_id: ClassId, subject: SubjectId) -> tuple[Seat, ...]:
        """Pupils of the class whose timetable or load has the subject."""
        seats = self.roster.of_class.get(class_id, ())
        return tuple(seat for seat in seats if self.teachers(class_id, subject, seat))

    def lessons_a_week(self, seat: Seat, subject: SubjectId) -> Fraction:
        """A lesson of every other week is half a lesson."""
        mine = (one for one in self._entries.get((seat.class_id, subject), ()) if _is_for(one, seat))
        return sum((Fraction(1, 1 if entry.parity is None else 2) for entry in mine), Fraction(0))

    def lessons_until(
        self, seat: Seat, subject: SubjectId, last: date, changes: Mapping[LessonRef, LessonChange]
    ) -> int:
        """Lessons of the pupil from the next day to the last (included), holidays left out.

        By `changes` those that are cancelled or give way to another subject are not counted, what stands in is.
        """
        grade = self.roster.classes[seat.class_id].grade
        mine = [one for one in self.plan.entries if _is_for(one, seat)]
        days = takewhile(lambda day: day <= last, self.plan.calendar.school_days_after(self.day, grade))
        return sum(
            entry.stands_on(day, self.plan.calendar)
            and _subject(entry, changes.get(LessonRef(entry.id, day))) == subject
            for day in days
            for entry in mine
        )

    @cached_property
    def _entries(self) -> Mapping[tuple[ClassId, SubjectId], Sequence[Entry]]:
        found: dict[tuple[ClassId, SubjectId], list[Entry]] = {}
        for entry in self._standing:
            for class_id in dict.fromkeys(entry.classes):
                found.setdefault((class_id, entry.subject.id), []).append(entry)
        return found

    @cached_property
    def _loads(self) -> Mapping[tuple[ClassId, SubjectId], Sequence[Load]]:
        found: dict[tuple[ClassId, SubjectId], list[Load]] = {}
        for load in self.loads:
            found.setdefault((load.class_id, load.subject), []).append(load)
        return found

    @cached_property
    def _standing(self) -> tuple[Entry, ...]:
        """Lines of the timetable of the week of the day; of the year's last or first week outside the year."""
        day = min(max(self.day, self.plan.calendar.starts_on), self.plan.calendar.ends_on)
        return tuple(
            entry
            for entry in self.plan.entries
            if entry.valid_from <= day and (entry.valid_until is None or day <= entry.valid_until) and not entry.extra
        )


def _subject(entry: Entry, change: LessonChange | None) -> SubjectId | None:
    """None: cancelled, or moved."""
    if change is None:
        return entry.subject.id
    if not change.kind.takes_place:
        return None
    return (change.subject or entry.subject).id


def _is_for(entry: Entry, seat: Seat) -> bool:
    return any(part.id == seat.class_id and (part.group is None or part.group in seat.groups) for part in entry.parts)
