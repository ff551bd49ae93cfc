"""A timetable without clashes, found by placing the hardest lesson and putting out whatever stands in its way.

The same idea as FET's own (placing with recursive ejection), small: each class has exactly as many places in the week
as lessons, so no class has a gap; a teacher is never in two places. Soft: a subject once a day.
"""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

Slot = tuple[int, int]
"""(weekday 1-5, position from 1)"""


@dataclass(frozen=True, slots=True)
class Card:
    """One lesson to be placed; `teachers` are all needed at that moment (two subgroups have two)."""

    number: int
    class_index: int
    subject: str
    teachers: tuple[int, ...]


class NoTimetable(Exception):
    """Not found within the steps allowed: a teacher has more lessons than the week has places."""


def place(cards: Sequence[Card], places: Sequence[Sequence[Slot]], chance: Random, steps: int = 60_000) -> list[Slot]:
    """A slot for each card, in the cards' order. `places` lists each class's slots, as many as it has cards."""
    board = _Board(cards, places, chance)
    load = Counter(teacher for card in cards for teacher in card.teachers)
    waiting = deque(sorted(cards, key=lambda card: -max(load[teacher] for teacher in card.teachers)))
    for _ in range(steps):
        if not waiting:
            return [board.slot_of[card.number] for card in cards]
        waiting.extend(board.put(waiting.popleft()))
    raise NoTimetable


class _Board:
    def __init__(self, cards: Sequence[Card], places: Sequence[Sequence[Slot]], chance: Random) -> None:
        self._cards = {card.number: card for card in cards}
        self._places = places
        self._chance = chance
        self._of_class: dict[tuple[int, Slot], Card] = {}
        self._of_teacher: dict[tuple[int, Slot], Card] = {}
        self._days: Counter[tuple[int, str, int]] = Counter()
        self._tried: Counter[tuple[int, Slot]] = Counter()
        self.slot_of: dict[int, Slot] = {}

    def put(self, card: Card) -> list[Card]:
        """Places the card where it costs least; the cards that had to give way."""
        slot = min(self._places[card.class_index], key=lambda slot: self._cost(card, slot))
        self._tried[card.number, slot] += 1
        out = self._in_the_way(card, slot)
        for other in out:
            self._take_off(other)
        self.slot_of[card.number] = slot
        self._of_class[card.class_index, slot] = card
        for teacher in card.teachers:
            self._of_teacher[teacher, slot] = card
        self._days[card.class_index, card.subject, slot[0]] += 1
        return out

    def _in_the_way(self, card: Card, slot: Slot) -> list[Card]:
        found = {}
        here = self._of_class.get((card.class_index, slot))
        if here:
            found[here.number] = here
        for teacher in card.teachers:
            busy = self._of_teacher.get((teacher, slot))
            if busy:
                found[busy.number] = busy
        return list(found.values())

    def _cost(self, card: Card, slot: Slot) -> float:
        blocked = 0
        if (card.class_index, slot) in self._of_class:
            blocked += 1
        for teacher in card.teachers:
            busy = self._of_teacher.get((teacher, slot))
            blocked += 0 if busy is None or busy.class_index == card.class_index else 1
        again = self._days[card.class_index, card.subject, slot[0]]
        return 3 * blocked + 2 * again + 2 * self._tried[card.number, slot] + self._chance.random()

    def _take_off(self, card: Card) -> None:
        slot = self.slot_of.pop(card.number)
        del self._of_class[card.class_index, slot]
        for teacher in card.teachers:
            del self._of_teacher[teacher, slot]
        self._days[card.class_index, card.subject, slot[0]] -= 1
