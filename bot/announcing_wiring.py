"""Announcements that are composed, with the rooms behind their ports."""

from datetime import timedelta

from bot.gates_wiring import announcement_gate, working_hours
from bot.rooms import Rooms
from domain.talk.announcements import Announcing
from domain.talk.not_in_yet import NotInYet
from domain.talk.scopes import Scopes
from storage.talk.announcements import AnnouncementsReading
from storage.talk.audiences import AudienceReading


def announcing(rooms: Rooms) -> Announcing:
    reader = rooms.database.reader
    return Announcing(
        time=rooms.time,
        scopes=Scopes(rooms.time, rooms.roster, rooms.timetable, rooms.loads, AudienceReading(reader)),
        kept=AnnouncementsReading(reader),
        sent_ones=rooms.announced,
        begin=rooms.database.begin,
        gate=announcement_gate(rooms),
        hours=working_hours(rooms),
        grace=timedelta(seconds=rooms.settings.announce_grace_seconds),
    )


def not_in_yet(rooms: Rooms) -> NotInYet:
    return NotInYet(rooms.roster, AudienceReading(rooms.database.reader))
