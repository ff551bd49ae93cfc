"""Personal data erased at a person's wish, or after a consent withdrawn; what must stay, stays (152-FZ, article 21).

Whoever asks is shut out by the act itself. The journal (marks, presence, results, orders, the log of changes) is kept
as long as the school's list of files says, and with it the names that it cannot do without.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from domain.errors import NotFound, Outdated, Refused
from domain.events import ErasureAsked, Facts
from domain.ids import ErasureId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.roles.retention import RetentionTerms

KEPT = ("marks", "attendance", "results", "orders", "changes", "audit")
"""What the law keeps."""


@dataclass(eq=False)
class StillStaff(Refused):
    """The person works here: the roles are taken away first."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """`name`: as long as it is not erased."""

    id: ErasureId
    person: PersonId
    name: PersonName
    why: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Counted:
    """So many rows of a kind."""

    kind: str
    rows: int


@dataclass(frozen=True, slots=True)
class Staying:
    """`last`: the month of the latest of them, as its first day."""

    kind: str
    rows: int
    last: date


@dataclass(frozen=True, slots=True)
class Kept:
    kind: str
    rows: int
    until: date


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`named`: the journal cannot do without the name."""

    erasure: Erasure
    goes: Sequence[Counted]
    kept: Sequence[Kept]
    named: bool

    def report(self) -> dict[str, Any]:
        """Kinds, numbers and days alone."""
        return {
            "erased": {one.kind: one.rows for one in self.goes},
            "kept": {one.kind: [one.rows, one.until.isoformat()] for one in self.kept},
            "named": self.named,
        }


class ErasuresRead(Protocol):
    async def asked(self) -> Sequence[Erasure]:
        """Those that nobody has decided on, the oldest first."""
        ...


class ErasuresRoom(Protocol):
    async def ask(self, person: PersonId, by: PersonId, why: str) -> ErasureId | None:
        """None: it is asked already."""
        ...

    async def asked(self) -> Sequence[Erasure]: ...

    async def goes(self, person: PersonId) -> Sequence[Counted]: ...

    async def stays(self, person: PersonId) -> Sequence[Staying]:
        """Of `KEPT`, where there is any."""
        ...

    async def works_here(self, person: PersonId) -> bool: ...

    async def has_worked(self, person: PersonId) -> bool: ...

    async def erase(self, person: PersonId, *, keep_name: bool) -> None: ...

    async def decide(self, erasure: ErasureId, state: str, by: PersonId, report: dict[str, Any] | None) -> bool:
        """False: it was decided already."""
        ...


class ErasingTransaction(Protocol):
    @property
    def erasures(self) -> ErasuresRoom: ...

    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Erasures:
    reads: ErasuresRead
    begin: Callable[[], AbstractAsyncContextManager[ErasingTransaction]]
    terms: RetentionTerms

    async def ask(self, actor: Actor) -> bool:
        """Of oneself; False: it was asked before."""
        require(actor, Action.ASK_ERASURE, Target(person=actor.person))
        async with self.begin() as tx:
            asked = await tx.erasures.ask(actor.person, actor.person, "asked")
            if asked is not None:
                await tx.facts.add(ErasureAsked(author=actor.person, erasure=asked))
        return asked is not None

    async def listed(self, actor: Actor) -> Sequence[Erasure]:
        require(actor, Action.ERASE_PERSON, Target())
        return await self.reads.asked()

    async def foreseen(self, actor: Actor, erasure: ErasureId) -> Foreseen:
        """What would go and what would stay. Raises `NotFound` for one that is decided."""
        require(actor, Action.ERASE_PERSON, Target())
        async with self.begin() as tx:
            return await self._foreseen(tx, erasure)

    async def erase(self, actor: Actor, erasure: ErasureId) -> Foreseen:
        """One act. Raises `StillStaff`, and `NotFound` for one that is decided."""
        require(actor, Action.ERASE_PERSON, Target())
        async with self.begin() as tx:
            seen = await self._foreseen(tx, erasure)
            if await tx.erasures.works_here(seen.erasure.person):
                raise StillStaff
            await tx.erasures.erase(seen.erasure.person, keep_name=seen.named)
            await tx.erasures.decide(erasure, "done", actor.person, seen.report())
        return seen

    async def decline(self, actor: Actor, erasure: ErasureId) -> None:
        """Raises `Outdated` for one that is decided."""
        require(actor, Action.ERASE_PERSON, Target())
        async with self.begin() as tx:
            if not await tx.erasures.decide(erasure, "declined", actor.person, None):
                raise Outdated

    async def _foreseen(self, tx: ErasingTransaction, erasure: ErasureId) -> Foreseen:
        found = next((one for one in await tx.erasures.asked() if one.id == erasure), None)
        if found is None:
            raise NotFound
        stays = await tx.erasures.stays(found.person)
        kept = [Kept(one.kind, one.rows, self.terms.until(one.kind, one.last)) for one in stays]
        of_journal = any(one.kind != "audit" for one in kept)
        named = of_journal or await tx.erasures.has_worked(found.person)
        return Foreseen(found, await tx.erasures.goes(found.person), kept, named)
