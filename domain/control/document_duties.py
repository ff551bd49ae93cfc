"""Documents that staff are asked to confirm having read (3.5, 3.6)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.deadlines import DatedDuty
from domain.control.duties import Duty
from domain.control.rules import ControlRules
from domain.ids import DocumentId, PersonId


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    person: PersonId
    document: DocumentId
    title: str
    published_at: datetime


class UnconfirmedRead(Protocol):
    async def unconfirmed(self, persons: Collection[PersonId] | None) -> Sequence[Unconfirmed]:
        """Documents for staff that stand and are to be confirmed, by each (None: all) who has not; one statement."""
        ...


@dataclass(frozen=True, slots=True)
class DocumentDuty:
    time: SchoolTime
    reads: UnconfirmedRead
    rules: ControlRules

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        return [
            DatedDuty(
                Duty.DOCUMENT,
                one.person,
                self.time.local(one.published_at).date() + self.rules.documents_within,
                1,
                one.title,
                document=one.document,
            )
            for one in await self.reads.unconfirmed(persons)
        ]
