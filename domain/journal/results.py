"""Term, year, exam and final marks: proposed by the rule, set by the teacher (1.4.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from domain.errors import NotAllowed, NotFound
from domain.events import ResultSet
from domain.ids import ClassId, PersonId, ResultId
from domain.journal.courses import Course
from domain.journal.result_places import Places, Where, line_in
from domain.journal.results_kept import (
    BeginResults,
    GivenMark,
    NewResult,
    Result,
    ResultPlace,
    ResultsRead,
    ResultsTransaction,
)
from domain.journal.results_sheet import (
    ResultLine,
    ResultOfClosedYear,
    ResultSheet,
    TermClosed,
    TermNotBegun,
    agreed_reason,
    line_of,
    require_value,
)
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.people import Actor
from domain.school.ports import Change
from domain.school.roster import SchoolClass, Seat


@dataclass(frozen=True, slots=True)
class Results:
    places: Places
    read: ResultsRead
    begin: BeginResults

    async def open_to(
        self, actor: Actor, *, last_year: bool = False
    ) -> tuple[tuple[Course, ...], tuple[SchoolClass, ...]]:
        """Courses that this person teaches, and the classes whose results they may read beside.

        `last_year`: of the year that was closed last. Raises `NotAllowed`, and `NotFound` where none was.
        """
        reaches = reach_of(actor, Action.SEE_RESULTS)
        if not reaches:
            raise NotAllowed
        teaching = await (self.places.last_year() if last_year else self.places.teaching())
        if teaching is None:
            raise NotFound
        marked = [one for one in teaching.roster.classes.values() if one.grade > 1]
        mine = [one for one in marked if Reach.SCHOOL in reaches or one.id in actor.own_classes]
        courses = teaching.of_teacher(actor.person) if Reach.COURSE in reaches else ()
        return courses, tuple(sorted(mine, key=lambda one: (one.grade, one.name)))

    async def has_last_year(self) -> bool:
        """Whether a year was closed, so that its results can be looked at."""
        return await self.places.timetables.last_closed() is not None

    async def courses_of_class(self, actor: Actor, class_id: ClassId) -> tuple[Course, ...]:
        require(actor, Action.SEE_RESULTS, Target(classes=(class_id,)))
        return tuple(one for one in (await self.places.teaching_of(class_id)).courses if one.class_id == class_id)

    async def sheet(self, actor: Actor, place: ResultPlace) -> ResultSheet:
        """Raises `NotFound` and `NoMarksInFirstGrade`. A teacher of one subgroup sees that subgroup."""
        where = await self.places.where(place)
        require(actor, Action.SEE_RESULTS, where.target)
        seats = where.seats(actor)
        lines = await self._lines(where, seats)
        terms = [where.term.id] if where.term else []
        closings = await self.read.closings(terms, [place.class_id]) if place.period.ends_with_year else ()
        closed = any(one.stands for one in closings)
        return ResultSheet(
            place=place,
            course=where.course,
            periods=where.periods,
            lines=lines,
            closed=closed,
            mine=actor.person in where.teachers,
            begun=where.begun,
            past=where.past,
        )

    async def explained(self, actor: Actor, place: ResultPlace, pupil: PersonId) -> tuple[ResultSheet, ResultLine]:
        """«Как посчитано?» of one pupil, for staff who see the sheet. Raises `NotFound` too."""
        sheet = await self.sheet(actor, place)
        return sheet, line_of(sheet, pupil)

    async def put(
        self, actor: Actor, place: ResultPlace, pupil: PersonId, value: str | None, reason: str | None = None
    ) -> bool:
        """One result; None takes it back. False when it stood so already.

        Raises `ResultNeedsReason`, `ResultReasonTooLong`, `TermClosed`, `TermNotBegun`, `MarkOutOfScale`, `NotFound`,
        and `ResultOfClosedYear`.
        """
        where = await self._settable(actor, place)
        seat = next((one for one in where.seats(actor) if one.pupil == pupil), None)
        if seat is None:
            raise NotFound
        require_value(value)
        [line] = await self._lines(where, [seat])
        agreed = agreed_reason(value, line.explained, reason)
        return bool(await self._put(actor, where, [(line, value, agreed)]))

    async def accept_all(self, actor: Actor, place: ResultPlace) -> int:
        """Every proposal where nothing is set yet, as one act; how many. Raises as `put`."""
        where = await self._settable(actor, place)
        lines = await self._lines(where, where.seats(actor))
        chosen = [(line, line.explained.proposed, None) for line in lines if line.explained.proposed]
        return await self._put(actor, where, chosen, over=False)

    async def _settable(self, actor: Actor, place: ResultPlace) -> Where:
        where = await self.places.where(place)
        require(actor, Action.SET_RESULT, where.target)
        if where.past:
            raise ResultOfClosedYear(where.course.class_name)
        return where

    async def _put(
        self, actor: Actor, where: Where, chosen: Sequence[tuple[ResultLine, str | None, str | None]], over: bool = True
    ) -> int:
        """How many now stand otherwise; `over` False leaves those that stand."""
        if not where.begun:
            raise TermNotBegun(where.course.class_name)
        term = where.term.id if where.term else None
        pupils = [line.seat.pupil for line, _, _ in chosen]
        async with self.begin() as tx:
            standing = await tx.results.standing(where.place, term, pupils)
            if standing.closed:
                raise TermClosed(where.course.class_name)
            wanted = [_new(line, value, reason, standing.results) for line, value, reason in chosen]
            changed = [one for one in wanted if _differs(one) and (over or not _stands(one.before))]
            if changed:
                await _write(tx, actor, where, changed)
        return len(changed)

    async def _lines(self, where: Where, seats: Sequence[Seat]) -> tuple[ResultLine, ...]:
        """Two statements: results of the year, and the term's current marks where those are what counts."""
        place, pupils = where.place, [seat.pupil for seat in seats]
        set_ = await self.read.results(place.class_id, pupils, place.subject)
        given: Mapping[PersonId, Sequence[GivenMark]] = {}
        if where.term is not None:
            given = await self.read.marks(pupils, place.subject, where.term.starts_on, where.term.ends_on)
        return tuple(line_in(where, seat, given.get(seat.pupil, ()), set_.get(seat.pupil, ())) for seat in seats)


