"""Duties that have a date rather than a lesson: what each of the staff still owes, and who is late (3.2–3.6)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.duties import Duty, DutyRule
from domain.control.reminding import Names
from domain.ids import ClassId, DocumentId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.roles.access import Action, Target, require
from domain.roles.names import norm
from domain.roles.people import Actor, PersonName, Role
from domain.school.teacher_absences import TeacherAbsences

DATED_RULES = (
    DutyRule(Duty.CLASS_CHECK, "3.3.1", Role.CLASS_TEACHER),
    DutyRule(Duty.REASONS, "3.3.7", Role.CLASS_TEACHER),
    DutyRule(Duty.LIST, "3.3.2", Role.CLASS_TEACHER),
    DutyRule(Duty.CONSENTS, "3.3.5", Role.CLASS_TEACHER),
    DutyRule(Duty.DOCUMENT, "3.6", Role.TEACHER),
    DutyRule(Duty.TERM_MARKS, "1.4.2", Role.TEACHER),
)
"""Documents are confirmed by everyone of the staff who is asked to. When and how each is done the sources say."""


@dataclass(frozen=True, slots=True)
class DatedDuty:
    """What `owner` owes by the end of the `last` day, `count` times over; only what its duty has is given.

    `name`: of the class, «7А · алгебра», or the document's title. `day`: of a lesson or a daily check.
    """

    duty: Duty
    owner: PersonId
    last: date
    count: int
    name: str
    class_id: ClassId | None = None
    subject: SubjectId | None = None
    period: Period | None = None
    document: DocumentId | None = None
    day: date | None = None

    def is_late(self, today: date) -> bool:
        return self.last < today


class DutySource(Protocol):
    """Of one duty or some; a number of statements that does not grow with the people."""

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        """What these people (None: all) still owe. Nothing outside of its time."""
        ...


@dataclass(frozen=True, slots=True)
class OwnDeadlines:
    """The late first, then what is due next."""

    today: date
    owed: tuple[DatedDuty, ...]


@dataclass(frozen=True, slots=True)
class LatePerson:
    """`count`: of what is late; `oldest`: the day on which the first of it was due."""

    person: PersonId
    name: PersonName
    count: int
    oldest: date
    away: bool
    owed: tuple[DatedDuty, ...]


@dataclass(frozen=True, slots=True)
class LateDuties:
    """By duty, in their order; of each the people who are late, the most first, who is away last."""

    today: date
    people: Mapping[Duty, tuple[LatePerson, ...]]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """`sources`: of duties with a date; `lessons`: those of lessons, which have a page of their own."""

    time: SchoolTime
    sources: tuple[DutySource, ...]
    lessons: DutySource
    absences: TeacherAbsences
    names: Names

    async def mine(self, actor: Actor) -> OwnDeadlines:
        require(actor, Action.SEE_DEADLINES, Target(person=actor.person))
        today = self.time.today()
        found = [one for source in self.sources for one in await source.owed(today, [actor.person])]
        found.sort(key=lambda one: (one.last, list(Duty).index(one.duty), norm(one.name)))
        return OwnDeadlines(today, tuple(found))

    async def late(self, actor: Actor) -> LateDuties:
        """Across the school."""
        require(actor, Action.SEE_CONTROL, Target())
        today = self.time.today()
        found = [one for source in (self.lessons, *self.sources) for one in await source.owed(today)]
        overdue = [one for one in found if one.is_late(today)]
        names = await self.names.names({one.owner for one in overdue}) if overdue else {}
        away = await self.absences.on(today)
        return LateDuties(
            today,
            {
                duty: _people([one for one in overdue if one.duty is duty], names, away)
                for duty in Duty
                if any(one.duty is duty for one in overdue)
            },
        )


def _people(
    overdue: Sequence[DatedDuty], names: Mapping[PersonId, PersonName], away: Collection[PersonId]
) -> tuple[LatePerson, ...]:
    grouped: dict[PersonId, list[DatedDuty]] = {}
    for one in overdue:
        grouped.setdefault(one.owner, []).append(one)
    found = [
        LatePerson(
            person,
            names[person],
            sum(one.count for one in mine),
            min(one.last for one in mine),
            person in away,
            tuple(sorted(mine, key=lambda one: (one.last, norm(one.name)))),
        )
        for person, mine in grouped.items()
        if person in names
    ]
    return tuple(sorted(found, key=lambda one: (one.away, -one.count, norm(one.name.full))))
