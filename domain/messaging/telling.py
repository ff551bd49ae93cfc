"""From fact to outbox rows, each fact exactly once: its readers, by their rights and by what they chose.

What is put into a row is only whom it is for and what it is about; whether it still says something is asked again at
delivery (`preparing.py`). So an undone act needs no care here: its row finds nothing to say.
"""

from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.events import (
    AbsenceAnnounced,
    AbsenceAnswered,
    AccountUnreachable,
    AlarmTaken,
    AlarmUnanswered,
    AnnouncementAcknowledged,
    AnnouncementCorrected,
    AnnouncementMade,
    AnnouncementReminded,
    AttendanceNoted,
    BackupTroubled,
    BindingAsked,
    BindingDecided,
    CodesGuessed,
    ConsentTextPublished,
    ConsentWithdrawn,
    DataTakenOut,
    DebtChanged,
    DocumentPublished,
    DocumentReminded,
    ErasureAsked,
    HoldDecided,
    HomeworkChanged,
    IncidentClosed,
    IncidentOpened,
    LessonChanged,
    MarkChangeAsked,
    MarkChanged,
    MarkChangeDecided,
    MarkTouched,
    MovementDecided,
    MovementProposed,
    PhoneBound,
    PhoneDisowned,
    PollChanged,
    ResultSet,
    RetentionDue,
    SignaturesReminded,
    StaffLocked,
    TalkReworded,
    TalkWritten,
    ThreadsHandedOver,
    UpdatesQuarantined,
    WritingLimited,
)
from domain.messaging.from_above import AreaTelling
from domain.messaging.office import OfficeTelling
from domain.messaging.paperwork import PaperTelling
from domain.messaging.plan import Plan, facts_of
from domain.messaging.ports import FactsRead, MessagingTransaction
from domain.messaging.sign_offs import SignOffTelling
from domain.messaging.storms import StormWatch
from domain.messaging.telling_absences import AbsenceTelling
from domain.messaging.telling_announcements import STATUS_AFTER, AnnouncementTelling
from domain.messaging.telling_bindings import BindingTelling
from domain.messaging.telling_families import FamilyTelling
from domain.messaging.telling_inbox import InboxTelling
from domain.messaging.telling_lessons import LessonTelling
from domain.messaging.telling_marks import MarkTelling
from domain.messaging.telling_movements import MovementTelling
from domain.messaging.telling_polls import PollTelling
from domain.messaging.telling_results import ResultTelling
from domain.messaging.telling_staff import StaffTelling
from domain.messaging.telling_talk import TalkTelling
from domain.messaging.writing_limits import LimitTelling

BATCH = 500
"""Facts told at once: a roll call of thirty classes fits in."""


