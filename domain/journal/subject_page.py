"""One subject of a pupil's term: every mark, how the average moved, and the class as a distribution (1.4.4, 3.3.6)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from domain.errors import NotFound
from domain.ids import PersonId, SubjectId
from domain.journal.averages import weighted_average
from domain.journal.counting import LeftOut, counted, weighed
from domain.journal.diary import Diary, MarksOfTerm
from domain.journal.dynamics import AverageOn, dynamics
from domain.journal.ports import TermMark, WorkKinds
from domain.journal.rules import Rules
from domain.journal.standing import Standing, standing
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor
from domain.school.exemptions import NOBODY_EXEMPT, Exemption, KnownExemptions
from domain.school.roster import Seat


@dataclass(frozen=True, slots=True)
class ShownMark:
    """`work` is the kind's name; `retaken`: another mark counts in its place."""

    mark: TermMark
    work: str
    retaken: bool


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """`moved`: the average after each day with marks; `standing` None in a class with fewer than five averages.

    `exemptions`: those of the subject that stand within the term.
    """

    of_term: MarksOfTerm
    subject: SubjectId
    name: str
    marks: tuple[ShownMark, ...]
    average: Decimal | None
    moved: tuple[AverageOn, ...]
    standing: Standing | None
    exemptions: tuple[Exemption, ...] = ()


class ClassMarks(Protocol):
    async def marks_of_subject(
        self, pupils: Collection[PersonId], subject: SubjectId, first: date, last: date
    ) -> Mapping[PersonId, Sequence[TermMark]]:
        """Standing marks from `first` to `last` (included), by day."""
        ...


@dataclass(frozen=True, slots=True)
class SubjectPages:
    diary: Diary
    reads: ClassMarks
    kinds: WorkKinds
    rules: Rules
    exemptions: KnownExemptions = NOBODY_EXEMPT

    async def page(self, actor: Actor, pupil: PersonId, subject: SubjectId, term: int) -> SubjectPage:
        """`term` by its number, 0 the current one; one statement.

        Raises `NotFound` for a pupil out of reach, a term that is none, and a subject without a mark of this pupil.
        """
        of_term, seats = await self._place(actor, pupil, term)
        given = await self.reads.marks_of_subject([seat.pupil for seat in seats], subject, *of_term.days)
        mine = given.get(pupil, ())
        if not mine:
            raise NotFound
        rules, kinds = await self.rules.rules(), {one.id: one.name for one in await self.kinds.work_kinds()}
        averages = {one: weighted_average(counted(listed, rules)) for one, listed in given.items()}
        retaken = {one.mark.id for one in weighed(mine, rules) if one.left_out is LeftOut.RETAKEN}
        return SubjectPage(
            of_term,
            subject,
            mine[0].subject_name,
            tuple(ShownMark(mark, kinds.get(mark.kind, mark.kind_code), mark.id in retaken) for mark in mine),
            averages[pupil],
            dynamics(mine, rules),
            standing(averages.values(), rules.borders),
            await self._exemptions(of_term, subject),
        )

    async def _exemptions(self, of_term: MarksOfTerm, subject: SubjectId) -> tuple[Exemption, ...]:
        first, last = of_term.days
        mine = [one for one in await self.exemptions.exemptions() if one.pupil == of_term.pupil]
        return tuple(one for one in mine if one.subject.id == subject and one.touches(first, last))

    async def _place(self, actor: Actor, pupil: PersonId, term: int) -> tuple[MarksOfTerm, Sequence[Seat]]:
        roster = await self.diary.rosters.roster()
        school_class = roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if not sees(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes)) or school_class is None:
            raise NotFound
        of_term = await self.diary.term_of(pupil, term)
        return of_term, roster.of_class[school_class.id] if of_term.marked else ()
