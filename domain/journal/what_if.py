"""`/what if 5 4 кр`: marks to be tried out, as they are typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.journal.ports import WorkKind

MOST_TRIED = 8
BEGINNINGS = frozenset({"if", "если"})


@dataclass(frozen=True, slots=True)
class Tried:
    """`kind`: the place of its kind of work in the school's order."""

    value: int
    kind: int


def tried_marks(line: str, kinds: Sequence[WorkKind]) -> tuple[Tried, ...] | None:
    """Digits 1 to 5, each followed by the short name of its kind of work where it is not the first kind.

    At most `MOST_TRIED`. None where a word is neither, or no mark is there.
    """
    short = {kind.short.casefold(): place for place, kind in enumerate(kinds)}
    found: list[Tried] = []
    for word in line.casefold().replace(",", " ").replace("+", " ").split():
        if len(word) == 1 and word in "12345":
            found.append(Tried(int(word), 0))
        elif word in short and found:
            found[-1] = Tried(found[-1].value, short[word])
        elif word not in BEGINNINGS:
            return None
    return tuple(found[:MOST_TRIED]) or None
