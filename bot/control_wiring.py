"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot import inspection_wiring, overview_wiring
from bot.analysis_wiring import AnalysisServices, analysis_services
from bot.class_duties_wiring import ClassDutyServices, class_duty_services, reminder_fates, reminder_telling
from bot.duties_wiring import DutyServices, duty_services, evening_cards
from bot.indicators_wiring import IndicatorServices, indicator_services
from bot.inspection_wiring import InspectionServices, inspection_services
from bot.overview_wiring import OverviewServices, overview_services
from bot.paper_wiring import PaperServices, paper_services
from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from bot.sheets_wiring import SheetServices, sheet_services
from domain.control.evening_queue import EveningFates
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind


@dataclass(frozen=True)
class ControlServices(
    DutyServices,
    ClassDutyServices,
    IndicatorServices,
    AnalysisServices,
    PaperServices,
    InspectionServices,
    OverviewServices,
    SheetServices,
):
    """How the journal is kept, and what it comes to: each part of control adds its own services."""


def control_services(rooms: RolesWiring) -> ControlServices:
    return ControlServices(
        **_by_name(paper_services(rooms)),
        **_by_name(sheet_services(rooms)),
        **_by_name(duty_services(rooms)),
        **_by_name(class_duty_services(rooms)),
        **_by_name(indicator_services(rooms)),
        **_by_name(analysis_services(rooms)),
        **_by_name(inspection_services(rooms)),
        **_by_name(overview_services(rooms)),
    )


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return (reminder_telling(rooms), inspection_wiring.telling(rooms))


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    evening = EveningFates(evening_cards(rooms))
    return {
        Kind.DUTIES: evening,
        Kind.DUTIES_EDITED: evening,
        Kind.DUTY_REMINDED: reminder_fates(rooms),
        **inspection_wiring.fates(rooms),
        **overview_wiring.fates(rooms),
    }


def _by_name(part: Any) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in fields(part)}
