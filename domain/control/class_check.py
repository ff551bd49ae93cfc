"""The class teacher's daily check: what the class's lessons lack, and who is asked for it (3.3.1)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.class_card import ClassCard, class_card
from domain.control.lesson_clock import AHEAD, BACK, LessonClock
from domain.control.lesson_records import LessonBook, LessonRecord
from domain.control.rules import ControlRules
from domain.errors import NotFound, Refused
from domain.events import Facts, TeacherReminded
from domain.ids import ClassId, PersonId
from domain.messaging.ports import Readers
from domain.roles.access import Action, Target, allowed, sees
from domain.roles.people import Actor
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.teacher_absences import TeacherAbsences


@dataclass(eq=False)
class ReminderSent(Refused):
    """Once for a class and a day is enough. `at`: when, school time."""

    name: str
    at: str


@dataclass(eq=False)
class TeacherIsAway(Refused):
    """Nobody who is away is asked."""

    name: str


@dataclass(eq=False)
class TeacherNotIn(Refused):
    """Nothing reaches this teacher by the bot."""

    name: str


@dataclass(eq=False)
class LessonsFilled(Refused):
    """Nothing is left of that day to ask for."""


@dataclass(frozen=True, slots=True)
class ClassDay:
    """`before`, `after`: school days of the class around it, among those that can be looked at."""

    card: ClassCard
    before: date | None
    after: date | None
    reminds: bool
    """Whether the reader may ask teachers."""


Asked = tuple[ClassId, date, PersonId, PersonId]
"""A class and day, the teacher, and by whom."""


class RemindersRead(Protocol):
    async def reminded(self, asked: Collection[Asked]) -> Mapping[Asked, datetime]:
        """When each of these was sent on its way; one statement."""
        ...


class CheckTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class ClassCards:
    """Cards of classes of a day, for the evening and for the page; two statements beside what is kept in memory."""

    time: SchoolTime
    rules: ControlRules
    timetables: Timetables
    rosters: Rosters
    absences: TeacherAbsences
    reminders: RemindersRead

    async def cards(
        self, leading: Mapping[PersonId, Collection[ClassId]], records: Sequence[LessonRecord], day: date
    ) -> Mapping[PersonId, Sequence[ClassCard]]:
        """Without the own lessons: they stand in the own part of the evening."""
        if not leading:
            return {}
        shown = await self.of_classes({one for led in leading.values() for one in led}, records, day)
        asked = [(one, by) for by, led in leading.items() for one in sorted(led) if one in shown]
        cards = {(one, by): shown[one].without(by) for one, by in asked}
        told = await self._told(cards)
        return {
            by: [with_reminders(cards[one, by], by, told) for one in sorted(led) if one in shown]
            for by, led in leading.items()
        }

    async def of_classes(
        self, classes: Collection[ClassId], records: Sequence[LessonRecord], day: date
    ) -> Mapping[ClassId, ClassCard]:
        """Without word of reminders."""
        known = (await self.rosters.roster()).classes
        clock = LessonClock(self.time, self.rules, await self.timetables.days(day, day + AHEAD))
        away, now = await self.absences.on(self.time.today()), self.time.now()
        return {one: class_card(known[one], day, records, clock, now, away) for one in classes if one in known}

    async def with_told(self, card: ClassCard, by: PersonId) -> ClassCard:
        return with_reminders(card, by, await self._told({(card.class_id, by): card}))

    async def _told(self, cards: Mapping[tuple[ClassId, PersonId], ClassCard]) -> Mapping[Asked, datetime]:
        asked = {(one, card.day, left.teacher.id, by) for (one, by), card in cards.items() for left in card.teachers}
        return await self.reminders.reminded(asked) if asked else {}


@dataclass(frozen=True, slots=True)
class ClassChecks:
    time: SchoolTime
    rosters: Rosters
    timetables: Timetables
    book: LessonBook
    cards: ClassCards
    readers: Readers
    begin: Callable[[], AbstractAsyncContextManager[CheckTransaction]]

    async def classes(self, actor: Actor) -> Sequence[SchoolClass]:
        """Those that the actor may look at, the own ones first, then by grade."""
        known = (await self.rosters.roster()).classes.values()
        mine = [one for one in known if allowed(actor, Action.SEE_CLASS_DUTIES, Target(classes=(one.id,)))]
        return sorted(mine, key=lambda one: (one.id not in actor.own_classes, one.grade, one.name))

    async def page(self, actor: Actor, class_id: ClassId, day: date | None = None) -> ClassDay:
        """`day` None: the last school day of the class, today's too. Raises `NotFound`, also for a day out of reach."""
        target = Target(classes=(class_id,))
        if not sees(actor, Action.SEE_CLASS_DUTIES, target):
            raise NotFound
        days = await self._days(class_id)
        shown = day or (days[-1] if days else self.time.today())
        if shown not in days and day is not None:
            raise NotFound
        records = await self.book.lessons(shown, shown, [class_id])
        card = (await self.cards.of_classes([class_id], records, shown)).get(class_id)
        if card is None:
            raise NotFound
        before, after = _around(days, shown)
        reminds = allowed(actor, Action.REMIND_TEACHER, target)
        return ClassDay(await self.cards.with_told(card, actor.person), before, after, reminds)

    async def remind(self, actor: Actor, class_id: ClassId, day: date, teacher: PersonId) -> ClassDay:
        """Once for the class, the day and the teacher by each who asks.

        Raises `NotFound`, `LessonsFilled`, `TeacherIsAway`, `TeacherNotIn`, `ReminderSent`.
        """
        page = await self.page(actor, class_id, day)
        if not page.reminds:
            raise NotFound
        left = page.card.of(teacher)
        if left is None or teacher == actor.person:
            raise LessonsFilled
        name = left.teacher.name.short
        if left.away:
            raise TeacherIsAway(name)
        if left.reminded_at is not None:
            raise ReminderSent(name, f"{self.time.local(left.reminded_at):%H:%M}")
        if not await self.readers.staff([teacher]):
            raise TeacherNotIn(name)
        async with self.begin() as tx:
            await tx.facts.add(TeacherReminded(actor.person, teacher, class_id, day))
        now = {(class_id, day, teacher, actor.person): self.time.now()}
        return replace(page, card=with_reminders(page.card, actor.person, now, keep=True))

    async def _days(self, class_id: ClassId) -> list[date]:
        """Of the last weeks, those with lessons of the class."""
        today = self.time.today()
        days = await self.timetables.days(today - BACK, today)
        return [one.day for one in days if any(lesson.takes_place for lesson in one.by_class.get(class_id, ()))]


def with_reminders(card: ClassCard, by: PersonId, told: Mapping[Asked, datetime], *, keep: bool = False) -> ClassCard:
    """`keep`: what is known of others stays."""
    teachers = tuple(
        replace(
            one, reminded_at=told.get((card.class_id, card.day, one.teacher.id, by), one.reminded_at if keep else None)
        )
        for one in card.teachers
    )
    return replace(card, teachers=teachers)


def _around(days: Iterable[date], shown: date) -> tuple[date | None, date | None]:
    before = [one for one in days if one < shown]
    after = [one for one in days if one > shown]
    return (before[-1] if before else None), (after[0] if after else None)
