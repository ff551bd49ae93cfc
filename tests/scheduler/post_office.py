"""Messaging as a test wants it: the real outbox and readers, a sender that remembers, cards read from the tables."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import insert, select, update

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.events import AttendanceNoted, MarkChanged
from domain.ids import LessonId, MarkId, PersonId
from domain.journal.lesson_bell import BellPages
from domain.messaging.contents import Content
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.digests import DigestQueue
from domain.messaging.evening import Evening
from domain.messaging.grace import Grace
from domain.messaging.lesson_bells import BellNews
from domain.messaging.office import OfficePreparing, OfficeTelling
from domain.messaging.outbox import Outcome, Sent
from domain.messaging.owed_mornings import InboxPreparing
from domain.messaging.paperwork import PaperFates, PaperTelling
from domain.messaging.ports import Cards, Letter
from domain.messaging.preparing import Preparing
from domain.messaging.storms import StormLimits, StormWatch
from domain.messaging.talk_fates import TalkFates
from domain.messaging.telling import Telling
from domain.messaging.telling_absences import AbsenceTelling
from domain.messaging.telling_announcements import AnnouncementFates, AnnouncementTelling
from domain.messaging.telling_bindings import BindingTelling
from domain.messaging.telling_families import FamilyTelling
from domain.messaging.telling_inbox import InboxTelling
from domain.messaging.telling_lessons import LessonTelling
from domain.messaging.telling_marks import MarkTelling
from domain.messaging.telling_movements import MovementTelling
from domain.messaging.telling_polls import PollFates, PollTelling
from domain.messaging.telling_results import ResultTelling
from domain.messaging.telling_staff import StaffTelling
from domain.messaging.telling_talk import TalkTelling
from domain.messaging.veil import PushContent
from domain.messaging.writing_limits import LimitTelling
from domain.school.lesson_access import LessonDoor
from domain.talk.owed import OwedThreads
from storage.attendance.known_notes import KnownNotes
from storage.attendance.reads import AttendanceReads
from storage.database import Database
from storage.journal.homework_reads import HomeworkReads
from storage.journal.mark_reads import MarkReads
from storage.journal.plan_reads import PlanReads
from storage.journal.reads import JournalReads
from storage.journal.results_reads import ResultsReads
from storage.messaging.day_news import DayNewsReading
from storage.messaging.digests import KeptDigests
from storage.messaging.facts import UntoldFacts
from storage.messaging.holds import HoldsReading
from storage.messaging.lesson_bells import LessonBellsReading
from storage.messaging.office import OfficeNewsReading
from storage.messaging.outbox import OutboxReading
from storage.messaging.papers import PapersReading
from storage.messaging.readers import AccountReaders
from storage.roles.binding_cards import BindingCards
from storage.school.list_confirmations import ListConfirmationReads
from storage.school.movement_reads import MovementReads
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.tables.attendance import attendance
from storage.tables.journal import lessons, marks
from storage.tables.messaging import outbox
from storage.talk.handovers import HandoverReads
from storage.talk.inbox import InboxReads
from storage.talk.limits import LimitReads
from storage.talk.meeting_reads import MeetingReads
from storage.talk.poll_reads import PollReads
from storage.talk.receipts import ReceiptsReading
from storage.talk.standings import StandingsReading
from storage.talk.thread_reads import ThreadReads
from tests import school

CALM = StormLimits(class_percent=0, school_percent=0, messages=0)
"""Nothing is a storm."""


@dataclass(frozen=True)
class Message:
    telegram_id: int
    content: Content
    repeat: bool
    edits: int | None


class Plain:
    """Words do not matter here: the letter carries what it tells."""

    def render(self, content: Content, language: str, repeat: bool) -> Letter:
        return Letter(type(content).__name__, (content, repeat))


@dataclass
class Pigeon:
    """Remembers what it carried. `fate` may answer otherwise than `Sent`, by Telegram id, or raise."""

    carried: list[Message] = field(default_factory=list)
    fates: dict[int, list[Outcome]] = field(default_factory=dict)

    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        fate = self.fates.get(telegram_id)
        if fate:
            return fate.pop(0)
        content, repeat = letter.keyboard  # type: ignore[misc]
        self.carried.append(Message(telegram_id, content, repeat, edits))
        return Sent(500 + len(self.carried))

    def to(self, person: PersonId) -> list[Message]:
        return [message for message in self.carried if message.telegram_id == school.telegram_id(person)]

    @property
    def readers(self) -> list[PersonId]:
        return sorted(PersonId(message.telegram_id - 1000) for message in self.carried)


def evening(database: Database, time: SchoolTime) -> Evening:
    roster, timetable = KnownRoster(database, time), KnownTimetable(database)
    return Evening(time, DayNewsReading(database.reader, time), roster, timetable)


def digest_queue(database: Database, time: SchoolTime) -> DigestQueue:
    readers, outbox_read = AccountReaders(database.reader, "ru"), OutboxReading(database.reader)
    return DigestQueue(evening(database, time), readers, outbox_read, KeptDigests(database.reader), database.begin)


def delivery(
    database: Database,
    time: SchoolTime,
    pigeon: Pigeon,
    owner: str = "run 1",
    grace: Grace | None = None,
    limits: SendingLimits | None = None,
    storms: StormLimits = CALM,
    push: PushContent = PushContent.FULL,
) -> Delivery:
    readers, outbox_read = AccountReaders(database.reader, "ru"), OutboxReading(database.reader)
    roster, announced = KnownRoster(database, time), ReceiptsReading(database.reader, time)
    absences = AttendanceReads(database, KnownTimetable(database))
    marks_read = MarkReads(database.reader)
    bound = BindingCards(database, time)
    cards = Cards(absences, JournalReads(database), HomeworkReads(database), ResultsReads(database), marks_read,
        MovementReads(database.reader), ListConfirmationReads(database.reader),
        bound,
    )  # fmt: skip
    families = FamilyTelling(time, readers, cards, roster, grace or Grace())
    holds = HoldsReading(database.reader)
    announcements = AnnouncementTelling(time, readers, announced, PollReads(database.reader, time))
    staff = StaffTelling(time, readers, cards, outbox_read, roster, holds)
    absences_told = AbsenceTelling(time, readers, outbox_read, roster, holds, grace or Grace())
    watch = StormWatch(time, holds, absences, outbox_read, readers, roster, storms)
    results = ResultTelling(readers, grace or Grace())
    marks_told = MarkTelling(readers, holds, marks_read, grace or Grace(), outbox_read)
    lessons = LessonTelling(time, readers, roster, KnownTimetable(database), grace or Grace())
    moves = MovementTelling(readers, holds, cards.movements, outbox_read)
    untold = UntoldFacts(database.reader)
    bindings_told = BindingTelling(readers, bound, outbox_read, roster)
    office, polls = OfficeTelling(time, readers), PollReads(database.reader, time)
    papers = PapersReading(database.reader, time)
    standings, handed = StandingsReading(database.reader, time, 8), HandoverReads(database.reader)
    threads, owed = ThreadReads(database.reader, time, standings), InboxReads(database.reader, time, 8)
    limited = LimitTelling(readers, LimitReads(database.reader))
    telling = Telling(
        time, untold, families, announcements, staff, watch, absences_told, results, marks_told, lessons, moves,
        bindings_told, PaperTelling(readers, papers), office, PollTelling(time, readers, polls), limits=limited,
        talk=TalkTelling(threads, outbox_read), inbox=InboxTelling(readers, handed),
    )  # fmt: skip
    door, written = LessonDoor(time, KnownTimetable(database), roster), LessonBellsReading(database.reader)
    pages = BellPages(door, JournalReads(database), JournalReads(database), written, PlanReads(database))
    bells = BellNews(pages, absences, KnownNotes(database))
    office_news = OfficePreparing(OfficeNewsReading(database.reader), readers)
    preparing = Preparing(
        time, readers, cards, outbox_read, AnnouncementFates(announced, polls), evening(database, time), readers,
        roster, holds, bells, PaperFates(papers, readers), office_news, PollFates(MeetingReads(database.reader, polls)),
        limits=limited, push=push, talk=TalkFates(threads),
        inbox=InboxPreparing(handed, OwedThreads(owed, standings)),
    )  # fmt: skip
    return Delivery(
        owner, time.clock, database.begin, outbox_read, telling, preparing, Plain(), pigeon, _raise,
        limits or SendingLimits(in_flight=50, per_chat=1000),
    )  # fmt: skip


def _raise(error: Exception) -> None:
    raise error


async def all_turns(post: Delivery) -> None:
    """Until a turn has nothing left to do."""
    while await post.turn() or post._woken:
        pass


async def note(
    database: Database, status: Presence, pupil: PersonId = school.IVANOV, by: PersonId = school.ALGEBRA_TEACHER
) -> LessonId:
    """As a roll call does it: the row, and the fact with its version."""
    day, now = school.TUESDAY, database.clock.now()
    async with database.begin() as tx:
        lesson = await tx.row(select(lessons.c.id).where(lessons.c.entry_id == school.entry_of(0)))
        lesson_id = lesson.id if lesson else await tx.add(insert(lessons).values(_lesson(day, by)))
        known = await tx.row(
            select(attendance.c.version).where(attendance.c.lesson_id == lesson_id, attendance.c.pupil_id == pupil)
        )
        version = known.version + 1 if known else 1
        row = {"status": status, "version": version, "noted_by": by, "noted_at": now}
        if known:
            mine = (attendance.c.lesson_id == lesson_id, attendance.c.pupil_id == pupil)
            await tx.run(update(attendance).where(*mine).values(**row))
        else:
            await tx.run(insert(attendance).values(lesson_id=lesson_id, pupil_id=pupil, day=day, **row))
        await tx.facts.add(AttendanceNoted(by, LessonId(lesson_id), pupil, version))
    return LessonId(lesson_id)


def _lesson(day: date, by: PersonId) -> dict[str, object]:
    return {
        "entry_id": school.entry_of(0),
        "day": day,
        "position": 1,
        "subject_id": school.ALGEBRA,
        "teacher_id": by,
    }


async def put_mark(
    database: Database,
    value: str | None,
    mark: MarkId | None = None,
    pupil: PersonId = school.IVANOV,
    by: PersonId = school.ALGEBRA_TEACHER,
) -> MarkId:
    """Sets a mark, changes it, or (value None) takes it back."""
    now = database.clock.now()
    async with database.begin() as tx:
        if mark is None:
            lesson = await tx.row(select(lessons.c.id).where(lessons.c.entry_id == school.entry_of(0)))
            lesson_id = lesson.id if lesson else await tx.add(insert(lessons).values(_lesson(school.TUESDAY, by)))
            row = {"lesson_id": lesson_id, "pupil_id": pupil, "day": school.TUESDAY, "subject_id": school.ALGEBRA}
            slot = len(await tx.rows(select(marks.c.id).where(marks.c.pupil_id == pupil)))
            made = insert(marks).values(**row, kind_id=1, slot=slot, value=value, set_by=by, set_at=now)
            mark, version = MarkId(await tx.add(made)), 1
        else:
            changed = {"taken_back": True} if value is None else {"value": value, "taken_back": False}
            old = await tx.row(select(marks.c.version).where(marks.c.id == mark))
            assert old is not None
            version = old.version + 1
            await tx.run(update(marks).where(marks.c.id == mark).values(**changed, version=version, set_at=now))
        await tx.facts.add(MarkChanged(by, mark, pupil, version))
    return mark


async def rows(database: Database) -> list[tuple[str, str, str | None]]:
    """(kind, state, reason) of all rows of the outbox."""
    found = await database.reader.rows(select(outbox).order_by(outbox.c.id))
    return [(row.kind, row.state, row.reason) for row in found]
