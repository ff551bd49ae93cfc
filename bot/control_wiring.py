"""The wiring of control: duties, indicators, results, inspections, sheets, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rooms import Rooms
from domain.control.achievement_spots import Spots
from domain.control.achievement_views import AchievementViews
from domain.control.achievements import Achievements
from domain.control.risk_pages import Risks
from domain.control.unfollowed import UnfollowedResults
from domain.journal.result_places import Places
from domain.messaging.from_above import AreaFates, AreaTelling
from domain.messaging.kinds import Kind
from storage.control.achievement_reads import AchievementReading
from storage.control.risk_reads import RiskReading


@dataclass(frozen=True)
class ControlServices:
    """How the journal is kept, and what it comes to."""

    achievements: Achievements
    unfollowed: UnfollowedResults
    risks: Risks


def control_services(rooms: Rooms) -> ControlServices:
    time, exemptions = rooms.time_of_act, rooms.exemptions
    places = Places(time, rooms.timetable, rooms.roster, rooms.loads, rooms.rules)
    reader = rooms.database.reader
    views = AchievementViews(Spots(places), exemptions, AchievementReading(reader))
    return ControlServices(
        achievements=Achievements(views, rooms.export_gate()),
        unfollowed=UnfollowedResults(views),
        risks=Risks(views, RiskReading(reader), rooms.seat_spans),
    )


def tellings(rooms: Rooms) -> tuple[AreaTelling, ...]:
    return ()


def fates(rooms: Rooms) -> Mapping[Kind, AreaFates]:
    return {}
