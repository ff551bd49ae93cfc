"""Who saw what of whom (2.1, 2.3): gathered in memory, written by the scheduler, many at once.

What is lost with a program that is killed is at most the last minute; what is taken out as a file is written at once.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from domain.clock import SchoolTime
from domain.roles.audit import Look
from domain.roles.watching import Glance


class Looks:
    def __init__(self, time: SchoolTime) -> None:
        self._time = time
        self._looks: dict[tuple[Glance, date], tuple[int, datetime]] = {}

    def add(self, glances: Iterable[Glance]) -> None:
        """Of one act, now."""
        day, now = self._time.today(), self._time.now()
        self.give_back([Look(glance, day, 1, now) for glance in glances])

    def taken(self) -> Sequence[Look]:
        """What was gathered since the last time."""
        looks, self._looks = self._looks, {}
        return [Look(glance, day, times, at) for (glance, day), (times, at) in looks.items()]

    def give_back(self, looks: Iterable[Look]) -> None:
        """What could not be written is kept for the next time."""
        for look in looks:
            times, at = self._looks.get((look.glance, look.day), (0, look.at))
            self._looks[look.glance, look.day] = (times + look.times, max(at, look.at))
