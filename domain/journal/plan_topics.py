"""Topics of a curriculum plan (КТП): which comes next, which one a teacher has named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.errors import NotFound
from domain.ids import PlanTopicId, SubjectId
from domain.roles.names import norm
from domain.school.timetable import ClassPart

OFFERED = 3
"""The next topic, and the two after it."""
Moment = tuple[date, int]
"""A lesson's day and its number in the day, by which lessons come one after another."""


@dataclass(frozen=True, slots=True)
class PlanTopic:
    """`hours`: lessons that it takes; `given`: those of this class or subgroup at which it was written."""

    id: PlanTopicId
    number: int
    topic: str
    hours: int
    day: date | None = None
    """When it is planned for."""
    given: tuple[Moment, ...] = ()

    @property
    def left(self) -> int:
        return max(self.hours - len(self.given), 0)


class PlansRead(Protocol):
    async def topics(self, parts: Sequence[ClassPart], subject: SubjectId) -> Sequence[PlanTopic]:
        """By number, of the first of these classes that has a plan: its subgroup's, else the whole class's."""
        ...


def topics_ahead(topics: Sequence[PlanTopic], before: Moment) -> tuple[PlanTopic, ...]:
    """Those with hours left, from the last one given before that lesson on; then what was passed over."""
    unfinished = [topic for topic in topics if topic.left]
    given = [(moment, topic.number) for topic in topics for moment in topic.given if moment < before]
    reached = max(given)[1] if given else 0
    onward = [topic for topic in unfinished if topic.number >= reached]
    passed_over = [topic for topic in unfinished if topic.number < reached]
    return tuple([*onward, *passed_over][:OFFERED])


def planned_topic(topics: Iterable[PlanTopic], number: PlanTopicId) -> PlanTopic:
    """What a button carries. Raises `NotFound` for a topic of another plan."""
    found = next((one for one in topics if one.id == number), None)
    if found is None:
        raise NotFound
    return found


def topic_named(topics: Iterable[PlanTopic], said: str) -> PlanTopic | None:
    """By its number in the plan, or by its words."""
    wanted = norm(said).strip(" .№")
    return next((one for one in topics if wanted in (str(one.number), norm(one.topic).strip(" ."))), None)
