"""Who stands in a sheet of a class: everybody who sat there in these days, with when they came and left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.control.seats import SeatSpan
from domain.ids import GroupId, PersonId
from domain.roles.people import PersonName


@dataclass(frozen=True, slots=True)
class SheetPupil:
    """`came` and `left`: within these days; a pupil who left and came back has several spans."""

    pupil: PersonId
    name: PersonName
    groups: frozenset[GroupId]
    spans: tuple[tuple[date, date | None], ...]
    came: date | None = None
    left: date | None = None

    def sits_on(self, day: date) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in self.spans)


def pupils_of(
    spans: Iterable[SeatSpan], first: date, last: date, group: GroupId | None = None
) -> tuple[SheetPupil, ...]:
    """In the order of `spans`; of the subgroup where one is given."""
    found: dict[PersonId, list[SeatSpan]] = {}
    for span in spans:
        if group is None or group in span.groups:
            found.setdefault(span.pupil, []).append(span)
    return tuple(_pupil(mine, first, last) for mine in found.values())


def _pupil(mine: list[SeatSpan], first: date, last: date) -> SheetPupil:
    begins, ends = mine[0].from_day, mine[-1].until_day
    return SheetPupil(
        mine[0].pupil,
        mine[0].name,
        mine[-1].groups,
        tuple((one.from_day, one.until_day) for one in mine),
        begins if begins > first else None,
        ends if ends is not None and ends < last else None,
    )
