"""Lists of pupils by their results: отличники, хорошисты, с одной «3», с одной «4», неуспевающие, н/а (3.6.3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.ids import PersonId, SubjectId
from domain.journal.attestation import FAILED, NOT_ATTESTED
from domain.school.roster import SchoolClass, Seat

LOW = ("2", "1", FAILED)


@dataclass(frozen=True, slots=True)
class Given:
    """A pupil's result in a subject; `value` None: expected, and not there."""

    seat: Seat
    school_class: SchoolClass
    subject: SubjectId
    subject_name: str
    value: str | None
    teachers: tuple[PersonId, ...] = ()
    average: Decimal | None = None
    """Of current marks, where those are what the value is by."""


class Group(StrEnum):
    """By all subjects of a pupil; and, of a single subject, by its mark."""

    EXCELLENT = "e"
    GOOD = "g"
    ONE_FOUR = "f"
    ONE_THREE = "h"
    FAILING = "x"
    NOT_ATTESTED = "n"
    INCOMPLETE = "i"
    """Some results are not there: they are in none of the first four."""
    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    TWO = "2"


BY_PUPIL = (
    Group.EXCELLENT,
    Group.GOOD,
    Group.ONE_FOUR,
    Group.ONE_THREE,
    Group.FAILING,
    Group.NOT_ATTESTED,
    Group.INCOMPLETE,
)
BY_MARK = (Group.FIVE, Group.FOUR, Group.THREE, Group.TWO, Group.NOT_ATTESTED, Group.INCOMPLETE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A pupil of a list, with the subjects on account of which they are there."""

    seat: Seat
    school_class: SchoolClass
    subjects: tuple[str, ...]


Lists = Mapping[Group, Sequence[Listed]]


def lists_of(given: Iterable[Given], *, whole: bool, so_far: bool = False) -> Lists:
    """Each group's pupils by class, in the given order; groups that nobody is in are there too.

    `whole`: the pupils are there with all their subjects; else the lists are by marks. `so_far`: subjects without a
    result do not matter, as in a forecast, where only those are incomplete who have none at all.
    """
    by_pupil: dict[PersonId, list[Given]] = {}
    for one in given:
        by_pupil.setdefault(one.seat.pupil, []).append(one)
    found: dict[Group, list[Listed]] = {group: [] for group in (BY_PUPIL if whole else BY_MARK)}
    for results in by_pupil.values():
        groups = _groups(results, so_far) if whole else _marks(results)
        for group, subjects in groups.items():
            names = tuple(sorted(one.subject_name for one in subjects))
            found[group].append(Listed(results[0].seat, results[0].school_class, names))
    return {group: sorted(listed, key=_order) for group, listed in found.items()}


def _groups(results: Sequence[Given], so_far: bool) -> Mapping[Group, Sequence[Given]]:
    by_value: dict[str, list[Given]] = {}
    for one in results:
        by_value.setdefault(one.value or "", []).append(one)
    missing, marks = by_value.get("", []), {one: by_value.get(one, []) for one in ("5", "4", "3")}
    low = [one for value in LOW for one in by_value.get(value, [])]
    unattested = by_value.get(NOT_ATTESTED, [])
    numbers = sum(map(len, marks.values()))
    found: dict[Group, Sequence[Given]] = {}
    if low:
        found[Group.FAILING] = low
    if unattested:
        found[Group.NOT_ATTESTED] = unattested
    if missing and not (so_far and numbers):
        found[Group.INCOMPLETE] = missing
    elif numbers and not (low or unattested):
        found |= _good(marks)
    return found


def _good(marks: Mapping[str, Sequence[Given]]) -> Mapping[Group, Sequence[Given]]:
    """Of who has nothing below «3»: one of the few words for it, if any."""
    fours, threes = marks["4"], marks["3"]
    if not threes and not fours:
        return {Group.EXCELLENT: ()}
    if not threes:
        return {Group.GOOD: ()} | ({Group.ONE_FOUR: fours} if len(fours) == 1 else {})
    return {Group.ONE_THREE: threes} if len(threes) == 1 else {}


_OF_MARK: Mapping[str | None, Group] = {
    "5": Group.FIVE,
    "4": Group.FOUR,
    "3": Group.THREE,
    "2": Group.TWO,
    "1": Group.TWO,
    FAILED: Group.TWO,
    NOT_ATTESTED: Group.NOT_ATTESTED,
    None: Group.INCOMPLETE,
}


def _marks(results: Iterable[Given]) -> Mapping[Group, Sequence[Given]]:
    found: dict[Group, list[Given]] = {}
    for one in results:
        group = _OF_MARK.get(one.value)
        if group is not None:
            found.setdefault(group, []).append(one)
    return found


def _order(one: Listed) -> tuple[int, str]:
    return one.school_class.grade, one.school_class.name
