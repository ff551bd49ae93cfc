"""What families see of marks: the term by subjects (1.4.2, 1.4.4, 3.3.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import PersonId
from domain.journal.averages import weighted_average
from domain.journal.ports import JournalRead, TermMark
from domain.journal.scale import points
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor, PersonName, Role
from domain.school.calendar import Term
from domain.school.ports import Rosters, Timetables


@dataclass(frozen=True, slots=True)
class SubjectMarks:
    subject: str
    marks: tuple[TermMark, ...]
    average: Decimal | None


@dataclass(frozen=True, slots=True)
class TermMarks:
    """`term` None: the year has no terms. `marked` False in first grades (1.2)."""

    pupil: PersonId
    name: PersonName
    class_name: str
    term: Term | None
    marked: bool
    subjects: tuple[SubjectMarks, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: JournalRead

    def pupils(self, actor: Actor) -> tuple[PersonId, ...]:
        """Own children in the order of names, and oneself as a pupil."""
        own = (actor.person,) if Role.PUPIL in actor.roles else ()
        return (*actor.children, *own)

    async def term_marks(self, actor: Actor, pupil: PersonId) -> TermMarks:
        """Marks of the current term. Raises `NotFound` for a pupil out of reach as for one who does not exist."""
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        reached = allowed(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes))
        if not reached or seat is None or school_class is None:
            raise NotFound
        today = self.time.today()
        term = (await self.timetables.plan()).calendar.term_of(today, school_class.grade)
        marked = school_class.grade > 1
        first, last = (term.starts_on, term.ends_on) if term else (date.min, date.max)
        marks = await self.reads.marks_of_pupil(pupil, first, last) if marked else ()
        return TermMarks(pupil, seat.name, school_class.name, term, marked, by_subject(marks))


def by_subject(marks: Sequence[TermMark]) -> tuple[SubjectMarks, ...]:
    """`marks` come sorted by subject."""
    groups = ((name, tuple(listed)) for name, listed in groupby(marks, key=lambda mark: mark.subject_name))
    return tuple(SubjectMarks(name, listed, weighted_average(_counted(listed))) for name, listed in groups)


def _counted(marks: Iterable[TermMark]) -> Iterable[tuple[int, int]]:
    for mark in marks:
        counted = points(mark.value)
        if counted is not None:
            yield counted, mark.weight
