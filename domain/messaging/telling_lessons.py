"""Changes of the timetable that families and teachers hear of (2.1.1, 1.4.4).

What is near (today, the class's next school day) is told after a short grace; what is farther, on the evening before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.clock import SchoolTime
from domain.events import LessonChanged
from domain.ids import PersonId
from domain.messaging import names
from domain.messaging.grace import Grace
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan, When, addresses_of, by_person, by_pupil, messages
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.readers import Address, FamilyReader, listeners
from domain.school.calendar import DAY
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster
from domain.school.timetable import ChangeKind, Entry, LessonRef, SchoolDay, WeekPlan

LAST_MINUTE, EVENING = time(23, 59), time(18)
Told = tuple[UntoldFact, LessonChanged, Entry]


@dataclass(frozen=True, slots=True)
class LessonTelling:
    school_time: SchoolTime
    readers: Readers
    rosters: Rosters
    timetables: Timetables
    grace: Grace
    evening_at: time = EVENING

    async def lessons(self, plan: Plan, changed: Sequence[tuple[UntoldFact, LessonChanged]]) -> None:
        """Two statements for any number of lessons, and one for each day among them that is not known yet."""
        week, today = await self.timetables.plan(), self.school_time.today()
        latest = {LessonRef(fact.entry, fact.day): (one, fact) for one, fact in changed if fact.day >= today}
        told = [(one, fact, week.by_id[ref.entry]) for ref, (one, fact) in latest.items() if ref.entry in week.by_id]
        if not told:
            return
        roster = await self.rosters.roster()
        pupils = {pupil for _, _, entry in told for pupil in pupils_of(entry, roster)}
        family = by_pupil(await self.readers.family(pupils))
        days = {day: await self.timetables.day(day) for day in {fact.day for _, fact, _ in told}}
        concerned = {fact: _teachers(fact, entry, days[fact.day]) for _, fact, entry in told}
        staff = by_person(await self.readers.staff({who for persons in concerned.values() for who in persons}))
        for one, fact, entry in told:
            when = self._when(one, fact, entry, week)
            for pupil in pupils_of(entry, roster):
                self._to_family(plan, fact, pupil, when, family.get(pupil, ()))
            self._to_staff(plan, fact, when, addresses_of(staff, concerned[fact] - {fact.author}))

    def _to_family(
        self, plan: Plan, fact: LessonChanged, pupil: PersonId, when: When, family: Sequence[FamilyReader]
    ) -> None:
        event, told = names.lesson_event(fact.entry, fact.day, pupil), listeners(family, Kind.TIMETABLE, fact.author)
        body = {"entry": fact.entry, "day": fact.day.isoformat(), "pupil": pupil}
        if told and fact.version > 1:
            plan.superseded.append(Superseded(event, Kind.TIMETABLE, fact.version))
        plan.messages += messages(event, fact.version, Kind.TIMETABLE, body, when, told)

    def _to_staff(self, plan: Plan, fact: LessonChanged, when: When, told: Sequence[Address]) -> None:
        body = {"entry": fact.entry, "day": fact.day.isoformat()}
        for address in told:
            event = names.lesson_event(fact.entry, fact.day, address.person)
            if fact.version > 1:
                plan.superseded.append(Superseded(event, Kind.LESSON_CHANGED, fact.version))
            plan.messages.append(
                NewMessage(event, fact.version, address.account, Kind.LESSON_CHANGED, None, body, *when)
            )

    def _when(self, one: UntoldFact, fact: LessonChanged, entry: Entry, week: WeekPlan) -> When:
        """Until the lesson's end: what is over is no news."""
        soon, today = one.at + self.grace.timetable, self.school_time.today()
        bell = next((own.bell for own in week.day(fact.day, {}).lessons if own.ref.entry == entry.id), None)
        expires = self.school_time.instant(fact.day, bell.ends if bell else LAST_MINUTE)
        if fact.day <= _next_day(week, entry, today):
            return soon, expires
        return max(soon, self._evening_before(week, entry, fact.day)), expires

    def _evening_before(self, week: WeekPlan, entry: Entry, day: date) -> datetime:
        """Of the last day before with lessons of the class, so that a Monday's is told on Friday."""
        before, today = day - DAY, self.school_time.today()
        while before > today and _next_day(week, entry, before - DAY) != before:
            before -= DAY
        return self.school_time.instant(before, self.evening_at)


def pupils_of(entry: Entry, roster: Roster) -> tuple[PersonId, ...]:
    """Who sits in the classes or subgroups of a line of the timetable."""
    return tuple(
        seat.pupil
        for class_id in dict.fromkeys(entry.classes)
        for seat in roster.of_class.get(class_id, ())
        if entry.is_for(class_id, seat.groups)
    )


def _next_day(week: WeekPlan, entry: Entry, after: date) -> date:
    """The class's next day with lessons; the farthest of several classes'."""
    days = [week.next_school_day(part.id, part.grade, after) for part in entry.parts]
    return max((day for day in days if day is not None), default=after)


def _teachers(fact: LessonChanged, entry: Entry, day: SchoolDay) -> set[PersonId]:
    """By the timetable, by the change, and by the change before it."""
    lesson = day.by_ref.get(LessonRef(fact.entry, fact.day))
    given = lesson.teacher_ids if lesson is not None and lesson.change is ChangeKind.SUBSTITUTED else ()
    return {*entry.teacher_ids, *given, *((fact.was,) if fact.was is not None else ())}
