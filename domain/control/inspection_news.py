"""What is told of inspections: remarks to the teachers, to who looked what became of them (3.6.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.control.findings import RemarkState
from domain.control.inspections import Inspection, InspectionsRead, Remark
from domain.events import InspectionFinished, RemarkMended
from domain.ids import InspectionId, InspectionRemarkId
from domain.messaging.contents import AreaNews
from domain.messaging.fates import NOTHING_NEW, Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan, addresses_of, by_person, facts_of
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.readers import Address
from domain.messaging.truth import GONE, NOT_A_READER
from domain.roles.people import Role

WORTH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class InspectionNews(AreaNews):
    """To a teacher: the remarks that wait for them."""

    inspection: Inspection
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class RemarksTold(AreaNews):
    """What became of remarks: `own`: to the teacher, whose they are; else to who looked."""

    remarks: tuple[Remark, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class InspectionTelling:
    readers: Readers
    reads: InspectionsRead

    async def tell(self, plan: Plan, untold: Sequence[UntoldFact]) -> None:
        finished, mended = facts_of(untold, InspectionFinished), facts_of(untold, RemarkMended)
        if finished:
            await self._finished(plan, finished)
        if mended:
            await self._mended(plan, mended)

    async def _finished(self, plan: Plan, facts: Sequence[tuple[UntoldFact, InspectionFinished]]) -> None:
        remarks = await self.reads.remarks({fact.inspection for _, fact in facts})
        staff = by_person(await self.readers.staff({one.teacher.id for one in remarks}))
        for one, fact in facts:
            mine = (row for row in remarks if row.inspection == fact.inspection and row.waits)
            teachers = dict.fromkeys(row.teacher.id for row in mine)
            event, body = f"inspection:{fact.inspection}", {"inspection": fact.inspection}
            for address in addresses_of(staff, teachers):
                when = (one.at, one.at + WORTH)
                plan.messages.append(NewMessage(event, 1, address.account, Kind.INSPECTION, None, body, *when))

    async def _mended(self, plan: Plan, facts: Sequence[tuple[UntoldFact, RemarkMended]]) -> None:
        """One message for each reader and inspection, however many remarks were settled at once."""
        told = await self._told([(one, fact) for one, fact in facts])
        for (address, inspection), group in told.items():
            at = max(one.at for one, _ in group)
            event = f"remarks:{inspection}:{max(one.id for one, _ in group)}"
            body = {"remarks": [[fact.remark, fact.version] for _, fact in group]}
            when = (at, at + WORTH)
            plan.messages.append(NewMessage(event, 1, address.account, Kind.INSPECTION_TOLD, None, body, *when))

    async def _told(
        self, facts: Sequence[tuple[UntoldFact, RemarkMended]]
    ) -> Mapping[tuple[Address, InspectionId], list[tuple[UntoldFact, RemarkMended]]]:
        remarks = await self.reads.remarks_by_id({fact.remark for _, fact in facts})
        looked = await self.reads.inspections({one.inspection for one in remarks.values()})
        persons = {one.teacher.id for one in remarks.values()} | {one.begun_by.id for one in looked.values()}
        staff = by_person(await self.readers.staff(persons))
        deputies = by_person(await self.readers.holders({Role.DEPUTY}))
        found: dict[tuple[Address, InspectionId], list[tuple[UntoldFact, RemarkMended]]] = {}
        for one, fact in facts:
            remark = remarks.get(fact.remark)
            if remark is None:
                continue
            looker = looked[remark.inspection].begun_by.id
            lookers = {looker} if looker in deputies else set(deputies)
            wanted = {remark.teacher.id, *lookers} - {fact.author}
            for address in addresses_of(staff | deputies, sorted(wanted)):
                found.setdefault((address, remark.inspection), []).append((one, fact))
        return found


@dataclass(frozen=True, slots=True)
class InspectionFates:
    """Of kind INSPECTION: what of the remarks waits still. Three statements."""

    reads: InspectionsRead

    async def of(self, rows: Sequence[Claimed], known: Known) -> Mapping[int, Fate]:
        numbers = {InspectionId(row.body["inspection"]) for row in rows}
        looked, remarks = await self.reads.inspections(numbers), await self.reads.remarks(numbers)
        return {row.id: _asked(row, looked, remarks, known) for row in rows}


def _asked(row: Claimed, looked: Mapping[InspectionId, Inspection], remarks: Sequence[Remark], known: Known) -> Fate:
    inspection = looked.get(InspectionId(row.body["inspection"]))
    if inspection is None:
        return GONE
    person = known.addresses[row.account].person
    mine = [one for one in remarks if one.inspection == inspection.id and one.teacher.id == person]
    if not mine:
        return NOT_A_READER
    wait = tuple(one for one in mine if one.waits)
    return Say(InspectionNews(inspection, wait)) if wait else NOTHING_NEW


@dataclass(frozen=True, slots=True)
class RemarkFates:
    """Of kind INSPECTION_TOLD: what stands as it was told; what changed since is told by its own row."""

    reads: InspectionsRead

    async def of(self, rows: Sequence[Claimed], known: Known) -> Mapping[int, Fate]:
        numbers = {InspectionRemarkId(remark) for row in rows for remark, _ in row.body["remarks"]}
        remarks = await self.reads.remarks_by_id(numbers)
        return {row.id: _told(row, remarks, known) for row in rows}


def _told(row: Claimed, remarks: Mapping[InspectionRemarkId, Remark], known: Known) -> Fate:
    told = [(remarks.get(InspectionRemarkId(remark)), version) for remark, version in row.body["remarks"]]
    stand = [one for one, version in told if one is not None and (one.version == version or known.opened)]
    person = known.addresses[row.account].person
    own = bool(stand) and all(one.teacher.id == person for one in stand)
    fresh = tuple(one for one in stand if not (own and one.state is RemarkState.FIXED))
    return Say(RemarksTold(fresh, own)) if fresh else NOTHING_NEW
