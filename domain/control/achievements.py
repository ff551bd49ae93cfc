"""Results of many: four figures, lists of pupils, against the last term and the year before (3.3.6, 3.6.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.control.achievement_lists import Given, lists_of
from domain.control.achievement_pages import (
    AchievementPage,
    Choices,
    Compared,
    SplitPage,
    counted,
    names_of,
    periods_of_scope,
    rows_of,
)
from domain.control.achievement_reads import AchievementRead, Value, Values, given_of, in_scope, pupils_of, values_of
from domain.control.achievement_scope import Asked, By, Scope, period_in, require_sight, sees_whole
from domain.control.achievement_spots import Choose, ClassTerms, Spot, Spots, Year
from domain.control.current_marks import current_marks, likely
from domain.errors import NotAllowed, NotFound
from domain.ids import PersonId, SubjectId
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from domain.roles.access import Action, Reach, reach_of
from domain.roles.people import Actor
from domain.school.exemptions import KnownExemptions


@dataclass(frozen=True, slots=True)
class View:
    """What was asked, read. `choose`: which period of each grade it is of."""

    year: Year
    choose: Choose
    spots: tuple[Spot, ...]
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Achievements:
    """A number of statements that grows neither with the pupils nor with the classes."""

    spots: Spots
    exemptions: KnownExemptions
    read: AchievementRead

    async def open_to(self, actor: Actor) -> Choices:
        """Raises `NotAllowed`."""
        reaches = reach_of(actor, Action.SEE_ACHIEVEMENT)
        if not reaches:
            raise NotAllowed
        year = await self.spots.this_year()
        school, classes = Reach.SCHOOL in reaches, year.classes
        courses = year.teaching.of_teacher(actor.person) if Reach.COURSE in reaches else ()
        return Choices(
            school=school,
            grades=tuple(sorted({one.grade for one in classes})) if school else (),
            classes=tuple(one for one in classes if school or one.id in actor.own_classes),
            courses=courses,
            last_year=school and await self.spots.places.timetables.last_closed() is not None,
        )

    async def likeliest(self, actor: Actor) -> Asked | None:
        """The school, the own class, all that one teaches; the running term. None: nothing of it. As `open_to`."""
        choices = await self.open_to(actor)
        own = next((one for one in choices.classes if one.id in actor.own_classes), None)
        if choices.school:
            return await self.asked(Scope())
        if own is not None:
            return await self.asked(Scope(class_id=own.id))
        return await self.asked(Scope(teacher=actor.person)) if choices.courses else None

    async def asked(self, scope: Scope) -> Asked:
        """A scope in the term that runs, of its lowest grade."""
        year = await self.spots.this_year()
        first = next(iter(year.classes_of(scope)), None)
        period = year.terms[first.grade].running(year.teaching.day) if first is not None else None
        return Asked(scope, period or Period.YEAR)

    async def page(self, actor: Actor, asked: Asked) -> AchievementPage:
        """Raises `NotAllowed`, `NotFound` and `NoMarksInFirstGrade`."""
        view = await self.view(actor, asked)
        return await self._page(actor, asked, view, await self.before(actor, asked, view))

    async def split(self, actor: Actor, asked: Asked, by: By) -> SplitPage:
        """Raises `NotFound` for what the scope cannot be split by, and as `page`."""
        if by not in asked.scope.splits:
            raise NotFound
        view = await self.view(actor, asked)
        before = await self.before(actor, asked, view)
        page = await self._page(actor, asked, view, before)
        teachers = {teacher for one in view.given for teacher in one.teachers} if by is By.TEACHER else set()
        names = await self.read.names(teachers) if teachers else {}
        return SplitPage(page, by, rows_of(view.given, before, by, names))

    async def view(self, actor: Actor, asked: Asked) -> View:
        """Who is to have a result, with what they have. Raises as `page`."""
        now = await self.spots.this_year()
        require_sight(actor, asked.scope, now.teaching)
        year = await self.spots.last_year() if asked.past else now
        if year is None:
            raise NotFound
        _require_marked(year, asked.scope)
        choose = chooser(year, asked)
        spots = in_scope(await self.spots.at(year, choose), asked.scope)
        values = await (self._current(spots, asked.scope) if asked.current else self._set(year, spots, asked.scope))
        return View(year, choose, spots, await self._given(actor, asked.scope, now, spots, values))

    async def _page(self, actor: Actor, asked: Asked, view: View, before: Sequence[Given]) -> AchievementPage:
        given, scope = view.given, asked.scope
        teacher = [scope.teacher] if scope.teacher is not None else []
        return AchievementPage(
            asked=asked,
            names=names_of(view.year, scope, given, await self.read.names(teacher) if teacher else {}),
            shown=tuple(dict.fromkeys(spot.period for spot in view.spots)),
            periods=periods_of_scope(view.year, scope),
            counts=counted(given),
            missing=sum(one.value is None for one in given),
            pupils=len({one.seat.pupil for one in given}),
            lists=lists_of(given, whole=scope.whole_pupils, so_far=asked.current),
            last_term=_compared_with_last_term(view, before),
            last_year=await self._of_last_year(asked, view),
            whole_school=Reach.SCHOOL in reach_of(actor, Action.SEE_ACHIEVEMENT),
        )

    async def before(self, actor: Actor, asked: Asked, view: View) -> tuple[Given, ...]:
        """Results of the terms before, in the same scope. Empty: there are none."""
        earlier = _before(view.choose)
        if not any(earlier(spot.terms) for spot in view.spots):
            return ()
        spots = in_scope(await self.spots.at(view.year, earlier), asked.scope)
        values = await self._set(view.year, spots, asked.scope)
        return await self._given(actor, asked.scope, await self.spots.this_year(), spots, values)

    async def _of_last_year(self, asked: Asked, view: View) -> Compared | None:
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
            for (pupil, subject), summed in marks.items():
                spot, seat = seats.get(pupil, (None, None))
                value = likely(summed, rules, rules.scale_of(subject))
                if spot and seat and value is not None and spot.taught.teachers(subject, seat):
                    found.setdefault(pupil, {})[subject] = Value(value, spot.subjects.get(subject, ""), summed.average)
        return found

    async def _given(
        self, actor: Actor, scope: Scope, now: Year, spots: Sequence[Spot], values: Values
    ) -> tuple[Given, ...]:
        """Whoever teaches a subgroup, and reaches no more, sees that subgroup as it is today."""
        found = given_of(spots, scope, values, await self.exemptions.exemptions())
        if sees_whole(actor, scope) or scope.teacher is not None:
            return tuple(found)
        seats = now.teaching.roster.seats
        return tuple(
            one
            for one in found
            if actor.person
            in now.teaching.teachers(one.school_class.id, one.subject, seats.get(one.seat.pupil, one.seat))
        )


def chooser(year: Year, asked: Asked) -> Choose:
    """Which period of each grade is asked for."""
    if asked.current:
        return lambda terms: terms.running(year.teaching.day)
    calendar = year.teaching.plan.calendar
    return lambda terms: period_in(asked.period, calendar.terms, terms.terms, terms.periods)


def _before(choose: Choose) -> Choose:
    def earlier(terms: ClassTerms) -> Period | None:
        period = choose(terms)
        return terms.before(period) if period is not None else None

    return earlier


def _compared_with_last_term(view: View, before: Sequence[Given]) -> Compared | None:
    """Of the classes that had one: grades 10 and 11 have no half-year before the first."""
    classes = {one.school_class.id for one in before if one.value is not None}
    if not classes:
        return None
    now = counted(one for one in view.given if one.school_class.id in classes)
    earlier = _before(view.choose)
    periods = dict.fromkeys(earlier(spot.terms) for spot in view.spots if spot.school_class.id in classes)
    return Compared(now, counted(before), tuple(one for one in periods if one is not None))


def _require_marked(year: Year, scope: Scope) -> None:
    found = year.teaching.roster.classes.get(scope.class_id) if scope.class_id is not None else None
    if scope.class_id is not None and found is None:
        raise NotFound
    if 1 in (scope.grade, found.grade if found is not None else None):
        raise NoMarksInFirstGrade
