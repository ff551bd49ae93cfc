"""Classes, teachers and rooms that a week would have in two lessons at once. They come in and are told of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from domain.ids import ClassId
from domain.roles.names import norm
from domain.school.importing.remarks import About, Note
from domain.school.importing.timetable_draft import DraftedLesson
from domain.school.importing.timetable_week import Line


def clashes(lessons: Iterable[DraftedLesson]) -> Iterator[Note]:
    slots: dict[tuple[int, int, int], list[DraftedLesson]] = defaultdict(list)
    for lesson in lessons:
        for week in (0, 1) if lesson.line.parity is None else (lesson.line.parity,):
            slots[lesson.line.weekday, lesson.line.position, week].append(lesson)
    found = (note for together in slots.values() for note in _clashes_of(together))
    return iter(dict.fromkeys(found))


def _clashes_of(together: Sequence[DraftedLesson]) -> Iterator[Note]:
    for number, lesson in enumerate(together):
        for other in together[:number]:
            about = _about(lesson.line, other.line)
            if about:
                yield Note(about, lesson.wished.place, f"{other.wished.said} / {lesson.wished.said}")


def _about(one: Line, other: Line) -> About | None:
    if _same_pupils(one, other):
        return About.CLASS_TWICE
    if _in_two_places(one, other):
        return About.TEACHER_TWICE
    return About.ROOM_TWICE if _share_a_room(one, other) else None


def _same_pupils(one: Line, other: Line) -> bool:
    pairs = ((mine, theirs) for mine in one.parts for theirs in other.parts if mine[0] == theirs[0])
    return any(mine[1] is None or theirs[1] is None or mine[1] == theirs[1] for mine, theirs in pairs)


def _in_two_places(one: Line, other: Line) -> bool:
    return bool(one.teachers & other.teachers) and _classes(one) != _classes(other)


def _share_a_room(one: Line, other: Line) -> bool:
    """Lessons of one teacher, and subgroups of a class in one subject, may be in one room together."""
    apart = not one.teachers & other.teachers and (one.subject != other.subject or not _classes(one) & _classes(other))
    return one.room is not None and other.room is not None and norm(one.room) == norm(other.room) and apart


def _classes(line: Line) -> set[ClassId]:
    return {class_id for class_id, _ in line.parts}
