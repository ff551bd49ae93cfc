"""What a telling is about to write, and the small steps of which it is made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from domain.events import Fact
from domain.ids import FactId, PersonId
from domain.messaging.holds import Storm
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.ports import CardOut, UntoldFact
from domain.messaging.readers import Address, FamilyReader
from domain.school.roster import Roster

F = TypeVar("F", bound=Fact)
When = tuple[datetime, datetime]
"""Not before, and how long it is worth telling."""


@dataclass(frozen=True, slots=True)
class Questions:
    """About storms: who is asked, who is told (by person), and the questions that stand (by event)."""

    deciders: Sequence[Address] = ()
    causes: Mapping[PersonId, Sequence[Address]] = field(default_factory=dict)
    cards: Mapping[str, Sequence[CardOut]] = field(default_factory=dict)


@dataclass
class Plan:
    """What a telling will write. `more`: facts are left over for the next one."""

    told: list[FactId] = field(default_factory=list)
    messages: list[NewMessage] = field(default_factory=list)
    superseded: list[Superseded] = field(default_factory=list)
    rearmed: list[str] = field(default_factory=list)
    storms: list[Storm] = field(default_factory=list)
    questions: Questions = field(default_factory=Questions)
    more: bool = False

    @property
    def empty(self) -> bool:
        return not self.told


def facts_of(untold: Iterable[UntoldFact], kind: type[F]) -> list[tuple[UntoldFact, F]]:
    return [(one, one.fact) for one in untold if isinstance(one.fact, kind)]


def by_pupil(readers: Iterable[FamilyReader]) -> dict[PersonId, list[FamilyReader]]:
    grouped: dict[PersonId, list[FamilyReader]] = {}
    for reader in readers:
        grouped.setdefault(reader.pupil, []).append(reader)
    return grouped


def by_person(addresses: Iterable[Address]) -> dict[PersonId, list[Address]]:
    grouped: dict[PersonId, list[Address]] = {}
    for address in addresses:
        grouped.setdefault(address.person, []).append(address)
    return grouped


def addresses_of(listed: dict[PersonId, list[Address]], persons: Iterable[PersonId]) -> list[Address]:
    return [address for person in persons for address in listed.get(person, ())]


def class_teachers(roster: Roster, pupil: PersonId) -> Sequence[PersonId]:
    school_class = roster.class_of(pupil)
    return school_class.teachers if school_class else ()


def messages(
    event: str,
    version: int,
    kind: Kind,
    body: Mapping[str, Any],
    when: When,
    told: Sequence[FamilyReader],
) -> list[NewMessage]:
    """For a first version, only to who wants it at once; a later one may have to correct what was said before."""
    return [
        NewMessage(event, version, reader.account, kind, reader.pupil, body, *when)
        for reader in told
        if version > 1 or reader.mode(kind) is Mode.NOW
    ]
