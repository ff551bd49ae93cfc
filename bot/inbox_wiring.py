"""The wiring of `/inbox`: threads as they are listed, handed over, written from templates and taken out."""

from bot.rooms import Rooms
from domain.messaging.owed_mornings import InboxPreparing, OwedMornings
from domain.messaging.telling_inbox import InboxTelling
from domain.roles.exports import ExportGate
from domain.school.documents import Documents
from domain.talk.handovers import Handovers
from domain.talk.inbox import Inbox, SilentRead
from domain.talk.owed import OwedThreads
from domain.talk.templates import Templates
from domain.talk.thread_record import ThreadRecords
from storage.messaging.notices import NoticesQueued
from storage.talk.earlier_wordings import EarlierWordingsReading
from storage.talk.handovers import HandoverReads
from storage.talk.inbox import InboxReads
from storage.talk.templates import TemplateReads


def handovers(rooms: Rooms) -> Handovers:
    reads = HandoverReads(rooms.database.reader)
    return Handovers(rooms.time_of_act, rooms.timetable, reads, rooms.database.begin)


def templates(rooms: Rooms) -> Templates:
    return Templates(rooms.database.begin, TemplateReads(rooms.database.reader))


def inbox(rooms: Rooms, asked: tuple[SilentRead, ...], documents: Documents) -> Inbox:
    return Inbox(rooms.time_of_act, _reads(rooms), rooms.threads, asked, documents)


def thread_records(rooms: Rooms, gate: ExportGate) -> ThreadRecords:
    wordings = EarlierWordingsReading(rooms.database.reader)
    return ThreadRecords(rooms.time_of_act, rooms.roster, rooms.standings, rooms.threads, wordings, gate)


def telling(rooms: Rooms) -> InboxTelling:
    return InboxTelling(rooms.readers, HandoverReads(rooms.database.reader))


def preparing(rooms: Rooms) -> InboxPreparing:
    return InboxPreparing(HandoverReads(rooms.database.reader), _owed(rooms))


def owed_mornings(rooms: Rooms) -> OwedMornings:
    queued, begin = NoticesQueued(rooms.database.reader), rooms.database.begin
    return OwedMornings(rooms.time, rooms.timetable, _owed(rooms), rooms.readers, queued, begin)


def _owed(rooms: Rooms) -> OwedThreads:
    return OwedThreads(_reads(rooms), rooms.standings)


def _reads(rooms: Rooms) -> InboxReads:
    return InboxReads(rooms.database.reader, rooms.time, rooms.standings.to_grade)
