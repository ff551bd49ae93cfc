"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import inspection_wiring
from bot.inspection_wiring import InspectionServices, inspection_services
from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind


@dataclass(frozen=True)
class ControlServices(InspectionServices):
    """How the journal is kept, and what it comes to."""


def control_services(rooms: RolesWiring) -> ControlServices:
    return ControlServices(**vars(inspection_services(rooms)))


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return (inspection_wiring.telling(rooms),)


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {**inspection_wiring.fates(rooms)}
