"""The wiring, by hand: every use case with the rooms that stand behind its ports."""

import secrets
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from bot.sent_time import SentClock
from bot.settings import Settings
from domain.attendance.answering import AbsenceAnswers
from domain.attendance.reading import RollCallReads
from domain.attendance.roll_call import RollCall
from domain.clock import SchoolTime
from domain.journal.diary import Diary
from domain.journal.grading import Grading
from domain.journal.homework import HomeworkBook
from domain.journal.homework_diary import HomeworkDiary
from domain.journal.my_lesson import MyLessons
from domain.messaging.announcements import Announcing
from domain.messaging.choosing import Choosing
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.digests import DigestQueue
from domain.messaging.evening import Evening
from domain.messaging.grace import Grace
from domain.messaging.holds import Holding
from domain.messaging.opening import Opening
from domain.messaging.ports import Cards, Renderer, Sender
from domain.messaging.preparing import Preparing
from domain.messaging.reaching import Reaching
from domain.messaging.storms import StormLimits, StormWatch
from domain.messaging.telling import Telling
from domain.messaging.telling_families import FamilyTelling
from domain.messaging.telling_staff import StaffTelling
from domain.roles.access_control import Access, Codes
from domain.roles.codes import CodeHasher
from domain.roles.getting_in import GettingIn
from domain.school.lesson_access import LessonDoor
from domain.school.schedule import Schedule
from handlers.journal.albums import Albums
from scheduler.delivery import trouble
from storage.attendance.reads import AttendanceReads
from storage.database import Database
from storage.journal.homework_reads import HomeworkReads
from storage.journal.reads import JournalReads
from storage.messaging.announcements import AnnouncementsReading, ClassAudiencesReading
from storage.messaging.arrived import ArrivedMessages
from storage.messaging.choices import ChoicesReading
from storage.messaging.day_news import DayNewsReading
from storage.messaging.digests import KeptDigests
from storage.messaging.facts import UntoldFacts
from storage.messaging.holds import HoldsReading
from storage.messaging.outbox import OutboxReading
from storage.messaging.readers import AccountReaders
from storage.roles.access_reads import AccessReads
from storage.roles.actors import KnownActors
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.secrets import kept_secret


