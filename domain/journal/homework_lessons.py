"""The lessons that homework can be for: what a teacher gives, what comes next, who sits there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.ids import PersonId
from domain.journal.homework_meant import NothingTaught, Taught
from domain.journal.my_lesson import AFTER, lesson_meant
from domain.school.calendar import DAY
from domain.school.lesson_access import LessonDoor
from domain.school.roster import Seat
from domain.school.timetable import PlannedLesson

AHEAD = timedelta(days=45)
"""How far lessons are looked for: past the longest holidays."""
TOGETHER = timedelta(days=7)
"""Days that are read at once: a subject has a lesson in most weeks."""
OFFERED = 4
"""The next lessons that are offered as other days."""


@dataclass(frozen=True, slots=True)
class HomeworkLessons:
    door: LessonDoor

    async def now(self, teacher: PersonId) -> PlannedLesson | None:
        """The lesson going on or just over; not one that is still to come, nor one long past."""
        day = await self.door.timetables.day(self.door.time.today())
        now = self.door.time.local()
        lesson = lesson_meant(day.by_teacher.get(teacher, ()), now)
        if lesson is None or lesson.bell is None:
            return None
        ended = datetime.combine(now.date(), lesson.bell.ends, now.tzinfo)
        return lesson if lesson.bell.starts <= now.time() and now <= ended + AFTER else None

    async def taught(self, teacher: PersonId) -> tuple[Taught, ...]:
        """By the whole timetable, and by today's substitutions. Raises `NothingTaught`."""
        plan = await self.door.timetables.plan()
        today = self.door.time.today()
        standing = (entry for entry in plan.entries if entry.valid_until is None or entry.valid_until >= today)
        own = [entry for entry in standing if teacher in entry.teacher_ids]
        found = [Taught(part, entry.subject) for entry in own for part in entry.parts]
        lessons = (await self.door.timetables.day(today)).by_teacher.get(teacher, ())
        found += [Taught(part, lesson.subject) for lesson in lessons for part in lesson.parts]
        if not found:
            raise NothingTaught
        return tuple(dict.fromkeys(found))

    async def coming(self, taught: Taught) -> list[PlannedLesson]:
        """Lessons of that class and subject after now."""
        now = self.door.time.local()
        plan = await self.door.timetables.plan()
        found: list[PlannedLesson] = []
        day = now.date()
        last = min(day + AHEAD, plan.calendar.ends_on)
        while day <= last and len({lesson.ref.day for lesson in found}) <= OFFERED + 6:
            together = await self.door.timetables.days(day, min(day + TOGETHER - DAY, last))
            lessons = [lesson for one in together for lesson in one.by_class.get(taught.part.id, ())]
            found += [lesson for lesson in lessons if is_of(lesson, taught) and _is_later(lesson, now)]
            day += TOGETHER
        return found

    async def seats(self, taught: Taught) -> list[Seat]:
        """Of the class or subgroup."""
        seats = (await self.door.rosters.roster()).of_class.get(taught.part.id, ())
        return [seat for seat in seats if taught.part.group is None or taught.part.group in seat.groups]


def is_of(lesson: PlannedLesson, taught: Taught) -> bool:
    parts = {(part.id, part.group) for part in lesson.parts}
    return (
        lesson.takes_place and lesson.subject.id == taught.subject.id and (taught.part.id, taught.part.group) in parts
    )


def _is_later(lesson: PlannedLesson, now: datetime) -> bool:
    if lesson.ref.day != now.date():
        return lesson.ref.day > now.date()
    return lesson.bell is not None and lesson.bell.starts > now.time()
