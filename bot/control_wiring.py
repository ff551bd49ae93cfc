"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import inspection_wiring
from bot.inspection_wiring import InspectionServices, inspection_services
from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from domain.control.indicators import Indicators
from domain.control.journal_indicators import JournalIndicators
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind
from storage.control.indicator_reads import IndicatorReads


@dataclass(frozen=True)
class ControlServices(InspectionServices):
    """How the journal is kept, and what it comes to."""

    indicators: Indicators


def control_services(rooms: RolesWiring) -> ControlServices:
    indicators = indicators_of(rooms)
    return ControlServices(**vars(inspection_services(rooms, indicators)), indicators=indicators)


def indicators_of(rooms: Rooms) -> JournalIndicators:
    reads = IndicatorReads(rooms.database)
    return JournalIndicators(
        time=rooms.time_of_act,
        rules=rooms.settings.control_rules,
        timetables=rooms.timetable,
        rosters=rooms.roster,
        loads=rooms.loads,
        exemptions=rooms.exemptions,
        journal_rules=rooms.rules,
        book=rooms.lesson_book,
        seats=rooms.seat_spans,
        marks=reads,
        plans=reads,
        people=reads,
    )


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return (inspection_wiring.telling(rooms),)


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {**inspection_wiring.fates(rooms)}
