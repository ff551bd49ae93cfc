"""How freely a mark is changed: for a week by its teacher alone, then with a reason and the deputy (1.3, 1.4.1)."""

from dataclasses import dataclass
from datetime import timedelta

from domain.errors import Refused
from domain.ids import MarkId, PersonId
from domain.journal.ports import Closings, LessonMark
from domain.journal.rules import Rules
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import PlannedLesson


@dataclass(eq=False)
class ReasonNeeded(Refused):
    """An old mark, or one of a closed term: it changes with a reason and the deputy's consent (`mark_requests.py`)."""

    mark: MarkId
    days: int


@dataclass(eq=False)
class TermIsClosed(Refused):
    """Nothing new is written into a term that the deputy has closed."""


@dataclass(frozen=True, slots=True)
class Freedom:
    door: LessonDoor
    rules: Rules
    closings: Closings

    async def require(self, lesson: PlannedLesson, pupil: PersonId, mark: LessonMark | None) -> None:
        """Raises `TermIsClosed` for a new mark, `ReasonNeeded` for one that stands."""
        closed = await self.closed(lesson, pupil)
        if mark is None:
            if closed:
                raise TermIsClosed
            return
        days = (await self.rules.rules()).free_change_days
        if closed or self._old(mark, days):
            raise ReasonNeeded(mark.id, days)

    async def closed(self, lesson: PlannedLesson, pupil: PersonId) -> bool:
        """Whether the lesson's term is closed for the class that the pupil sat in that day."""
        roster = await self.door.rosters.roster_on(lesson.ref.day)
        school_class = roster.class_of(pupil)
        if school_class is None:
            return False
        calendar, rules = (await self.door.timetables.plan()).calendar, await self.rules.rules()
        term = calendar.term_of(lesson.ref.day, school_class.grade, rules.term_kind(school_class.grade))
        return await self.closings.closed(term.id if term else None, school_class.id)

    def _old(self, mark: LessonMark, days: int) -> bool:
        """Counted from when it was first set: to change it again and again does not make it younger."""
        return mark.entered_at is not None and self.door.time.now() > mark.entered_at + timedelta(days=days)
