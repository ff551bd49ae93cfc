"""What families see of marks: the term by subjects (1.4.2, 1.4.4, 3.3.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import PersonId
from domain.journal.averages import weighted_average
from domain.journal.counting import counted
from domain.journal.periods import terms_of
from domain.journal.ports import JournalRead, TermMark
from domain.journal.rules import USUAL_RULES, JournalRules, Rules
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor, PersonName, Role
from domain.school.calendar import Term
from domain.school.ports import Rosters, Timetables


@dataclass(frozen=True, slots=True)
class SubjectMarks:
    subject: str
    marks: tuple[TermMark, ...]
    average: Decimal | None


@dataclass(frozen=True, slots=True)
class MarksOfTerm:
    """Whose marks, of which term of the year's `terms`.

    `term` None: the year has no terms. `marked` False in first grades (1.2).
    """

    pupil: PersonId
    name: PersonName
    class_name: str
    term: Term | None
    marked: bool
    terms: tuple[Term, ...] = ()

    @property
    def days(self) -> tuple[date, date]:
        """Both ends included; everything where the year has no terms."""
        return (self.term.starts_on, self.term.ends_on) if self.term else (date.min, date.max)


@dataclass(frozen=True, slots=True)
class TermMarks:
    of_term: MarksOfTerm
    subjects: tuple[SubjectMarks, ...]

    @property
    def marked(self) -> bool:
        return self.of_term.marked


@dataclass(frozen=True, slots=True)
class Diary:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: JournalRead
    rules: Rules

    def pupils(self, actor: Actor) -> tuple[PersonId, ...]:
        """Own children in the order of names, and oneself as a pupil."""
        own = (actor.person,) if Role.PUPIL in actor.roles else ()
        return (*actor.children, *own)

    async def term_marks(self, actor: Actor, pupil: PersonId, term: int = 0) -> TermMarks:
        """Marks of a term by its number (0: the current one).

        Raises `NotFound` for a pupil out of reach as for one who does not exist, and for a term that is none.
        """
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        reached = sees(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes))
        if not reached or seat is None or school_class is None:
            raise NotFound
        of_term = await self.term_of(pupil, term)
        marks = await self.reads.marks_of_pupil(pupil, *of_term.days) if of_term.marked else ()
        return TermMarks(of_term, by_subject(marks, await self.rules.rules()))

    async def term_of(self, pupil: PersonId, number: int) -> MarksOfTerm:
        """The term that a pupil's marks are asked of, by the class's calendar. Raises `NotFound`."""
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        if seat is None or school_class is None:
            raise NotFound
        calendar = (await self.timetables.plan()).calendar
        terms = terms_of(calendar, school_class.grade, await self.rules.rules())
        begun = [one for one in terms if one.starts_on <= self.time.today()]
        current = (begun or list(terms[:1]))[-1:]
        meant = [one for one in terms if one.number == number] if number else current
        if number and not meant:
            raise NotFound
        term = meant[0] if meant else None
        return MarksOfTerm(pupil, seat.name, school_class.name, term, school_class.grade > 1, terms)


def by_subject(marks: Sequence[TermMark], rules: JournalRules = USUAL_RULES) -> tuple[SubjectMarks, ...]:
    """`marks` come sorted by subject."""
    groups = ((name, tuple(listed)) for name, listed in groupby(marks, key=lambda mark: mark.subject_name))
    return tuple(SubjectMarks(name, listed, weighted_average(counted(listed, rules))) for name, listed in groups)
