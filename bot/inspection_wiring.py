"""The wiring of inspections: by who looks, by the teacher, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.indicators_wiring import indicators_of
from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from domain.control.course_signs import IndicatorSigns
from domain.control.inspecting import Inspecting
from domain.control.inspection_news import InspectionFates, InspectionTelling, RemarkFates
from domain.control.inspection_pages import InspectionPages
from domain.control.looking import Looking
from domain.control.mending import Mending
from domain.messaging.from_above import AreaFates
from domain.messaging.kinds import Kind
from storage.control.inspections import InspectionsReading


@dataclass(frozen=True)
class InspectionServices:
    """Inspections of journals, and the remarks that come of them."""

    inspecting: Inspecting
    inspection_pages: InspectionPages
    mending: Mending


def inspection_services(rooms: RolesWiring) -> InspectionServices:
    time, begin, reads, looks = rooms.time_of_act, rooms.database.begin, _reads(rooms), _looking(rooms)
    mends = Mending(time, looks, reads, begin)
    return InspectionServices(
        inspecting=Inspecting(time, rooms.timetable, rooms.roster, looks, reads, begin),
        inspection_pages=InspectionPages(time, looks, reads, mends, rooms.export_gate()),
        mending=mends,
    )


def telling(rooms: Rooms) -> InspectionTelling:
    return InspectionTelling(rooms.readers, _reads(rooms))


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    reads = _reads(rooms)
    return {Kind.INSPECTION: InspectionFates(reads), Kind.INSPECTION_TOLD: RemarkFates(reads)}


def mending(rooms: Rooms) -> Mending:
    return Mending(rooms.time, _looking(rooms), _reads(rooms), rooms.database.begin)


def _looking(rooms: Rooms) -> Looking:
    signs = IndicatorSigns(rooms.time, rooms.timetable, rooms.roster, rooms.loads, indicators_of(rooms))
    return Looking(rooms.time, rooms.timetable, rooms.lesson_book, rooms.settings.control_rules, signs)


def _reads(rooms: Rooms) -> InspectionsReading:
    return InspectionsReading(rooms.database.reader)
