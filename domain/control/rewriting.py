"""What is to be written into the paper journal of a day: page by page, the own lessons alone (1.5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Protocol

from domain.attendance.missed import MissedDay, MissedLesson, totals
from domain.attendance.pages import AbsenceHistory
from domain.clock import SchoolTime
from domain.control.journal_page import WordedHomework
from domain.control.paper_day import (
    EnteredMark,
    EnteredPresence,
    LessonHead,
    OwnScope,
    PaperDay,
    PaperMissed,
    PaperPage,
)
from domain.control.paper_pages import Entered, at_home_of, paper_pages
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.journal.homework_lessons import AHEAD
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.calendar import DAY
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster
from domain.school.timetable import PlannedLesson

BACK = timedelta(days=60)
"""How far back lessons are looked at: what is entered later than that is the deputy's matter."""


class RewritingRead(Protocol):
    """Constant statements, whatever the day."""

    async def lessons(self, scope: OwnScope) -> Sequence[LessonHead]:
        """Of the day, and older ones of which anything was entered that day; by day and position."""
        ...

    async def marks(self, scope: OwnScope) -> Sequence[EnteredMark]:
        """Set that day, those taken back too."""
        ...

    async def presence(self, scope: OwnScope) -> Sequence[EnteredPresence]:
        """Of the day's lessons, and what was entered that day of others."""
        ...

    async def homework(self, classes: Collection[ClassId], first: date) -> Sequence[WordedHomework]:
        """Due after `first`; not what is for single pupils."""
        ...


@dataclass(frozen=True, slots=True)
class Rewriting:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: RewritingRead
    history: AbsenceHistory
    gate: ExportGate

    async def day(self, actor: Actor, day: date | None = None) -> PaperDay:
        """`day` None: today. Raises `NotFound` for one that is to come, or too long ago."""
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        today = self.time.today()
        wanted = day or today
        if not today - BACK <= wanted <= today:
            raise NotFound
        planned = await self._planned(actor.person, today)
        roster = await self.rosters.roster() if wanted == today else await self.rosters.roster_on(wanted)
        pages = await self._pages(actor.person, wanted, planned, roster)
        days = {one.ref.day for one in planned if one.ref.day <= today} | {today}
        return PaperDay(
            wanted,
            today,
            pages,
            await self._missed(actor, wanted, roster),
            max((one for one in days if one < wanted), default=None),
            min((one for one in days if one > wanted), default=None),
        )

    async def take(self, actor: Actor, day: date | None = None) -> PaperDay:
        """The same for a file, written down and not counted: it is the own lessons, every evening."""
        page = await self.day(actor, day)
        await self.gate.allow_part(actor, Action.SEE_OWN_LESSONS, Export(ExportKind.REWRITING))
        return page

    async def _planned(self, teacher: PersonId, today: date) -> list[PlannedLesson]:
        days = await self.timetables.days(today - BACK, today + AHEAD)
        return [one for day in days for one in day.by_teacher.get(teacher, ()) if one.takes_place]

    async def _pages(
        self, teacher: PersonId, day: date, planned: Sequence[PlannedLesson], roster: Roster
    ) -> tuple[PaperPage, ...]:
        mine = [one for one in planned if one.ref.day == day]
        since, before = self.time.instant(day, time()), self.time.instant(day + DAY, time())
        scope = OwnScope(teacher, day, day - BACK, {one.ref.entry for one in mine}, since, before)
        at_home = at_home_of(planned, await self._homework(planned, day), scope)
        entered = Entered(
            await self.reads.lessons(scope), await self.reads.marks(scope), await self.reads.presence(scope), at_home
        )
        return paper_pages(scope, [one for one in planned if one.ref.day <= day], entered, roster)

    async def _homework(self, planned: Sequence[PlannedLesson], day: date) -> Sequence[WordedHomework]:
        classes = {one for lesson in planned for one in lesson.classes if lesson.ref.day <= day}
        return await self.reads.homework(classes, day - BACK) if classes else ()

    async def _missed(self, actor: Actor, day: date, roster: Roster) -> tuple[PaperMissed, ...]:
        """Of the classes that the actor leads."""
        if Reach.CLASS not in reach_of(actor, Action.SEE_CLASS_SHEETS):
            return ()
        own = [one for one in actor.own_classes if one in roster.classes]
        require(actor, Action.SEE_CLASS_SHEETS, Target(classes=tuple(own)))
        seats = {seat.pupil: seat for class_id in own for seat in roster.of_class.get(class_id, ())}
        missed: dict[PersonId, list[MissedLesson]] = {}
        for one in await self.history.missed(list(seats), day, day):
            missed.setdefault(one.pupil, []).append(one)
        return tuple(
            PaperMissed(
                class_id,
                roster.classes[class_id].name,
                tuple(
                    (seat.name, totals([MissedDay(seat.pupil, seat.name, day, tuple(missed[seat.pupil]))]))
                    for seat in roster.of_class.get(class_id, ())
                    if any(one.status.away for one in missed.get(seat.pupil, ()))
                ),
            )
            for class_id in own
        )
