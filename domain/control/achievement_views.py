"""Results of a scope as they are read: of the period asked for, of the last term, of the year before (3.6.3)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.control.achievement_lists import Given
from domain.control.achievement_pages import Compared, Names, Unset, counted, names_of
from domain.control.achievement_reads import AchievementRead, Value, Values, given_of, in_scope, pupils_of, values_of
from domain.control.achievement_scope import Asked, Scope, period_in, target_of
from domain.control.achievement_spots import Choose, ClassTerms, Spot, Spots, Year
from domain.control.current_marks import MarksSum, Pair, current_marks, likely
from domain.errors import NotFound
from domain.ids import PersonId, SubjectId
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from domain.journal.rules import JournalRules
from domain.roles.access import Target
from domain.school.exemptions import KnownExemptions
from domain.school.roster import Seat


@dataclass(frozen=True, slots=True)
class View:
    """What was asked, read. `choose`: which period of each grade it is of.

    `unset`: courses without a single result, such as those that are never marked; nobody is expected to have one there.
    """

    year: Year
    choose: Choose
    spots: tuple[Spot, ...]
    given: tuple[Given, ...]
    unset: tuple[Unset, ...]


@dataclass(frozen=True, slots=True)
class AchievementViews:
    """A number of statements that grows neither with the pupils nor with the classes. Reckoned beside the loop."""

    spots: Spots
    exemptions: KnownExemptions
    read: AchievementRead

    async def target(self, scope: Scope) -> Target:
        return target_of(scope, (await self.spots.this_year()).teaching)

    async def view(self, asked: Asked, only: PersonId | None) -> View:
        """Who is to have a result, with what they have. `only`: of the pupils whom this person teaches today.

        Raises `NotFound` and `NoMarksInFirstGrade`.
        """
        year = await (self.spots.last_year() if asked.past else self.spots.this_year())
        if year is None:
            raise NotFound
        _require_marked(year, asked.scope)
        choose = chooser(year, asked)
        spots = in_scope(await self.spots.at(year, choose), asked.scope)
        values = await (self._current(spots, asked.scope) if asked.current else self._set(year, spots, asked.scope))
        given = await self._given(asked.scope, only, spots, values)
        marked = {(one.school_class.id, one.subject) for one in given if one.value is not None}
        unset = (
            Unset(one.school_class.name, one.subject_name)
            for one in given
            if (one.school_class.id, one.subject) not in marked
        )
        counted_ = tuple(one for one in given if (one.school_class.id, one.subject) in marked)
        return View(year, choose, spots, counted_, tuple(dict.fromkeys(unset)))

    async def names(self, view: View, scope: Scope) -> Names:
        """What the scope is called. Raises `NotFound`."""
        teachers = await self.read.names([scope.teacher]) if scope.teacher is not None else {}
        return names_of(view.year, scope, view.given, teachers)

    async def before(self, asked: Asked, only: PersonId | None, view: View) -> tuple[Given, ...]:
        """Results of the terms before, in the same scope. Empty: there are none."""
        earlier = before_of(view.choose)
        if not any(earlier(spot.terms) for spot in view.spots):
            return ()
        spots = in_scope(await self.spots.at(view.year, earlier), asked.scope)
        values = await self._set(view.year, spots, asked.scope)
        return await self._given(asked.scope, only, spots, values)

    async def of_last_year(self, asked: Asked, view: View) -> Compared | None:
        """Of a class or grade its pupils' own results of then, of wider scopes the same scope's; None: not known."""
        year = None if asked.past or asked.current else await self.spots.last_year()
        if year is None:
            return None
        scope, pupils = asked.scope, {one.seat.pupil for one in view.given}
        own = scope.class_id is not None or (scope.grade is not None and asked.period.ends_with_year)
        wide = Scope(subject=scope.subject) if own else scope
        spots = in_scope(await self.spots.at(year, chooser(year, asked)), wide)
        if own:
            spots = tuple(one for one in spots if any(seat.pupil in pupils for seat in one.seats))
        whom = pupils if scope.class_id is not None else None
        results = await self.read.results(year.starts_on, {one.period for one in spots}, whom)
        found = given_of(spots, wide, values_of(results, spots), ())
        before = [one for one in found if one.value is not None and (not own or one.seat.pupil in pupils)]
        if not before:
            return None
        formerly = tuple(dict.fromkeys(one.school_class.name for one in before)) if own else ()
        periods = tuple(dict.fromkeys(one.period for one in spots))
        return Compared(counted(view.given), counted(before), periods, formerly)

    async def _set(self, year: Year, spots: Sequence[Spot], scope: Scope) -> Values:
        results = await self.read.results(year.starts_on, {one.period for one in spots}, pupils_of(spots, scope))
        return values_of(results, spots)

    async def _current(self, spots: Sequence[Spot], scope: Scope) -> Values:
        """Of the subjects that each pupil learns; two statements for each kind of term."""
        rules = await self.spots.places.rules.rules()
        found: dict[PersonId, dict[SubjectId, Value]] = {}
        for term in dict.fromkeys(one.term for one in spots if one.term is not None):
            seats = {seat.pupil: (one, seat) for one in spots if one.term == term for seat in one.seats}
            marks = await current_marks(self.read, term.starts_on, term.ends_on, rules, pupils_of(spots, scope))
            for pupil, subject, value in await asyncio.to_thread(_likely, seats, marks, rules):
                found.setdefault(pupil, {})[subject] = value
        return found

    async def _given(
        self, scope: Scope, only: PersonId | None, spots: Sequence[Spot], values: Values
    ) -> tuple[Given, ...]:
        """A teacher's pupils are those of today, whoever taught them then."""
        exemptions = await self.exemptions.exemptions()
        found = await asyncio.to_thread(given_of, spots, scope, values, exemptions)
        if only is None:
            return tuple(found)
        now = await self.spots.this_year()
        seats = now.teaching.roster.seats
        return tuple(
            one
            for one in found
            if only in now.teaching.teachers(one.school_class.id, one.subject, seats.get(one.seat.pupil, one.seat))
        )


def _likely(
    seats: Mapping[PersonId, tuple[Spot, Seat]], marks: Mapping[Pair, MarksSum], rules: JournalRules
) -> Sequence[tuple[PersonId, SubjectId, Value]]:
    found: list[tuple[PersonId, SubjectId, Value]] = []
    for (pupil, subject), summed in marks.items():
        spot, seat = seats.get(pupil, (None, None))
        value = likely(summed, rules, rules.scale_of(subject))
        if spot and seat and value is not None and spot.taught.teachers(subject, seat):
            found.append((pupil, subject, Value(value, spot.subjects.get(subject, ""), summed.average)))
    return found


def chooser(year: Year, asked: Asked) -> Choose:
    """Which period of each grade is asked for."""
    if asked.current:
        return lambda terms: terms.running(year.teaching.day)
    calendar = year.teaching.plan.calendar
    return lambda terms: period_in(asked.period, calendar.terms, terms.terms, terms.periods)


def before_of(choose: Choose) -> Choose:
    def earlier(terms: ClassTerms) -> Period | None:
        period = choose(terms)
        return terms.before(period) if period is not None else None

    return earlier


def _require_marked(year: Year, scope: Scope) -> None:
    found = year.teaching.roster.classes.get(scope.class_id) if scope.class_id is not None else None
    if scope.class_id is not None and found is None:
        raise NotFound
    if 1 in (scope.grade, found.grade if found is not None else None):
        raise NoMarksInFirstGrade
