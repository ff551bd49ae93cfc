"""Rows of the lists that may be one person twice: seen before anything is compared with the database."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from domain.roles.names import norm
from domain.school.class_names import class_norm
from domain.school.importing.matching import doubt
from domain.school.importing.remarks import Doubt, Why
from domain.school.importing.wished import WishedPupil, WishedStaff


class PupilRows:
    """What can be said of each row by the others. Rows are known by their places in the sequence."""

    def __init__(self, rows: Sequence[WishedPupil]) -> None:
        self._rows = rows
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            self._by_name[norm(row.name.full)].append(at)

    def doubt(self, at: int) -> Doubt | None:
        """Within one class: the same again, or what could be the same child or another."""
        row = self._rows[at]
        rivals = [(other, self._rows[other]) for other in self._like(at) if self._of_one_class(at, other)]
        if any(not _equal(row, rival) for _, rival in rivals):
            return doubt(row, Why.SEVERAL_IN_FILE)
        first = min((other for other, _ in rivals), default=at)
        return doubt(row, Why.TWICE, f"{self._rows[first].place.row}") if first < at else None

    def rivals(self, at: int) -> Sequence[WishedPupil]:
        """Other rows of this name in this class."""
        others = [other for other in self._namesakes(at) if other != at]
        return [self._rows[other] for other in others if self._of_one_class(at, other)]

    def elsewhere(self, at: int) -> bool:
        """Whether another class has a row that may be the same child."""
        return any(not self._of_one_class(at, other) for other in self._like(at))

    def _namesakes(self, at: int) -> Sequence[int]:
        return self._by_name[norm(self._rows[at].name.full)]

    def _like(self, at: int) -> Iterator[int]:
        for other in self._namesakes(at):
            if other != at and not _distinct(self._rows[at], self._rows[other]):
                yield other

    def _of_one_class(self, at: int, other: int) -> bool:
        return class_norm(self._rows[at].class_name) == class_norm(self._rows[other].class_name)


def staff_doubts(rows: Sequence[WishedStaff]) -> Mapping[int, Doubt]:
    """Rows with one number are one person; without numbers the same name twice could be two."""
    named: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        named[norm(row.name.full)].append(at)
    return {at: said for group in named.values() for at, said in _doubts_of([(at, rows[at]) for at in group])}


def names_once(rows: Sequence[WishedStaff]) -> frozenset[str]:
    """Normed full names that one number, or one row, has for itself."""
    who = {(norm(row.name.full), row.number or row.place) for row in rows}
    times = Counter(name for name, _ in who)
    return frozenset(name for name, many in times.items() if many == 1)


def _doubts_of(group: Sequence[tuple[int, WishedStaff]]) -> Iterator[tuple[int, Doubt]]:
    nameless = [at for at, row in group if row.number is None]
    if len(group) == 1 or not nameless:
        return
    first = group[0][1]
    wishes = {(row.number, row.roles, row.classes) for _, row in group}
    for at, row in group[1:] if len(wishes) == 1 else group:
        why = Why.TWICE if len(wishes) == 1 else Why.SEVERAL_IN_FILE
        yield at, doubt(row, why, f"{first.place.row}" if why is Why.TWICE else "")


def _equal(one: WishedPupil, other: WishedPupil) -> bool:
    return (one.birth, one.number) == (other.birth, other.number)


def _distinct(one: WishedPupil, other: WishedPupil) -> bool:
    if one.number and other.number:
        return one.number != other.number
    return bool(one.birth and other.birth and one.birth != other.birth)
