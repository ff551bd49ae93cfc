"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.indicators_wiring import IndicatorServices, indicator_services
from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from bot.sheets_wiring import SheetServices, sheet_services
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind


@dataclass(frozen=True)
class ControlServices(IndicatorServices, SheetServices):
    """How the journal is kept, and what it comes to: each part of control adds its own services."""


def control_services(rooms: RolesWiring) -> ControlServices:
    return ControlServices(
        **_by_name(indicator_services(rooms)),
        **_by_name(sheet_services(rooms)),
    )


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return ()


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {}


def _by_name(part: Any) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in fields(part)}
