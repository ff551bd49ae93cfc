"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.class_duties_wiring import class_checks, dated_duties, reminder_fates, reminder_telling
from bot.duties_wiring import evening_cards
from bot.rooms import Rooms
from domain.control.class_check import ClassChecks
from domain.control.deadlines import Deadlines
from domain.control.evening_card import EveningCards
from domain.control.evening_queue import EveningFates
from domain.control.evening_shown import EveningShown
from domain.control.indicators import Indicators
from domain.control.journal_indicators import JournalIndicators
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind
from storage.control.indicator_reads import IndicatorReads


@dataclass(frozen=True)
class ControlServices:
    """How the journal is kept, and what it comes to."""

    evening_cards: EveningCards
    evening_shown: EveningShown
    class_checks: ClassChecks
    dated_duties: Deadlines
    indicators: Indicators


def control_services(rooms: Rooms) -> ControlServices:
    return ControlServices(
        evening_cards=evening_cards(rooms),
        evening_shown=EveningShown(rooms.database.begin),
        class_checks=class_checks(rooms),
        dated_duties=dated_duties(rooms),
        indicators=indicators_of(rooms),
    )


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
    return (reminder_telling(rooms),)


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    evening = EveningFates(evening_cards(rooms))
    return {Kind.DUTIES: evening, Kind.DUTIES_EDITED: evening, Kind.DUTY_REMINDED: reminder_fates(rooms)}
