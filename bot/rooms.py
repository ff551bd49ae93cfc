"""The rooms that stand behind the ports: everything that reads one database, made once for a run of the program."""

from bot.looks import Looks
from bot.sent_time import SentClock
from bot.settings import Settings
from domain.clock import SchoolTime
from domain.messaging.evening import Evening
from domain.messaging.ports import Cards
from domain.messaging.sign_offs import Weeks
from domain.roles.codes import CodeHasher
from storage.attendance.known_notes import KnownNotes
from storage.attendance.reads import AttendanceReads
from storage.control.lesson_book import LessonBookReads
from storage.control.seats import SeatReads
from storage.database import Database
from storage.journal.homework_reads import HomeworkReads
from storage.journal.loads import KnownLoads
from storage.journal.mark_reads import MarkReads
from storage.journal.plan_reads import PlanReads
from storage.journal.reads import JournalReads
from storage.journal.results_reads import ResultsReads
from storage.journal.rules import KnownRules
from storage.messaging.day_news import DayNewsReading
from storage.messaging.holds import HoldsReading
from storage.messaging.office import OfficeNewsReading
from storage.messaging.outbox import OutboxReading
from storage.messaging.readers import AccountReaders
from storage.roles.actors import KnownActors
from storage.roles.binding_cards import BindingCards
from storage.school.exemption_reads import ExemptionReads
from storage.school.known_absences import KnownTeacherAbsences
from storage.school.list_confirmations import ListConfirmationReads
from storage.school.movement_reads import MovementReads
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.talk.meeting_reads import MeetingReads
from storage.talk.poll_reads import PollReads
from storage.talk.receipts import ReceiptsReading
from storage.talk.signatures import SignaturesReading
from storage.talk.standings import StandingsReading
from storage.talk.thread_reads import ThreadReads


class Rooms:
    """What is kept in memory of a database, and what asks it."""

    def __init__(self, database: Database, settings: Settings, language: str, hasher: CodeHasher) -> None:
        self.database = database
        self.settings = settings
        self.time = SchoolTime(database.clock, lambda: database.zone)
        self.time_of_act = SchoolTime(SentClock(database.clock), lambda: database.zone)
        """What the use cases read that people's acts call; nothing that works by itself, and nothing kept in memory."""
        self.looks = Looks(self.time)
        self.roster = KnownRoster(database, self.time)
        self.timetable = KnownTimetable(database)
        self.absent = KnownTeacherAbsences(database)
        self.actors = KnownActors(database, self.time, language)
        self.hasher = hasher
        self.journal = JournalReads(database)
        self.plans = PlanReads(database)
        self.exemptions = ExemptionReads(database)
        self.rules = KnownRules(database)
        self.loads = KnownLoads(database)
        self.results = ResultsReads(database)
        self.marks = MarkReads(database.reader)
        self.homework = HomeworkReads(database)
        self.attendance = AttendanceReads(database, self.timetable)
        self.notes = KnownNotes(database)
        self.binding_cards = BindingCards(database, self.time)
        self.movements = MovementReads(database.reader)
        self.lists = ListConfirmationReads(database.reader)
        self.cards = Cards(
            self.attendance,
            self.journal,
            self.homework,
            self.results,
            self.marks,
            self.movements,
            self.lists,
            self.binding_cards,
        )
        self.readers = AccountReaders(database.reader, language)
        self.outbox = OutboxReading(database.reader)
        self.office = OfficeNewsReading(database.reader)
        self.polls = PollReads(database.reader, self.time)
        self.meetings = MeetingReads(database.reader, self.polls)
        self.announced = ReceiptsReading(database.reader, self.time, per_child=settings.acknowledge_per_child)
        self.holds = HoldsReading(database.reader)
        self.signed = SignaturesReading(database.reader)
        self.weeks = Weeks(self.time, self.signed, settings.diary_signature)
        self.evening = Evening(
            self.time, DayNewsReading(database.reader, self.time), self.roster, self.timetable, self.weeks
        )
        self.standings = StandingsReading(database.reader, self.time, settings.pupil_threads_seen_to_grade)
        self.threads = ThreadReads(database.reader, self.time, self.standings)
        self.lesson_book = LessonBookReads(database, self.timetable)
        self.seat_spans = SeatReads(database)
