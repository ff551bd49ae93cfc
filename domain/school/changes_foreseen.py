"""What a table of substitutions would do all together: the days after it, and what stands in its own way."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.ids import EntryId
from domain.school.changed_lessons import ChangedLesson
from domain.school.changes_rows import RowDoubt, WantedChange, Why
from domain.school.changes_said import Act
from domain.school.clashes import Clash, Wish, clashes, place_of, whole
from domain.school.roster import Roster
from domain.school.timetable import ChangeKind, LessonRef, PlannedLesson, SchoolDay, Slot, WeekPlan


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`after`: the lesson as everyone will read of it."""

    wanted: WantedChange
    after: ChangedLesson


@dataclass(frozen=True, slots=True)
class ChangesForeseen:
    changes: tuple[Foreseen, ...]
    doubts: tuple[RowDoubt, ...]
    same: int = 0
    """Rows that are so already."""


def touches_journal(wanted: WantedChange) -> bool:
    """Whether what the journal holds of the lesson would be lost, or stand under another subject."""
    lesson, subject = wanted.lesson, wanted.subject or wanted.lesson.planned.subject
    return wanted.act in (Act.CANCEL, Act.MOVE) or (wanted.teacher is not None and lesson.subject.id != subject.id)


def foreseen(
    meant: Sequence[WantedChange | RowDoubt],
    plan: WeekPlan,
    days: Mapping[date, SchoolDay],
    roster: Roster,
    written: Collection[LessonRef],
) -> ChangesForeseen:
    """Rows that clash with each other are all in doubt; a row that is, makes no room for others."""
    doubts = [one for one in meant if isinstance(one, RowDoubt)]
    left: list[WantedChange] = []
    for one in meant:
        if isinstance(one, RowDoubt):
            continue
        ref = one.lesson.ref
        if any(ref == other.lesson.ref for other in left):
            doubts.append(RowDoubt(one.row, Why.TWICE, lesson=one.lesson))
        elif ref in written and touches_journal(one):
            doubts.append(RowDoubt(one.row, Why.WRITTEN, lesson=one.lesson))
        else:
            left.append(one)
    changing = [one for one in left if _after(one) != one.lesson.lesson]
    while met := _met(changing, plan, days, roster):
        doubts += (RowDoubt(one.row, Why.CLASHES, lesson=one.lesson, clashes=found) for one, found in met)
        clashing = [one for one, _ in met]
        changing = [one for one in changing if one not in clashing]
    order = {id(one.row): number for number, one in enumerate(meant)}
    changes = tuple(Foreseen(one, replace(one.lesson, lesson=_after(one))) for one in changing)
    same = sum(_after(one) == one.lesson.lesson for one in left)
    return ChangesForeseen(changes, tuple(sorted(doubts, key=lambda one: order[id(one.row)])), same)


def _met(
    changing: Sequence[WantedChange], plan: WeekPlan, days: Mapping[date, SchoolDay], roster: Roster
) -> list[tuple[WantedChange, tuple[Clash, ...]]]:
    """Each change against the days as all of them together would make them."""
    after = _days_after(changing, plan, days)
    found = []
    for number, one in enumerate(changing):
        to, itself = one.to or Slot(one.lesson.ref.day, one.lesson.planned.position), _new_place(number, one, plan)
        met = clashes(after[to.day], _wish(one, plan, to), {one.lesson.ref, itself.ref}, roster)
        if met:
            found.append((one, met))
    return found


def _days_after(
    changing: Iterable[WantedChange], plan: WeekPlan, days: Mapping[date, SchoolDay]
) -> Mapping[date, SchoolDay]:
    changed = {one.lesson.ref: _after(one) for one in changing}
    lessons = {day: [changed.get(one.ref, one) for one in known.lessons] for day, known in days.items()}
    for number, one in enumerate(changing):
        if one.to is not None:
            lessons[one.to.day].append(_new_place(number, one, plan))
    return {day: SchoolDay(day, tuple(those)) for day, those in lessons.items()}


def _wish(one: WantedChange, plan: WeekPlan, to: Slot) -> Wish:
    """What a button would ask for: of a substitution the teacher and the room, of a move everything."""
    place = place_of(plan, one.lesson.planned, to)
    match one.act:
        case Act.MOVE:
            return whole(plan, one.lesson.planned, to)
        case Act.CANCEL:
            return place
    return replace(place, teachers=frozenset({one.teacher.id} if one.teacher else ()), room=one.room)


def _after(one: WantedChange) -> PlannedLesson:
    """As the day will have it: the same that `ChangesWriting` writes."""
    lesson, planned = one.lesson.lesson, one.lesson.planned
    assert lesson is not None
    as_planned = replace(lesson, teachers=planned.teachers, subject=planned.subject, room=planned.room, change=None)
    if one.act is Act.CANCEL:
        return replace(as_planned, change=ChangeKind.CANCELLED)
    if one.to is not None:
        return replace(as_planned, change=ChangeKind.MOVED, moved_to=one.to)
    given = replace(lesson, room=one.room or lesson.room)
    if one.teacher is not None:
        subject = one.subject or planned.subject
        own = one.teacher in planned.teachers and subject.id == planned.subject.id
        given = replace(given, subject=subject, teachers=planned.teachers if own else (one.teacher,))
    return replace(given, change=_kind(given, one.lesson))


def _kind(given: PlannedLesson, lesson: ChangedLesson) -> ChangeKind | None:
    planned = lesson.planned
    if given.teachers != planned.teachers or given.subject.id != planned.subject.id:
        return ChangeKind.SUBSTITUTED
    return ChangeKind.ROOM if given.room != planned.room else None


def _new_place(number: int, one: WantedChange, plan: WeekPlan) -> PlannedLesson:
    """Of a move; it has no line of the timetable yet, so none of its number either."""
    planned, to = one.lesson.planned, one.to or Slot(one.lesson.ref.day, 0)
    assert one.lesson.lesson is not None
    ref = LessonRef(EntryId(-1 - number), to.day)
    return replace(
        one.lesson.lesson,
        ref=ref,
        position=to.position,
        bell=place_of(plan, planned, to).bell,
        subject=planned.subject,
        teachers=planned.teachers,
        room=planned.room,
        change=None,
        extra=True,
    )
