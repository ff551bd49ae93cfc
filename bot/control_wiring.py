"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.paper_wiring import PaperServices, paper_services
from bot.rooms import Rooms
from domain.control.indicators import Indicators
from domain.control.journal_indicators import JournalIndicators
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind
from storage.control.indicator_reads import IndicatorReads


@dataclass(frozen=True)
class ControlServices(PaperServices):
    """How the journal is kept, and what it comes to."""

    indicators: Indicators


def control_services(rooms: Rooms) -> ControlServices:
    return ControlServices(indicators=indicators_of(rooms), **by_name(paper_services(rooms)))


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
    return ()


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {}


def by_name(services: Any) -> dict[str, Any]:
    return {field.name: getattr(services, field.name) for field in fields(services)}
