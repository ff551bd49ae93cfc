"""At risk now, in the reader's reach: each pupil with what is the matter (3.3.6, 3.3.7)."""

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from domain.control.achievement_lists import Given
from domain.control.achievement_pages import Names
from domain.control.achievement_reads import pupils_of
from domain.control.achievement_scope import Asked, only_for, opens_pupils
from domain.control.achievement_views import AchievementViews, View
from domain.control.current_marks import Pair
from domain.control.risks import (
    LOW,
    MISSED_DAYS,
    TWOS_IN_A_ROW,
    AwayLessons,
    Below,
    CalledLessons,
    DaysAway,
    Missed,
    Risk,
    Twos,
    away_by_day,
    days_away,
    lessons_by_day,
    missed_share,
    twos_at_the_end,
)
from domain.control.seats import SeatSpan, SeatSpans
from domain.ids import ClassId, PersonId
from domain.journal.counting import weighed
from domain.journal.ports import TermMark
from domain.journal.rules import JournalRules
from domain.journal.scale import points
from domain.roles.access import Action, require
from domain.roles.people import Actor
from domain.school.roster import SchoolClass, Seat

FEW = 100
"""Pupils that are asked of one by one; more are asked of as the whole school."""

Finding = Below | Twos | Missed | DaysAway


@dataclass(frozen=True, slots=True)
class Reason:
    """`subject_name` None: over all subjects."""

    finding: Finding
    subject_name: str | None = None


@dataclass(frozen=True, slots=True)
class AtRisk:
    seat: Seat
    school_class: SchoolClass
    reasons: tuple[Reason, ...]


Found = tuple[Given, Reason]


@dataclass(frozen=True, slots=True)
class RiskPage:
    """`lists` has the risks that can be told of the scope, some of them of nobody; the worst first."""

    asked: Asked
    names: Names
    lists: Mapping[Risk, Sequence[AtRisk]]
    opens_pupils: bool
    """Whether the reader may see the own results of each pupil."""

    @property
    def pupils(self) -> int:
        return len({one.seat.pupil for listed in self.lists.values() for one in listed})

    @property
    def grave(self) -> int:
        """Pupils of whom more is to be said than that a mark falls: it would be a 2, or it is another risk."""
        found = (one for listed in self.lists.values() for one in listed)
        return len({one.seat.pupil for one in found if any(_is_grave(reason.finding) for reason in one.reasons)})


def _is_grave(finding: Finding) -> bool:
    return not isinstance(finding, Below) or finding.likely in LOW


class RiskRead(Protocol):
    """Each is one statement; None: of the whole school."""

    async def with_twos(
        self, first: date, last: date, least: int, pupils: Collection[PersonId] | None
    ) -> Mapping[Pair, Sequence[TermMark]]:
        """All marks that stand, by day, of pupils and subjects with at least so many «2» or «1» among them."""
        ...

    async def called(self, first: date, last: date, classes: Collection[ClassId]) -> Sequence[CalledLessons]: ...

    async def away(self, first: date, last: date, pupils: Collection[PersonId] | None) -> Sequence[AwayLessons]: ...


@dataclass(frozen=True, slots=True)
class Risks:
    views: AchievementViews
    read: RiskRead
    seats: SeatSpans

    async def page(self, actor: Actor, asked: Asked) -> RiskPage:
        """Of the running term, whatever period was asked for. Raises as a page of `Achievements`."""
        asked = replace(asked, current=True, past=False)
        require(actor, Action.SEE_ACHIEVEMENT, await self.views.target(asked.scope))
        only = only_for(actor, asked.scope)
        view = await self.views.view(asked, only)
        before = await self.views.before(asked, only, view)
        rules = await self.views.spots.places.rules.rules()
        found: dict[Risk, Iterable[Found]] = {
            Risk.BELOW: _below(view, before),
            Risk.TWOS: _twos(view, await self._with_twos(view, asked), rules),
        }
        found |= await self._away(view, whole=asked.scope.whole_pupils)
        lists = await asyncio.to_thread(lambda: {risk: gathered(one) for risk, one in found.items()})
        return RiskPage(asked, await self.views.names(view, asked.scope), lists, opens_pupils(actor, asked))

    async def _with_twos(self, view: View, asked: Asked) -> Mapping[Pair, Sequence[TermMark]]:
        """A statement for each kind of term."""
        found: dict[Pair, Sequence[TermMark]] = {}
        for term in dict.fromkeys(one.term for one in view.spots if one.term is not None):
            of_term = {seat.pupil for one in view.spots if one.term == term for seat in one.seats}
            marks = await self.read.with_twos(
                term.starts_on, term.ends_on, TWOS_IN_A_ROW, pupils_of(view.spots, asked.scope)
            )
            found |= {pair: listed for pair, listed in marks.items() if pair[0] in of_term}
        return found

    async def _away(self, view: View, *, whole: bool) -> Mapping[Risk, Iterable[Found]]:
        """With all their subjects pupils are told of once, else of each subject; days only with all of them."""
        last = view.year.teaching.day
        first = last - timedelta(days=MISSED_DAYS - 1)
        mine = {one.seat.pupil for one in view.given}
        spans = [one for one in await self.seats.seats(first, last) if one.pupil in mine]
        called = await self.read.called(first, last, {one.class_id for one in spans})
        away = await self.read.away(first, last, mine if len(mine) <= FEW else None)
        if whole:
            return _of_all(view, _Days(lessons_by_day(spans, called), away_by_day(spans, away)))
        return {Risk.MISSED: _of_subjects(view, spans, called, away)}


