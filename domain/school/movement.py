"""Movement of pupils: enrolled, moved to another class, left; and what becomes of their seats (3.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errors import NotFound, Refused
from domain.ids import ClassId, MovementId, PersonId
from domain.roles.people import PersonName
from domain.school.calendar import DAY, SchoolCalendar

MOST_REASON = 200
"""Characters of why a proposal is declined."""


class MovementKind(StrEnum):
    ENROLLED = "enrolled"
    MOVED = "moved"
    """To another class of the school."""
    LEFT = "left"
    EXPELLED = "expelled"
    GRADUATED = "graduated"

    @property
    def leaves(self) -> bool:
        return self not in (MovementKind.ENROLLED, MovementKind.MOVED)


class MovementState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """Taken back: a proposal by who made it, an act by the office."""


@dataclass(eq=False)
class MovementOutsideYear(Refused):
    """A day before the school year, or after it."""

    first: date
    last: date


@dataclass(eq=False)
class MovementOverlaps(Refused):
    """The pupil came into the present class on `since`: a movement goes after that."""

    since: date


@dataclass(eq=False)
class MovementPlanned(Refused):
    """The pupil leaves on `until` already: that one goes first."""

    until: date


@dataclass(eq=False)
class PupilSeated(Refused):
    """Who is to be enrolled sits in a class of this school."""


@dataclass(eq=False)
class AlreadyInClass(Refused):
    """The class that the pupil is to be moved to is the present one."""


@dataclass(eq=False)
class PupilNotSeated(NotFound):
    """Who is to be moved or to leave is in no class."""


@dataclass(eq=False)
class MovementHangs(Refused):
    """Not undone: marks, presence or a later movement hang on it."""


@dataclass(eq=False)
class UndoneTooLate(Refused):
    """Only on the day on which it was entered: later, another movement goes back."""


@dataclass(eq=False)
class DeclineReasonUnclear(Refused):
    """No reason, or one that is too long, in characters."""

    most: int


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Not known to the school yet."""

    name: PersonName
    birth: date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A movement as it is asked for: `pupil` or `newcomer`. `day`: first in the new class, or last at school."""

    kind: MovementKind
    day: date
    pupil: PersonId | None = None
    newcomer: Newcomer | None = None
    to_class: ClassId | None = None
    order: str | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A pupil's time in a class; `until_day` is the last one, None: goes on."""

    id: int
    class_id: ClassId
    from_day: date
    until_day: date | None = None

    def stands_on(self, day: date) -> bool:
        return self.from_day <= day and (self.until_day is None or day <= self.until_day)


@dataclass(frozen=True, slots=True)
class SeatChange:
    """`ends`: which sitting gets which last day (None: goes on again); `removed`; `begins`: class and first day."""

    ends: tuple[int, date | None] | None = None
    removed: int | None = None
    begins: tuple[ClassId, date] | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """As kept. `pupil` None: a newcomer who is proposed."""

    id: MovementId
    wanted: Wanted
    from_class: ClassId | None
    state: MovementState
    proposed_by: PersonId
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MovementCard:
    """A movement with the names that it is told by."""

    movement: Movement
    name: PersonName
    from_name: str | None
    to_name: str | None
    proposed_by: PersonName
    decided_by: PersonName | None = None
    declined_why: str | None = None

    @property
    def classes(self) -> tuple[ClassId, ...]:
        """Those that it concerns."""
        found = (self.movement.from_class, self.movement.wanted.to_class)
        return tuple(one for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody known with a newcomer's name and birth date; `class_name` of the last class, '' for none."""

    person: PersonId
    name: PersonName
    class_name: str


def change_of(wanted: Wanted, sittings: Sequence[Sitting]) -> SeatChange:
    """What a movement does to a pupil's sittings, which come in their order.

    Only the last one is ever changed, so nobody sits in two classes on a day. Raises `PupilSeated`, `PupilNotSeated`,
    `MovementPlanned`, `MovementOverlaps`, `AlreadyInClass`.
    """
    last = sittings[-1] if sittings else None
    if wanted.kind is MovementKind.ENROLLED:
        return _enrolled(wanted, last)
    if last is None:
        raise PupilNotSeated
    if last.until_day is not None:
        raise MovementPlanned(last.until_day) if last.until_day >= wanted.day else PupilNotSeated
    if wanted.kind.leaves:
        if wanted.day < last.from_day:
            raise MovementOverlaps(last.from_day)
        return SeatChange(ends=(last.id, wanted.day))
    if wanted.to_class is None or wanted.to_class == last.class_id:
        raise AlreadyInClass
    if wanted.day <= last.from_day:
        raise MovementOverlaps(last.from_day)
    return SeatChange(ends=(last.id, wanted.day - DAY), begins=(wanted.to_class, wanted.day))


def undoing(movement: Movement, sittings: Sequence[Sitting]) -> SeatChange:
    """The way back of `change_of`. Raises `MovementHangs` where the sittings are no longer as it left them."""
    wanted, made = movement.wanted, list(sittings)
    removed = None
    if not wanted.kind.leaves:
        last = made.pop() if made else None
        if last is None or (last.class_id, last.from_day, last.until_day) != (wanted.to_class, wanted.day, None):
            raise MovementHangs
        removed = last.id
    if wanted.kind is MovementKind.ENROLLED:
        return SeatChange(removed=removed)
    ended = wanted.day if wanted.kind.leaves else wanted.day - DAY
    if not made or (made[-1].class_id, made[-1].until_day) != (movement.from_class, ended):
        raise MovementHangs
    return SeatChange(ends=(made[-1].id, None), removed=removed)


def require_in_year(day: date, calendar: SchoolCalendar, today: date) -> None:
    """From the year's first day (in the summer before it: from today) to the summer's end.

    Raises `MovementOutsideYear`.
    """
    first, last = min(calendar.starts_on, today), date(calendar.ends_on.year, 8, 31)
    if not first <= day <= last:
        raise MovementOutsideYear(first, last)


def _enrolled(wanted: Wanted, last: Sitting | None) -> SeatChange:
    assert wanted.to_class is not None
    if last is not None and (last.until_day is None or last.until_day >= wanted.day):
        raise PupilSeated
    return SeatChange(begins=(wanted.to_class, wanted.day))
