"""The wiring of sheets of marks and reports."""

from dataclasses import dataclass

from bot.roles_wiring import RolesWiring
from domain.control.class_report import ClassReports
from domain.control.class_years import ClassYears
from domain.control.mark_sheet import MarkSheets
from domain.control.report_card import ReportCards
from domain.control.sheet_classes import SheetClasses
from domain.control.teacher_report import TeacherReports
from domain.journal.result_places import Places
from storage.attendance.history import AbsenceHistoryReads
from storage.control.sheet_reads import SheetReads
from storage.journal.course_reads import CourseReads
from storage.roles.access_reads import AccessReads
from storage.roles.consent_reads import ConsentReads


@dataclass(frozen=True)
class SheetServices:
    """What may be printed of marks."""

    sheet_classes: SheetClasses
    mark_sheets: MarkSheets
    teacher_reports: TeacherReports
    report_cards: ReportCards
    class_reports: ClassReports


def sheet_services(rooms: RolesWiring) -> SheetServices:
    places = Places(rooms.time_of_act, rooms.timetable, rooms.roster, rooms.loads, rooms.rules)
    years, read = ClassYears(places, rooms.seat_spans, rooms.exemptions), SheetReads(rooms.database.reader)
    gate = rooms.export_gate()
    missed = AbsenceHistoryReads(rooms.database.reader)
    return SheetServices(
        sheet_classes=SheetClasses(places),
        mark_sheets=MarkSheets(years, read, gate),
        teacher_reports=TeacherReports(years, read, CourseReads(rooms.database), gate),
        report_cards=ReportCards(years, rooms.roster, read, missed, gate),
        class_reports=ClassReports(
            years,
            read,
            missed,
            AccessReads(rooms.database, rooms.time),
            ConsentReads(rooms.database, rooms.time),
            gate,
        ),
    )
