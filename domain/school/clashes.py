"""What stands in the way of a lesson at a place of the timetable: its teacher, its pupils, its room."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.ids import PersonId
from domain.roles.names import norm
from domain.school.bells import Bell, bells_on
from domain.school.roster import Roster
from domain.school.timetable import ClassPart, Entry, LessonRef, PlannedLesson, SchoolDay, Slot, WeekPlan


class Busy(StrEnum):
    TEACHER = "teacher"
    PUPILS = "pupils"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Clash:
    busy: Busy
    lesson: PlannedLesson
    """That stands there already."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A lesson as it is to be given; what is empty is not asked for."""

    position: int
    teachers: frozenset[PersonId] = frozenset()
    parts: tuple[ClassPart, ...] = ()
    room: str | None = None
    bell: Bell | None = None


def at_once(lesson: PlannedLesson, wish: Wish) -> bool:
    """By bells: a second lesson of the other shift is at another time. By numbers where either has no bell."""
    if lesson.bell is None or wish.bell is None:
        return lesson.position == wish.position
    return lesson.bell.starts < wish.bell.ends and wish.bell.starts < lesson.bell.ends


def place_of(plan: WeekPlan, entry: Entry, at: Slot) -> Wish:
    """The time of the lesson, were it given there, and nothing else."""
    weekday = plan.calendar.weekday_of(at.day, entry.grade)
    bells = bells_on(plan.bells, at.day, entry.grade, weekday, entry.class_id)
    return Wish(at.position, bell=bells.get(at.position))


def whole(plan: WeekPlan, entry: Entry, at: Slot) -> Wish:
    """All that the lesson needs there."""
    place = place_of(plan, entry, at)
    return replace(place, teachers=frozenset(entry.teacher_ids), parts=entry.parts, room=entry.room)


def clashes(day: SchoolDay, wish: Wish, but: Collection[LessonRef], roster: Roster) -> tuple[Clash, ...]:
    """With lessons that take place then, each named once; `but`: the lesson itself."""
    there = [one for one in day.lessons if one.takes_place and one.ref not in but]
    met = [one for one in there if at_once(one, wish)]
    return tuple(clash for one in met for clash in _first(one, wish, roster))


def rooms_named(room: str | None) -> tuple[str, ...]:
    """«331/436» are two rooms."""
    return tuple(part for part in re.split(r"\s*[/,;]\s*", (room or "").strip()) if part)


def _first(lesson: PlannedLesson, wish: Wish, roster: Roster) -> Iterator[Clash]:
    wished = {norm(one) for one in rooms_named(wish.room)}
    if not wish.teachers.isdisjoint(lesson.teacher_ids):
        yield Clash(Busy.TEACHER, lesson)
    elif any(_shared(mine, other, roster) for mine in wish.parts for other in lesson.parts):
        yield Clash(Busy.PUPILS, lesson)
    elif not wished.isdisjoint(norm(one) for one in rooms_named(lesson.room)):
        yield Clash(Busy.ROOM, lesson)


def _shared(mine: ClassPart, other: ClassPart, roster: Roster) -> bool:
    """Subgroups clash where somebody sits in both."""
    if mine.id != other.id:
        return False
    if mine.group is None or other.group is None or mine.group == other.group:
        return True
    return any({mine.group, other.group} <= seat.groups for seat in roster.of_class.get(mine.id, ()))
