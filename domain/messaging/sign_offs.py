"""The week of the diary, to be signed: it comes with the evening digest of the week's last school day (1.4.4).

So it needs no moment of its own, rings no second time, and is told late as a digest is: with the next one. Alone it
comes as a reminder, when the class teacher asks for it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.clock import SchoolTime
from domain.events import SignaturesReminded
from domain.ids import PersonId
from domain.messaging import names
from domain.messaging.contents import SignOffNews
from domain.messaging.fates import Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.truth import ALREADY, GONE
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import WeekPlan
from domain.talk.signatures import (
    DiarySignature,
    SchoolWeek,
    WeekCounts,
    WeeksRead,
    WeekSummary,
    school_week,
    week_opened,
)

WORTH_TELLING = timedelta(days=2)
STILL_NEWS = timedelta(days=4)
"""A digest tells of a week that ended so long ago at most: over a Friday that was missed, not into the holidays."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Summaries of children's weeks, for digests and reminders."""

    time: SchoolTime
    reads: WeeksRead
    mode: DiarySignature = DiarySignature.WEEKLY

    def opened(self, plan: WeekPlan, school_class: SchoolClass, since: datetime, until: datetime) -> SchoolWeek | None:
        """Which week a digest of that time tells of."""
        if self.mode is DiarySignature.OFF:
            return None
        return week_opened(plan, school_class, max(since, until - STILL_NEWS), until, self.time)

    async def summaries(
        self, asked: Collection[tuple[PersonId, SchoolWeek]], roster: Roster, everyone: bool = False
    ) -> Mapping[tuple[PersonId, date], WeekSummary]:
        """By pupil and Monday; four statements for each week that is asked about. `everyone`: all pupils are meant."""
        if not asked:
            return {}
        pupils = None if everyone else {pupil for pupil, _ in asked}
        signed = await self.reads.signatures(pupils, {week.monday for _, week in asked})
        found: dict[tuple[PersonId, date], WeekSummary] = {}
        for monday in sorted({week.monday for _, week in asked}):
            mine = [(pupil, week) for pupil, week in asked if week.monday == monday]
            days = [day for _, week in mine for day in (week.first, week.last)]
            counts = await self.reads.counts(pupils, min(days), max(days))
            for pupil, week in mine:
                seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
                if seat is None or school_class is None:
                    continue
                found[pupil, monday] = WeekSummary(
                    pupil,
                    seat.name,
                    school_class.name,
                    school_class.grade == 1,
                    week,
                    counts.get(pupil, WeekCounts()),
                    signed.get((pupil, monday)),
                )
        return found


@dataclass(frozen=True, slots=True)
class SignOffTelling:
    """Reminders to who has not signed."""

    readers: Readers
    rosters: Rosters
    weeks: Weeks

    async def reminded(self, plan: Plan, asked: Sequence[tuple[UntoldFact, SignaturesReminded]]) -> None:
        """To all guardians of a child until one has signed."""
        if not asked:
            return
        roster = await self.rosters.roster()
        pupils = {seat.pupil for _, fact in asked for seat in roster.of_class.get(fact.class_id, ())}
        signed = await self.weeks.reads.signatures(pupils, {fact.week for _, fact in asked})
        guardians = [reader for reader in await self.readers.family(pupils) if reader.signs]
        for one, fact in asked:
            for reader in guardians:
                seat = roster.seats[reader.pupil]
                waits = seat.class_id == fact.class_id and (reader.pupil, fact.week) not in signed
                if waits and reader.person != fact.author:
                    event, body = names.sign_off_event(fact.week, reader.pupil, fact.day), {"week": str(fact.week)}
                    when = (one.at, one.at + WORTH_TELLING)
                    plan.messages.append(NewMessage(event, 1, reader.account, Kind.SIGN_OFF, reader.pupil, body, *when))


@dataclass(frozen=True, slots=True)
class SignOffFates:
    """What was signed meanwhile is not asked for; what it says is read at delivery."""

    weeks: Weeks
    timetables: Timetables

    async def fates(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Of kind SIGN_OFF."""
        if not rows:
            return {}
        plan = await self.timetables.plan()
        mine = {row.id: week for row in rows if (week := _week(plan, row, known)) is not None}
        asked = {(_pupil(row), mine[row.id]) for row in rows if row.id in mine}
        found = await self.weeks.summaries(asked, known.roster)
        return {
            row.id: _fate(found.get((_pupil(row), mine[row.id].monday)) if row.id in mine else None, known)
            for row in rows
        }


def _pupil(row: Claimed) -> PersonId:
    assert row.pupil is not None
    return row.pupil


def _week(plan: WeekPlan, row: Claimed, known: Known) -> SchoolWeek | None:
    school_class = known.roster.class_of(_pupil(row))
    return school_week(plan, school_class, date.fromisoformat(row.body["week"])) if school_class else None


def _fate(summary: WeekSummary | None, known: Known) -> Fate:
    if summary is None:
        return GONE
    return ALREADY if summary.signature is not None and not known.opened else Say(SignOffNews(summary))
