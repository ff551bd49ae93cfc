"""Who of the families has come in, by class (3.6.2): as it is now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Protocol

from domain.control.indicators import Figure, Line, Measure, worst_first
from domain.ids import ClassId, PersonId
from domain.roles.people import Role
from domain.school.roster import Roster, SchoolClass

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
SINCE: Mapping[Measure, tuple[Role, timedelta | None]] = {
    Measure.GUARDIANS: (Role.GUARDIAN, None),
    Measure.GUARDIANS_WEEK: (Role.GUARDIAN, WEEK),
    Measure.GUARDIANS_MONTH: (Role.GUARDIAN, MONTH),
    Measure.PUPILS: (Role.PUPIL, None),
    Measure.PUPILS_WEEK: (Role.PUPIL, WEEK),
    Measure.PUPILS_MONTH: (Role.PUPIL, MONTH),
}


@dataclass(frozen=True, slots=True)
class FamilyAccount:
    """Somebody who was let in with a code of that role, the newest sign of all their accounts."""

    person: PersonId
    role: Role
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Families:
    """`guardians` of each pupil, but whom a court keeps from the child's data."""

    guardians: Mapping[PersonId, Collection[PersonId]]
    accounts: Sequence[FamilyAccount]


class FamiliesRead(Protocol):
    async def families(self) -> Families:
        """Two statements."""
        ...


@dataclass(frozen=True)
class Participation:
    """Of these classes; a guardian of two children is one person in the figure, and stands in each class's line."""

    classes: Sequence[SchoolClass]
    roster: Roster
    families: Families
    now: datetime

    def figure(self, measure: Measure) -> Figure:
        people = {person for one in self.classes for person in self._people(one.id, SINCE[measure][0])}
        return Figure(measure, len(people & self._in(measure)), len(people))

    def by_class(self, measure: Measure) -> tuple[Line, ...]:
        there = self._in(measure)
        found = ((one, self._people(one.id, SINCE[measure][0])) for one in self.classes)
        return worst_first([Line(len(them & there), len(them), school_class=one) for one, them in found if them])

    def _people(self, class_id: ClassId, role: Role) -> set[PersonId]:
        pupils = [seat.pupil for seat in self.roster.of_class.get(class_id, ())]
        if role is Role.PUPIL:
            return set(pupils)
        return {guardian for pupil in pupils for guardian in self.families.guardians.get(pupil, ())}

    def _in(self, measure: Measure) -> set[PersonId]:
        role, since = SINCE[measure]
        return {
            person
            for (person, known), seen in self._seen.items()
            if known is role and (since is None or (seen is not None and seen > self.now - since))
        }

    @cached_property
    def _seen(self) -> Mapping[tuple[PersonId, Role], datetime | None]:
        seen: dict[tuple[PersonId, Role], datetime | None] = {}
        for one in self.families.accounts:
            key = one.person, one.role
            times = [at for at in (seen.get(key), one.seen_at) if at is not None]
            seen[key] = max(times, default=None)
        return seen
