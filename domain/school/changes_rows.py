"""What a row of a table of substitutions means: one lesson and what becomes of it, or why that cannot be told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.roles.names import norm
from domain.school.changed_lessons import ChangedLesson
from domain.school.changes_said import Act, act_in
from domain.school.changes_table import Cell, SaidRow
from domain.school.changing_room import LONGEST_ROOM
from domain.school.clashes import Clash
from domain.school.class_names import class_norm
from domain.school.roster import Roster
from domain.school.said_dates import NoSuchDay, day_in
from domain.school.timetable import PlannedLesson, SchoolDay, Slot, SubjectRef, TeacherRef, WeekPlan
from domain.school.where_said import is_named

_NUMBER = re.compile(r"№?\s*(\d{1,2})\s*\.?\s*-?(?:й|го|му)?\s*(?:ур(?:ок\w*)?\.?)?")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(.*)")
_FILE_ACTS = (Act.CANCEL, Act.MOVE, Act.ROOM, Act.SUBSTITUTE)


class Why(StrEnum):
    """Why nothing is done for a row."""

    HEADING_TWICE = "heading_twice"
    DAY = "day"
    DAY_OVER = "day_over"
    CLASS = "class"
    NUMBER = "number"
    NO_LESSON = "no_lesson"
    SEVERAL_LESSONS = "several_lessons"
    OTHER_LESSON = "other_lesson"
    """The subject, the subgroup or the teacher of the row has no lesson there."""
    WHAT = "what"
    SUBSTITUTE_MISSING = "substitute_missing"
    TEACHER_UNKNOWN = "teacher_unknown"
    TEACHER_SEVERAL = "teacher_several"
    ROOM = "room"
    TO = "to"
    DAY_OFF = "day_off"
    MOVED_AWAY = "moved_away"
    EXTRA = "extra"
    TWICE = "twice"
    WRITTEN = "written"
    CLASHES = "clashes"


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """`said`: the cell that is meant, or whom it may mean; `lesson`: where it is known."""

    row: SaidRow
    why: Why
    said: str = ""
    lesson: ChangedLesson | None = None
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class WantedChange:
    """`room` beside a substitute is his; None: as it is. `to`: of a move."""

    row: SaidRow
    act: Act
    lesson: ChangedLesson
    teacher: TeacherRef | None = None
    subject: SubjectRef | None = None
    room: str | None = None
    to: Slot | None = None


class Doubtful(Exception):
    def __init__(self, why: Why, said: str = "") -> None:
        super().__init__(why)
        self.why, self.said = why, said


@dataclass(frozen=True, slots=True)
class RowReading:
    """By the school as it is. `days`: those that `days_named` gave."""

    plan: WeekPlan
    roster: Roster
    today: date
    days: Mapping[date, SchoolDay]

    def meant(self, row: SaidRow) -> WantedChange | RowDoubt:
        lesson: ChangedLesson | None = None
        try:
            lesson = self._lesson(row)
            return self._wanted(row, lesson)
        except Doubtful as doubt:
            return RowDoubt(row, doubt.why, doubt.said, lesson)

    def _lesson(self, row: SaidRow) -> ChangedLesson:
        day = day_of_row(row, self.today)
        if day < self.today:
            raise Doubtful(Why.DAY_OVER, row[Cell.DAY])
        wanted = class_norm(row[Cell.CLASS])
        school_class = next((one for one in self.roster.classes.values() if class_norm(one.name) == wanted), None)
        if school_class is None:
            raise Doubtful(Why.CLASS, row[Cell.CLASS])
        number = _NUMBER.fullmatch(norm(row[Cell.NUMBER]))
        if number is None:
            raise Doubtful(Why.NUMBER, row[Cell.NUMBER])
        position = int(number[1])
        there = [one for one in self.days[day].by_class.get(school_class.id, ()) if one.position == position]
        if not there:
            raise Doubtful(Why.NO_LESSON, str(position))
        found = self._likelier(row, [one for one in there if self._fits(row, one)])
        if len(found) != 1:
            raise Doubtful(Why.SEVERAL_LESSONS if found else Why.OTHER_LESSON)
        (lesson,) = found
        return ChangedLesson(lesson.ref, self.plan.by_id[lesson.ref.entry], lesson)

    def _fits(self, row: SaidRow, lesson: PlannedLesson) -> bool:
        """By its own teacher, its subgroup; by its subject, where a lesson at that time has it."""
        entry, group = self.plan.by_id[lesson.ref.entry], norm(row[Cell.GROUP])
        if row[Cell.TEACHER] and not _is_one_of((*entry.teachers, *lesson.teachers), row[Cell.TEACHER]):
            return False
        if group and group not in [norm(part.group_name or "") for part in entry.parts]:
            return False
        subject = row[Cell.SUBJECT]
        return not subject or Cell.SUBSTITUTE in row.said or _is_subject(entry.subject, subject)

    def _likelier(self, row: SaidRow, found: list[PlannedLesson]) -> list[PlannedLesson]:
        """Of several: whose teacher stands where a substitute would, or whose subject is named."""
        entries = [(one, self.plan.by_id[one.ref.entry]) for one in found]
        own = [one for one, entry in entries if _is_one_of(entry.teachers, row[Cell.SUBSTITUTE])]
        same = [one for one, entry in entries if _is_subject(entry.subject, row[Cell.SUBJECT])]
        return found if len(found) == 1 else own or same or found

    def _wanted(self, row: SaidRow, lesson: ChangedLesson) -> WantedChange:
        act, own = _act(row), _is_one_of(lesson.planned.teachers, row[Cell.SUBSTITUTE])
        if act is not Act.SUBSTITUTE and row[Cell.SUBSTITUTE] and not own:
            raise Doubtful(Why.OTHER_LESSON)
        to = self._to(row, lesson) if act is Act.MOVE else None
        if lesson.moved_to not in (None, to):
            raise Doubtful(Why.MOVED_AWAY)
        if act in (Act.CANCEL, Act.MOVE):
            if lesson.planned.extra:
                raise Doubtful(Why.EXTRA)
            return WantedChange(row, act, lesson, to=to)
        room = row[Cell.ROOM] or None
        if room and len(room) > LONGEST_ROOM:
            raise Doubtful(Why.ROOM, row[Cell.ROOM])
        if act is Act.ROOM or (own and not row[Cell.WHAT] and room):
            if not room:
                raise Doubtful(Why.ROOM)
            return WantedChange(row, Act.ROOM, lesson, room=room)
        return WantedChange(row, act, lesson, self._teacher(row), self._subject(row, lesson), room)

    def _teacher(self, row: SaidRow) -> TeacherRef:
        said = norm(row[Cell.SUBSTITUTE])
        if not said:
            raise Doubtful(Why.SUBSTITUTE_MISSING)
        known = {one.id: one for entry in self.plan.entries for one in entry.teachers}.values()
        named = [one for one in known if is_named(one.name, said)]
        exact = [one for one in named if norm(one.name.surname) == said.split()[0]]
        found = exact or named
        if len(found) > 1:
            raise Doubtful(Why.TEACHER_SEVERAL, ", ".join(sorted(one.name.full for one in found)))
        if not found:
            raise Doubtful(Why.TEACHER_UNKNOWN, row[Cell.SUBSTITUTE])
        return found[0]

    def _subject(self, row: SaidRow, lesson: ChangedLesson) -> SubjectRef | None:
        """None: the lesson's own."""
        said = row[Cell.SUBJECT]
        if not said or _is_subject(lesson.planned.subject, said):
            return None
        found = next((one.subject for one in self.plan.entries if _is_subject(one.subject, said)), None)
        if found is None:
            raise Doubtful(Why.OTHER_LESSON, said)
        return found

    def _to(self, row: SaidRow, lesson: ChangedLesson) -> Slot:
        """«02.12, 5 урок»; a day alone: at the same time; a number alone: on the same day."""
        said = row[Cell.TO]
        named, rest = _day(said, self.today)
        number = _NUMBER.fullmatch(norm(rest).strip(" ,;:-–—()"))
        if (named is None and number is None) or (number is None and rest.strip(" ,")):
            raise Doubtful(Why.TO, said)
        to = Slot(named or lesson.ref.day, int(number[1]) if number else lesson.planned.position)
        if to == Slot(lesson.ref.day, lesson.planned.position) or to.day < self.today or not to.position:
            raise Doubtful(Why.TO, said)
        calendar = self.plan.calendar
        if any(calendar.day_off(to.day, part.grade) is not None for part in lesson.planned.parts):
            raise Doubtful(Why.DAY_OFF, said)
        return to


