"""The wiring of the results of many."""

from dataclasses import dataclass

from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from domain.control.achievement_spots import Spots
from domain.control.achievement_views import AchievementViews
from domain.control.achievements import Achievements
from domain.control.risk_pages import Risks
from domain.control.unfollowed import UnfollowedResults
from domain.journal.result_places import Places
from storage.control.achievement_reads import AchievementReading
from storage.control.risk_reads import RiskReading


@dataclass(frozen=True)
class AnalysisServices:
    achievements: Achievements
    unfollowed: UnfollowedResults
    risks: Risks


def analysis_services(rooms: RolesWiring) -> AnalysisServices:
    views = views_of(rooms)
    return AnalysisServices(
        achievements=Achievements(views, rooms.export_gate()),
        unfollowed=UnfollowedResults(views),
        risks=risks_of(rooms, views),
    )


def views_of(rooms: Rooms) -> AchievementViews:
    places = Places(rooms.time_of_act, rooms.timetable, rooms.roster, rooms.loads, rooms.rules)
    return AchievementViews(Spots(places), rooms.exemptions, AchievementReading(rooms.database.aside))


def risks_of(rooms: Rooms, views: AchievementViews) -> Risks:
    return Risks(views, RiskReading(rooms.database.aside), rooms.seat_spans)
