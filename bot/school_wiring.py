"""The wiring of the school: its people, papers and years, its timetable, and its nightly copies."""

from dataclasses import dataclass

from bot.roles_wiring import RolesWiring
from bot.year import RussianHolidays, year_of
from domain.clock import SchoolTime
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
from domain.school.movement_report import MovementReports
from domain.school.moving import Movements
from domain.school.schedule import Schedule
from domain.school.substitution_report import SubstitutionReports
from domain.school.teacher_absences import AbsentTeachers
from domain.school.terms_keeping import TermsKeeping
from domain.school.turning import YearTurn
from domain.school.where import Whereabouts
from domain.school.where_said import WhereAsked
from storage.backups.folder import BackupFolder
from storage.backups.rows import BackupsReading
from storage.files.lists_and_timetables import ChatFiles
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


@dataclass(frozen=True)
class SchoolServices:
    """The school itself: its people and their moves, its papers, files and years."""

    school_time: SchoolTime
    rosters: KnownRoster
    school_cards: SchoolCardReading
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


@dataclass(frozen=True)
class TimetableServices:
    """Where everyone is when, by the calendar, the bells and the changes of a day."""

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


class SchoolWiring(RolesWiring):
    def school_services(self) -> SchoolServices:
        begin, time, roster, reader = self.database.begin, self.time_of_act, self.roster, self.database.reader
        timetable, gate = self.timetable, self.export_gate()
        papers, chat_files = DocumentReads(reader, self.time), ChatFiles()
        return SchoolServices(
            school_time=time,
            rosters=roster,
            school_cards=SchoolCardReading(reader),
            documents=Documents(begin, papers),
            publishing=Publishing(time, begin, papers, roster),
            exemptions=Exemptions(time, timetable, roster, self.exemptions, begin),
            bringing=Bringing(time, chat_files, KeptFilesReading(reader), begin),
            chat_files=chat_files,
            exporting=Exporting(time, roster, KnownListsReading(reader, time.today), gate),
            movements=Movements(time, timetable, roster, self.movements, begin),
            movement_reports=MovementReports(time, timetable, roster, ReportReads(reader), gate),
            class_lists=ClassLists(roster, self.lists, begin),
            year_turn=self.year_turn(),
        )

    def timetable_services(self, chat_files: ChatFiles) -> TimetableServices:
        begin, time, roster, reader = self.database.begin, self.time_of_act, self.roster, self.database.reader
        timetable, absent, counts = self.timetable, self.absent, SubstitutionReads(reader)
        return TimetableServices(
            schedule=Schedule(time, timetable, roster, self.homework),
            whereabouts=Whereabouts(time, timetable, roster),
            where_asked=WhereAsked(time, timetable, roster),
            calendar_pages=CalendarPages(time, timetable, roster, self.rules),
            calendar_keeping=CalendarKeeping(time, timetable, CalendarReading(reader), RussianHolidays(), begin),
            terms_keeping=TermsKeeping(timetable, CalendarReading(reader), begin),
            bell_pages=BellPages(time, timetable, roster),
            bell_keeping=BellKeeping(timetable, roster, begin),
            changes_pages=ChangesPages(time, timetable, roster, absent, counts),
            lesson_changing=LessonChanging(time, timetable, roster, begin),
            changes_said=ChangesSaid(time, timetable, roster),
            changes_files=ChangesFiles(time, timetable, roster, chat_files, KeptFilesReading(reader), begin),
            absent_teachers=AbsentTeachers(time, timetable, roster, absent, counts, begin),
            substitution_reports=SubstitutionReports(time, timetable),
        )

    def year_turn(self) -> YearTurn:
        return YearTurn(self.time_of_act, YearReads(self.database.reader), self.database.begin, year_of)

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
