"""Whether a text is a list of pupils: how many of one class it names (2.1).

A name is a surname with the given name or its initial beside it, or a surname that stands in a list: in a short item
between commas, lines or numbers, or next to another surname of the class. Е for ё and the endings of Russian cases do
not matter, nor do capitals as long as no name has one. A surname within a sentence is none: people are called Мороз.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from domain.ids import PersonId
from domain.roles.names import norm
from domain.school.roster import Roster, SchoolClass, Seat

MOST_NAMES = 4
"""Of one class, in what goes to many without a question."""
SHORT_ITEM = 3
"""Words of an item of a list: «и Орлова Анна», «Иванов Пётр болел»."""
STEM = 3
"""Letters of a stem, and of a surname that may be a common word: such a one counts with a capital only."""

_ENDINGS = frozenset(
    re.findall(
        r"\w+",
        "а я у ю ы и е о ь й ой ей ом ем ым им ою ею ью ый ий ая яя ую юю ые ие ых их ое ее ам ям ах ях "
        "ого его ому ему ыми ими ами ями",
    )
)
_ITEM = re.compile(r"[,;:.!?…•|/()\[\]«»\"\n\t\d]|\s[-–—]\s")
_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*")
_JOINS = frozenset({"и", "а", "или", "and", "or"})


@dataclass(frozen=True, slots=True)
class NamedPupils:
    school_class: SchoolClass
    n: int


@dataclass(frozen=True, slots=True)
class _Word:
    """`item`: the number of the item that it stands in."""

    text: str
    stems: frozenset[str]
    item: int
    capital: bool


Surnames = Mapping[str, Sequence[Seat]]
"""Pupils of a class by each stem of their surname."""


def most_named(text: str, roster: Roster) -> NamedPupils | None:
    """The class of which the text names the most pupils; None: of none it names more than `MOST_NAMES`."""
    words = list(_words(text))
    if len(words) <= MOST_NAMES:
        return None
    named = {class_id: _named(words, _surnames(seats)) for class_id, seats in roster.of_class.items()}
    most = max(named, key=lambda one: named[one], default=None)
    if most is None or named[most] <= MOST_NAMES:
        return None
    return NamedPupils(roster.classes[most], named[most])


def _named(words: Sequence[_Word], surnames: Surnames) -> int:
    """Pupils named in full, and of the others with one surname as many as there are forms of it in lists."""
    called = [_called(word, surnames) for word in words]
    if sum(map(bool, called)) <= MOST_NAMES:
        return 0
    capitals = any(seats and word.capital for word, seats in zip(words, called, strict=True))
    sizes = Counter(word.item for word in words)
    full: set[PersonId] = set()
    alone: dict[frozenset[PersonId], set[str]] = {}
    for at, (word, seats) in enumerate(zip(words, called, strict=True)):
        by_name = [seat.pupil for seat in seats if any(_is_given(near, seat) for near in _beside(words, at))]
        listed = sizes[word.item] <= SHORT_ITEM or _next_to_another(called, at)
        if by_name:
            full.update([pupil for pupil in by_name if pupil not in full][:1])
        elif seats and listed and (word.capital or not capitals):
            alone.setdefault(frozenset(seat.pupil for seat in seats), set()).add(word.text)
    return len(full) + sum(min(len(forms), len(same - full)) for same, forms in alone.items())


def _called(word: _Word, surnames: Surnames) -> Sequence[Seat]:
    if len(word.text) <= STEM and not word.capital:
        return ()
    found = {seat.pupil: seat for stem in word.stems for seat in surnames.get(stem, ())}
    return tuple(found.values())


def _beside(words: Sequence[_Word], at: int) -> Iterator[_Word]:
    near = (words[one] for one in (at - 1, at + 1) if 0 <= one < len(words))
    return (word for word in near if word.item == words[at].item)


def _is_given(word: _Word, seat: Seat) -> bool:
    given = norm(seat.name.given)
    return bool(given) and (word.text == given[0] or not word.stems.isdisjoint(_stems(given.rstrip("."))))


def _next_to_another(called: Sequence[Sequence[Seat]], at: int) -> bool:
    return any(called[one] and called[one] != called[at] for one in (at - 1, at + 1) if 0 <= one < len(called))


def _words(text: str) -> Iterator[_Word]:
    for item, said in enumerate(_ITEM.split(text)):
        for found in _WORD.findall(said):
            word = norm(found)
            if word not in _JOINS:
                yield _Word(word, _stems(word), item, not found[:1].islower())


def _surnames(seats: Iterable[Seat]) -> Surnames:
    found: dict[str, list[Seat]] = {}
    for seat in seats:
        for stem in _stems(norm(seat.name.surname).split(" ")[0]):
            found.setdefault(stem, []).append(seat)
    return found


@lru_cache(maxsize=20_000)
def _stems(word: str) -> frozenset[str]:
    """What a word may be a form of, itself among them; each half of a double name by itself."""
    halves = (_stems_of_half(half) for half in re.split("[-–]", word))
    return frozenset("-".join(one) for one in product(*halves))


def _stems_of_half(word: str) -> set[str]:
    """«Кравец» and «Кравца» have «кравц» in common."""
    cut = {word[:-many] for many in (1, 2, 3) if word[-many:] in _ENDINGS}
    fleeting = {f"{word[:-2]}ц"} if word.endswith("ец") else set()
    return {word, *(stem for stem in cut | fleeting if len(stem) >= STEM)}
