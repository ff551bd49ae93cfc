"""What the timetable alone says of lessons: reckoned once, it serves until the timetable changes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from domain.ids import ClassId
from domain.journal.homework_given import Following
from domain.journal.unmarked import is_marked
from domain.school.bells import Bell
from domain.school.timetable import PlannedLesson, SchoolDay


@dataclass(frozen=True, slots=True)
class Frame:
    """A lesson that takes place; the rest as `LessonRecord` has it. `following`: the next day with the same course."""

    lesson: PlannedLesson
    marked: bool
    following: date | None
    gives_homework: bool
    begins: time | None
    ends: time | None


@dataclass(frozen=True, slots=True)
class Frames:
    """By day. `classes`: those asked for and those that sit at a lesson with them; None: the whole school."""

    days: Sequence[tuple[date, Sequence[Frame]]]
    classes: Collection[ClassId] | None


def framed(days: Sequence[SchoolDay], last: date, wanted: frozenset[ClassId] | None) -> Frames:
    """`days` reach past the last one asked for, to where the next lessons are."""
    planned = [(day, [one for one in day.lessons if _is_wanted(one, wanted)]) for day in days]
    following = Following([lesson for _, lessons in planned for lesson in lessons])
    asked = [(day, lessons) for day, lessons in planned if day.day <= last and lessons]
    together = None if wanted is None else {one for day in days for one in _with(day, wanted)}
    return Frames([(day.day, list(_of_day(day, lessons, following))) for day, lessons in asked], together)


def _of_day(day: SchoolDay, lessons: Sequence[PlannedLesson], following: Following) -> Iterator[Frame]:
    shifts = _shifts(day)
    for lesson in lessons:
        then, marked = following.days.get(lesson.ref), is_marked(lesson)
        due = marked and then is not None and lesson.ref not in following.again
        bells = [bell for part in lesson.parts if (bell := shifts.get(part.id)) is not None]
        begins, ends = max((one.starts for one in bells), default=None), max((one.ends for one in bells), default=None)
        yield Frame(lesson, marked, then, due, begins, ends)


def _shifts(day: SchoolDay) -> Mapping[ClassId, Bell]:
    """When the lessons of a day's classes begin and end."""
    found: dict[ClassId, Bell] = {}
    for lesson in day.lessons:
        if lesson.takes_place and lesson.bell is not None:
            for class_id in lesson.classes:
                known = found.get(class_id, lesson.bell)
                found[class_id] = Bell(min(known.starts, lesson.bell.starts), max(known.ends, lesson.bell.ends))
    return found


def _with(day: SchoolDay, wanted: frozenset[ClassId]) -> Iterator[ClassId]:
    return (one for class_id in wanted for lesson in day.by_class.get(class_id, ()) for one in lesson.classes)


def _is_wanted(lesson: PlannedLesson, wanted: frozenset[ClassId] | None) -> bool:
    return lesson.takes_place and (wanted is None or not wanted.isdisjoint(lesson.classes))
