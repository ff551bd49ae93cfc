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
    AnnouncementMade,
    AttendanceNoted,
    CodesGuessed,
    DataTakenOut,
    DebtChanged,
    ErasureAsked,
    HoldDecided,
    HomeworkChanged,
    IncidentClosed,
    IncidentOpened,
    MarkChangeAsked,
    MarkChanged,
    MarkChangeDecided,
    MarkTouched,
    ResultSet,
    RetentionDue,
    UpdatesQuarantined,
)
from domain.messaging import names
from domain.messaging.office import OfficeTelling
from domain.messaging.plan import Plan, facts_of
from domain.messaging.ports import FactsRead, MessagingTransaction
from domain.messaging.storms import StormWatch
from domain.messaging.telling_absences import AbsenceTelling
from domain.messaging.telling_families import STATUS_AFTER, FamilyTelling
from domain.messaging.telling_marks import MarkTelling
from domain.messaging.telling_results import ResultTelling
from domain.messaging.telling_staff import StaffTelling

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
    staff: StaffTelling
    storms: StormWatch
    absences: AbsenceTelling
    results: ResultTelling
    marks: MarkTelling
    office: OfficeTelling

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
            await self.families.homework(plan, facts_of(untold, HomeworkChanged))
            await self.families.announced(plan, facts_of(untold, AnnouncementMade))
            await self.staff.lost(plan, facts_of(untold, AccountUnreachable))
            await self.staff.guessing(plan, facts_of(untold, CodesGuessed))
            await self.staff.quarantined(plan, facts_of(untold, UpdatesQuarantined))
            await self.staff.decided(plan, facts_of(untold, HoldDecided))
            await self.office.tell(
                plan,
                facts_of(untold, DataTakenOut),
                facts_of(untold, IncidentOpened),
                facts_of(untold, IncidentClosed),
                facts_of(untold, ErasureAsked),
                facts_of(untold, RetentionDue),
            )
            await self.storms.plan(plan, facts_of(untold, AttendanceNoted), facts_of(untold, AnnouncementMade))
            plan.rearmed += [names.status_event(f.announcement) for _, f in facts_of(untold, AnnouncementAcknowledged)]
        return plan

    async def put(self, tx: MessagingTransaction, plan: Plan) -> None:
        if plan.empty:
            return
        await tx.outbox.supersede(plan.superseded)
        await tx.outbox.add(plan.messages)
        await self.storms.put(tx, plan)
        await tx.outbox.rearm(set(plan.rearmed), self.time.now() + STATUS_AFTER)
        await tx.facts.told(plan.told)
