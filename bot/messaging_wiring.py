"""The wiring of messaging: how a fact becomes a message, and when one goes out by itself."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot import control_wiring, inbox_wiring
from bot.rooms import Rooms
from domain.journal.lesson_bell import BellPages
from domain.messaging.changed_evening import ChangedEvenings
from domain.messaging.choosing import Choosing
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.digests import DigestQueue
from domain.messaging.grace import Grace
from domain.messaging.holds import Holding
from domain.messaging.lesson_bells import BellNews, LessonBells
from domain.messaging.list_reminders import ListReminders
from domain.messaging.office import OfficePreparing, OfficeTelling
from domain.messaging.opening import Opening
from domain.messaging.paperwork import PaperFates, PaperTelling
from domain.messaging.ports import Renderer, Sender
from domain.messaging.preparing import Preparing
from domain.messaging.reaching import Reaching
from domain.messaging.sign_offs import SignOffFates, SignOffTelling
from domain.messaging.storms import StormLimits, StormWatch
from domain.messaging.talk_fates import TalkFates
from domain.messaging.telling import Telling
from domain.messaging.telling_absences import AbsenceTelling
from domain.messaging.telling_announcements import AnnouncementFates, AnnouncementTelling
from domain.messaging.telling_bindings import BindingTelling
from domain.messaging.telling_families import FamilyTelling
from domain.messaging.telling_lessons import LessonTelling
from domain.messaging.telling_marks import MarkTelling
from domain.messaging.telling_movements import MovementTelling
from domain.messaging.telling_polls import PollFates, PollTelling
from domain.messaging.telling_results import ResultTelling
from domain.messaging.telling_staff import StaffTelling
from domain.messaging.telling_talk import TalkTelling
from domain.messaging.writing_limits import LimitTelling
from domain.school.lesson_access import LessonDoor
from scheduler.delivery import trouble
from storage.messaging.arrived import ArrivedMessages
from storage.messaging.choices import ChoicesReading
from storage.messaging.digests import KeptDigests
from storage.messaging.facts import UntoldFacts
from storage.messaging.lesson_bells import LessonBellsReading
from storage.messaging.notices import NoticesQueued
from storage.messaging.papers import PapersReading
from storage.talk.limits import LimitReads


@dataclass(frozen=True)
class MessagingServices:
    """What a person chooses to be told and opens, what is held back, and who can be reached."""

    choosing: Choosing
    opening: Opening
    holding: Holding
    reaching: Reaching


class MessagingWiring(Rooms):
    def messaging_services(self) -> MessagingServices:
        begin, reader = self.database.begin, self.database.reader
        return MessagingServices(
            choosing=Choosing(self.roster, ChoicesReading(reader), begin, self.settings.digest_at),
            opening=Opening(ArrivedMessages(reader), self.preparing()),
            holding=self.holding(),
            reaching=Reaching(begin, self.digests()),
        )

    def holding(self) -> Holding:
        return Holding(self.time, self.holds, self.database.begin)

    def digests(self) -> DigestQueue:
        return DigestQueue(
            self.evening,
            self.readers,
            self.outbox,
            KeptDigests(self.database.reader),
            self.database.begin,
            self.settings.digest_at,
            ChangedEvenings(self.time, self.marks, self.readers),
        )

    def preparing(self) -> Preparing:
        return Preparing(
            self.time,
            self.readers,
            self.cards,
            self.outbox,
            AnnouncementFates(self.announced, self.polls),
            self.evening,
            self.readers,
            self.roster,
            self.holds,
            self._bell_news(),
            PaperFates(PapersReading(self.database.reader, self.time), self.readers),
            OfficePreparing(self.office, self.readers),
            PollFates(self.meetings),
            inbox=inbox_wiring.preparing(self),
            talk=TalkFates(self.threads),
            limits=self._limits(),
            push=self.settings.push_content,
            sign_offs=SignOffFates(self.weeks, self.timetable),
            areas=control_wiring.fates(self),
        )

    def lesson_bells(self) -> LessonBells:
        return LessonBells(self.time, self.timetable, LessonBellsReading(self.database.reader), self.database.begin)

    def list_reminders(self) -> ListReminders:
        lists, queued = self.cards.lists, NoticesQueued(self.database.reader)
        begin = self.database.begin
        return ListReminders(self.time, self.roster, lists, self.readers, self.holds, queued, begin)

    def _bell_news(self) -> BellNews:
        door = LessonDoor(self.time, self.timetable, self.roster, self.exemptions)
        pages = BellPages(door, self.journal, self.journal, LessonBellsReading(self.database.reader), self.plans)
        return BellNews(pages, self.attendance, self.notes)

    def delivery(self, renderer: Renderer, sender: Sender) -> Delivery:
        cards = self.cards
        families = FamilyTelling(self.time, self.readers, cards, self.roster, self._grace())
        announcements = AnnouncementTelling(self.time, self.readers, self.announced, self.polls)
        staff = StaffTelling(self.time, self.readers, cards, self.outbox, self.roster, self.holds)
        absences = AbsenceTelling(self.time, self.readers, self.outbox, self.roster, self.holds, self._grace())
        results = ResultTelling(self.readers, self._grace())
        marks = MarkTelling(self.readers, self.holds, self.marks, self._grace(), self.outbox)
        grace, evening = self._grace(), self.settings.digest_at
        lessons = LessonTelling(self.time, self.readers, self.roster, self.timetable, grace, evening)
        movements = MovementTelling(self.readers, self.holds, cards.movements, self.outbox)
        bindings = BindingTelling(self.readers, self.binding_cards, self.outbox, self.roster)
        papers = PaperTelling(self.readers, PapersReading(self.database.reader, self.time))
        storms = StormWatch(
            self.time, self.holds, self.attendance, self.outbox, self.readers, self.roster, self._storms()
        )
        return Delivery(
            owner=secrets.token_hex(8),
            clock=self.database.clock,
            begin=self.database.begin,
            outbox=self.outbox,
            telling=Telling(
                self.time,
                UntoldFacts(self.database.reader),
                families,
                announcements,
                staff,
                storms,
                absences,
                results,
                marks,
                lessons,
                movements,
                bindings,
                papers,
                OfficeTelling(self.time, self.readers),
                PollTelling(self.time, self.readers, self.polls),
                inbox=inbox_wiring.telling(self),
                talk=TalkTelling(self.threads, self.outbox),
                limits=self._limits(),
                sign_offs=SignOffTelling(self.readers, self.roster, self.weeks),
                areas=control_wiring.tellings(self),
            ),
            preparing=self.preparing(),
            renderer=renderer,
            sender=sender,
            trouble=trouble,
            limits=SendingLimits(in_flight=self.settings.sends_in_flight, per_chat=self.settings.sends_per_chat),
        )

    def _limits(self) -> LimitTelling:
        return LimitTelling(self.readers, LimitReads(self.database.reader))

    def _storms(self) -> StormLimits:
        settings = self.settings
        wait = timedelta(minutes=settings.storm_wait_minutes)
        return StormLimits(settings.storm_class_percent, settings.storm_school_percent, settings.storm_messages, wait)

    def _grace(self) -> Grace:
        seconds = self.settings.absence_grace_seconds, self.settings.mark_grace_seconds
        return Grace(*(timedelta(seconds=one) for one in seconds))
