"""Facts that guardians and pupils hear of."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.events import AttendanceNoted, HomeworkChanged, MarkChanged
from domain.ids import PersonId
from domain.journal.homework_diary import HomeworkCard
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER, Grace, end_of_day
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Superseded
from domain.messaging.plan import Plan, by_pupil, messages
from domain.messaging.ports import Cards, Readers, UntoldFact
from domain.messaging.readers import listeners
from domain.school.ports import Rosters
from domain.school.roster import Roster


@dataclass(frozen=True, slots=True)
class FamilyTelling:
    time: SchoolTime
    readers: Readers
    cards: Cards
    rosters: Rosters
    grace: Grace

    async def absences(self, plan: Plan, noted: Sequence[tuple[UntoldFact, AttendanceNoted]]) -> None:
        """Whether it rings is asked at delivery alone: there the answer must hold, and twice costs the bell time."""
        latest = {(fact.lesson, fact.pupil): (one, fact) for one, fact in noted}
        if not latest:
            return
        family = by_pupil(await self.readers.family({pupil for _, pupil in latest}))
        for pair, (one, fact) in latest.items():
            event = names.absence_event(*pair)
            if fact.version > 1:
                plan.superseded.append(Superseded(event, Kind.ABSENCE, fact.version))
            body = {"lesson": fact.lesson, "pupil": fact.pupil}
            expires = end_of_day(self.time, one.at) if fact.version == 1 else one.at + STALE_AFTER
            when = (one.at + self.grace.absence, expires)
            told = listeners(family.get(fact.pupil, ()), Kind.ABSENCE, fact.author)
            plan.messages += messages(event, fact.version, Kind.ABSENCE, body, when, told)

    async def marks(self, plan: Plan, changed: Sequence[tuple[UntoldFact, MarkChanged]]) -> None:
        latest = {fact.mark: (one, fact) for one, fact in changed}
        if not latest:
            return
        family = by_pupil(await self.readers.family({fact.pupil for _, fact in latest.values()}))
        for mark, (one, fact) in latest.items():
            event = names.mark_event(mark)
            if fact.version > 1:
                plan.superseded.append(Superseded(event, Kind.MARK, fact.version))
            body = {"mark": mark, "pupil": fact.pupil}
            when = (one.at + self.grace.mark, one.at + STALE_AFTER)
            told = listeners(family.get(fact.pupil, ()), Kind.MARK, fact.author)
            plan.messages += messages(event, fact.version, Kind.MARK, body, when, told)

    async def homework(self, plan: Plan, changed: Sequence[tuple[UntoldFact, HomeworkChanged]]) -> None:
        latest = {fact.homework: (one, fact) for one, fact in changed}
        if not latest:
            return
        cards = await self.cards.homework.homework_cards(latest)
        roster = await self.rosters.roster()
        pupils = {id_: _pupils_of(roster, card) for id_, card in cards.items()}
        family = by_pupil(await self.readers.family({pupil for listed in pupils.values() for pupil in listed}))
        for id_, (one, fact) in latest.items():
            when = (one.at + self.grace.homework, one.at + STALE_AFTER)
            for pupil in pupils.get(id_, ()):
                event = names.homework_event(id_, pupil)
                if fact.version > 1:
                    plan.superseded.append(Superseded(event, Kind.HOMEWORK, fact.version))
                told = listeners(family.get(pupil, ()), Kind.HOMEWORK, fact.author)
                body = {"homework": id_, "pupil": pupil}
                plan.messages += messages(event, fact.version, Kind.HOMEWORK, body, when, told)


def _pupils_of(roster: Roster, card: HomeworkCard) -> list[PersonId]:
    return [seat.pupil for seat in roster.of_class.get(card.class_id, ()) if card.is_for(seat)]
