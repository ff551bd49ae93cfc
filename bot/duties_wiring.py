"""The wiring of duties: what is left of lessons and classes, and the message of the evening that says so."""

from dataclasses import dataclass

from bot.rooms import Rooms
from domain.control.class_check import ClassCards
from domain.control.evening_card import EveningCards
from domain.control.evening_shown import EveningShown
from domain.control.own_duties import OwnDutiesRead
from domain.control.term_marks import TermMarks
from domain.journal.result_places import Places
from storage.control.duty_reads import DutyReads
from storage.control.reminders import ReminderReads
from storage.journal.results_reads import ClosedTerms


@dataclass(frozen=True)
class DutyServices:
    """What is left of the own lessons."""

    evening_cards: EveningCards
    evening_shown: EveningShown


def duty_services(rooms: Rooms) -> DutyServices:
    return DutyServices(evening_cards(rooms), EveningShown(rooms.database.begin))


def class_cards(rooms: Rooms) -> ClassCards:
    reminders = ReminderReads(rooms.database.reader)
    rules = rooms.settings.control_rules
    return ClassCards(rooms.time, rules, rooms.timetable, rooms.roster, rooms.absent, reminders)


def term_marks(rooms: Rooms) -> TermMarks:
    places = Places(rooms.time, rooms.timetable, rooms.roster, rooms.loads, rooms.rules)
    reads = DutyReads(rooms.database.reader, rooms.time)
    return TermMarks(places, ClosedTerms(rooms.database), reads, rooms.settings.control_rules)


def evening_cards(rooms: Rooms) -> EveningCards:
    own = OwnDutiesRead(rooms.time, rooms.settings.control_rules, rooms.timetable, rooms.absent)
    return EveningCards(
        rooms.time,
        rooms.timetable,
        rooms.roster,
        rooms.lesson_book,
        own,
        class_cards(rooms),
        term_marks(rooms),
    )
