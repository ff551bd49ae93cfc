"""Figures and the lists behind them as files: the same reads, through the gate that every file passes (2.3)."""

from dataclasses import dataclass

from domain.control.indicators import OF_FAMILIES, Behind, By, IndicatorPage, Indicators, Measure, Slice
from domain.roles.access import Action, Target, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor


@dataclass(frozen=True, slots=True)
class FigureFiles:
    """Each raises `ExportsFrozen` and `TooManyExports`, and `NotFound` as the reads do."""

    indicators: Indicators
    gate: ExportGate

    async def page(self, actor: Actor, asked: Slice) -> IndicatorPage:
        require(actor, Action.SEE_CONTROL, Target())
        page = await self.indicators.page(actor, asked)
        await self.gate.allow(actor, Export(ExportKind.INDICATORS, asked.class_id))
        return page

    async def behind(self, actor: Actor, asked: Slice, measure: Measure, by: By | None = None) -> Behind:
        require(actor, Action.SEE_CONTROL, Target())
        behind = await self.indicators.behind(actor, asked, measure, by)
        await self.gate.allow(actor, Export(ExportKind.INDICATORS, asked.class_id))
        return behind

    async def participation(self, actor: Actor, asked: Slice) -> tuple[Behind, ...]:
        """By class, each of the figures of families, in their order."""
        require(actor, Action.SEE_CONTROL, Target())
        measures = [one for one in Measure if one in OF_FAMILIES]
        found = [await self.indicators.behind(actor, asked, one) for one in measures]
        await self.gate.allow(actor, Export(ExportKind.PARTICIPATION, asked.class_id))
        return tuple(found)