def _new(line: ResultLine, value: str | None, reason: str | None, standing: Mapping[PersonId, Result]) -> NewResult:
    pupil, explained = line.seat.pupil, line.explained
    return NewResult(pupil, value, explained.average, explained.proposed, reason, standing.get(pupil))


def _stands(before: Result | None) -> bool:
    return before is not None and not before.taken_back


def _differs(new: NewResult) -> bool:
    before = new.before
    if before is None or not _stands(before):
        return new.value is not None
    return (before.value, before.reason) != (new.value, new.reason)


async def _write(tx: ResultsTransaction, actor: Actor, where: Where, changed: Sequence[NewResult]) -> None:
    made = await tx.results.put(where.place, changed, actor.person)
    await tx.changes.add(*(_change(where.place, one, made[one.pupil][0], actor.person) for one in changed))
    await tx.facts.add(*(ResultSet(actor.person, number, pupil, version) for pupil, (number, version) in made.items()))


def _change(place: ResultPlace, new: NewResult, result: ResultId, by: PersonId) -> Change:
    about = {"result": result, "subject": place.subject, "period": place.period.value}
    before = new.before
    was = {**about, "value": before.value, "reason": before.reason} if before and _stands(before) else None
    now = {**about, "value": new.value, "reason": new.reason, "proposed": new.proposed, "average": _text(new.average)}
    return Change("result", by, None, new.pupil, was, now)


def _text(average: Decimal | None) -> Any:
    return str(average) if average is not None else None