@dataclass(frozen=True, slots=True)
class Services:
    """What handlers may ask for, by these names."""

    school_time: SchoolTime
    rosters: KnownRoster
    codes: Codes
    getting_in: GettingIn
    access: Access
    schedule: Schedule
    roll_call: RollCall
    roll_calls: RollCallReads
    absence_answers: AbsenceAnswers
    my_lessons: MyLessons
    grading: Grading
    diary: Diary
    homework_book: HomeworkBook
    homework_diary: HomeworkDiary
    albums: Albums
    announcing: Announcing
    choosing: Choosing
    opening: Opening
    holding: Holding
    reaching: Reaching

    def by_name(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


class Wiring:
    """Everything that reads or writes one database; made once for a run of the program."""

    def __init__(self, database: Database, settings: Settings, language: str, hasher: CodeHasher) -> None:
        self.database = database
        self.settings = settings
        self.time = SchoolTime(database.clock, lambda: database.zone)
        self.time_of_act = SchoolTime(SentClock(database.clock), lambda: database.zone)
        """What the use cases read that people's acts call; nothing that works by itself, and nothing kept in memory."""
        self.roster = KnownRoster(database, self.time)
        self.timetable = KnownTimetable(database)
        self.actors = KnownActors(database, self.time, language)
        self.hasher = hasher
        self.journal = JournalReads(database)
        self.homework = HomeworkReads(database)
        self.attendance = AttendanceReads(database, self.timetable)
        self.cards = Cards(self.attendance, self.journal, self.homework)
        self.readers = AccountReaders(database.reader, language)
        self.outbox = OutboxReading(database.reader)
        self.announced = AnnouncementsReading(database.reader)
        self.holds = HoldsReading(database.reader)
        self.evening = Evening(self.time, DayNewsReading(database.reader), self.roster, self.timetable)

    def services(self) -> Services:
        begin, time, roster, timetable = self.database.begin, self.time_of_act, self.roster, self.timetable
        door, access_reads = LessonDoor(time, timetable, roster), AccessReads(self.database, self.time)
        return Services(
            school_time=time,
            rosters=roster,
            codes=self.codes(),
            getting_in=GettingIn(self.database.clock, begin, self.hasher, access_reads),
            access=Access(begin, access_reads),
            schedule=Schedule(time, timetable, roster, self.homework),
            roll_call=RollCall(door, begin),
            roll_calls=RollCallReads(door, self.attendance),
            absence_answers=AbsenceAnswers(begin, self.attendance),
            my_lessons=MyLessons(door, self.journal, self.journal, begin),
            grading=Grading(door, self.journal, begin),
            diary=Diary(time, timetable, roster, self.journal),
            homework_book=HomeworkBook(door, begin),
            homework_diary=HomeworkDiary(time, roster, self.homework),
            albums=Albums(),
            announcing=Announcing(
                self.time, roster, ClassAudiencesReading(self.database.reader), self.announced, begin
            ),
            choosing=Choosing(roster, ChoicesReading(self.database.reader), begin, self.settings.digest_at),
            opening=Opening(ArrivedMessages(self.database.reader), self.preparing()),
            holding=self.holding(),
            reaching=Reaching(begin, self.digests()),
        )

    def holding(self) -> Holding:
        return Holding(self.time, self.holds, self.database.begin)

    def codes(self) -> Codes:
        return Codes(self.database.clock, self.database.begin, self.hasher, timedelta(days=self.settings.code_days))

    def digests(self) -> DigestQueue:
        return DigestQueue(
            self.evening,
            self.readers,
            self.outbox,
            KeptDigests(self.database.reader),
            self.database.begin,
            self.settings.digest_at,
        )

    def preparing(self) -> Preparing:
        return Preparing(
            self.time,
            self.readers,
            self.cards,
            self.outbox,
            self.announced,
            self.evening,
            self.readers,
            self.roster,
            self.holds,
            self.settings.push_content,
        )

    def delivery(self, renderer: Renderer, sender: Sender) -> Delivery:
        cards = self.cards
        families = FamilyTelling(self.time, self.readers, cards, self.announced, self.roster, self._grace())
        staff = StaffTelling(self.time, self.readers, cards, self.outbox, self.roster, self.holds)
        storms = StormWatch(
            self.time, self.holds, self.attendance, self.outbox, self.readers, self.roster, self._storms()
        )
        return Delivery(
            owner=secrets.token_hex(8),
            clock=self.database.clock,
            begin=self.database.begin,
            outbox=self.outbox,
            telling=Telling(self.time, UntoldFacts(self.database.reader), families, staff, storms),
            preparing=self.preparing(),
            renderer=renderer,
            sender=sender,
            trouble=trouble,
            limits=SendingLimits(in_flight=self.settings.sends_in_flight, per_chat=self.settings.sends_per_chat),
        )

    def _storms(self) -> StormLimits:
        settings = self.settings
        wait = timedelta(minutes=settings.storm_wait_minutes)
        return StormLimits(settings.storm_class_percent, settings.storm_school_percent, settings.storm_messages, wait)

    def _grace(self) -> Grace:
        seconds = self.settings.absence_grace_seconds, self.settings.mark_grace_seconds
        return Grace(*(timedelta(seconds=one) for one in seconds))


async def code_hasher(settings: Settings, database: Database) -> CodeHasher:
    """By the key of the settings, else by one made once and kept in the database."""
    key = settings.code_key.get_secret_value() if settings.code_key else await kept_secret(database, "code_key")
    return CodeHasher(key.encode())
