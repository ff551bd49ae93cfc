"""The wiring, by hand: every use case with the rooms that stand behind its ports."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from bot import inbox_wiring
from bot.announcing_wiring import announcing, not_in_yet
from bot.gates_wiring import announcement_gate
from bot.messaging_wiring import MessagingWiring
from bot.settings import Settings
from bot.snapshots import snapshot
from bot.talk_wiring import partners, talking
from bot.year import RussianHolidays
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
from domain.journal.finishing import Finishing
from domain.journal.forecasting import Forecasts
from domain.journal.grading import Grading
from domain.journal.homework import HomeworkBook
from domain.journal.homework_after import HomeworkAfter
from domain.journal.homework_diary import HomeworkDiary
from domain.journal.lesson_line_reading import LessonLines
from domain.journal.lesson_writing import LessonWriting
from domain.journal.line_guard import LineGuard
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
from domain.journal.remarks import Remarks
from domain.journal.result_places import Places
from domain.journal.results import Results
from domain.journal.sealing import Sealing
from domain.journal.subject_page import SubjectPages
from domain.journal.ticks import HomeworkTicks
from domain.journal.what_was import LookingBack
from domain.messaging.choosing import Choosing
from domain.messaging.holds import Holding
from domain.messaging.opening import Opening
from domain.messaging.reaching import Reaching
from domain.roles.access_control import Access, Codes
from domain.roles.audit import Audit
from domain.roles.class_kit import ClassKit
from domain.roles.closing import ClosingByItself
from domain.roles.codes import CodeHasher
from domain.roles.consents import Consents
from domain.roles.erasures import Erasures
from domain.roles.exports import ExportGate
from domain.roles.getting_in import GettingIn
from domain.roles.incidents import Incidents
from domain.roles.letting_in import LettingIn
from domain.roles.own_data import OwnData
from domain.roles.pins import StaffPins
from domain.roles.restricting import Restricting
from domain.roles.retention import Retention
from domain.roles.shutting import Shutting
from domain.school.backups import Keeping, NightlyBackups
from domain.school.bells_keeping import BellKeeping
from domain.school.bells_page import BellPages
from domain.school.bringing import Bringing
from domain.school.calendar_keeping import CalendarKeeping
from domain.school.calendar_page import CalendarPages
from domain.school.changes_file import ChangesFiles
from domain.school.changes_pages import ChangesPages
from domain.school.changes_said import ChangesSaid
from domain.school.changing import LessonChanging
from domain.school.class_lists import ClassLists
from domain.school.documents import Documents
from domain.school.documents_publishing import Publishing
from domain.school.exemptions import Exemptions
from domain.school.exporting import Exporting
from domain.school.founding import NewYear
from domain.school.lesson_access import LessonDoor
from domain.school.movement_report import MovementReports
from domain.school.moving import Movements
from domain.school.schedule import Schedule
from domain.school.substitution_report import SubstitutionReports
from domain.school.teacher_absences import AbsentTeachers
from domain.school.terms_keeping import TermsKeeping
from domain.school.turning import YearTurn
from domain.school.where import Whereabouts
from domain.school.where_said import WhereAsked
from domain.talk.acknowledging import Acknowledging
from domain.talk.announcements import Announcing
from domain.talk.following import Following
from domain.talk.handovers import Handovers
from domain.talk.inbox import Inbox
from domain.talk.limiting import Limiting
from domain.talk.not_in_yet import NotInYet
from domain.talk.partners import Partners
from domain.talk.polling import Polling
from domain.talk.signature_pages import SignaturePages
from domain.talk.signatures import Signing
from domain.talk.talking import Talking
from domain.talk.templates import Templates
from domain.talk.thread_record import ThreadRecords
from handlers.journal.albums import Albums
from handlers.roles.pin_pad import Pads
from storage.attendance.history import AbsenceHistoryReads
from storage.backups.folder import BackupFolder
from storage.backups.rows import BackupsReading
from storage.database import Database
from storage.files.brought import BroughtPlans
from storage.files.lists_and_timetables import ChatFiles
from storage.journal.course_reads import CourseReads, PastReads
from storage.journal.diary_reads import DiaryReads
from storage.journal.load_reads import LoadReads
from storage.journal.remarks import RemarkReads
from storage.journal.results_reads import ClosedTerms
from storage.journal.seals import SealedLogReading
from storage.messaging.arrived import ArrivedMessages
from storage.messaging.choices import ChoicesReading
from storage.roles.access_reads import AccessReads
from storage.roles.audit import AuditReads
from storage.roles.consent_reads import ConsentReads
from storage.roles.erasures import ErasureReads
from storage.roles.incidents import IncidentReads
from storage.roles.own_data import OwnDataReading
from storage.roles.pin_reads import PinReads
from storage.roles.staff_reads import StaffReads
from storage.school.brought_files import KeptFilesReading
from storage.school.calendar_rows import CalendarReading
from storage.school.card import SchoolCardReading
from storage.school.changes import SubstitutionReads
from storage.school.documents import DocumentReads
from storage.school.lists_reads import KnownListsReading
from storage.school.movement_reads import ReportReads
from storage.school.roster import KnownRoster
from storage.school.years import YearReads
from storage.secrets import kept_secret
from storage.talk.limits import LimitReads
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Services:
    """What handlers may ask for, by these names."""

    school_time: SchoolTime
    rosters: KnownRoster
    codes: Codes
    getting_in: GettingIn
    letting_in: LettingIn
    consents: Consents
    restricting: Restricting
    shutting: Shutting
    staff_pins: StaffPins
    pads: Pads
    access: Access
    class_kit: ClassKit
    export_gate: ExportGate
    audit: Audit
    incidents: Incidents
    own_data: OwnData
    erasures: Erasures
    school_cards: SchoolCardReading
    schedule: Schedule
    whereabouts: Whereabouts
    where_asked: WhereAsked
    calendar_pages: CalendarPages
    calendar_keeping: CalendarKeeping
    terms_keeping: TermsKeeping
    bell_pages: BellPages
    bell_keeping: BellKeeping
    changes_pages: ChangesPages
    lesson_changing: LessonChanging
    changes_said: ChangesSaid
    changes_files: ChangesFiles
    absent_teachers: AbsentTeachers
    substitution_reports: SubstitutionReports
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
    finishing: Finishing[Transaction]
    documents: Documents
    publishing: Publishing
    exemptions: Exemptions
    bringing: Bringing
    chat_files: ChatFiles
    exporting: Exporting
    movements: Movements
    movement_reports: MovementReports
    class_lists: ClassLists
    year_turn: YearTurn
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
    remarks: Remarks
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
    acknowledging: Acknowledging
    announcing: Announcing
    polling: Polling
    handovers: Handovers
    templates: Templates
    inbox: Inbox
    thread_records: ThreadRecords
    not_in_yet: NotInYet
    following: Following
    limiting: Limiting
    signing: Signing
    signature_pages: SignaturePages
    talking: Talking
    talk_partners: Partners
    choosing: Choosing
    opening: Opening
    holding: Holding
    reaching: Reaching

    def by_name(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


class Wiring(MessagingWiring):
    """Made once for a run of the program."""

    def services(self) -> Services:
        begin, time, roster, timetable = self.database.begin, self.time_of_act, self.roster, self.timetable
        door, access_reads = LessonDoor(time, timetable, roster, self.exemptions), AccessReads(self.database, self.time)
        courses, counts = CourseReads(self.database), SubstitutionReads(self.database.reader)
        papers = DocumentReads(self.database.reader, self.time)
        freedom = Freedom(door, self.rules, ClosedTerms(self.database))
        places = Places(time, timetable, roster, self.loads, self.rules)
        diary, diary_reads = Diary(time, timetable, roster, self.journal, self.rules), DiaryReads(self.database)
        roll_call, roll_calls = RollCall(door, begin, self.notes), RollCallReads(door, self.attendance, self.notes)
        grading, homework_book = Grading(door, self.journal, begin, self.rules, freedom), HomeworkBook(door, begin)
        chat_files = ChatFiles()
        overload_guard = OverloadGuard(door, LoadReads(self.database), self.rules, self.journal)
        return Services(
            school_time=time,
            rosters=roster,
            codes=self.codes(),
            getting_in=GettingIn(
                self.database.clock, begin, self.hasher, access_reads, self.settings.confirm_guardians
            ),
            letting_in=LettingIn(time, begin, self.binding_cards, access_reads),
            consents=Consents(time, begin, ConsentReads(self.database, self.time)),
            restricting=Restricting(begin),
            staff_pins=StaffPins(self.database.clock, begin, PinReads(self.database)),
            pads=Pads(),
            shutting=Shutting(begin, StaffReads(self.database, self.time), access_reads),
            access=Access(begin, access_reads),
            class_kit=self.class_kit(),
            export_gate=self.export_gate(),
            audit=Audit(time, AuditReads(self.database.reader)),
            incidents=Incidents(time, IncidentReads(self.database.reader), begin, self._snapshot),
            own_data=OwnData(time, OwnDataReading(self.database.reader), begin),
            erasures=Erasures(ErasureReads(self.database.reader), begin, self.settings.retention),
            school_cards=SchoolCardReading(self.database.reader),
            schedule=Schedule(time, timetable, roster, self.homework),
            whereabouts=Whereabouts(time, timetable, roster),
            where_asked=WhereAsked(time, timetable, roster),
            calendar_pages=CalendarPages(time, timetable, roster, self.rules),
            calendar_keeping=CalendarKeeping(
                time, timetable, CalendarReading(self.database.reader), RussianHolidays(), begin
            ),
            terms_keeping=TermsKeeping(timetable, CalendarReading(self.database.reader), begin),
            bell_pages=BellPages(time, timetable, roster),
            bell_keeping=BellKeeping(timetable, roster, begin),
            changes_pages=ChangesPages(time, timetable, roster, self.absent, counts),
            lesson_changing=LessonChanging(time, timetable, roster, begin),
            changes_said=ChangesSaid(time, timetable, roster),
            changes_files=ChangesFiles(
                time, timetable, roster, chat_files, KeptFilesReading(self.database.reader), begin
            ),
            absent_teachers=AbsentTeachers(time, timetable, roster, self.absent, counts, begin),
            substitution_reports=SubstitutionReports(time, timetable),
            roll_call=roll_call,
            roll_calls=roll_calls,
            absence_answers=AbsenceAnswers(begin, self.attendance),
            absence_notes=AbsenceNotes(time, timetable, roster, begin, self.attendance),
            absence_alarms=AbsenceAlarms(self.time, roster, begin, self.attendance),
            absence_pages=AbsencePages(time, timetable, roster, AbsenceHistoryReads(self.database.reader), self.rules),
            absence_reasons=AbsenceReasons(roster, timetable, begin),
            my_lessons=MyLessons(door, self.journal, self.journal, begin, self.plans),
            lesson_lines=LessonLines(
                door, self.journal, self.rules, homework_book, self.plans, roll_calls, LineGuard(overload_guard)
            ),
            lesson_writing=LessonWriting(door, grading, homework_book, roll_call, begin),
            finishing=Finishing(door, self.plans, roll_call, begin),
            documents=Documents(begin, papers),
            publishing=Publishing(time, begin, papers, roster),
            exemptions=Exemptions(time, timetable, roster, self.exemptions, begin),
            bringing=Bringing(time, chat_files, KeptFilesReading(self.database.reader), begin),
            chat_files=chat_files,
            exporting=Exporting(time, roster, KnownListsReading(self.database.reader, time.today), self.export_gate()),
            movements=Movements(time, timetable, roster, self.movements, begin),
            movement_reports=MovementReports(
                time, timetable, roster, ReportReads(self.database.reader), self.export_gate()
            ),
            class_lists=ClassLists(roster, self.lists, begin),
            year_turn=self.year_turn(),
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
            remarks=Remarks(door, RemarkReads(self.database.reader), begin),
            results=Results(places, self.results, begin),
            pupil_results=PupilResults(places, self.results),
            term_closing=TermClosing(places, self.results, begin),
            forecasts=Forecasts(PupilResults(places, self.results), self.journal, timetable, LoadReads(self.database)),
            diary=diary,
            homework_book=homework_book,
            homework_diary=HomeworkDiary(time, roster, self.homework, timetable),
            homework_ticks=HomeworkTicks(roster, self.homework, begin),
            homework_after=HomeworkAfter(homework_book, self.homework),
            overload_guard=overload_guard,
            diary_pages=DiaryPages(time, timetable, roster, diary_reads, self.homework, self.exemptions),
            subject_pages=SubjectPages(diary, diary_reads, self.journal, self.rules, self.exemptions),
            albums=Albums(),
            acknowledging=Acknowledging(self.announced, begin),
            polling=self.polling(),
            handovers=inbox_wiring.handovers(self),
            templates=inbox_wiring.templates(self),
            inbox=inbox_wiring.inbox(self, (self.announced, self.polls), Documents(begin, papers)),
            thread_records=inbox_wiring.thread_records(self, self.export_gate()),
            announcing=announcing(self),
            not_in_yet=not_in_yet(self),
            following=Following(self.time, roster, self.announced, announcement_gate(self), self.export_gate(), begin),
            limiting=Limiting(roster, LimitReads(self.database.reader), begin),
            signing=Signing(time, timetable, roster, self.signed, begin, self.settings.diary_signature),
            signature_pages=self.signature_pages(),
            talking=talking(self),
            talk_partners=partners(self),
            choosing=Choosing(roster, ChoicesReading(self.database.reader), begin, self.settings.digest_at),
            opening=Opening(ArrivedMessages(self.database.reader), self.preparing()),
            holding=self.holding(),
            reaching=Reaching(begin, self.digests()),
        )

    def signature_pages(self) -> SignaturePages:
        signed, mode = self.signed, self.settings.diary_signature
        time, begin = self.time_of_act, self.database.begin
        return SignaturePages(time, self.timetable, self.roster, signed, signed, begin, self.export_gate(), mode)

    def sealing(self) -> Sealing:
        return Sealing(self.database.clock, SealedLogReading(self.database.reader), self.database.begin)

    async def backups(self) -> NightlyBackups | None:
        """None where no folder is set, or no key: copies in the clear are not made."""
        folder, key = self.settings.backup_folder, self.settings.key_of_backups
        if folder is None or key is None:
            return None
        school = (await kept_secret(self.database, "backups"))[:8]
        copies = BackupFolder(self.settings.database_url, folder, key, school)
        keeping = Keeping(self.settings.backup_daily, self.settings.backup_weekly, self.settings.backup_monthly)
        log = BackupsReading(self.database.reader)
        return NightlyBackups(self.time, copies, log, self.database.begin, keeping)

    async def _snapshot(self, name: str) -> str | None:
        return await snapshot(self.database.url, name)

    def year_turn(self) -> YearTurn:
        return YearTurn(self.time_of_act, YearReads(self.database.reader), self.database.begin, _year_of)

    def closing_by_itself(self) -> ClosingByItself:
        return ClosingByItself(self.time, self.database.begin, self.settings.staff_idle_days)

    def retention(self) -> Retention:
        return Retention(self.time, self.database.begin, self.settings.retention)

    def codes(self) -> Codes:
        return Codes(self.database.clock, self.database.begin, self.hasher, timedelta(days=self.settings.code_days))

    def class_kit(self) -> ClassKit:
        return ClassKit(self.codes(), AccessReads(self.database, self.time), self.export_gate())

    def polling(self) -> Polling:
        return Polling(self.time, self.roster, self.polls, self.database.begin, self.export_gate())

    def export_gate(self) -> ExportGate:
        return ExportGate(self.database.begin, self.settings.exports_per_day)


def _year_of(day: date) -> NewYear:
    """Holidays are read when a year is turned, not at each start."""
    from bot.year import year_of

    return year_of(day)


async def code_hasher(settings: Settings, database: Database) -> CodeHasher:
    """By the key of the settings, else by one made once and kept in the database."""
    key = settings.code_key.get_secret_value() if settings.code_key else await kept_secret(database, "code_key")
    return CodeHasher(key.encode())
