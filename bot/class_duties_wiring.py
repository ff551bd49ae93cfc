"""The wiring of the daily check, of dates, and of the evening's message: queue, deliveries, reminders."""

from dataclasses import dataclass

from bot.duties_wiring import class_cards, evening_cards, term_marks
from bot.rooms import Rooms
from domain.control.class_check import ClassChecks
from domain.control.class_duties import ConsentsDuty, ListDuty, ReasonsDuty
from domain.control.deadlines import Deadlines
from domain.control.document_duties import DocumentDuty
from domain.control.evening_queue import EveningQueue
from domain.control.lesson_duties import CheckDuty, LessonDuties
from domain.control.reminding import ReminderFates, ReminderTelling
from storage.control.duty_reads import DutyReads
from storage.control.reminders import ChangesReads


@dataclass(frozen=True)
class ClassDutyServices:
    """What is left of a class's lessons, and what is due by a day."""

    class_checks: ClassChecks
    dated_duties: Deadlines


def class_duty_services(rooms: Rooms) -> ClassDutyServices:
    return ClassDutyServices(class_checks(rooms), dated_duties(rooms))


def class_checks(rooms: Rooms) -> ClassChecks:
    book, cards, begin = rooms.lesson_book, class_cards(rooms), rooms.database.begin
    return ClassChecks(rooms.time, rooms.roster, rooms.timetable, book, cards, rooms.readers, begin)


def dated_duties(rooms: Rooms) -> Deadlines:
    time, timetable, roster, book = rooms.time, rooms.timetable, rooms.roster, rooms.lesson_book
    reads, rules = DutyReads(rooms.database.reader, time), rooms.settings.control_rules
    sources = (
        CheckDuty(time, timetable, roster, book, class_cards(rooms)),
        ReasonsDuty(timetable, roster, reads),
        ListDuty(timetable, roster, rooms.lists),
        ConsentsDuty(timetable, roster, reads, rules),
        DocumentDuty(time, reads, rules),
        term_marks(rooms),
    )
    lessons = LessonDuties(time, rules, timetable, book, rooms.absent)
    return Deadlines(time, sources, lessons, rooms.absent, rooms.polls)


def evening_queue(rooms: Rooms) -> EveningQueue:
    return EveningQueue(
        rooms.time,
        rooms.settings.control_rules,
        rooms.timetable,
        rooms.roster,
        rooms.absent,
        evening_cards(rooms),
        rooms.readers,
        rooms.outbox,
        ChangesReads(rooms.database.reader),
        rooms.database.begin,
    )


def reminder_telling(rooms: Rooms) -> ReminderTelling:
    return ReminderTelling(rooms.time, rooms.timetable, rooms.readers)


def reminder_fates(rooms: Rooms) -> ReminderFates:
    return ReminderFates(rooms.lesson_book, class_cards(rooms), rooms.polls)
