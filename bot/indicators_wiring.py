"""The wiring of indicators: slices of the journal, figures of how it is kept, the load by weekday."""

from dataclasses import dataclass

from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from domain.control.figure_files import FigureFiles
from domain.control.indicators import Indicators
from domain.control.journal_indicators import JournalIndicators
from domain.control.load_by_weekday import WeekdayLoads
from domain.control.rules import ControlRules
from domain.control.slicing import Slicing
from storage.control.homework_load import HomeworkLoadReads
from storage.control.indicator_reads import IndicatorReads


@dataclass(frozen=True)
class IndicatorServices:
    """How the journal is kept."""

    control_rules: ControlRules
    indicators: Indicators
    figure_files: FigureFiles
    slicing: Slicing
    weekday_loads: WeekdayLoads


def indicator_services(rooms: RolesWiring) -> IndicatorServices:
    time, timetable, roster = rooms.time_of_act, rooms.timetable, rooms.roster
    homework = HomeworkLoadReads(rooms.database.reader)
    indicators = indicators_of(rooms)
    return IndicatorServices(
        control_rules=rooms.settings.control_rules,
        indicators=indicators,
        figure_files=FigureFiles(indicators, rooms.export_gate()),
        slicing=Slicing(time, timetable, roster, rooms.rules),
        weekday_loads=WeekdayLoads(time, timetable, roster, homework, rooms.rules),
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