@dataclass(frozen=True, slots=True)
class Telling:
    """`plan` only reads, `put` only writes: the loop puts the plan into the transaction that it needs anyway.

    One telling at a time in one program; should two programs tell the same facts, the outbox's key lets one through.
    """

    time: SchoolTime
    facts: FactsRead
    families: FamilyTelling
    announcements: AnnouncementTelling
    staff: StaffTelling
    storms: StormWatch
    absences: AbsenceTelling
    results: ResultTelling
    marks: MarkTelling
    lessons: LessonTelling
    movements: MovementTelling
    bindings: BindingTelling
    papers: PaperTelling
    office: OfficeTelling
    polls: PollTelling
    inbox: InboxTelling
    talk: TalkTelling
    limits: LimitTelling
    sign_offs: SignOffTelling | None = None
    """None: no week is signed."""
    areas: tuple[AreaTelling, ...] = ()
    """Above messaging."""

    async def plan(self) -> Plan:
        """A number of statements that depends on the kinds of facts, not on how many there are."""
        untold = await self.facts.untold(BATCH)
        plan = Plan(told=[one.id for one in untold], more=len(untold) == BATCH)
        if untold:
            await self.families.absences(plan, facts_of(untold, AttendanceNoted))
            await self.staff.answers(plan, facts_of(untold, AbsenceAnswered))
            await self.absences.notes(plan, facts_of(untold, AbsenceAnnounced))
            await self.absences.unanswered(plan, facts_of(untold, AlarmUnanswered))
            await self.absences.taken(plan, facts_of(untold, AlarmTaken))
            await self.families.marks(plan, facts_of(untold, MarkChanged))
            await self.results.results(plan, facts_of(untold, ResultSet))
            await self.marks.debts(plan, facts_of(untold, DebtChanged))
            await self.marks.touched(plan, facts_of(untold, MarkTouched))
            await self.marks.asked(plan, facts_of(untold, MarkChangeAsked))
            await self.marks.decided(plan, facts_of(untold, MarkChangeDecided))
            await self.movements.proposed(plan, facts_of(untold, MovementProposed))
            await self.movements.decided(plan, facts_of(untold, MovementDecided))
            await self.families.homework(plan, facts_of(untold, HomeworkChanged))
            await self.lessons.lessons(plan, facts_of(untold, LessonChanged))
            await self.announcements.made(plan, facts_of(untold, AnnouncementMade))
            await self.announcements.reminded(plan, facts_of(untold, AnnouncementReminded))
            await self.announcements.corrected(plan, facts_of(untold, AnnouncementCorrected))
            self.announcements.acknowledged(plan, facts_of(untold, AnnouncementAcknowledged))
            await self.staff.lost(plan, facts_of(untold, AccountUnreachable))
            await self.staff.guessing(plan, facts_of(untold, CodesGuessed))
            await self.staff.quarantined(plan, facts_of(untold, UpdatesQuarantined))
            await self.staff.unsaved(plan, facts_of(untold, BackupTroubled))
            await self.bindings.asked(plan, facts_of(untold, BindingAsked))
            await self.bindings.decided(plan, facts_of(untold, BindingDecided))
            await self.bindings.bound(plan, facts_of(untold, PhoneBound))
            await self.bindings.disowned(plan, facts_of(untold, PhoneDisowned))
            await self.bindings.locked(plan, facts_of(untold, StaffLocked))
            await self.staff.decided(plan, facts_of(untold, HoldDecided))
            await self.polls.changed(plan, facts_of(untold, PollChanged))
            await self.papers.published(plan, facts_of(untold, DocumentPublished))
            await self.papers.reminded(plan, facts_of(untold, DocumentReminded))
            await self.papers.reworded(plan, facts_of(untold, ConsentTextPublished))
            await self.papers.withdrawn(plan, facts_of(untold, ConsentWithdrawn))
            await self.inbox.handed_over(plan, facts_of(untold, ThreadsHandedOver))
            await self.limits.limited(plan, facts_of(untold, WritingLimited))
            await self.office.tell(
                plan,
                facts_of(untold, DataTakenOut),
                facts_of(untold, IncidentOpened),
                facts_of(untold, IncidentClosed),
                facts_of(untold, ErasureAsked),
                facts_of(untold, RetentionDue),
            )
            await self.talk.written(plan, facts_of(untold, TalkWritten))
            await self.talk.reworded(plan, facts_of(untold, TalkReworded))
            if self.sign_offs is not None:
                await self.sign_offs.reminded(plan, facts_of(untold, SignaturesReminded))
            for area in self.areas:
                await area.tell(plan, untold)
            await self.storms.plan(plan, facts_of(untold, AttendanceNoted), facts_of(untold, AnnouncementMade))
        return plan

    async def put(self, tx: MessagingTransaction, plan: Plan) -> None:
        if plan.empty:
            return
        await tx.outbox.supersede(plan.superseded)
        await tx.outbox.add(plan.messages)
        await self.storms.put(tx, plan)
        await tx.outbox.rearm(set(plan.rearmed), self.time.now() + STATUS_AFTER)
        await tx.facts.told(plan.told)
