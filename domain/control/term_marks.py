"""Results of a term that ends: how many each teacher has still to set, by course (1.4.2)."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Protocol

from domain.control.deadlines import DatedDuty
from domain.control.duties import Duty
from domain.control.evening_card import UnsetResults
from domain.control.rules import ControlRules
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.courses import Course, Teaching
from domain.journal.periods import Period, period_of, terms_of
from domain.journal.result_places import Places
from domain.journal.results_kept import ClosedTerms
from domain.school.calendar import Term

LAST_DAYS = 3
"""School days, that one too, in which the evening says so."""
PupilSubjects = AbstractSet[tuple[PersonId, SubjectId]]


class SetResultsRead(Protocol):
    async def set_results(self, period: Period, classes: Collection[ClassId]) -> PupilSubjects:
        """Pupils and subjects whose result of the period stands, in these classes; one statement."""
        ...


@dataclass(frozen=True, slots=True)
class TermMarks:
    """A statement for each period that ends: quarters and half-years may end on one day."""

    places: Places
    closed: ClosedTerms
    reads: SetResultsRead
    rules: ControlRules

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        teaching = await self.places.teaching()
        ending = await self._ending(teaching, today)
        return [
            DatedDuty(Duty.TERM_MARKS, owner, one.last, one.left, one.name, one.class_id, one.subject, one.period)
            for owner, one in await self._unset(teaching, ending, persons)
        ]

    async def unset(self, persons: Collection[PersonId], day: date) -> Mapping[PersonId, Sequence[UnsetResults]]:
        """For the evening: in the last school days of a term. Nothing is read on other days."""
        teaching = await self.places.teaching()
        ending = {
            one: term
            for one, term in (await self._ending(teaching, day)).items()
            if day <= term.ends_on and _days_left(teaching, one, day, term) <= LAST_DAYS
        }
        found: dict[PersonId, list[UnsetResults]] = {}
        for owner, one in await self._unset(teaching, ending, persons):
            found.setdefault(owner, []).append(one)
        return found

    async def _ending(self, teaching: Teaching, today: date) -> Mapping[ClassId, Term]:
        """By class that has marks; a term that is closed is not asked for."""
        rules, found = await self.places.rules.rules(), dict[ClassId, Term]()
        for one in teaching.roster.classes.values():
            terms = terms_of(teaching.plan.calendar, one.grade, rules) if one.grade > 1 else ()
            term = next((term for term in terms if abs(term.ends_on - today) <= self.rules.term_marks_around), None)
            if term is not None and not await self.closed.closed(term.id, one.id):
                found[one.id] = term
        return found

    async def _unset(
        self, teaching: Teaching, ending: Mapping[ClassId, Term], persons: Collection[PersonId] | None
    ) -> list[tuple[PersonId, UnsetResults]]:
        courses = [
            one
            for one in teaching.courses
            if one.class_id in ending
            and (persons is None or not set(persons).isdisjoint(teaching.teachers(one.class_id, one.subject)))
        ]
        periods = {one.class_id: period_of(ending[one.class_id]) for one in courses}
        there: set[tuple[PersonId, SubjectId]] = set()
        for period in sorted(set(periods.values())):
            there |= await self.reads.set_results(period, [one for one, of in periods.items() if of is period])
        return [
            (owner, unset)
            for course in courses
            for owner, unset in _by_teacher(teaching, course, ending[course.class_id], there)
            if persons is None or owner in persons
        ]


def _by_teacher(
    teaching: Teaching, course: Course, term: Term, there: PupilSubjects
) -> list[tuple[PersonId, UnsetResults]]:
    """Each teacher of a subgroup answers for its pupils."""
    left: dict[PersonId, int] = {}
    for seat in teaching.roster.of_class.get(course.class_id, ()):
        if (seat.pupil, course.subject) not in there:
            for teacher in teaching.teachers(course.class_id, course.subject, seat):
                left[teacher] = left.get(teacher, 0) + 1
    name = f"{course.class_name} · {course.subject_name}"
    period = period_of(term)
    return [
        (one, UnsetResults(course.class_id, course.subject, name, period, term.ends_on, count))
        for one, count in left.items()
    ]


def _days_left(teaching: Teaching, class_id: ClassId, day: date, term: Term) -> int:
    """School days from this one to the term's end."""
    grade = teaching.roster.classes[class_id].grade
    later = takewhile(lambda one: one <= term.ends_on, teaching.plan.calendar.school_days_after(day, grade))
    return 1 + sum(1 for _ in later)
