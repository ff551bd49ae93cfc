"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.rooms import Rooms
from bot.sheets_wiring import SheetServices, sheet_services
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind


@dataclass(frozen=True)
class ControlServices(SheetServices):
    """How the journal is kept, and what it comes to."""


def control_services(rooms: Rooms) -> ControlServices:
    return ControlServices(**by_name(sheet_services(rooms)))


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return ()


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {}


def by_name(services: Any) -> dict[str, Any]:
    return {field.name: getattr(services, field.name) for field in fields(services)}
