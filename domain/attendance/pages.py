"""Absences as they are read: a family's page of a term, and the class teacher's of the class (3.3.7)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.attendance.contradictions import Contradiction, contradictions
from domain.attendance.missed import MissedDay, MissedLesson, Totals, totals
from domain.attendance.notes import AbsenceNote
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, allowed, sees
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters, TermKinds, Timetables
from domain.school.roster import SchoolClass, Seat

Key = tuple[PersonId, date]
LOOKED_AT = timedelta(days=7)
"""So far back contradictions are listed: later nobody remembers."""


class Period(StrEnum):
    WEEK = "week"
    MONTH = "month"
    TERM = "term"


class AbsenceHistory(Protocol):
    """Each a statement, for any number of pupils and days."""

    async def missed(self, pupils: Collection[PersonId], first: date, last: date) -> Sequence[MissedLesson]:
        """Lessons at which they were away or late, by day and position."""
        ...

    async def known(self, seats: Sequence[Seat], first: date, last: date) -> Mapping[Key, Mapping[int, Presence]]:
        """How pupils of a class were at the lessons whose roll call is closed, and wherever they were noted."""
        ...

    async def notes(self, pupils: Collection[PersonId], first: date, last: date) -> Sequence[AbsenceNote]:
        """Standing ones that touch these days, by their first day."""
        ...


@dataclass(frozen=True, slots=True)
class PupilAbsences:
    """`days`: the newest first; `notes`: announced from today on."""

    pupil: PersonId
    name: PersonName
    class_name: str
    first: date
    last: date
    days: tuple[MissedDay, ...]
    totals: Totals
    notes: tuple[AbsenceNote, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassAbsences:
    """`days`: those to settle first, each the newest first; `pupils`: who missed anything, the most first."""

    school_class: SchoolClass
    period: Period
    first: date
    last: date
    days: tuple[MissedDay, ...]
    totals: Totals
    pupils: tuple[tuple[PersonName, Totals], ...]
    doubts: tuple[Contradiction, ...]
    settles: bool
    """Whether the reader is the one who settles."""

    @property
    def open(self) -> int:
        return sum(day.open for day in self.days)


@dataclass(frozen=True, slots=True)
class AbsencePages:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    history: AbsenceHistory
    term_kinds: TermKinds

    async def of_pupil(self, actor: Actor, pupil: PersonId) -> PupilAbsences:
        """Of the present term. Raises `NotFound` for a pupil out of reach as for one who does not exist."""
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        target = Target(person=pupil, classes=(school_class.id,) if school_class else ())
        if seat is None or school_class is None or not sees(actor, Action.SEE_PUPIL_DIARY, target):
            raise NotFound
        today = self.time.today()
        first = await self._first(Period.TERM, school_class.grade)
        days = await self._days([seat], first, today)
        notes = await self.history.notes([pupil], today, date.max)
        return PupilAbsences(pupil, seat.name, school_class.name, first, today, days, totals(days), tuple(notes))

    async def of_class(self, actor: Actor, class_id: ClassId, period: Period) -> ClassAbsences:
        """Up to today. Raises `NotFound` for a class out of reach as for one that does not exist."""
        roster = await self.rosters.roster()
        school_class = roster.classes.get(class_id)
        target = Target(classes=(class_id,))
        if school_class is None or not sees(actor, Action.SEE_CLASS_ABSENCES, target):
            raise NotFound
        seats, today = roster.of_class.get(class_id, ()), self.time.today()
        first = await self._first(period, school_class.grade)
        days = await self._days(seats, first, today)
        return ClassAbsences(
            school_class=school_class,
            period=period,
            first=first,
            last=today,
            days=tuple(sorted(days, key=lambda day: not day.open)),
            totals=totals(days),
            pupils=_by_pupil(seats, days),
            doubts=await self._doubts(seats, today - LOOKED_AT, today),
            settles=allowed(actor, Action.SETTLE_ABSENCE, target),
        )

    async def classes(self, actor: Actor) -> Sequence[SchoolClass]:
        """Whose absences the actor may read, the own ones first."""
        everyone = (await self.rosters.roster()).classes.values()
        mine = [one for one in everyone if allowed(actor, Action.SEE_CLASS_ABSENCES, Target(classes=(one.id,)))]
        return sorted(mine, key=lambda one: one.id not in actor.own_classes)

    async def _first(self, period: Period, grade: int) -> date:
        """The week's Monday, the month's or the term's first day."""
        today = self.time.today()
        if period is Period.WEEK:
            return today - timedelta(days=today.weekday())
        if period is Period.MONTH:
            return today.replace(day=1)
        calendar = (await self.timetables.plan()).calendar
        term = calendar.term_of(today, grade, await self.term_kinds.term_kind(grade))
        return min(term.starts_on if term else calendar.starts_on, today)

    async def _days(self, seats: Sequence[Seat], first: date, last: date) -> tuple[MissedDay, ...]:
        """The newest day first, pupils of a day by name."""
        pupils = [seat.pupil for seat in seats]
        missed = _grouped(await self.history.missed(pupils, first, last))
        notes = await self.history.notes(pupils, first, last)
        days = [
            _day(seat, day, lessons, notes) for seat in seats for day, lessons in missed.get(seat.pupil, {}).items()
        ]
        return tuple(sorted(days, key=lambda one: one.day, reverse=True))

    async def _doubts(self, seats: Sequence[Seat], first: date, last: date) -> tuple[Contradiction, ...]:
        known = await self.history.known(seats, first, last)
        pupils = [seat.pupil for seat in seats]
        missed, notes = await self.history.missed(pupils, first, last), await self.history.notes(pupils, first, last)
        lessons = _grouped(missed)
        found: list[Contradiction] = []
        for seat in seats:
            mine = [note for note in notes if note.pupil == seat.pupil]
            for day in sorted({day for pupil, day in known if pupil == seat.pupil}):
                about = _day(seat, day, lessons.get(seat.pupil, {}).get(day, ()), notes)
                found += contradictions(about, known[seat.pupil, day], mine)
        return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _day(seat: Seat, day: date, lessons: Sequence[MissedLesson], notes: Sequence[AbsenceNote]) -> MissedDay:
    said = [note for note in notes if note.pupil == seat.pupil and note.span.first <= day <= note.span.last]
    return MissedDay(seat.pupil, seat.name, day, tuple(lessons), said[-1] if said else None)


def _grouped(missed: Sequence[MissedLesson]) -> Mapping[PersonId, Mapping[date, Sequence[MissedLesson]]]:
    grouped: dict[PersonId, dict[date, list[MissedLesson]]] = {}
    for one in missed:
        grouped.setdefault(one.pupil, {}).setdefault(one.day, []).append(one)
    return grouped


def _by_pupil(seats: Sequence[Seat], days: Sequence[MissedDay]) -> tuple[tuple[PersonName, Totals], ...]:
    counted = [(seat.name, totals(day for day in days if day.pupil == seat.pupil)) for seat in seats]
    some = [(name, total) for name, total in counted if total.lessons or total.late]
    return tuple(sorted(some, key=lambda one: (-one[1].lessons, -one[1].late)))
