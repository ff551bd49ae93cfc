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
    periods_of_scope,
    rows_of,
)
from domain.control.achievement_scope import Asked, By, Scope, only_for
from domain.control.achievement_views import AchievementViews, View, before_of
from domain.errors import NotAllowed, NotFound
from domain.journal.periods import Period
from domain.roles.access import Action, Reach, reach_of, require
from domain.roles.people import Actor


@dataclass(frozen=True, slots=True)
class Achievements:
    """A number of statements that grows neither with the pupils nor with the classes.

    What reads a scope raises `NotAllowed`, `NotFound` and `NoMarksInFirstGrade`.
    """

    views: AchievementViews

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
        """A scope in the term that runs, of its lowest grade."""
        year = await self.views.spots.this_year()
        first = next(iter(year.classes_of(scope)), None)
        period = year.terms[first.grade].running(year.teaching.day) if first is not None else None
        return Asked(scope, period or Period.YEAR)

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
        teachers = {teacher for one in view.given for teacher in one.teachers} if by is By.TEACHER else set()
        names = await self.views.read.names(teachers) if teachers else {}
        return SplitPage(page, by, rows_of(view.given, before, by, names))

    async def _page(self, actor: Actor, asked: Asked, view: View, before: Sequence[Given]) -> AchievementPage:
        given, scope = view.given, asked.scope
        return AchievementPage(
            asked=asked,
            names=await self.views.names(view, scope),
            shown=tuple(dict.fromkeys(spot.period for spot in view.spots)),
            periods=periods_of_scope(view.year, scope),
            counts=counted(given),
            missing=sum(one.value is None for one in given),
            pupils=len({one.seat.pupil for one in given}),
            lists=lists_of(given, whole=scope.whole_pupils, so_far=asked.current),
            last_term=_compared_with_last_term(view, before),
            last_year=await self.views.of_last_year(asked, view),
            whole_school=Reach.SCHOOL in reach_of(actor, Action.SEE_ACHIEVEMENT),
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
