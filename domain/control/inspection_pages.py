"""Inspections as they are read: the list, a page, the report («справка») (3.6.2, 3.7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.control.findings import RemarkState
from domain.control.inspections import Counts, Inspection, InspectionsRead, Remark
from domain.control.looking import Looking, Still, TaughtCourse
from domain.control.mending import Mending
from domain.errors import NotFound
from domain.ids import InspectionId, InspectionRemarkId
from domain.roles.access import Action, Target, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor

PAGE = 8
NO_REMARKS = Counts()


@dataclass(frozen=True, slots=True)
class InspectionLine:
    inspection: Inspection
    counts: Counts


@dataclass(frozen=True, slots=True)
class InspectionList:
    """`urgent`: overdue remarks, then what teachers say is mended; `inspects`: the reader may begin one."""

    lines: tuple[InspectionLine, ...]
    urgent: tuple[Remark, ...]
    open: int
    page: int
    more: bool
    inspects: bool


@dataclass(frozen=True, slots=True)
class InspectionPage:
    inspection: Inspection
    remarks: tuple[Remark, ...]
    inspects: bool


@dataclass(frozen=True, slots=True)
class RemarkSheet:
    """`still` None: the program cannot judge it, or need not any more."""

    inspection: Inspection
    remark: Remark
    still: Still | None
    inspects: bool


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """What the «справка» says: what lay under the look, and every remark that was not taken back."""

    inspection: Inspection
    courses: tuple[TaughtCourse, ...]
    lessons: int
    remarks: tuple[Remark, ...]

    @property
    def closed(self) -> int:
        return sum(one.state is RemarkState.CLOSED for one in self.remarks)


@dataclass(frozen=True, slots=True)
class InspectionPages:
    time: SchoolTime
    looking: Looking
    reads: InspectionsRead
    mending: Mending
    gate: ExportGate

    async def listed(self, actor: Actor, page: int = 0) -> InspectionList:
        require(actor, Action.SEE_INSPECTIONS, Target())
        found = await self.reads.latest(PAGE + 1, page * PAGE)
        today = self.time.today()
        counts: Mapping[InspectionId, Counts] = await self.reads.counts([one.id for one in found], today)
        waiting = await self.reads.waiting()
        urgent = [
            *(one for one in waiting if one.is_overdue(today)),
            *(one for one in waiting if one.state is RemarkState.FIXED),
        ]
        lines = tuple(InspectionLine(one, counts.get(one.id, NO_REMARKS)) for one in found[:PAGE])
        return InspectionList(lines, tuple(urgent), len(waiting), page, len(found) > PAGE, _inspects(actor))

    async def page(self, actor: Actor, number: InspectionId) -> InspectionPage:
        """Overdue remarks first, then those that wait; what is mended meanwhile is closed. Raises `NotFound`."""
        require(actor, Action.SEE_INSPECTIONS, Target())
        await self.mending.close_seen(number)
        inspection, remarks = await self._of(number)
        today = self.time.today()
        order = sorted(remarks, key=lambda one: (not one.is_overdue(today), not one.waits, one.due, one.id))
        return InspectionPage(inspection, tuple(order), _inspects(actor))

    async def remark(self, actor: Actor, number: InspectionRemarkId) -> RemarkSheet:
        """Raises `NotFound`."""
        require(actor, Action.SEE_INSPECTIONS, Target())
        remark = await self.reads.remark(number)
        inspection = await self.reads.inspection(remark.inspection) if remark else None
        if remark is None or inspection is None:
            raise NotFound
        judged = inspection.finished_at is not None and remark.waits
        still = (await self.looking.still([remark], {inspection.id: inspection})).get(number) if judged else None
        return RemarkSheet(inspection, remark, still, _inspects(actor))

    async def take(self, actor: Actor, number: InspectionId) -> InspectionReport:
        """The report as a file. Raises `NotFound`, `ExportsFrozen`, `TooManyExports`."""
        require(actor, Action.SEE_INSPECTIONS, Target())
        inspection, remarks = await self._of(number)
        await self.gate.allow_part(actor, Action.SEE_INSPECTIONS, Export(ExportKind.INSPECTION, inspection.class_id))
        look = await self.looking.through(inspection)
        return InspectionReport(inspection, look.courses, look.lessons, remarks)

    async def _of(self, number: InspectionId) -> tuple[Inspection, tuple[Remark, ...]]:
        inspection = await self.reads.inspection(number)
        if inspection is None or inspection.dropped_at is not None:
            raise NotFound
        kept = [one for one in await self.reads.remarks([number]) if one.state is not RemarkState.WITHDRAWN]
        return inspection, tuple(kept)


def _inspects(actor: Actor) -> bool:
    return bool(reach_of(actor, Action.INSPECT))
