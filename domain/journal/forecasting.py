"""Forecasts for families: what reaches which mark, and marks tried out (3.3.6)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from domain.errors import NotFound
from domain.ids import ClassId, HomeworkId, PersonId, SubjectId
from domain.journal.courses import Course
from domain.journal.forecast import Forecast, Left, average_with, forecast
from domain.journal.overload import ControlWork
from domain.journal.overload_guard import CONTROL
from domain.journal.periods import Period
from domain.journal.ports import WorkKind, WorkKinds
from domain.journal.pupil_results import PupilResults
from domain.journal.results_sheet import ResultLine
from domain.journal.rounding import rounded
from domain.journal.what_if import Tried
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor
from domain.school.calendar import DAY
from domain.school.roster import Seat
from domain.school.timetable import LessonChange, LessonRef


@dataclass(frozen=True, slots=True)
class After:
    """Average and mark with the tried marks; None of no marks at all."""

    average: Decimal
    mark: int


@dataclass(frozen=True, slots=True)
class SubjectForecast:
    """`kinds` with the weights that the school's rules give them now."""

    course: Course
    period: Period
    line: ResultLine
    forecast: Forecast
    kinds: tuple[WorkKind, ...]
    tried: tuple[Tried, ...]
    after: After | None


@dataclass(frozen=True, slots=True)
class TriedEverywhere:
    seat: Seat
    class_name: str
    period: Period
    kinds: tuple[WorkKind, ...]
    tried: tuple[Tried, ...]
    subjects: tuple[tuple[Course, ResultLine, After | None], ...]


class LessonChanges(Protocol):
    async def changes(self, first: date, last: date) -> Mapping[LessonRef, LessonChange]:
        """Of the whole school from `first` to `last` (included); one statement."""
        ...


class ControlsAhead(Protocol):
    async def control_works(
        self, classes: Collection[ClassId], first: date, last: date, but: HomeworkId
    ) -> Sequence[ControlWork]:
        """By plans of topics and by homework that announces one."""
        ...


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Every method raises `NotFound` for a pupil out of reach, and `NoMarksInFirstGrade`."""

    results: PupilResults
    work_kinds: WorkKinds
    timetable: LessonChanges
    controls: ControlsAhead

    async def kinds(self) -> tuple[WorkKind, ...]:
        """In the school's order, weighed by its rules."""
        rules = await self.results.places.rules.rules()
        known = await self.work_kinds.work_kinds()
        return tuple(
            WorkKind(one.id, one.code, one.short, one.name, rules.weight_of(one.id, one.weight)) for one in known
        )

    async def of_subject(
        self, actor: Actor, pupil: PersonId, subject: SubjectId, tried: Sequence[Tried]
    ) -> SubjectForecast:
        """Raises `NotFound` between the years too."""
        seat = await self._reached(actor, pupil)
        period = await self.results.places.now(seat.class_id)
        page = await self.results.explained(actor, pupil, subject, period)
        kinds = await self.kinds()
        left = await self._left(seat, subject, period, kinds)
        after = _after(page.line, tried, kinds)
        return SubjectForecast(
            page.course, period, page.line, forecast(page.line.explained, left), kinds, tuple(tried), after
        )

    async def everywhere(self, actor: Actor, pupil: PersonId, tried: Sequence[Tried]) -> TriedEverywhere:
        """The same marks tried out in every subject."""
        await self._reached(actor, pupil)
        page, kinds = await self.results.page(actor, pupil), await self.kinds()
        subjects = tuple((one.course, one.line, _after(one.line, tried, kinds)) for one in page.subjects)
        return TriedEverywhere(page.seat, page.class_name, page.period, kinds, tuple(tried), subjects)

    async def _left(self, seat: Seat, subject: SubjectId, period: Period, kinds: Sequence[WorkKind]) -> Left:
        """Lessons of the subject from tomorrow to the term's end, as the timetable is known to change."""
        teaching = await self.results.places.teaching()
        term = await self.results.places.term(seat.class_id, period)
        if term is None or term.ends_on <= teaching.day:
            return lessons_left(0, 0, kinds)
        first, last = teaching.day + DAY, term.ends_on
        count = teaching.lessons_until(seat, subject, last, await self.timetable.changes(first, last))
        known = await self.controls.control_works([seat.class_id], first, last, HomeworkId(0))
        return lessons_left(count, len({one.day for one in known if one.subject == subject}), kinds)

    async def _reached(self, actor: Actor, pupil: PersonId) -> Seat:
        roster = await self.results.places.rosters.roster()
        seat = roster.seats.get(pupil)
        classes = (seat.class_id,) if seat else ()
        if seat is None or not sees(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes)):
            raise NotFound
        return seat


def lessons_left(count: int, controls: int, kinds: Sequence[WorkKind]) -> Left:
    """`controls` 0: nothing is known of control works to come."""
    everything = frozenset(kind.weight for kind in kinds)
    heavy = frozenset(kind.weight for kind in kinds if kind.code == CONTROL)
    light = frozenset(kind.weight for kind in kinds if kind.code != CONTROL)
    controls = min(controls, count)
    if not (controls and heavy and light):
        return Left(count, everything)
    return Left(count - controls, light, controls, heavy)


def _after(line: ResultLine, tried: Sequence[Tried], kinds: Sequence[WorkKind]) -> After | None:
    marks = [(one.value, kinds[one.kind].weight) for one in tried if one.kind < len(kinds)]
    average = average_with(line.explained, marks)
    return After(average, rounded(average, line.explained.borders)) if average is not None else None
