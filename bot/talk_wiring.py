"""The wiring of threads: who writes to whom, with the gates before it."""

from bot.rooms import Rooms
from domain.messaging.working_hours import WorkingHours
from domain.talk.gates import WritingGate
from domain.talk.openings import Openings
from domain.talk.partners import Partners
from domain.talk.talking import Talking
from storage.messaging.choices import ChoicesReading
from storage.talk.thread_reads import PeopleOfTalkReading


def partners(rooms: Rooms) -> Partners:
    people = PeopleOfTalkReading(rooms.database.reader, rooms.time)
    return Partners(rooms.time_of_act, rooms.roster, rooms.timetable, rooms.loads, people)


def talking(rooms: Rooms, gate: WritingGate) -> Talking:
    hours = WorkingHours(rooms.time, ChoicesReading(rooms.database.reader))
    openings = Openings(partners(rooms), rooms.threads)
    return Talking(rooms.time_of_act, openings, rooms.threads, rooms.standings, gate, hours, rooms.database.begin)
