"""The wiring of talk: threads, announcements and signatures, with the gates before them."""

from dataclasses import dataclass
from datetime import timedelta

from bot import inbox_wiring
from bot.gates_wiring import announcement_gate, thread_gate, working_hours
from bot.roles_wiring import RolesWiring
from bot.rooms import Rooms
from domain.school.documents import Documents
from domain.talk.acknowledging import Acknowledging
from domain.talk.announcements import Announcing
from domain.talk.following import Following
from domain.talk.handovers import Handovers
from domain.talk.inbox import Inbox
from domain.talk.limiting import Limiting
from domain.talk.not_in_yet import NotInYet
from domain.talk.openings import Openings
from domain.talk.partners import Partners
from domain.talk.polling import Polling
from domain.talk.scopes import Scopes
from domain.talk.signature_pages import SignaturePages
from domain.talk.signatures import Signing
from domain.talk.talking import Talking
from domain.talk.templates import Templates
from domain.talk.thread_record import ThreadRecords
from storage.talk.announcements import AnnouncementsReading
from storage.talk.audiences import AudienceReading
from storage.talk.limits import LimitReads
from storage.talk.talk_people import PeopleOfTalkReading


@dataclass(frozen=True)
class TalkServices:
    """Threads, announcements and what is answered to them."""

    talking: Talking
    talk_partners: Partners
    inbox: Inbox
    handovers: Handovers
    templates: Templates
    thread_records: ThreadRecords
    limiting: Limiting
    announcing: Announcing
    acknowledging: Acknowledging
    polling: Polling
    following: Following
    not_in_yet: NotInYet
    signing: Signing
    signature_pages: SignaturePages


def talk_services(rooms: RolesWiring, documents: Documents) -> TalkServices:
    begin, time, timetable, roster = rooms.database.begin, rooms.time_of_act, rooms.timetable, rooms.roster
    gate, signed, mode = rooms.export_gate(), rooms.signed, rooms.settings.diary_signature
    return TalkServices(
        talking=talking(rooms),
        talk_partners=partners(rooms),
        inbox=inbox_wiring.inbox(rooms, (rooms.announced, rooms.polls), documents),
        handovers=inbox_wiring.handovers(rooms),
        templates=inbox_wiring.templates(rooms),
        thread_records=inbox_wiring.thread_records(rooms, gate),
        limiting=Limiting(roster, LimitReads(rooms.database.reader), begin),
        announcing=announcing(rooms),
        acknowledging=Acknowledging(rooms.announced, begin),
        polling=Polling(rooms.time, roster, rooms.polls, begin, gate),
        following=Following(rooms.time, roster, rooms.announced, announcement_gate(rooms), gate, begin),
        not_in_yet=NotInYet(roster, AudienceReading(rooms.database.reader)),
        signing=Signing(time, timetable, roster, signed, begin, mode),
        signature_pages=SignaturePages(time, timetable, roster, signed, signed, begin, gate, mode),
    )


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
