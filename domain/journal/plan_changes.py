"""What a plan brought anew changes in the one that is kept: the same file again changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.ids import PlanTopicId
from domain.journal.plan_sheet import WishedTopic
from domain.roles.names import norm


@dataclass(frozen=True, slots=True)
class KnownTopic:
    id: PlanTopicId
    number: int
    topic: str
    hours: int
    day: date | None


@dataclass(frozen=True, slots=True)
class PlanChanges:
    new: tuple[WishedTopic, ...] = ()
    changed: tuple[tuple[PlanTopicId, WishedTopic], ...] = ()
    gone: tuple[PlanTopicId, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.new or self.changed or self.gone)


NO_CHANGES = PlanChanges()


def compared(known: Sequence[KnownTopic], wished: Sequence[WishedTopic]) -> PlanChanges:
    """A topic that only moved to another number stays the same one, so its lessons stay with it."""
    meant = _by_words(known, wished)
    meant |= _by_number([one for one in known if one.id not in meant], wished, taken=set(meant.values()))
    changed = [(one.id, meant[one.id]) for one in known if one.id in meant and _of(one) != meant[one.id]]
    gone = [one.id for one in known if one.id not in meant]
    found = set(meant.values())
    return PlanChanges(tuple(one for one in wished if one not in found), tuple(changed), tuple(gone))


def _by_words(known: Sequence[KnownTopic], wished: Sequence[WishedTopic]) -> dict[PlanTopicId, WishedTopic]:
    """Of several with the same words («Контрольная работа») the first is the first."""
    waiting: dict[str, list[WishedTopic]] = {}
    for one in wished:
        waiting.setdefault(norm(one.topic), []).append(one)
    return {one.id: waiting[norm(one.topic)].pop(0) for one in known if waiting.get(norm(one.topic))}


def _by_number(
    known: Sequence[KnownTopic], wished: Sequence[WishedTopic], taken: set[WishedTopic]
) -> dict[PlanTopicId, WishedTopic]:
    """Reworded: the number tells that it is the same."""
    free = {one.number: one for one in wished if one not in taken}
    return {one.id: free[one.number] for one in known if one.number in free}


def _of(known: KnownTopic) -> WishedTopic:
    return WishedTopic(known.number, known.topic, known.hours, known.day)
