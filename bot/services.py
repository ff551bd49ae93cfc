"""The wiring, by hand: every use case with the rooms that stand behind its ports."""

from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from bot.messaging_wiring import MessagingWiring
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
from domain.messaging.announcements import Announcing
from domain.messaging.choosing import Choosing
from domain.messaging.holds import Holding
from domain.messaging.opening import Opening
from domain.messaging.reaching import Reaching
from domain.roles.access_control import Access, Codes
from domain.roles.class_kit import ClassKit
from domain.roles.codes import CodeHasher
from domain.roles.getting_in import GettingIn
from domain.school.changes_pages import ChangesPages
from domain.school.changes_said import ChangesSaid
from domain.school.changing import LessonChanging
from domain.school.exemptions import Exemptions
from domain.school.lesson_access import LessonDoor
from domain.school.schedule import Schedule
from domain.school.substitution_report import SubstitutionReports
from domain.school.teacher_absences import AbsentTeachers
from domain.school.where import Whereabouts
from domain.school.where_said import WhereAsked
from handlers.journal.albums import Albums
from storage.attendance.history import AbsenceHistoryReads
from storage.database import Database
from storage.files.brought import BroughtPlans
from storage.journal.course_reads import CourseReads, PastReads
from storage.journal.diary_reads import DiaryReads
from storage.journal.load_reads import LoadReads
from storage.journal.remarks import RemarkReads
from storage.journal.results_reads import ClosedTerms
from storage.journal.seals import SealedLogReading
from storage.messaging.announcements import ClassAudiencesReading
from storage.messaging.arrived import ArrivedMessages
from storage.messaging.choices import ChoicesReading
from storage.roles.access_reads import AccessReads
from storage.school.card import SchoolCardReading
from storage.school.changes import SubstitutionReads
from storage.school.roster import KnownRoster
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
    class_kit: ClassKit
    school_cards: SchoolCardReading
    schedule: Schedule
    whereabouts: Whereabouts
    where_asked: WhereAsked
    changes_pages: ChangesPages
    lesson_changing: LessonChanging
    changes_said: ChangesSaid
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
    announcing: Announcing
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
        freedom = Freedom(door, self.rules, ClosedTerms(self.database))
        places = Places(time, timetable, roster, self.loads, self.rules)
        diary, diary_reads = Diary(time, timetable, roster, self.journal, self.rules), DiaryReads(self.database)
        roll_call, roll_calls = RollCall(door, begin, self.notes), RollCallReads(door, self.attendance, self.notes)
        grading, homework_book = Grading(door, self.journal, begin, self.rules, freedom), HomeworkBook(door, begin)
        overload_guard = OverloadGuard(door, LoadReads(self.database), self.rules, self.journal)
        return Services(
            school_time=time,
            rosters=roster,
            codes=self.codes(),
            getting_in=GettingIn(self.database.clock, begin, self.hasher, access_reads),
            access=Access(begin, access_reads),
            class_kit=self.class_kit(),
            school_cards=SchoolCardReading(self.database.reader),
            schedule=Schedule(time, timetable, roster, self.homework),
            whereabouts=Whereabouts(time, timetable, roster),
            where_asked=WhereAsked(time, timetable, roster),
            changes_pages=ChangesPages(time, timetable, roster, self.absent, counts),
            lesson_changing=LessonChanging(time, timetable, roster, begin),
            changes_said=ChangesSaid(time, timetable, roster),
            absent_teachers=AbsentTeachers(time, timetable, roster, self.absent, counts, begin),
            substitution_reports=SubstitutionReports(time, timetable),
            roll_call=roll_call,
            roll_calls=roll_calls,
            absence_answers=AbsenceAnswers(begin, self.attendance),
            absence_notes=AbsenceNotes(time, timetable, roster, begin, self.attendance),
            absence_alarms=AbsenceAlarms(self.time, roster, begin, self.attendance),
            absence_pages=AbsencePages(time, timetable, roster, AbsenceHistoryReads(self.database.reader), self.rules),
            absence_reasons=AbsenceReasons(roster, begin),
            my_lessons=MyLessons(door, self.journal, self.journal, begin, self.plans),
            lesson_lines=LessonLines(
                door, self.journal, self.rules, homework_book, self.plans, roll_calls, LineGuard(overload_guard)
            ),
            lesson_writing=LessonWriting(door, grading, homework_book, roll_call, begin),
            finishing=Finishing(door, self.plans, roll_call, begin),
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
            remarks=Remarks(door, RemarkReads(self.database.reader), begin),
            results=Results(places, self.results, begin),
            pupil_results=PupilResults(places, self.results),
            term_closing=TermClosing(places, self.results, begin),
            forecasts=Forecasts(PupilResults(places, self.results), self.journal, timetable, LoadReads(self.database)),
            diary=diary,
            homework_book=homework_book,
            homework_diary=HomeworkDiary(time, roster, self.homework),
            homework_ticks=HomeworkTicks(roster, self.homework, begin),
            homework_after=HomeworkAfter(homework_book, self.homework),
            overload_guard=overload_guard,
            diary_pages=DiaryPages(time, timetable, roster, diary_reads, self.homework, self.exemptions),
            subject_pages=SubjectPages(diary, diary_reads, self.journal, self.rules, self.exemptions),
            albums=Albums(),
            announcing=Announcing(
                self.time, roster, ClassAudiencesReading(self.database.reader), self.announced, begin
            ),
            choosing=Choosing(roster, ChoicesReading(self.database.reader), begin, self.settings.digest_at),
            opening=Opening(ArrivedMessages(self.database.reader), self.preparing()),
            holding=self.holding(),
            reaching=Reaching(begin, self.digests()),
        )

    def sealing(self) -> Sealing:
        return Sealing(self.database.clock, SealedLogReading(self.database.reader), self.database.begin)

    def codes(self) -> Codes:
        return Codes(self.database.clock, self.database.begin, self.hasher, timedelta(days=self.settings.code_days))

    def class_kit(self) -> ClassKit:
        return ClassKit(self.codes(), AccessReads(self.database, self.time))


async def code_hasher(settings: Settings, database: Database) -> CodeHasher:
    """By the key of the settings, else by one made once and kept in the database."""
    key = settings.code_key.get_secret_value() if settings.code_key else await kept_secret(database, "code_key")
    return CodeHasher(key.encode())
