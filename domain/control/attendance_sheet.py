"""Сводная ведомость учёта посещаемости: a class by days, and the whole school class by class (1.4.3, 3.3.7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.attendance.missed import MissedDay, MissedLesson, Totals, totals
from domain.attendance.pages import AbsenceHistory
from domain.control.seats import SeatSpan, SeatSpans
from domain.control.sheet_days import SheetDays, choices, chosen, until
from domain.control.sheet_pupils import SheetPupil, pupils_of
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, GroupId, PersonId
from domain.journal.courses import Teaching
from domain.journal.periods import terms_of
from domain.journal.result_places import Places
from domain.roles.access import Action, Target, allowed, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName
from domain.school.calendar import SchoolCalendar
from domain.school.roster import SchoolClass
from domain.school.timetable import SchoolDay

Missed = Mapping[tuple[PersonId, date], int]
USUAL_GRADE = 5
"""By whose terms the whole school is looked at."""


class AwayRead(Protocol):
    async def away(self, first: date, last: date) -> Missed:
        """How many lessons each pupil of the school was away from on each day; a statement."""
        ...


@dataclass(frozen=True, slots=True)
class AttendanceDay:
    """`missed` of `lessons` that the pupil had; None: not in the class that day."""

    missed: int
    lessons: int


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """`days` as the sheet's; None: not in the class that day."""

    pupil: SheetPupil
    days: tuple[AttendanceDay | None, ...]
    totals: Totals

    @property
    def lessons(self) -> int:
        return sum(day.lessons for day in self.days if day)


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """`dates`: on which the class had lessons, up to today."""

    school_class: SchoolClass
    days: SheetDays
    until: date
    dates: tuple[date, ...]
    lines: tuple[AttendanceLine, ...]
    totals: Totals
    choices: tuple[SheetDays, ...]
    teachers: tuple[PersonName, ...] = ()
    """Of the class, as far as the timetable knows their names."""
    past: bool = False
    """Of a closed year."""

    @property
    def lessons(self) -> int:
        """Of all pupils together."""
        return sum(line.lessons for line in self.lines)

    def away_on(self, at: int) -> tuple[int, int]:
        """On a day by its number: pupils who missed anything, and lessons missed."""
        missed = [day.missed for line in self.lines if (day := line.days[at])]
        return sum(one > 0 for one in missed), sum(missed)


@dataclass(frozen=True, slots=True)
class SchoolAttendance:
    """`classes` with a day for each of `dates`; None: no lessons that day."""

    days: SheetDays
    until: date
    dates: tuple[date, ...]
    classes: tuple[tuple[SchoolClass, tuple[AttendanceDay | None, ...]], ...]
    choices: tuple[SheetDays, ...]


@dataclass(frozen=True, slots=True)
class AttendanceSheets:
    places: Places
    spans: SeatSpans
    history: AbsenceHistory
    away: AwayRead
    gate: ExportGate

    async def classes(self, actor: Actor, *, last_year: bool = False) -> tuple[SchoolClass, ...]:
        """Whose sheet the actor may read, the own ones first.

        `last_year`: of the year that was closed last. Raises `NotAllowed`, and `NotFound` where none was.
        """
        if not reach_of(actor, Action.SEE_CLASS_SHEETS):
            raise NotAllowed
        teaching = await (self.places.last_year() if last_year else self.places.teaching())
        if teaching is None:
            raise NotFound
        everyone = teaching.roster.classes.values()
        mine = [one for one in everyone if allowed(actor, Action.SEE_CLASS_SHEETS, Target(classes=(one.id,)))]
        return tuple(sorted(mine, key=lambda one: (one.id not in actor.own_classes, one.grade, one.name)))

    async def has_last_year(self) -> bool:
        return await self.places.timetables.last_closed() is not None

    async def sheet(self, actor: Actor, class_id: ClassId, when: str) -> AttendanceSheet:
        """`when` as `SheetDays.key`. Raises `NotFound` for what there is not, or not yet."""
        require(actor, Action.SEE_CLASS_SHEETS, Target(classes=(class_id,)))
        teaching = await self.places.teaching_of(class_id)
        school_class = teaching.roster.classes.get(class_id)
        if school_class is None:
            raise NotFound
        days, open_ = await self._days(teaching, school_class.grade, when)
        last = until(days, teaching)
        spans = await self.spans.seats(days.first, days.last, [class_id])
        pupils = pupils_of(spans, days.first, days.last)
        planned = await self._planned(days, last)
        missed = await self.history.missed([one.pupil for one in pupils], days.first, last)
        dates = _dates(planned, class_id, missed, pupils)
        lines = tuple(_line(one, class_id, dates, planned, missed) for one in pupils)
        names = tuple(teaching.names[one] for one in school_class.teachers if one in teaching.names)
        past = teaching.plan.calendar.closed
        return AttendanceSheet(school_class, days, last, dates, lines, _sum(lines), open_, names, past)

    async def take(self, actor: Actor, class_id: ClassId, when: str) -> AttendanceSheet:
        """The same for a file or a picture. Raises `ExportsFrozen` and `TooManyExports` too."""
        sheet = await self.sheet(actor, class_id, when)
        await self.gate.allow(actor, Export(ExportKind.ATTENDANCE_SHEET, class_id))
        return sheet

    async def school(self, actor: Actor, when: str) -> SchoolAttendance:
        """Of all classes; for who answers for the whole school."""
        require(actor, Action.SEE_CLASS_SHEETS, Target())
        teaching = await self.places.teaching()
        days, open_ = await self._days(teaching, USUAL_GRADE, when)
        last = until(days, teaching)
        planned = await self._planned(days, last)
        away = await self.away.away(days.first, last)
        spans = _by_class(await self.spans.seats(days.first, last))
        classes = sorted(teaching.roster.classes.values(), key=lambda one: (one.grade, one.name))
        dates = tuple(one.day for one in planned.values() if any(lesson.takes_place for lesson in one.lessons))
        rows = tuple((one, _of_class(one.id, spans.get(one.id, ()), dates, planned, away)) for one in classes)
        return SchoolAttendance(days, last, dates, rows, open_)

    async def _days(self, teaching: Teaching, grade: int, when: str) -> tuple[SheetDays, tuple[SheetDays, ...]]:
        calendar: SchoolCalendar = teaching.plan.calendar
        terms = terms_of(calendar, grade, await self.places.rules.rules())
        return chosen(when, terms, calendar, teaching.day), choices(terms, calendar, teaching.day)

    async def _planned(self, days: SheetDays, last: date) -> Mapping[date, SchoolDay]:
        if last < days.first:
            return {}
        return {one.day: one for one in await self.places.timetables.days(days.first, last)}


