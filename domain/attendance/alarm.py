"""When an absence rings at the guardians at once, and when it waits for the evening (1.4.4, 3.3.7)."""

from collections.abc import Mapping, Set

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence

EXPLAINED = frozenset({Answer.ILL, Answer.KNOWN})


def rings(
    position: int, status: Presence, day: Mapping[int, Presence], answers: Set[Answer], announced: bool = False
) -> bool:
    """Whether `status` at lesson `position` is news that cannot wait.

    `day`: what is known of the pupil's other lessons that day, by position; `answers`: what guardians said that day.
    Absences in a row ring once: the first. After a lesson at which the pupil was, the next absence rings again, for the
    child has left school. What a guardian has explained does not ring any more that day, nor what they `announced`.
    """
    if status is not Presence.ABSENT or announced or answers & EXPLAINED:
        return False
    before = [day[known] for known in sorted(day) if known < position]
    return not (before and before[-1].away)
