"""The gates before what people write, with the rooms behind their ports."""

from bot.rooms import Rooms
from domain.messaging.working_hours import WorkingHours
from domain.talk.gate_keeping import AnnouncementGate, HeldTexts, ThreadGate, Urgency
from storage.messaging.choices import ChoicesReading
from storage.talk.gates import GateReads


def working_hours(rooms: Rooms) -> WorkingHours:
    return WorkingHours(rooms.time, ChoicesReading(rooms.database.reader))


def thread_gate(rooms: Rooms) -> ThreadGate:
    return ThreadGate(rooms.time, GateReads(rooms.database.reader), _held(rooms), _urgency(rooms))


def announcement_gate(rooms: Rooms) -> AnnouncementGate:
    return AnnouncementGate(_held(rooms), _urgency(rooms))


def _held(rooms: Rooms) -> HeldTexts:
    return HeldTexts(rooms.time, GateReads(rooms.database.reader), rooms.roster, rooms.hasher)


def _urgency(rooms: Rooms) -> Urgency:
    return Urgency(rooms.time, GateReads(rooms.database.reader), rooms.settings.urgent_per_day)
