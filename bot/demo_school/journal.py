"""The demo school's journal from 1 September to a moment: presence, marks, topics, homework, as a school has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from bot.demo_school.curriculum import ANY_HOMEWORK, ANY_TOPICS, HOMEWORK, REMARKS, TOPICS
from bot.demo_school.plans import DemoPlans, Series
from bot.demo_school.school import DemoLesson, DemoSchool
from domain.school.calendar import SchoolCalendar

DAY = timedelta(days=1)
Row = dict[str, Any]
UNMARKED = {"talk"}
NO_HOMEWORK = {"talk", "sport", "music", "art"}
ASKED = ((8, 12), (4, 8), (4, 7), (4, 7))
"""How many pupils get a mark at a lesson of a subject of 1, 2, 3, and more days a week."""


@dataclass(slots=True)
class DemoJournal:
    lessons: list[Row] = field(default_factory=list)
    lesson_classes: list[Row] = field(default_factory=list)
    attendance: list[Row] = field(default_factory=list)
    marks: list[Row] = field(default_factory=list)
    homework: list[Row] = field(default_factory=list)
    remarks: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the timetable with its ids in the database and who sits in it."""

    entry: int
    lesson: DemoLesson
    subject: int
    group: int | None
    pupils: tuple[int, ...]
    grade: int

    @property
    def series(self) -> Series:
        return (self.lesson.class_id, self.group, self.subject)


