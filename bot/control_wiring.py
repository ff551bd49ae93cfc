"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import duties_wiring
from bot.rooms import Rooms
from domain.control.evening_card import EveningCards
from domain.control.evening_shown import EveningShown
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind


@dataclass(frozen=True)
class ControlServices:
    """How the journal is kept, and what it comes to."""

    evening_cards: EveningCards
    evening_shown: EveningShown


def control_services(rooms: Rooms) -> ControlServices:
    return ControlServices(
        evening_cards=duties_wiring.evening_cards(rooms),
        evening_shown=EveningShown(rooms.database.begin),
    )


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return ()


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {}
