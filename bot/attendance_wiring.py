"""The wiring of attendance: the roll call, and what families say of absences."""

from dataclasses import dataclass

from bot.rooms import Rooms
from domain.attendance.alarm_escalation import AbsenceAlarms
from domain.attendance.announcing import AbsenceNotes
from domain.attendance.answering import AbsenceAnswers
from domain.attendance.pages import AbsencePages
from domain.attendance.reading import RollCallReads
from domain.attendance.reasons import AbsenceReasons
from domain.attendance.roll_call import RollCall
from domain.school.lesson_access import LessonDoor
from storage.attendance.history import AbsenceHistoryReads


@dataclass(frozen=True)
class AttendanceServices:
    """Who is in, who is not, and why."""

    roll_call: RollCall
    roll_calls: RollCallReads
    absence_answers: AbsenceAnswers
    absence_notes: AbsenceNotes
    absence_alarms: AbsenceAlarms
    absence_pages: AbsencePages
    absence_reasons: AbsenceReasons


def attendance_services(rooms: Rooms, door: LessonDoor) -> AttendanceServices:
    begin, time, timetable, roster = rooms.database.begin, rooms.time_of_act, rooms.timetable, rooms.roster
    history = AbsenceHistoryReads(rooms.database.reader)
    return AttendanceServices(
        roll_call=RollCall(door, begin, rooms.notes),
        roll_calls=RollCallReads(door, rooms.attendance, rooms.notes),
        absence_answers=AbsenceAnswers(begin, rooms.attendance),
        absence_notes=AbsenceNotes(time, timetable, roster, begin, rooms.attendance),
        absence_alarms=AbsenceAlarms(rooms.time, roster, begin, rooms.attendance),
        absence_pages=AbsencePages(time, timetable, roster, history, rooms.rules),
        absence_reasons=AbsenceReasons(roster, timetable, begin),
    )
