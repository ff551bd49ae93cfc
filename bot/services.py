"""The wiring, by hand: every use case with the rooms that stand behind its ports."""

import secrets
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from bot.sent_time import SentClock
from bot.settings import Settings
from domain.attendance.alarm_escalation import AbsenceAlarms
from domain.attendance.announcing import AbsenceNotes
from domain.attendance.answering import AbsenceAnswers
from domain.attendance.pages import AbsencePages
from domain.attendance.reading import RollCallReads
from domain.attendance.reasons import AbsenceReasons
from domain.attendance.roll_call import RollCall
from domain.clock import SchoolTime
from domain.journal.closing import TermClosing
from domain.journal.day_page import DiaryPages
from domain.journal.debts import Debts
from domain.journal.diary import Diary
from domain.journal.forecasting import Forecasts
from domain.journal.grading import Grading
from domain.journal.homework import HomeworkBook
from domain.journal.homework_after import HomeworkAfter
from domain.journal.homework_diary import HomeworkDiary
from domain.journal.lesson_bell import BellPages
from domain.journal.lesson_line_reading import LessonLines
from domain.journal.lesson_writing import LessonWriting
from domain.journal.mark_changes import Freedom
from domain.journal.mark_pages import MarkPages
from domain.journal.mark_requests import MarkRequests
from domain.journal.my_lesson import MyLessons
from domain.journal.overload_guard import OverloadGuard
from domain.journal.owed import OwnLessons
from domain.journal.plan_import import PlanImport
from domain.journal.plan_progress import PlanProgresses
from domain.journal.plans import Plans
from domain.journal.pupil_results import PupilResults
from domain.journal.result_places import Places
from domain.journal.results import Results
from domain.journal.sealing import Sealing
from domain.journal.subject_page import SubjectPages
from domain.journal.ticks import HomeworkTicks
from domain.journal.what_was import LookingBack
from domain.messaging.announcements import Announcing
from domain.messaging.choosing import Choosing
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.digests import DigestQueue
from domain.messaging.evening import Evening
from domain.messaging.grace import Grace
from domain.messaging.holds import Holding
from domain.messaging.lesson_bells import BellNews, LessonBells
from domain.messaging.opening import Opening
from domain.messaging.ports import Cards, Renderer, Sender
from domain.messaging.preparing import Preparing
from domain.messaging.reaching import Reaching
from domain.messaging.storms import StormLimits, StormWatch
from domain.messaging.telling import Telling
from domain.messaging.telling_absences import AbsenceTelling
from domain.messaging.telling_families import FamilyTelling
from domain.messaging.telling_marks import MarkTelling
from domain.messaging.telling_results import ResultTelling
from domain.messaging.telling_staff import StaffTelling
from domain.roles.access_control import Access, Codes
from domain.roles.codes import CodeHasher
from domain.roles.getting_in import GettingIn
from domain.school.exemptions import Exemptions
from domain.school.lesson_access import LessonDoor
from domain.school.schedule import Schedule
from handlers.journal.albums import Albums
from scheduler.delivery import trouble
from storage.attendance.history import AbsenceHistoryReads
from storage.attendance.known_notes import KnownNotes
from storage.attendance.reads import AttendanceReads
from storage.database import Database
from storage.files.brought import BroughtPlans
from storage.journal.course_reads import CourseReads, PastReads
from storage.journal.diary_reads import DiaryReads
from storage.journal.homework_reads import HomeworkReads
from storage.journal.load_reads import LoadReads
from storage.journal.loads import KnownLoads
from storage.journal.mark_reads import MarkReads
from storage.journal.plan_reads import PlanReads
from storage.journal.reads import JournalReads
from storage.journal.results_reads import ClosedTerms, ResultsReads
from storage.journal.rules import KnownRules
from storage.journal.seals import SealedLogReading
from storage.messaging.announcements import AnnouncementsReading, ClassAudiencesReading
from storage.messaging.arrived import ArrivedMessages
from storage.messaging.choices import ChoicesReading
from storage.messaging.day_news import DayNewsReading
from storage.messaging.digests import KeptDigests
from storage.messaging.facts import UntoldFacts
from storage.messaging.holds import HoldsReading
from storage.messaging.lesson_bells import LessonBellsReading
from storage.messaging.outbox import OutboxReading
from storage.messaging.readers import AccountReaders
from storage.roles.access_reads import AccessReads
from storage.roles.actors import KnownActors
from storage.school.exemption_reads import ExemptionReads
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.secrets import kept_secret
from storage.transaction import Transaction


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
    absence_notes: AbsenceNotes
    absence_alarms: AbsenceAlarms
    absence_pages: AbsencePages
    absence_reasons: AbsenceReasons
    my_lessons: MyLessons
    lesson_lines: LessonLines
    lesson_writing: LessonWriting[Transaction]
    exemptions: Exemptions
    plans: Plans
    plan_import: PlanImport
    plan_files: BroughtPlans
    plan_progresses: PlanProgresses
    own_lessons: OwnLessons
    looking_back: LookingBack
    grading: Grading
    debts: Debts
    mark_pages: MarkPages
    mark_requests: MarkRequests
    results: Results
    pupil_results: PupilResults
    term_closing: TermClosing
    forecasts: Forecasts
    diary: Diary
    diary_pages: DiaryPages
    subject_pages: SubjectPages
    homework_book: HomeworkBook
    homework_diary: HomeworkDiary
    homework_ticks: HomeworkTicks
    homework_after: HomeworkAfter
    overload_guard: OverloadGuard
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
        self.plans = PlanReads(database)
        self.exemptions = ExemptionReads(database)
        self.rules = KnownRules(database)
        self.loads = KnownLoads(database)
        self.results = ResultsReads(database)
        self.marks = MarkReads(database.reader)
        self.homework = HomeworkReads(database)
        self.attendance = AttendanceReads(database, self.timetable)
        self.notes = KnownNotes(database)
        self.cards = Cards(self.attendance, self.journal, self.homework, self.results, self.marks)
        self.readers = AccountReaders(database.reader, language)
        self.outbox = OutboxReading(database.reader)
        self.announced = AnnouncementsReading(database.reader)
        self.holds = HoldsReading(database.reader)
        self.evening = Evening(self.time, DayNewsReading(database.reader), self.roster, self.timetable)

    def services(self) -> Services:
        begin, time, roster, timetable = self.database.begin, self.time_of_act, self.roster, self.timetable
        door, access_reads = LessonDoor(time, timetable, roster, self.exemptions), AccessReads(self.database, self.time)
        courses = CourseReads(self.database)
        freedom = Freedom(door, self.rules, ClosedTerms(self.database))
        places = Places(time, timetable, roster, self.loads, self.rules)
        diary, diary_reads = Diary(time, timetable, roster, self.journal, self.rules), DiaryReads(self.database)
        roll_call, roll_calls = RollCall(door, begin, self.notes), RollCallReads(door, self.attendance, self.notes)
        grading, homework_book = Grading(door, self.journal, begin, self.rules, freedom), HomeworkBook(door, begin)
        return Services(
            school_time=time,
            rosters=roster,
            codes=self.codes(),
            getting_in=GettingIn(self.database.clock, begin, self.hasher, access_reads),
            access=Access(begin, access_reads),
            schedule=Schedule(time, timetable, roster, self.homework),
            roll_call=roll_call,
            roll_calls=roll_calls,
            absence_answers=AbsenceAnswers(begin, self.attendance),
            absence_notes=AbsenceNotes(time, timetable, roster, begin, self.attendance),
            absence_alarms=AbsenceAlarms(self.time, roster, begin, self.attendance),
            absence_pages=AbsencePages(time, timetable, roster, AbsenceHistoryReads(self.database.reader)),
            absence_reasons=AbsenceReasons(roster, begin),
            my_lessons=MyLessons(door, self.journal, self.journal, begin, self.plans),
            lesson_lines=LessonLines(door, self.journal, self.rules, homework_book, self.plans, roll_calls),
            lesson_writing=LessonWriting(door, grading, homework_book, roll_call, begin),
            exemptions=Exemptions(time, timetable, roster, self.exemptions, begin),
            plans=Plans(door, self.plans, self.journal, begin),
            plan_import=PlanImport(timetable, begin),
            plan_files=BroughtPlans(),
            plan_progresses=PlanProgresses(door, self.plans, courses),
            own_lessons=OwnLessons(door, timetable, courses),
            looking_back=LookingBack(door, PastReads(self.database)),
            grading=grading,
            debts=Debts(door, self.journal, self.marks, freedom, begin),
            mark_pages=MarkPages(door, self.marks, self.rules, begin),
            mark_requests=MarkRequests(door, self.marks, self.marks, self.rules, begin),
            results=Results(places, self.results, begin),
            pupil_results=PupilResults(places, self.results),
            term_closing=TermClosing(places, self.results, begin),
            forecasts=Forecasts(PupilResults(places, self.results), self.journal),
            diary=diary,
            homework_book=homework_book,
            homework_diary=HomeworkDiary(time, roster, self.homework),
            homework_ticks=HomeworkTicks(roster, self.homework, begin),
            homework_after=HomeworkAfter(homework_book, self.homework),
            overload_guard=OverloadGuard(door, LoadReads(self.database), self.rules, self.journal),
            diary_pages=DiaryPages(time, timetable, roster, diary_reads, self.homework),
            subject_pages=SubjectPages(diary, diary_reads, self.journal, self.rules),
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

    def sealing(self) -> Sealing:
        return Sealing(self.database.clock, SealedLogReading(self.database.reader), self.database.begin)

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
            self._bell_news(),
            self.settings.push_content,
        )

    def lesson_bells(self) -> LessonBells:
        return LessonBells(self.time, self.timetable, LessonBellsReading(self.database.reader), self.database.begin)

    def _bell_news(self) -> BellNews:
        door = LessonDoor(self.time, self.timetable, self.roster, self.exemptions)
        pages = BellPages(door, self.journal, self.journal, LessonBellsReading(self.database.reader))
        return BellNews(pages, self.attendance, self.notes)

    def delivery(self, renderer: Renderer, sender: Sender) -> Delivery:
        cards = self.cards
        families = FamilyTelling(self.time, self.readers, cards, self.announced, self.roster, self._grace())
        staff = StaffTelling(self.time, self.readers, cards, self.outbox, self.roster, self.holds)
        absences = AbsenceTelling(self.time, self.readers, self.outbox, self.roster, self.holds, self._grace())
        results = ResultTelling(self.readers, self._grace())
        marks = MarkTelling(self.readers, self.holds, self.marks, self._grace())
        storms = StormWatch(
            self.time, self.holds, self.attendance, self.outbox, self.readers, self.roster, self._storms()
        )
        return Delivery(
            owner=secrets.token_hex(8),
            clock=self.database.clock,
            begin=self.database.begin,
            outbox=self.outbox,
            telling=Telling(
                self.time, UntoldFacts(self.database.reader), families, staff, storms, absences, results, marks
            ),
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
