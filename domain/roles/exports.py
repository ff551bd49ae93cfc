"""What leaves the journal as a file: one class at a time, so many a day, each written down and told (2.1, 2.3).

A use case that makes such a file asks its own action first, then this gate; while an incident stands, nothing leaves.
"""

from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.errors import Refused
from domain.events import DataTakenOut, Facts
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.roles.watching import Glance


class ExportKind(StrEnum):
    """As the audit log names it."""

    CLASS_KIT = "export_class_kit"
    SLIP = "export_slip"
    """One person's code: as many as people come for."""
    LISTS = "export_lists_of_class"
    MOVEMENT = "export_movement"
    YEAR = "export_year_turn"
    AUDIT = "export_audit"
    POLL = "export_poll"
    THREAD = "export_thread"
    """By staff who take part in it."""
    OWN_THREAD = "export_own_thread"
    """By the family; not a taking out of others' data."""
    RECEIPTS = "export_receipts"
    """Of whom nobody has acknowledged an announcement."""
    SIGNATURES = "export_signatures"
    INDICATORS = "export_indicators"
    """How the journal is kept: lists behind a figure."""
    PARTICIPATION = "export_participation"
    ACHIEVEMENT = "export_achievement"
    """Results with their lists of pupils."""
    JOURNAL_PAGE = "export_journal_page"
    MARK_SHEET = "export_mark_sheet"
    ATTENDANCE_SHEET = "export_attendance"
    CLASS_REPORT = "export_class_report"
    TEACHER_REPORT = "export_teacher_report"
    REPORT_CARDS = "export_report_cards"
    """Of a class."""
    OWN_REPORT_CARD = "export_own_report_card"
    """By the pupil or a guardian; not a taking out of others' data."""
    INSPECTION = "export_inspection"
    REWRITING = "export_rewriting"
    """What a teacher has to copy of the own lessons of a day: every evening."""
    OWN_DATA = "export_own_data"
    """What is held of oneself and the own children; not a taking out of others' data."""


COUNTED = frozenset(ExportKind) - {
    ExportKind.SLIP,
    ExportKind.OWN_THREAD,
    ExportKind.OWN_REPORT_CARD,
    ExportKind.REWRITING,
    ExportKind.OWN_DATA,
}
"""Of which there are only so many a day."""


@dataclass(frozen=True, slots=True)
class Export:
    """`class_id` None: of the whole school, which only whoever reaches all of it may take."""

    kind: ExportKind
    class_id: ClassId | None = None
    subject: PersonId | None = None
    """The one person that it is about."""


@dataclass(eq=False)
class ExportsFrozen(Refused):
    """An incident is being looked into."""


@dataclass(eq=False)
class TooManyExports(Refused):
    """Of one person on one day."""

    most: int


class AuditRoom(Protocol):
    async def add(self, *glances: Glance) -> None: ...

    async def exports_today(self, person: PersonId, what: Collection[str] = COUNTED) -> int: ...


class StandingIncidents(Protocol):
    async def stands(self) -> bool:
        """Whether one is open."""
        ...


class ExportTransaction(Protocol):
    @property
    def audit(self) -> AuditRoom: ...

    @property
    def incidents(self) -> StandingIncidents: ...

    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class ExportGate:
    begin: Callable[[], AbstractAsyncContextManager[ExportTransaction]]
    per_day: int = 10

    async def allow(self, actor: Actor, export: Export) -> None:
        """Writes it down at once. Raises `ExportsFrozen` and `TooManyExports`."""
        async with self.begin() as tx:
            await self.allow_in(tx, actor, export)

    async def allow_in(self, tx: ExportTransaction, actor: Actor, export: Export) -> None:
        """The same within the transaction of what the file is made by."""
        classes = (export.class_id,) if export.class_id is not None else ()
        require(actor, Action.TAKE_OUT_DATA, Target(person=export.subject, classes=classes))
        await self._note(tx, actor, export)

    async def allow_part(self, actor: Actor, action: Action, export: Export) -> None:
        """Of what the actor takes part in, by an action of its own; else the same rules."""
        require(actor, action, Target(person=actor.person))
        async with self.begin() as tx:
            await self._note(tx, actor, export)

    async def _note(self, tx: ExportTransaction, actor: Actor, export: Export) -> None:
        if await tx.incidents.stands():
            raise ExportsFrozen
        if export.kind in COUNTED:
            if await tx.audit.exports_today(actor.person) >= self.per_day:
                raise TooManyExports(self.per_day)
            await tx.facts.add(DataTakenOut(author=actor.person))
        await tx.audit.add(Glance(actor.person, export.kind, export.subject, export.class_id))
