"""What is left of a teacher's own lessons: line by line, each one field of one lesson (3.4.1, 3.4.2)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.clock import SchoolTime
from domain.control.duties import Duty, owed
from domain.control.lesson_clock import AHEAD, BACK, LessonClock
from domain.control.lesson_records import LessonRecord
from domain.control.rules import ControlRules
from domain.ids import PersonId
from domain.school.ports import Timetables
from domain.school.teacher_absences import TeacherAbsence, TeacherAbsences
from domain.school.timetable import PlannedLesson

ASKED_BEFORE = timedelta(days=2)
"""So long before their time is over marks of written works join what is asked for in the evening."""


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """`until` by the school's clock; `late`: that is over."""

    lesson: PlannedLesson
    duty: Duty
    until: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class OwnDuties:
    """The newest day first, a day in the order of its lessons. `coming`: not asked for yet, such as works to check."""

    duties: tuple[OwnDuty, ...] = ()
    coming: tuple[OwnDuty, ...] = ()

    @property
    def left(self) -> int:
        return len(self.duties)

    @property
    def said(self) -> str:
        """What it states, in short: two that state the same are one."""
        lines = (*self.duties, *self.coming)
        return ",".join(f"{one.lesson.ref.entry}.{one.lesson.ref.day:%y%m%d}.{one.duty}" for one in lines)

    @property
    def until(self) -> datetime | None:
        """The first time that is not over yet; None: all of them are."""
        return min((one.until for one in self.duties if not one.late), default=None)


@dataclass(frozen=True, slots=True)
class OwnDutiesRead:
    """Nothing but the timetable and the absences, which are kept in memory."""

    time: SchoolTime
    rules: ControlRules
    timetables: Timetables
    absences: TeacherAbsences

    async def parts(
        self, persons: Collection[PersonId], records: Sequence[LessonRecord], now: datetime
    ) -> Mapping[PersonId, OwnDuties]:
        """Of those who have anything left or coming. Lessons of days on which somebody was away are not theirs."""
        today = self.time.local(now).date()
        clock = LessonClock(self.time, self.rules, await self.timetables.days(today - BACK, today + AHEAD))
        away = await self.absences.standing()
        found: dict[PersonId, list[OwnDuty]] = {}
        for record in records:
            mine = [one for one in record.lesson.teacher_ids if one in persons and not is_away(away, one, record)]
            duties = self._of(record, clock, now) if mine else []
            for person in mine if duties else ():
                found.setdefault(person, []).extend(duties)
        return {person: _ordered(duties, now) for person, duties in found.items()}

    def _of(self, record: LessonRecord, clock: LessonClock, now: datetime) -> list[OwnDuty]:
        return [
            OwnDuty(record.lesson, one.duty, self.time.local(one.until), one.is_late(now))
            for one in owed(record, clock, now)
        ]


def is_away(absences: Iterable[TeacherAbsence], teacher: PersonId, record: LessonRecord) -> bool:
    """On the lesson's day."""
    return any(one.teacher == teacher and one.covers(record.lesson.ref.day) for one in absences)


def _ordered(duties: Iterable[OwnDuty], now: datetime) -> OwnDuties:
    by_day: dict[date, list[OwnDuty]] = {}
    for one in sorted(duties, key=_place):
        by_day.setdefault(one.lesson.ref.day, []).append(one)
    all_of_them = [one for day in sorted(by_day, reverse=True) for one in by_day[day]]
    asked = tuple(one for one in all_of_them if _is_asked(one, now))
    return OwnDuties(asked, tuple(one for one in all_of_them if not _is_asked(one, now)))


def _place(one: OwnDuty) -> tuple[int, int, int]:
    return one.lesson.position, one.lesson.ref.entry, list(Duty).index(one.duty)


def _is_asked(one: OwnDuty, now: datetime) -> bool:
    return one.duty is not Duty.WRITTEN_WORK or now >= one.until - ASKED_BEFORE
