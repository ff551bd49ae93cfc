"""What differs of a lesson on a day, beside what the timetable has: for the screens and for who is told."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from domain.ids import PersonId
from domain.school.timetable import ChangeKind, Entry, LessonRef, PlannedLesson, SchoolDay, Slot, SubjectRef, WeekPlan

AS_PLANNED = "plan"
"""The value of a lesson that is given as the timetable has it."""


class What(StrEnum):
    CANCELLED = "cancelled"
    MOVED = "moved"
    SUBSTITUTED = "substituted"
    ROOM = "room"
    EXTRA = "extra"
    """An extra lesson, or a moved one at its new place."""
    DROPPED = "dropped"
    """An extra lesson that is not given after all."""
    PLANNED = "planned"
    """As in the timetable."""


@dataclass(frozen=True, slots=True)
class ChangedLesson:
    """`planned`: the line of the timetable; `lesson` None: an extra one that is given no longer."""

    ref: LessonRef
    planned: Entry
    lesson: PlannedLesson | None

    @property
    def what(self) -> What:
        if self.lesson is None:
            return What.DROPPED
        if self.lesson.change is not None:
            return What(self.lesson.change.value)
        return What.EXTRA if self.planned.extra else What.PLANNED

    @property
    def subject(self) -> SubjectRef:
        return self.lesson.subject if self.lesson else self.planned.subject

    @property
    def other_subject(self) -> bool:
        return self.subject.id != self.planned.subject.id

    @property
    def moved_to(self) -> Slot | None:
        return self.lesson.moved_to if self.lesson else None

    @property
    def teachers(self) -> frozenset[PersonId]:
        """Whom it concerns: who gives it by the timetable, and who gives it that day."""
        given = self.lesson.teacher_ids if self.lesson else ()
        return frozenset((*self.planned.teacher_ids, *given))

    @property
    def value(self) -> str:
        """The same for what would be said in the same words; at most 20 characters."""
        if self.what in (What.PLANNED, What.DROPPED):
            return AS_PLANNED
        lesson = self.lesson
        assert lesson is not None
        if self.what is What.CANCELLED:
            return self.what.value
        told = (lesson.position, lesson.subject.id, lesson.teacher_ids, lesson.room, lesson.moved_to)
        return f"{self.what.value}:{sha256(repr(told).encode()).hexdigest()[:8]}"


def changed_lesson(plan: WeekPlan, day: SchoolDay, ref: LessonRef) -> ChangedLesson | None:
    """None for a line that there is not, or that does not stand on that day any more."""
    entry, lesson = plan.by_id.get(ref.entry), day.by_ref.get(ref)
    if entry is None or (lesson is None and not entry.extra):
        return None
    return ChangedLesson(ref, entry, lesson)


def changes_of(plan: WeekPlan, day: SchoolDay) -> tuple[ChangedLesson, ...]:
    """All that differs on a day, by position; of a lesson moved within the day only where it was."""
    found = (ChangedLesson(one.ref, plan.by_id[one.ref.entry], one) for one in day.lessons if _differs(one))
    return tuple(one for one in found if one.planned.moved_from is None or one.planned.moved_from.day != day.day)


def _differs(lesson: PlannedLesson) -> bool:
    return lesson.extra or isinstance(lesson.change, ChangeKind)