def days_named(rows: Iterable[SaidRow], today: date) -> frozenset[date]:
    """Of the lessons, and of where they are moved; what is over, or no day, is not among them."""
    found: set[date] = set()
    for row in rows:
        try:
            found.add(day_of_row(row, today))
            found.add(_day(row[Cell.TO], today)[0] or today)
        except Doubtful:
            continue
    return frozenset(day for day in found if day >= today)


def day_of_row(row: SaidRow, today: date) -> date:
    """Raises `Doubtful`."""
    day, rest = _day(row[Cell.DAY], today)
    if day is None or any(map(str.isdigit, rest)):
        raise Doubtful(Why.DAY, row[Cell.DAY])
    return day


def _day(said: str, today: date) -> tuple[date | None, str]:
    """The day of a cell as spreadsheets give it or people write it, and the rest of the text."""
    try:
        if iso := _ISO.fullmatch(said):
            return date.fromisoformat(iso[1]), iso[2]
        found = day_in(norm(said), today)
    except (NoSuchDay, ValueError):
        raise Doubtful(Why.DAY, said) from None
    return (found.day, found.rest) if found else (None, said)


def _act(row: SaidRow) -> Act:
    """As the row says, else by which cells are filled."""
    if row[Cell.WHAT]:
        act = act_in(norm(row[Cell.WHAT]))
        if act not in _FILE_ACTS:
            raise Doubtful(Why.WHAT, row[Cell.WHAT])
        return act
    filled: Sequence[tuple[Cell, Act]] = (
        (Cell.TO, Act.MOVE),
        (Cell.SUBSTITUTE, Act.SUBSTITUTE),
        (Cell.ROOM, Act.ROOM),
    )
    act = next((act for cell, act in filled if row[cell]), None)
    if act is None:
        raise Doubtful(Why.WHAT)
    return act


def _is_one_of(teachers: Iterable[TeacherRef], said: str) -> bool:
    return bool(said) and any(is_named(one.name, norm(said)) for one in teachers)


def _is_subject(subject: SubjectRef, said: str) -> bool:
    return norm(said) in (norm(subject.name), norm(subject.short))
