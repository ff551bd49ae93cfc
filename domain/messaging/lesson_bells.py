"""Lessons that come at their bell to those who want it: queued once each, of no use after the lesson (3.4.1)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.attendance.notes import DayNotes
from domain.attendance.ports import RollCallSheet
from domain.attendance.reading import Sheets, with_announced
from domain.clock import SchoolTime
from domain.ids import AccountId, EntryId, PersonId
from domain.journal.lesson_bell import BellPages, ringing
from domain.messaging.contents import LessonNews
from domain.messaging.fates import Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.ports import BeginMessaging
from domain.messaging.truth import NOT_A_READER, Drop
from domain.school.ports import Timetables
from domain.school.timetable import LessonRef, PlannedLesson

BEGUN = Drop("begun already")
"""Or moved, or cancelled meanwhile."""


class BellListeners(Protocol):
    async def listeners(self, persons: Collection[PersonId]) -> Sequence[tuple[PersonId, AccountId]]:
        """Teachers' accounts of those who want their lessons to come."""
        ...

    async def queued(self, events: Collection[str]) -> Collection[tuple[str, AccountId]]: ...


@dataclass(frozen=True, slots=True)
class LessonBells:
    """A tick asks what goes on now; a restart or a second tick finds it queued."""

    time: SchoolTime
    timetables: Timetables
    read: BellListeners
    begin: BeginMessaging

    async def ring(self) -> int:
        """How many lessons were queued. Three statements at most, none where no lesson goes on."""
        now = self.time.local()
        lessons = ringing((await self.timetables.day(now.date())).lessons, now.time())
        if not lessons:
            return 0
        listeners = await self.read.listeners({one for lesson in lessons for one in lesson.teacher_ids})
        messages = [
            self._message(lesson, account)
            for lesson in lessons
            for person, account in listeners
            if person in lesson.teacher_ids
        ]
        queued = await self.read.queued({one.event for one in messages}) if messages else ()
        new = [one for one in messages if (one.event, one.account) not in queued]
        if new:
            async with self.begin() as tx:
                await tx.outbox.add(new)
        return len(new)

    def _message(self, lesson: PlannedLesson, account: AccountId) -> NewMessage:
        assert lesson.bell is not None
        ref, bell = lesson.ref, lesson.bell
        when = self.time.instant(ref.day, bell.starts), self.time.instant(ref.day, bell.ends)
        body = {"entry": ref.entry, "day": f"{ref.day}"}
        return NewMessage(bell_event(ref), 1, account, Kind.LESSON_BELL, None, body, *when)


@dataclass(frozen=True, slots=True)
class BellNews:
    """What comes: the roll call, with whom guardians have announced."""

    bells: BellPages
    sheets: Sheets
    notes: DayNotes

    async def news(self, refs: Collection[LessonRef], whole: bool) -> Mapping[LessonRef, LessonNews]:
        pages = await self.bells.pages(refs, whole)
        found = {}
        for ref, page in pages.items():
            sheet = await self.sheets.sheet(ref) if whole else RollCallSheet(None, False)
            notes = await self.notes.on(ref.day)
            found[ref] = LessonNews(page, with_announced(sheet, page.lesson, page.seats, notes))
        return found


def lesson_fate(row: Claimed, news: LessonNews | None, known: Known) -> Say | Drop:
    """To who gives the lesson as of now."""
    if news is None:
        return BEGUN
    gives = known.addresses[row.account].person in news.page.lesson.teacher_ids
    return Say(news) if gives else NOT_A_READER


def lesson_of(row: Claimed) -> LessonRef:
    return LessonRef(EntryId(row.body["entry"]), date.fromisoformat(row.body["day"]))


def bell_event(ref: LessonRef) -> str:
    return f"bell:{ref.entry}:{ref.day}"
