"""The wiring of the journal: what is written of lessons, what families read of it, and how terms end."""

from dataclasses import dataclass

from bot.attendance_wiring import AttendanceServices
from bot.rooms import Rooms
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
from domain.journal.own_lessons import OwnLessons
from domain.journal.plan_import import PlanImport
from domain.journal.plan_progress import PlanProgresses
from domain.journal.plans import Plans
from domain.journal.pupil_dynamics import PupilDynamics
from domain.journal.pupil_results import PupilResults
from domain.journal.remarks import Remarks
from domain.journal.result_places import Places
from domain.journal.results import Results
from domain.journal.subject_page import SubjectPages
from domain.journal.ticks import HomeworkTicks
from domain.journal.what_was import LookingBack
from domain.school.lesson_access import LessonDoor
from handlers.journal.albums import Albums
from storage.files.brought import BroughtPlans
from storage.journal.course_reads import CourseReads, PastReads
from storage.journal.diary_reads import DiaryReads
from storage.journal.load_reads import LoadReads
from storage.journal.remarks import RemarkReads
from storage.journal.results_reads import ClosedTerms
from storage.transaction import Transaction


@dataclass(frozen=True)
class LessonServices:
    """What a teacher writes of lessons and plans."""

    my_lessons: MyLessons
    lesson_lines: LessonLines
    lesson_writing: LessonWriting[Transaction]
    finishing: Finishing[Transaction]
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
    homework_book: HomeworkBook
    homework_after: HomeworkAfter
    overload_guard: OverloadGuard
    albums: Albums


@dataclass(frozen=True)
class DiaryServices:
    """The diary as families read it, and the results that terms end with."""

    results: Results
    pupil_results: PupilResults
    pupil_dynamics: PupilDynamics
    term_closing: TermClosing
    forecasts: Forecasts
    diary: Diary
    diary_pages: DiaryPages
    subject_pages: SubjectPages
    homework_diary: HomeworkDiary
    homework_ticks: HomeworkTicks


def lesson_services(rooms: Rooms, door: LessonDoor, attendance: AttendanceServices) -> LessonServices:
    begin, journal, plans, marks, rules = rooms.database.begin, rooms.journal, rooms.plans, rooms.marks, rooms.rules
    courses, freedom = CourseReads(rooms.database), Freedom(door, rules, ClosedTerms(rooms.database))
    grading, homework_book = Grading(door, journal, begin, rules, freedom), HomeworkBook(door, begin)
    overload_guard = OverloadGuard(door, LoadReads(rooms.database), rules, journal)
    roll_call, roll_calls, guard = attendance.roll_call, attendance.roll_calls, LineGuard(overload_guard)
    return LessonServices(
        my_lessons=MyLessons(door, journal, journal, begin, plans),
        lesson_lines=LessonLines(door, journal, rules, homework_book, plans, roll_calls, guard),
        lesson_writing=LessonWriting(door, grading, homework_book, roll_call, begin),
        finishing=Finishing(door, plans, roll_call, begin),
        plans=Plans(door, plans, journal, begin),
        plan_import=PlanImport(rooms.timetable, begin),
        plan_files=BroughtPlans(),
        plan_progresses=PlanProgresses(door, plans, courses),
        own_lessons=OwnLessons(door, rooms.timetable),
        looking_back=LookingBack(door, PastReads(rooms.database)),
        grading=grading,
        debts=Debts(door, journal, marks, freedom, begin),
        mark_pages=MarkPages(door, marks, rules, begin),
        mark_requests=MarkRequests(door, marks, marks, rules, begin),
        remarks=Remarks(door, RemarkReads(rooms.database.reader), begin),
        homework_book=homework_book,
        homework_after=HomeworkAfter(homework_book, rooms.homework),
        overload_guard=overload_guard,
        albums=Albums(),
    )


def diary_services(rooms: Rooms) -> DiaryServices:
    begin, time, timetable, roster = rooms.database.begin, rooms.time_of_act, rooms.timetable, rooms.roster
    journal, homework, exemptions, rules = rooms.journal, rooms.homework, rooms.exemptions, rooms.rules
    places = Places(time, timetable, roster, rooms.loads, rules)
    pupil_results = PupilResults(places, rooms.results)
    diary, diary_reads = Diary(time, timetable, roster, journal, rules), DiaryReads(rooms.database)
    return DiaryServices(
        results=Results(places, rooms.results, begin),
        pupil_results=pupil_results,
        pupil_dynamics=PupilDynamics(places, rooms.results),
        term_closing=TermClosing(places, rooms.results, begin),
        forecasts=Forecasts(pupil_results, journal, timetable, LoadReads(rooms.database)),
        diary=diary,
        diary_pages=DiaryPages(time, timetable, roster, diary_reads, homework, exemptions),
        subject_pages=SubjectPages(diary, diary_reads, journal, rules, exemptions),
        homework_diary=HomeworkDiary(time, roster, homework, timetable),
        homework_ticks=HomeworkTicks(roster, homework, begin),
    )
