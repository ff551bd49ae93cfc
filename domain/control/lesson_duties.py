"""Duties of lessons, counted by teacher for who answers for all of them; and the daily check of classes (3.6.2)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.clock import SchoolTime
from domain.control.class_card import ClassCard
from domain.control.class_check import ClassCards
from domain.control.deadlines import DatedDuty
from domain.control.duties import Duty, late
from domain.control.lesson_clock import AHEAD, BACK, LessonClock
from domain.control.lesson_records import LessonBook
from domain.control.own_duties import is_away
from domain.control.rules import ControlRules
from domain.ids import ClassId, PersonId
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.teacher_absences import TeacherAbsences
from domain.school.timetable import PlannedLesson

RECENT = timedelta(days=7)
"""In which the last school day before today lies, but for holidays, in which nobody is chased."""


@dataclass(frozen=True, slots=True)
class LessonDuties:
    """Late ones alone: each lesson by its course and day; of nobody who was away then."""

    time: SchoolTime
    rules: ControlRules
    timetables: Timetables
    book: LessonBook
    absences: TeacherAbsences

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        clock = LessonClock(self.time, self.rules, await self.timetables.days(today - BACK, today + AHEAD))
        now, away = self.time.now(), await self.absences.standing()
        return [
            self._duty(one.duty, one.until, teacher, record.lesson)
            for record in await self.book.lessons(today - BACK, today)
            for one in late(record, clock, now)
            for teacher in record.lesson.teacher_ids
            if (persons is None or teacher in persons) and not is_away(away, teacher, record)
        ]

    def _duty(self, duty: Duty, until: datetime, owner: PersonId, lesson: PlannedLesson) -> DatedDuty:
        """Its last day is the one before that on which it was too late."""
        last = min(self.time.local(until).date(), self.time.today() - timedelta(days=1))
        name = f"{', '.join(dict.fromkeys(part.name for part in lesson.parts))} · {lesson.subject.name}"
        classes = lesson.classes
        return DatedDuty(duty, owner, last, 1, name, classes[0] if classes else None, day=lesson.ref.day)


@dataclass(frozen=True, slots=True)
class CheckDuty:
    """Of today and of the last school day: lessons of others that lack something, and nobody was asked for them."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    book: LessonBook
    cards: ClassCards

    async def owed(self, today: date, persons: Collection[PersonId] | None = None) -> Sequence[DatedDuty]:
        leading = await self._leading(persons)
        classes = {one.id for led in leading.values() for one in led}
        days = await self._days(today) if classes else []
        if not days:
            return ()
        records = await self.book.lessons(days[0], days[-1], None if persons is None else classes)
        ids = {by: [one.id for one in led] for by, led in leading.items()}
        found: list[DatedDuty] = []
        for day in days:
            cards = await self.cards.cards(ids, records, day)
            found += [_duty(by, one) for by, mine in cards.items() for one in mine if _unasked(one)]
        return found

    async def _days(self, today: date) -> list[date]:
        """The last two school days of the school, today if it is one."""
        days = await self.timetables.days(today - RECENT, today)
        return [one.day for one in days if any(lesson.takes_place for lesson in one.lessons)][-2:]

    async def _leading(self, persons: Collection[PersonId] | None) -> Mapping[PersonId, Sequence[SchoolClass]]:
        found: dict[PersonId, list[SchoolClass]] = {}
        for one in (await self.rosters.roster()).classes.values():
            for teacher in one.teachers:
                if persons is None or teacher in persons:
                    found.setdefault(teacher, []).append(one)
        return found


def _unasked(card: ClassCard) -> int:
    return len({lesson.ref for one in card.teachers if not one.away and not one.reminded_at for lesson in one.lessons})


def _duty(by: PersonId, card: ClassCard) -> DatedDuty:
    class_id: ClassId = card.class_id
    return DatedDuty(Duty.CLASS_CHECK, by, card.day, _unasked(card), card.class_name, class_id, day=card.day)
