"""The wiring of the director's page: on demand, and once a week."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.analysis_wiring import risks_of, views_of
from bot.indicators_wiring import indicators_of
from bot.rooms import Rooms
from domain.control.achievements import Achievements
from domain.control.overview import Overviews
from domain.control.overview_results import OverviewResults
from domain.control.overview_weekly import OverviewFates, OverviewWeeks
from domain.messaging.from_above import AreaFates
from domain.messaging.kinds import Kind
from domain.roles.exports import ExportGate
from storage.control.inspections import InspectionsReading
from storage.messaging.notices import NoticesQueued


@dataclass(frozen=True)
class OverviewServices:
    """The director's page."""

    overviews: Overviews


def overview_services(rooms: Rooms) -> OverviewServices:
    return OverviewServices(_overviews(rooms))


def overview_weeks(rooms: Rooms) -> OverviewWeeks:
    return OverviewWeeks(
        rooms.time,
        rooms.timetable,
        rooms.readers,
        NoticesQueued(rooms.database.reader),
        rooms.database.begin,
        rooms.settings.overview_weekday,
        rooms.settings.overview_at,
    )


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {Kind.OVERVIEW: OverviewFates(_overviews(rooms), rooms.actors)}


def _overviews(rooms: Rooms) -> Overviews:
    views = views_of(rooms)
    achievements = Achievements(views, ExportGate(rooms.database.begin, rooms.settings.exports_per_day))
    results = OverviewResults(rooms.timetable, achievements, risks_of(rooms, views))
    reads = InspectionsReading(rooms.database.reader)
    return Overviews(rooms.time, rooms.timetable, indicators_of(rooms), reads, results)
