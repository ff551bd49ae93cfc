"""The wiring of threads: who writes to whom, with the gates before it."""

from bot.gates_wiring import thread_gate, working_hours
from bot.rooms import Rooms
from domain.talk.openings import Openings
from domain.talk.partners import Partners
from domain.talk.talking import Talking
from storage.talk.talk_people import PeopleOfTalkReading


def partners(rooms: Rooms) -> Partners:
    people = PeopleOfTalkReading(rooms.database.reader, rooms.time)
    return Partners(rooms.time_of_act, rooms.roster, rooms.timetable, rooms.loads, people)


def talking(rooms: Rooms) -> Talking:
    return Talking(
        rooms.time_of_act,
        Openings(partners(rooms), rooms.threads),
        rooms.threads,
        rooms.standings,
        thread_gate(rooms),
        working_hours(rooms),
        rooms.database.begin,
    )
