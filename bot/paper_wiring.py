"""The wiring of what is printed of the journal: its pages, attendance, what is copied on paper (1.4.3, 1.5)."""

from dataclasses import dataclass

from bot.roles_wiring import RolesWiring
from domain.control.attendance_sheet import AttendanceSheets
from domain.control.journal_page import JournalPages
from domain.control.rewriting import Rewriting
from domain.journal.result_places import Places
from storage.attendance.history import AbsenceHistoryReads
from storage.control.away import AwayReads
from storage.control.journal_pages import JournalPageReads
from storage.control.rewriting import RewritingReads


@dataclass(frozen=True)
class PaperServices:
    journal_pages: JournalPages
    attendance_sheets: AttendanceSheets
    rewriting: Rewriting


def paper_services(rooms: RolesWiring) -> PaperServices:
    database, time = rooms.database, rooms.time_of_act
    gate = rooms.export_gate()
    places = Places(time, rooms.timetable, rooms.roster, rooms.loads, rooms.rules)
    history = AbsenceHistoryReads(database.reader)
    return PaperServices(
        journal_pages=JournalPages(
            places, rooms.seat_spans, JournalPageReads(database), rooms.results, rooms.exemptions, gate
        ),
        attendance_sheets=AttendanceSheets(places, rooms.seat_spans, history, AwayReads(database), gate),
        rewriting=Rewriting(time, rooms.timetable, rooms.roster, RewritingReads(database), history, gate),
    )
