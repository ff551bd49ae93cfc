"""Facts that teachers and administrators hear of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.events import AbsenceAnswered, AccountUnreachable, CodesGuessed
from domain.ids import LessonId, PersonId
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER, end_of_day
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage
from domain.messaging.plan import Plan, addresses_of, by_person, class_teachers
from domain.messaging.ports import Cards, OutboxRead, Readers, UntoldFact
from domain.messaging.readers import Address
from domain.school.ports import Rosters

Pair = tuple[LessonId, PersonId]


@dataclass(frozen=True, slots=True)
class StaffTelling:
    time: SchoolTime
    readers: Readers
    cards: Cards
    outbox: OutboxRead
    rosters: Rosters

    async def answers(self, plan: Plan, answered: Sequence[tuple[UntoldFact, AbsenceAnswered]]) -> None:
        """The lesson's teacher and the class teacher hear; the cards of the other guardians close."""
        if not answered:
            return
        hear = await self._who_hears([fact for _, fact in answered])
        staff = by_person(await self.readers.staff({person for persons in hear.values() for person in persons}))
        for one, fact in answered:
            pair, told = (fact.lesson, fact.pupil), hear.get((fact.lesson, fact.pupil), ())
            event, when = names.answer_event(*pair), (one.at, end_of_day(self.time, one.at))
            plan.messages += [
                NewMessage(event, 1, address.account, Kind.ABSENCE_ANSWER, fact.pupil, _body(pair), *when)
                for address in addresses_of(staff, told)
            ]
        await self._close_cards(plan, answered)

    async def _who_hears(self, answered: Sequence[AbsenceAnswered]) -> dict[Pair, Collection[PersonId]]:
        cards = await self.cards.absences.absence_cards({(fact.lesson, fact.pupil) for fact in answered})
        roster = await self.rosters.roster()
        return {
            (fact.lesson, fact.pupil): {*card.teachers, *class_teachers(roster, fact.pupil)} - {fact.author}
            for fact in answered
            if (card := cards.get((fact.lesson, fact.pupil))) is not None
        }

    async def _close_cards(self, plan: Plan, answered: Sequence[tuple[UntoldFact, AbsenceAnswered]]) -> None:
        by_event = {names.absence_event(fact.lesson, fact.pupil): (one, fact) for one, fact in answered}
        for card in await self.outbox.cards_out(by_event):
            one, fact = by_event[card.event]
            if card.person == fact.author:
                continue
            when = (one.at, one.at + STALE_AFTER)
            body = _body((fact.lesson, fact.pupil))
            plan.messages.append(
                NewMessage(card.event, 1, card.account, Kind.ABSENCE_CLOSED, fact.pupil, body, *when, edits=card.row)
            )

    async def lost(self, plan: Plan, lost: Sequence[tuple[UntoldFact, AccountUnreachable]]) -> None:
        """The class teachers of the person's children (or of the pupil) hear; of staff, the administrators."""
        if not lost:
            return
        wards = await self.readers.wards({fact.person for _, fact in lost})
        roster = await self.rosters.roster()
        hear = {
            fact.person: {t for pupil in wards.get(fact.person, ()) for t in class_teachers(roster, pupil)}
            for _, fact in lost
        }
        staff = by_person(await self.readers.staff({person for persons in hear.values() for person in persons}))
        admins = await self.readers.admins()
        for one, fact in lost:
            told = addresses_of(staff, hear[fact.person] - {fact.person}) or admins
            plan.messages += _notices(one, {"what": "lost", "person": fact.person}, told)

    async def guessing(self, plan: Plan, guessed: Sequence[tuple[UntoldFact, CodesGuessed]]) -> None:
        admins = await self.readers.admins() if guessed else ()
        for one, fact in guessed:
            plan.messages += _notices(one, {"what": "guessed", "attempts": fact.attempts}, admins)


def _body(pair: Pair) -> dict[str, int]:
    return {"lesson": pair[0], "pupil": pair[1]}


def _notices(one: UntoldFact, body: dict[str, object], told: Sequence[Address]) -> list[NewMessage]:
    when = (one.at, one.at + STALE_AFTER)
    event = names.notice_event(one.id)
    return [NewMessage(event, 1, address.account, Kind.NOTICE, None, body, *when) for address in told]
