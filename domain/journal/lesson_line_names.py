"""Whose name was written: within one class, with typos and initials, never guessed between two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.school.finding import ENOUGH_ALIKE
from domain.school.roster import Seat

CLEARLY = 0.08
"""By so much a name must be more alike than the next to be meant without asking."""
SHORTEST_ALIKE = 4
"""Letters: «Ли» is not a typo of «Ким»."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`seat` where there is no doubt; else those of whom one may be meant, none: nobody of this class."""

    seat: Seat | None = None
    likely: tuple[Seat, ...] = ()


def meant_by(said: str, seats: Sequence[Seat]) -> Meant:
    """The surname with the given name or initials, in either order.

    By the surname as it is; else by one half of a double one; else by one that is alike. A given name alone, or one
    that does not go with the surname, is a doubt even where only one pupil can be meant.
    """
    words = [norm(word) for word in said.replace(".", ". ").split()]
    for fitting in (_whole(words, seats), _half(words, seats)):
        agreeing = tuple(seat for seat, others in fitting if _all_fit(others, seat.name))
        if agreeing or fitting:
            return _one_of(agreeing or tuple(seat for seat, _ in fitting), sure=bool(agreeing))
    alike = _alike(words, seats)
    if alike:
        return _one_of(alike, sure=True)
    return _one_of(tuple(seat for seat in seats if words == [norm(seat.name.given)]), sure=False)


def _one_of(seats: tuple[Seat, ...], *, sure: bool) -> Meant:
    return Meant(seats[0], seats) if sure and len(seats) == 1 else Meant(None, seats)


def _whole(words: Sequence[str], seats: Iterable[Seat]) -> list[tuple[Seat, list[str]]]:
    found = ((seat, _without(words, norm(seat.name.surname).split())) for seat in seats)
    return [(seat, others) for seat, others in found if others is not None]


def _half(words: Sequence[str], seats: Iterable[Seat]) -> list[tuple[Seat, list[str]]]:
    halves = ((seat, half) for seat in seats for half in norm(seat.name.surname).replace(" ", "-").split("-"))
    found = ((seat, _without(words, [half])) for seat, half in halves if len(half) >= SHORTEST_ALIKE)
    return [(seat, others) for seat, others in found if others is not None]


def _alike(words: Sequence[str], seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """The most alike one, with those that are nearly as alike."""
    rated = [(_likeness(words, seat.name), seat) for seat in seats]
    best = max((rate for rate, _ in rated), default=0.0)
    return tuple(seat for rate, seat in rated if rate >= max(ENOUGH_ALIKE, best - CLEARLY))


def _likeness(words: Sequence[str], name: PersonName) -> float:
    surname = norm(name.surname)
    rates = (
        SequenceMatcher(None, word, surname).ratio()
        for place, word in enumerate(words)
        if min(len(word), len(surname)) >= SHORTEST_ALIKE and _all_fit([*words[:place], *words[place + 1 :]], name)
    )
    return max(rates, default=0.0)


def _without(words: Sequence[str], surname: Sequence[str]) -> list[str] | None:
    """The other words; None where the surname is not among them."""
    for place in range(len(words) - len(surname) + 1):
        if list(words[place : place + len(surname)]) == list(surname):
            return [*words[:place], *words[place + len(surname) :]]
    return None


def _all_fit(others: Iterable[str], name: PersonName) -> bool:
    """Each in its turn begins the given name, then the patronymic."""
    parts = [norm(name.given), norm(name.patronymic or "")]
    return all(_fits(word.rstrip("."), part) for word, part in zip(others, [*parts, ""], strict=False))


def _fits(word: str, part: str) -> bool:
    whole = part.rstrip(".")
    return bool(part) and (whole.startswith(word) or (part.endswith(".") and word.startswith(whole)))
