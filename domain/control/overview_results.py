"""What the director's page tells of results: who is at risk, how a term ended (3.6.3, 3.7.2)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from domain.control.achievement_scope import Asked, Scope
from domain.control.achievements import Achievements
from domain.control.overview import USUAL_GRADE, SchoolWeekDays, TermResults
from domain.control.risk_pages import Risks
from domain.journal.periods import period_of
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.calendar import DAY
from domain.school.ports import Timetables


@dataclass(frozen=True, slots=True)
class OverviewResults:
    timetables: Timetables
    achievements: Achievements
    risks: Risks

    async def at_risk(self, actor: Actor) -> int:
        require(actor, Action.SEE_OVERVIEW, Target())
        return (await self.risks.page(actor, await self.achievements.asked(Scope()))).grave

    async def ended(self, actor: Actor, week: SchoolWeekDays) -> TermResults | None:
        """Of the term whose last day lies in the week or on the days off after it, by what is set of it."""
        require(actor, Action.SEE_OVERVIEW, Target())
        terms = (await self.timetables.plan()).calendar.terms_of(USUAL_GRADE)
        sunday = week.first + DAY * (7 - week.first.isoweekday())
        term = next((one for one in terms if week.first <= one.ends_on <= sunday), None)
        if term is None:
            return None
        counts = (await self.achievements.page(actor, Asked(Scope(), period_of(term)))).counts
        if counts.success is None or counts.quality is None:
            return None
        return TermResults(_whole(counts.success), _whole(counts.quality))


def _whole(percents: Decimal) -> int:
    return int(percents.quantize(Decimal(1), ROUND_HALF_UP))
