"""Results of many: four figures, lists of pupils, against the last term and the year before (3.3.6, 3.6.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.control.achievement import Counts
from domain.control.achievement_lists import Given, lists_of
from domain.control.achievement_pages import (
    AchievementPage,
    Choices,
    Compared,
    SplitPage,
    SplitRow,
    TermsPage,
    counted,
    periods_of_scope,
    rows_of,
)
from domain.control.achievement_scope import Asked, By, Scope, only_for, opens_pupils
from domain.control.achievement_views import AchievementViews, View, before_of
from domain.errors import NotAllowed, NotFound
from domain.journal.periods import Period
from domain.roles.access import Action, Reach, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor

RESULTS_BEGIN = timedelta(days=7)
"""Before a term's last day: from then on results are set."""


@dataclass(frozen=True, slots=True)
class Achievements:
    """A number of statements that grows neither with the pupils nor with the classes.

    What reads a scope raises `NotAllowed`, `NotFound` and `NoMarksInFirstGrade`.
    """

    views: AchievementViews
    gate: ExportGate

    async def open_to(self, actor: Actor) -> Choices:
        """Raises `NotAllowed`."""
        reaches = reach_of(actor, Action.SEE_ACHIEVEMENT)
        if not reaches:
            raise NotAllowed
        year = await self.views.spots.this_year()
        school, classes = Reach.SCHOOL in reaches, year.classes
        courses = year.teaching.of_teacher(actor.person) if Reach.COURSE in reaches else ()
        return Choices(
            school=school,
            grades=tuple(sorted({one.grade for one in classes})) if school else (),
            classes=tuple(one for one in classes if school or one.id in actor.own_classes),
            courses=courses,
            last_year=school and await self.views.spots.places.timetables.last_closed() is not None,
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
        """A scope in the term that runs, of its lowest grade; by current marks till results are usually set."""
        year = await self.views.spots.this_year()
        first, day = next(iter(year.classes_of(scope)), None), year.teaching.day
        terms = year.terms[first.grade] if first is not None else None
        period = terms.running(day) if terms is not None else None
        if terms is None or period is None:
            return Asked(scope, Period.YEAR)
        return Asked(scope, period, current=day < terms.ends(period) - RESULTS_BEGIN)

    async def page(self, actor: Actor, asked: Asked) -> AchievementPage:
        require(actor, Action.SEE_ACHIEVEMENT, await self.views.target(asked.scope))
        only = only_for(actor, asked.scope)
        view = await self.views.view(asked, only)
        return await self._page(actor, asked, view, await self.views.before(asked, only, view))

    async def split(self, actor: Actor, asked: Asked, by: By) -> SplitPage:
        """Raises `NotFound` for what the scope cannot be split by."""
        require(actor, Action.SEE_ACHIEVEMENT, await self.views.target(asked.scope))
        if by not in asked.scope.splits:
            raise NotFound
        only = only_for(actor, asked.scope)
        view = await self.views.view(asked, only)
        before = await self.views.before(asked, only, view)
        page = await self._page(actor, asked, view, before)
        return SplitPage(page, by, await self._rows(view, before, by))

    async def by_terms(self, actor: Actor, asked: Asked) -> TermsPage:
        """What is set of each term that has begun, and of the year; a few statements for each."""
        require(actor, Action.SEE_ACHIEVEMENT, await self.views.target(asked.scope))
        only, found = only_for(actor, asked.scope), list[tuple[Period, Counts]]()
        view = await self.views.view(replace(asked, current=False), only)
        for period in periods_of_scope(view.year, asked.scope):
            of = await self.views.view(Asked(asked.scope, period, past=asked.past), only)
            counts = counted(of.given)
            if counts.total:
                found.append((period, counts))
        return TermsPage(await self.views.names(view, asked.scope), tuple(found))

    async def taken_out(self, actor: Actor, asked: Asked) -> tuple[SplitPage, ...]:
        """For a file: the page with each of its splits; at least one. Raises `ExportsFrozen` and `TooManyExports`."""
        require(actor, Action.SEE_ACHIEVEMENT, await self.views.target(asked.scope))
        await self.gate.allow(actor, Export(ExportKind.ACHIEVEMENT, asked.scope.class_id))
        only = only_for(actor, asked.scope)
        view = await self.views.view(asked, only)
        before = await self.views.before(asked, only, view)
        page = await self._page(actor, asked, view, before)
        pages = [SplitPage(page, by, await self._rows(view, before, by)) for by in asked.scope.splits]
        return tuple(pages) or (SplitPage(page, By.CLASS, await self._rows(view, before, By.CLASS)),)

    async def _rows(self, view: View, before: Sequence[Given], by: By) -> tuple[SplitRow, ...]:
        teachers = {teacher for one in view.given for teacher in one.teachers} if by is By.TEACHER else set()
        return rows_of(view.given, before, by, await self.views.read.names(teachers) if teachers else {})

    async def _page(self, actor: Actor, asked: Asked, view: View, before: Sequence[Given]) -> AchievementPage:
        given, scope = view.given, asked.scope
        return AchievementPage(
            asked=asked,
            names=await self.views.names(view, scope),
            shown=tuple(dict.fromkeys(spot.period for spot in view.spots)),
            periods=periods_of_scope(view.year, scope),
            counts=counted(given),
            missing=sum(one.value is None for one in given),
            unset=view.unset,
            pupils=len({one.seat.pupil for one in given}),
            lists=lists_of(given, whole=scope.whole_pupils, so_far=asked.current),
            last_term=_compared_with_last_term(view, before),
            last_year=await self.views.of_last_year(asked, view),
            whole_school=Reach.SCHOOL in reach_of(actor, Action.SEE_ACHIEVEMENT),
            opens_pupils=opens_pupils(actor, asked),
        )


def _compared_with_last_term(view: View, before: Sequence[Given]) -> Compared | None:
    """Of the classes that had one: grades 10 and 11 have no half-year before the first."""
    classes = {one.school_class.id for one in before if one.value is not None}
    if not classes:
        return None
    now = counted(one for one in view.given if one.school_class.id in classes)
    earlier = before_of(view.choose)
    periods = dict.fromkeys(earlier(spot.terms) for spot in view.spots if spot.school_class.id in classes)
    return Compared(now, counted(before), tuple(one for one in periods if one is not None))
