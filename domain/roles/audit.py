"""Who saw or took out what of whom (1.4.1, 2.1, 2.3; 152-FZ article 19): read by the administration, and by the family.

One line a day for the same person, deed and subject, however often. What was changed is read from the change log, a
line for each change: what and whose, not from what to what, which stands at the mark itself (1.3).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName, Role
from domain.roles.watching import Glance

PER_PAGE = 10
SPANS = (1, 7, 30, 365)
"""Days back, today included."""
MOST_ROWS = 10_000
"""Of one sheet."""
CHANGED = "changed_"
"""Before what the change log calls a change, where it stands among deeds."""
MOST_FOUND = 8
"""People offered for what was typed."""


class Side(StrEnum):
    """Whether a person is the one looked at, or the one who looks."""

    OF = "of"
    BY = "by"


@dataclass(frozen=True, slots=True)
class Look:
    """A glance as it is kept: how often on that school day, when last."""

    glance: Glance
    day: date
    times: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditQuestion:
    """`person` None: everyone; `what` None: any deed; `page` from 0; `changes`: what was changed, not what was seen."""

    days: int = 7
    person: PersonId | None = None
    side: Side = Side.OF
    what: str | None = None
    page: int = 0
    changes: bool = False


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What a page of the log is read by: `subject` or `class_id` (of whom, each enough), `actor` (who).

    `changed_since`: of the change log from that instant, instead of what was seen since the day.
    """

    since: date
    subject: PersonId | None = None
    class_id: ClassId | None = None
    actor: PersonId | None = None
    what: str | None = None
    without: PersonId | None = None
    """What this person did is left out."""
    changed_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """`roles` are those that who did it holds today."""

    at: datetime
    actor: PersonName
    roles: frozenset[Role]
    what: str
    subject: PersonName | None
    class_name: str | None
    times: int


@dataclass(frozen=True, slots=True)
class AuditPage:
    asked: AuditQuestion
    person: PersonName | None
    entries: Sequence[AuditEntry]
    more: bool


@dataclass(frozen=True, slots=True)
class WhoLooked:
    """Of one person, for the family: staff who saw something of them, the latest first."""

    person: PersonId
    name: PersonName
    entries: Sequence[AuditEntry]
    page: int
    more: bool


class AuditRead(Protocol):
    async def entries(self, wanted: AuditFilter, most: int, skip: int = 0) -> Sequence[AuditEntry]:
        """The latest first."""
        ...

    async def deeds(self, wanted: AuditFilter) -> Sequence[str]:
        """What was done at all since that day."""
        ...

    async def named(self, typed: str, most: int) -> Mapping[PersonId, PersonName]:
        """People whose name holds all the words typed."""
        ...

    async def names(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonName]: ...

    async def class_of(self, pupil: PersonId, day: date) -> ClassId | None: ...


@dataclass(frozen=True, slots=True)
class Audit:
    time: SchoolTime
    reads: AuditRead

    async def search(self, actor: Actor, asked: AuditQuestion) -> AuditPage:
        """Raises `NotFound` for a person who does not exist."""
        require(actor, Action.SEE_AUDIT, Target())
        person = await self._name(asked.person) if asked.person is not None else None
        wanted = await self._filter(asked)
        entries = await self.reads.entries(wanted, PER_PAGE + 1, asked.page * PER_PAGE)
        return AuditPage(asked, person, entries[:PER_PAGE], len(entries) > PER_PAGE)

    async def all_of(self, actor: Actor, asked: AuditQuestion) -> Sequence[AuditEntry]:
        """For a sheet, which the caller has let through the gate of exports."""
        require(actor, Action.SEE_AUDIT, Target())
        return await self.reads.entries(await self._filter(asked), MOST_ROWS)

    async def deeds(self, actor: Actor, asked: AuditQuestion) -> Sequence[str]:
        require(actor, Action.SEE_AUDIT, Target())
        return await self.reads.deeds(AuditFilter(self._since(asked.days), changed_since=self._changed_since(asked)))

    async def find(self, actor: Actor, typed: str) -> Mapping[PersonId, PersonName]:
        require(actor, Action.SEE_AUDIT, Target())
        return await self.reads.named(typed, MOST_FOUND)

    async def who_looked(self, actor: Actor, person: PersonId, page: int) -> WhoLooked:
        """Within a year. Raises `NotAllowed` for whoever is neither oneself nor an own child."""
        own = person == actor.person
        require(actor, Action.TAKE_OWN_DATA if own else Action.SEE_WHO_LOOKED, Target(person=person))
        today = self.time.today()
        wanted = AuditFilter(
            since=self._since(SPANS[-1]),
            subject=person,
            class_id=await self.reads.class_of(person, today),
            without=actor.person,
        )
        entries = await self.reads.entries(wanted, PER_PAGE + 1, page * PER_PAGE)
        return WhoLooked(person, await self._name(person), entries[:PER_PAGE], page, len(entries) > PER_PAGE)

    async def _filter(self, asked: AuditQuestion) -> AuditFilter:
        since, changed = self._since(asked.days), self._changed_since(asked)
        if asked.person is None or asked.side is Side.BY:
            return AuditFilter(since, actor=asked.person, what=asked.what, changed_since=changed)
        class_id = await self.reads.class_of(asked.person, self.time.today())
        return AuditFilter(since, asked.person, class_id, what=asked.what, changed_since=changed)

    def _changed_since(self, asked: AuditQuestion) -> datetime | None:
        return self.time.instant(self._since(asked.days), time(0)) if asked.changes else None

    async def _name(self, person: PersonId) -> PersonName:
        found = await self.reads.names([person])
        if person not in found:
            raise NotFound
        return found[person]

    def _since(self, days: int) -> date:
        return self.time.today() - timedelta(days=min(max(days, 1), SPANS[-1]) - 1)
