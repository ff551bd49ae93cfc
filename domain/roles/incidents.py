"""A suspected leak of personal data: nothing leaves, nobody comes in, two clocks run (152-FZ, article 21, part 3.1).

The regulator (Roskomnadzor) is told of it within 24 hours, and within 72 hours what the school has found out.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated, Refused
from domain.events import Facts, IncidentClosed, IncidentOpened
from domain.ids import IncidentId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName

TELL_WITHIN = timedelta(hours=24)
FIND_OUT_WITHIN = timedelta(hours=72)
MOST_NOTE = 1000
"""Characters."""


@dataclass(eq=False)
class IncidentNoteEmpty(Refused):
    """Nothing but spaces."""


@dataclass(eq=False)
class IncidentNoteTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(eq=False)
class IncidentStands(Outdated):
    """Another one is open already: it is gone on with."""


@dataclass(frozen=True, slots=True)
class Incident:
    """`snapshot`: the name of the copy of the database made when it was opened; None: there is none."""

    id: IncidentId
    note: str
    opened_at: datetime
    by: PersonName
    snapshot: str | None = None
    closed_at: datetime | None = None
    closed_by: PersonName | None = None

    @property
    def tell_until(self) -> datetime:
        return self.opened_at + TELL_WITHIN

    @property
    def find_out_until(self) -> datetime:
        return self.opened_at + FIND_OUT_WITHIN


class IncidentsRead(Protocol):
    async def open(self) -> Incident | None: ...

    async def incident(self, incident: IncidentId) -> Incident | None: ...


class IncidentsRoom(Protocol):
    async def stands(self) -> bool: ...

    async def add(self, note: str, actor: Actor) -> IncidentId: ...

    async def keep_snapshot(self, incident: IncidentId, name: str) -> None: ...

    async def close(self, incident: IncidentId, note: str, actor: Actor) -> bool:
        """False: it was closed already. The note is added to the first one."""
        ...


class IncidentsTransaction(Protocol):
    @property
    def incidents(self) -> IncidentsRoom: ...

    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Incidents:
    """`snapshot` copies the database under a name; the name of what it made, None where it could not."""

    time: SchoolTime
    reads: IncidentsRead
    begin: Callable[[], AbstractAsyncContextManager[IncidentsTransaction]]
    snapshot: Callable[[str], Awaitable[str | None]]

    async def standing(self, actor: Actor) -> Incident | None:
        require(actor, Action.HANDLE_INCIDENT, Target())
        return await self.reads.open()

    async def open(self, actor: Actor, words: str) -> Incident:
        """The doors are shut first, then the copy is made, which may take long.

        Raises `IncidentNoteEmpty`, `IncidentNoteTooLong`, `IncidentStands`.
        """
        require(actor, Action.HANDLE_INCIDENT, Target())
        note = _agreed(words)
        async with self.begin() as tx:
            if await tx.incidents.stands():
                raise IncidentStands
            opened = await tx.incidents.add(note, actor)
            await tx.facts.add(IncidentOpened(author=actor.person, incident=opened))
        name = await self.snapshot(f"incident-{opened}-{self.time.local():%Y-%m-%d-%H%M}")
        if name is not None:
            async with self.begin() as tx:
                await tx.incidents.keep_snapshot(opened, name)
        return await self._one(opened)

    async def close(self, actor: Actor, incident: IncidentId, words: str) -> Incident:
        """Raises `Outdated` for one that is closed, and as `open` for the note."""
        require(actor, Action.HANDLE_INCIDENT, Target())
        note = _agreed(words)
        async with self.begin() as tx:
            if not await tx.incidents.close(incident, note, actor):
                raise Outdated
            await tx.facts.add(IncidentClosed(author=actor.person, incident=incident))
        return await self._one(incident)

    async def _one(self, incident: IncidentId) -> Incident:
        found = await self.reads.incident(incident)
        if found is None:
            raise NotFound
        return found


def _agreed(words: str) -> str:
    note = words.strip()
    if not note:
        raise IncidentNoteEmpty
    if len(note) > MOST_NOTE:
        raise IncidentNoteTooLong(len(note), MOST_NOTE)
    return note