class JournalKeeper:
    """Fills the journal of `placed` lessons until `until` (school time, naive: lessons that have ended by then)."""

    def __init__(
        self,
        school: DemoSchool,
        calendar: SchoolCalendar,
        placed: list[Placed],
        plans: DemoPlans,
        kinds: Mapping[str, int],
        seed: int,
    ) -> None:
        self._chance, self._talk = Random(seed), Random(seed + 1)
        self._calendar = calendar
        self._plans = plans
        self._kinds = kinds
        self._by_weekday: dict[int, list[Placed]] = {}
        self._weekdays: dict[Series, set[int]] = {}
        for one in placed:
            self._by_weekday.setdefault(one.lesson.slot[0], []).append(one)
            self._weekdays.setdefault(one.series, set()).add(one.lesson.slot[0])
        self._ability = {p: self._chance.gauss(4.0, 0.55) for c in school.classes for p in c.pupils}
        self._ill: dict[int, date] = {}
        self._journal = DemoJournal()
        self._given: dict[Series, int] = {}

    def keep(self, until: date, ended: int) -> DemoJournal:
        """Days before `until` whole; of that day the first `ended` lessons. Homework reaches into the next days."""
        day = self._calendar.starts_on
        while day <= until:
            last = ended if day == until else 99
            for placed in self._by_weekday.get(day.isoweekday(), ()):
                if placed.lesson.slot[1] <= last and self._calendar.day_off(day, placed.grade) is None:
                    self._lesson(placed, day)
            day += DAY
        return self._journal

    def _lesson(self, placed: Placed, day: date) -> None:
        number = len(self._journal.lessons) + 1
        slot, key = placed.lesson.slot, placed.lesson.subject.key
        said_at = datetime.combine(day, time(6 + slot[1], 5), tzinfo=UTC)
        count = self._count(placed)
        forgotten = self._chance.random() < 0.03
        topics = TOPICS.get(key, ANY_TOPICS).split(";")
        self._journal.lessons.append(
            {
                "id": number,
                "entry_id": placed.entry,
                "day": day,
                "position": slot[1],
                "subject_id": placed.subject,
                "teacher_id": placed.lesson.teacher,
                "topic": None if forgotten else topics[count % len(topics)],
                "topic_set_at": None if forgotten else said_at,
                "plan_topic_id": None if forgotten else self._plans.line(placed.series, count),
                "roll_call_closed_at": None if forgotten else said_at,
                "roll_call_closed_by": None if forgotten else placed.lesson.teacher,
            }
        )
        self._journal.lesson_classes.append(
            {"lesson_id": number, "class_id": placed.lesson.class_id, "group_id": placed.group}
        )
        away = set() if forgotten else self._roll_call(placed, number, day, said_at)
        self._remark(placed, number, day, said_at, away)
        if placed.grade > 1 and not forgotten:
            self._marks(placed, number, day, said_at, away, count)
            self._homework(placed, day, said_at)

    def _count(self, placed: Placed) -> int:
        self._given[placed.series] = self._given.get(placed.series, 0) + 1
        return self._given[placed.series]

    def _roll_call(self, placed: Placed, lesson: int, day: date, at: datetime) -> set[int]:
        away = set()
        for pupil in placed.pupils:
            status = self._status(pupil, day, placed.lesson.slot[1])
            if status is None:
                continue
            if status != "late":
                away.add(pupil)
            row = {"lesson_id": lesson, "pupil_id": pupil, "day": day, "status": status, "noted_at": at}
            minutes = self._chance.randint(3, 12) if status == "late" else None
            self._journal.attendance.append({**row, "minutes": minutes, "noted_by": placed.lesson.teacher})
        return away

    def _status(self, pupil: int, day: date, position: int) -> str | None:
        if self._ill.get(pupil, day - DAY) >= day:
            return "ill"
        chance = self._chance.random()
        if position == 1 and chance < 0.006:
            self._ill[pupil] = day + timedelta(days=self._chance.randint(1, 6))
            return "ill"
        if chance < 0.010:
            return "absent"
        if position == 1 and chance < 0.022:
            return "late"
        return "excused" if chance > 0.9985 else None

    def _marks(self, placed: Placed, lesson: int, day: date, at: datetime, away: set[int], count: int) -> None:
        if placed.lesson.subject.key in UNMARKED:
            return
        present = [pupil for pupil in placed.pupils if pupil not in away]
        control = count % 11 == 10
        asked = self._chance.randint(*ASKED[min(len(self._weekdays[placed.series]), len(ASKED)) - 1])
        chosen = present if control else self._chance.sample(present, min(len(present), asked))
        for pupil in chosen:
            kind = self._kinds[
                "control" if control else self._chance.choices(("answer", "classwork", "homework"), (6, 2, 2))[0]
            ]
            self._journal.marks.append(
                {
                    "lesson_id": lesson,
                    "pupil_id": pupil,
                    "day": day,
                    "subject_id": placed.subject,
                    "kind_id": kind,
                    "value": str(min(5, max(2, round(self._chance.gauss(self._ability[pupil], 0.7))))),
                    "set_by": placed.lesson.teacher,
                    "set_at": at,
                }
            )

    def _remark(self, placed: Placed, lesson: int, day: date, at: datetime, away: set[int]) -> None:
        """At one lesson in twelve, to one of those who are there; as often praise."""
        here = [pupil for pupil in placed.pupils if pupil not in away]
        if not here or self._talk.random() > 1 / 12:
            return
        kind = self._talk.choice(tuple(REMARKS))
        words = self._talk.choice(REMARKS[kind].split(";"))
        row = {"lesson_id": lesson, "pupil_id": self._talk.choice(here), "day": day, "kind": kind, "text": words}
        self._journal.remarks.append({**row, "written_by": placed.lesson.teacher, "written_at": at})

    def _homework(self, placed: Placed, day: date, at: datetime) -> None:
        key = placed.lesson.subject.key
        due = self._next(placed, day)
        if key in NO_HOMEWORK or due is None or self._chance.random() < 0.12:
            return
        form = self._chance.choice(HOMEWORK.get(key, ANY_HOMEWORK).split(";"))
        number = self._chance.randint(40, 480)
        text = form.format(n=number, m=number + self._chance.randint(2, 6), p=self._chance.randint(3, 28))
        self._journal.homework.append(
            {
                "subject_id": placed.subject,
                "class_id": placed.lesson.class_id,
                "group_id": placed.group,
                "due_day": due,
                "text": text,
                "minutes": 10 + number % 4 * 5 if number % 3 else None,
                "set_by": placed.lesson.teacher,
                "set_at": at,
            }
        )

    def _next(self, placed: Placed, day: date) -> date | None:
        """The next day with this subject for this class and group."""
        weekdays = self._weekdays[placed.series]
        later = self._calendar.school_days_after(day, placed.grade)
        return next((after for after in later if after.isoweekday() in weekdays), None)
