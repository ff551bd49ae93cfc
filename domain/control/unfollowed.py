"""Results that do not follow from what they are proposed by, each with the reason that was given (1.4.2, 3.6.3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from domain.control.achievement_pages import Names
from domain.control.achievement_reads import pupils_of
from domain.control.achievement_scope import Asked, only_for
from domain.control.achievement_spots import Spot
from domain.control.achievement_views import AchievementViews, View
from domain.control.current_marks import NO_MARKS, MarksSum, Pair, current_marks, explained_by
from domain.ids import ClassId, GroupId, SubjectId
from domain.journal.attestation import fewest_marks
from domain.journal.explained import Explained, follows
from domain.journal.periods import Period
from domain.journal.results_kept import Result
from domain.journal.results_sheet import explain
from domain.journal.rules import JournalRules
from domain.roles.access import Action, require
from domain.roles.people import Actor
from domain.school.calendar import Term
from domain.school.roster import SchoolClass, Seat


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """`explained`: what follows today. Without a `reason` it followed when it was set: the marks changed after."""

    seat: Seat
    school_class: SchoolClass
    subject_name: str
    result: Result
    explained: Explained


@dataclass(frozen=True, slots=True)
class UnfollowedPage:
    asked: Asked
    names: Names
    shown: tuple[Period, ...]
    listed: tuple[Unfollowed, ...]


Kept = Mapping[Pair, Mapping[Period, Result]]


@dataclass(frozen=True, slots=True)
class UnfollowedResults:
    views: AchievementViews

    async def page(self, actor: Actor, asked: Asked) -> UnfollowedPage:
        """By class, name and subject; of what is set, never of a forecast. Raises as a page of `Achievements`."""
        asked = replace(asked, current=False)
        require(actor, Action.SEE_ACHIEVEMENT, await self.views.target(asked.scope))
        only = only_for(actor, asked.scope)
        view = await self.views.view(asked, only)
        rules = await self.views.spots.places.rules.rules()
        kept = await self._kept(view, asked)
        marks = await self._marks(view, asked, rules)
        return UnfollowedPage(
            asked,
            await self.views.names(view, asked.scope),
            tuple(dict.fromkeys(spot.period for spot in view.spots)),
            tuple(_unfollowed(view, kept, marks, rules)),
        )

    async def _kept(self, view: View, asked: Asked) -> Kept:
        """All that the periods follow from."""
        periods = {one for spot in view.spots for one in spot.terms.periods}
        pupils = pupils_of(view.spots, asked.scope)
        found: dict[Pair, dict[Period, Result]] = {}
        for one, _ in await self.views.read.results(view.year.starts_on, periods, pupils):
            found.setdefault((one.pupil, one.subject), {})[one.period] = one
        return found

    async def _marks(self, view: View, asked: Asked, rules: JournalRules) -> Mapping[Term, Mapping[Pair, MarksSum]]:
        terms = dict.fromkeys(spot.term for spot in view.spots if spot.term is not None)
        pupils, read = pupils_of(view.spots, asked.scope), self.views.read
        return {term: await current_marks(read, term.starts_on, term.ends_on, rules, pupils) for term in terms}


def _unfollowed(
    view: View, kept: Kept, marks: Mapping[Term, Mapping[Pair, MarksSum]], rules: JournalRules
) -> Iterator[Unfollowed]:
    spots = {spot.school_class.id: spot for spot in view.spots}
    norms = _Norms(rules)
    for one in view.given:
        spot = spots[one.school_class.id]
        set_ = kept.get((one.seat.pupil, one.subject), {})
        result = set_.get(spot.period)
        if result is None:
            continue
        if spot.term is not None:
            summed = marks[spot.term].get((one.seat.pupil, one.subject), NO_MARKS)
            fewest = norms.fewest(spot, one.seat, one.subject)
            explained = explained_by(summed, rules, rules.scale_of(one.subject), fewest)
        else:
            explained = explain(spot.period, (), set_, spot.terms.terms, rules, one.subject, 0)
        if not follows(result.value, explained):
            yield Unfollowed(one.seat, one.school_class, one.subject_name, result, explained)


@dataclass(frozen=True, slots=True)
class _Norms:
    """How many marks attestation needs, asked once for each class, subject and set of subgroups."""

    rules: JournalRules
    known: dict[tuple[ClassId, SubjectId, frozenset[GroupId]], int] = field(default_factory=dict)

    def fewest(self, spot: Spot, seat: Seat, subject: SubjectId) -> int:
        key = seat.class_id, subject, seat.groups
        if key not in self.known:
            self.known[key] = fewest_marks(spot.taught.teaching.lessons_a_week(seat, subject), self.rules)
        return self.known[key]
