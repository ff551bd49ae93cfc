"""Who sat in which class from when until when: figures of a period count those who came and left (3.6.2, 3.6.3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.ids import ClassId, GroupId, PersonId
from domain.roles.people import PersonName


@dataclass(frozen=True, slots=True)
class SeatSpan:
    """`until_day` None: goes on. Who stood in the first list of a class sat there from the beginning of its year."""

    pupil: PersonId
    name: PersonName
    class_id: ClassId
    from_day: date
    until_day: date | None
    groups: frozenset[GroupId] = frozenset()
    """Those whose lessons the pupil attends, as `attended` has them (`domain/school/roster.py`)."""

    def sits_on(self, day: date) -> bool:
        return self.from_day <= day and (self.until_day is None or day <= self.until_day)


class SeatSpans(Protocol):
    async def seats(self, first: date, last: date, classes: Collection[ClassId] | None = None) -> Sequence[SeatSpan]:
        """Spans that touch these days, by class and name; None: of all classes. Constant statements."""
        ...
