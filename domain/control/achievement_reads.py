"""Results as they are read of many at once, and put beside who was to get them (3.6.3)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from domain.control.achievement_lists import Given
from domain.control.achievement_scope import Scope
from domain.control.achievement_spots import Spot
from domain.control.current_marks import CurrentMarksRead, Pair
from domain.ids import PersonId, SubjectId
from domain.journal.periods import Period
from domain.journal.results_kept import Result
from domain.roles.people import PersonName
from domain.school.exemptions import Exemption, Learning
from domain.school.roster import Seat


class StandingResult(NamedTuple):
    result: Result
    subject_name: str


class AchievementRead(CurrentMarksRead, Protocol):
    async def results(
        self, year: date, periods: Collection[Period], pupils: Collection[PersonId] | None
    ) -> Sequence[StandingResult]:
        """What stands of the school year that began on this day; `pupils` None: all. One statement."""
        ...

    async def names(self, people: Collection[PersonId]) -> Mapping[PersonId, PersonName]:
        """Of those who are staff. One statement."""
        ...


class Value(NamedTuple):
    """A result with the name of its subject; `average` where it follows from current marks only."""

    value: str
    subject_name: str
    average: Decimal | None = None


Values = Mapping[PersonId, Mapping[SubjectId, Value]]


def values_of(results: Iterable[StandingResult], spots: Iterable[Spot]) -> Values:
    """Of the pupils of the spots, each in the spot's period."""
    period_of = {seat.pupil: spot.period for spot in spots for seat in spot.seats}
    found: dict[PersonId, dict[SubjectId, Value]] = {}
    for one, name in results:
        if period_of.get(one.pupil) is one.period:
            found.setdefault(one.pupil, {})[one.subject] = Value(one.value, name)
    return found


def pupils_of(spots: Iterable[Spot], scope: Scope) -> Collection[PersonId] | None:
    """Whom to read of: a class's pupils one by one, more of them as the whole school, to be sorted out afterwards."""
    return None if scope.class_id is None else [seat.pupil for spot in spots for seat in spot.seats]


def in_scope(spots: Iterable[Spot], scope: Scope) -> tuple[Spot, ...]:
    return tuple(
        one
        for one in spots
        if scope.class_id in (None, one.school_class.id) and scope.grade in (None, one.school_class.grade)
    )


def given_of(spots: Iterable[Spot], scope: Scope, values: Values, exemptions: Iterable[Exemption]) -> Iterator[Given]:
    """Each pupil of the scope in each subject that they learn, or have a result in; by class and name.

    Who is exempt when the period ends is not expected to have one.
    """
    exempt = [one for one in exemptions if one.kind is Learning.EXEMPT]
    for spot in spots:
        day = spot.taught.teaching.day
        free = {(one.pupil, one.subject.id) for one in exempt if one.covers(day)}
        for seat in spot.seats:
            yield from _of_seat(spot, seat, scope, values.get(seat.pupil, {}), free)


def _of_seat(
    spot: Spot, seat: Seat, scope: Scope, values: Mapping[SubjectId, Value], free: Set[Pair]
) -> Iterator[Given]:
    names = {**spot.subjects, **{subject: one.subject_name for subject, one in values.items()}}
    for subject, name in names.items():
        if scope.subject not in (None, subject):
            continue
        found, teachers = values.get(subject), spot.taught.teachers(subject, seat)
        if scope.teacher is not None and scope.teacher not in teachers:
            continue
        if found is not None:
            yield Given(seat, spot.school_class, subject, name, found.value, teachers, found.average)
        elif teachers and (seat.pupil, subject) not in free:
            yield Given(seat, spot.school_class, subject, name, None, teachers)
