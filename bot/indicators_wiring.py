"""The wiring of indicators: slices of the journal, figures of how it is kept, the load by weekday."""

from dataclasses import dataclass

from bot.rooms import Rooms
from domain.control.load_by_weekday import WeekdayLoads
from domain.control.slicing import Slicing
from storage.control.homework_load import HomeworkLoadReads


@dataclass(frozen=True)
class IndicatorServices:
    """How the journal is kept."""

    slicing: Slicing
    weekday_loads: WeekdayLoads


def indicator_services(rooms: Rooms) -> IndicatorServices:
    time, timetable, roster = rooms.time_of_act, rooms.timetable, rooms.roster
    homework = HomeworkLoadReads(rooms.database.reader)
    return IndicatorServices(
        slicing=Slicing(time, timetable, roster, rooms.rules),
        weekday_loads=WeekdayLoads(time, timetable, roster, homework, rooms.rules),
    )