def _dates(
    planned: Mapping[date, SchoolDay], class_id: ClassId, missed: Iterable[MissedLesson], pupils: Iterable[SheetPupil]
) -> tuple[date, ...]:
    """Days with lessons of the class, and such on which somebody was noted though the timetable has none any more."""
    taught = {
        day for day, one in planned.items() if any(lesson.takes_place for lesson in one.by_class.get(class_id, ()))
    }
    known = {one.pupil: one for one in pupils}
    noted = {one.day for one in missed if one.status.away and known[one.pupil].sits_on(one.day)}
    return tuple(sorted(taught | noted))


def _line(
    pupil: SheetPupil,
    class_id: ClassId,
    dates: Sequence[date],
    planned: Mapping[date, SchoolDay],
    missed: Iterable[MissedLesson],
) -> AttendanceLine:
    """Only what was missed while sitting in this class."""
    by_day: dict[date, list[MissedLesson]] = {}
    for one in missed:
        if one.pupil == pupil.pupil and pupil.sits_on(one.day):
            by_day.setdefault(one.day, []).append(one)
    listed = [MissedDay(pupil.pupil, pupil.name, day, tuple(lessons)) for day, lessons in by_day.items()]
    away = {one.day: len(one.away) for one in listed}
    days = tuple(
        AttendanceDay(away.get(day, 0), _lessons(planned.get(day), class_id, pupil.groups, away.get(day, 0)))
        if pupil.sits_on(day)
        else None
        for day in dates
    )
    return AttendanceLine(pupil, days, totals(listed))


def _lessons(day: SchoolDay | None, class_id: ClassId, groups: Iterable[GroupId], missed: int) -> int:
    """At least as many as were missed: the timetable may have changed since."""
    planned = sum(one.takes_place for one in day.of_pupil(class_id, groups)) if day else 0
    return max(planned, missed)


def _sum(lines: Iterable[AttendanceLine]) -> Totals:
    """`days`: of all pupils together."""
    listed = [line.totals for line in lines]
    return Totals(
        lessons=sum(one.lessons for one in listed),
        days=sum(one.days for one in listed),
        ill=sum(one.ill for one in listed),
        excused=sum(one.excused for one in listed),
        unexcused=sum(one.unexcused for one in listed),
        unknown=sum(one.unknown for one in listed),
        late=sum(one.late for one in listed),
    )


def _by_class(spans: Iterable[SeatSpan]) -> Mapping[ClassId, Sequence[SeatSpan]]:
    found: dict[ClassId, list[SeatSpan]] = {}
    for one in spans:
        found.setdefault(one.class_id, []).append(one)
    return found


def _of_class(
    class_id: ClassId,
    spans: Sequence[SeatSpan],
    dates: Iterable[date],
    planned: Mapping[date, SchoolDay],
    away: Missed,
) -> tuple[AttendanceDay | None, ...]:
    return tuple(_class_day(class_id, [one for one in spans if one.sits_on(day)], planned[day], away) for day in dates)


def _class_day(class_id: ClassId, there: Sequence[SeatSpan], day: SchoolDay, away: Missed) -> AttendanceDay | None:
    given = [one for one in day.by_class.get(class_id, ()) if one.takes_place]
    if not given:
        return None
    lessons = sum(one.is_for(class_id, span.groups) for one in given for span in there)
    missed = sum(away.get((span.pupil, day.day), 0) for span in there)
    return AttendanceDay(missed, max(lessons, missed))