@dataclass(frozen=True, slots=True)
class _Days:
    lessons: Mapping[PersonId, Mapping[date, int]]
    away: Mapping[PersonId, Mapping[date, int]]

    def missed(self, pupil: PersonId) -> Missed | None:
        return missed_share(self.lessons.get(pupil, {}), self.away.get(pupil, {}), pupil)

    def row(self, pupil: PersonId) -> DaysAway | None:
        return days_away(self.lessons.get(pupil, {}), self.away.get(pupil, {}), pupil)


def _of_all(view: View, days: _Days) -> Mapping[Risk, Iterable[Found]]:
    pupils = list({one.seat.pupil: one for one in view.given}.values())
    shares = ((one, days.missed(one.seat.pupil)) for one in pupils)
    rows = ((one, days.row(one.seat.pupil)) for one in pupils)
    return {
        Risk.MISSED: [(one, Reason(found)) for one, found in shares if found],
        Risk.DAYS: [(one, Reason(found)) for one, found in rows if found],
    }


def _of_subjects(
    view: View, spans: Sequence[SeatSpan], called: Sequence[CalledLessons], away: Sequence[AwayLessons]
) -> Iterator[Found]:
    days = {
        subject: _Days(
            lessons_by_day(spans, [one for one in called if one.subject == subject]),
            away_by_day(spans, [one for one in away if one.subject == subject]),
        )
        for subject in {one.subject for one in view.given}
    }
    for one in view.given:
        found = days[one.subject].missed(one.seat.pupil)
        if found is not None:
            yield one, Reason(found, one.subject_name)


def _below(view: View, before: Sequence[Given]) -> Iterator[Found]:
    earlier = {(one.seat.pupil, one.subject): one.value for one in before}
    for one in view.given:
        was = earlier.get((one.seat.pupil, one.subject))
        if was is None or one.value is None or one.average is None:
            continue
        then, now = points(was), points(one.value)
        if then is not None and now is not None and now < then:
            yield one, Reason(Below(one.seat.pupil, one.subject, was, one.value, one.average), one.subject_name)


def _twos(view: View, marks: Mapping[Pair, Sequence[TermMark]], rules: JournalRules) -> Iterator[Found]:
    """A mark that was retaken does not count, the one in its place does."""
    for one in view.given:
        listed = weighed(marks.get((one.seat.pupil, one.subject), ()), rules)
        numbers = [(each.mark.day, each.mark.value) for each in listed if each.left_out is None]
        found = twos_at_the_end(numbers)
        if found is not None:
            yield one, Reason(Twos(one.seat.pupil, one.subject, *found), one.subject_name)


def gathered(found: Iterable[Found]) -> tuple[AtRisk, ...]:
    """A line for each pupil; the worst first, of equal ones by class and name."""
    by_pupil: dict[PersonId, list[Found]] = {}
    for one, reason in found:
        by_pupil.setdefault(one.seat.pupil, []).append((one, reason))
    lines = [
        AtRisk(listed[0][0].seat, listed[0][0].school_class, tuple(sorted((r for _, r in listed), key=_worst)))
        for listed in by_pupil.values()
    ]
    return tuple(sorted(lines, key=lambda line: (_worst(line.reasons[0]), -len(line.reasons))))


def _worst(reason: Reason) -> tuple[float, float]:
    """The less, the worse: what would be a «2»; the most twos; the largest share; the longest row, the newest one."""
    match reason.finding:
        case Below(likely=likely):
            return float(likely), 0
        case Twos(count=count):
            return -count, 0
        case Missed(missed=missed, lessons=lessons):
            return -missed / lessons, 0
        case DaysAway(count=count, last=last):
            return -count, -last.toordinal()
