"""Facts that teachers and administrators hear of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard
from domain.clock import SchoolTime
from domain.events import (
    AbsenceAnswered,
    AccountUnreachable,
    BackupTroubled,
    CodesGuessed,
    HoldDecided,
    UpdatesQuarantined,
)
from domain.ids import HoldId, LessonId, PersonId
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER, end_of_day
from domain.messaging.holds import HoldsRead
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan, addresses_of, by_person, class_teachers
from domain.messaging.ports import CardOut, Cards, OutboxRead, Readers, UntoldFact
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
    holds: HoldsRead

    async def answers(self, plan: Plan, answered: Sequence[tuple[UntoldFact, AbsenceAnswered]]) -> None:
        """The lesson's teacher and the class teacher hear; the cards of the other guardians close.

        «Did not know» is an alarm; who may say so stands in the access table (`ANSWER_ABSENCE`).
        """
        if not answered:
            return
        cards = await self.cards.absences.absence_cards({(fact.lesson, fact.pupil) for _, fact in answered})
        hear = await self._who_hears([fact for _, fact in answered], cards)
        staff = by_person(await self.readers.staff({person for persons in hear.values() for person in persons}))
        for one, fact in answered:
            pair, told = (fact.lesson, fact.pupil), hear.get((fact.lesson, fact.pupil), ())
            event, when = names.answer_event(*pair), (one.at, end_of_day(self.time, one.at))
            alarm = pair in cards and cards[pair].answer is Answer.UNKNOWN
            kind = Kind.ALARM if alarm else Kind.ABSENCE_ANSWER
            plan.messages += [
                NewMessage(event, 1, address.account, kind, fact.pupil, _body(pair), *when)
                for address in addresses_of(staff, told)
            ]
        await self._close_cards(plan, answered)

    async def _who_hears(
        self, answered: Sequence[AbsenceAnswered], cards: Mapping[Pair, AbsenceCard]
    ) -> dict[Pair, Collection[PersonId]]:
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

    async def decided(self, plan: Plan, decided: Sequence[tuple[UntoldFact, HoldDecided]]) -> None:
        """The questions to the others close, and who caused it hears how."""
        if not decided:
            return
        facts = {names.hold_event(fact.hold): (one, fact) for one, fact in decided}
        cards = await self.holds.cards({fact.hold for _, fact in decided})
        for asked in await self.outbox.cards_out(facts, Kind.HOLD):
            one, fact = facts[asked.event]
            if asked.person != fact.author and fact.hold in cards:
                plan.superseded.append(Superseded(asked.event, Kind.HOLD_CHANGED, cards[fact.hold].version))
                plan.messages.append(_closed(one, asked, fact.hold, cards[fact.hold].version))
        caused = {card.caused_by for card in cards.values() if card.caused_by is not None}
        causes = by_person(await self.readers.staff(caused))
        for one, fact in decided:
            told = causes.get(cards[fact.hold].caused_by or PersonId(0), ()) if fact.hold in cards else ()
            plan.messages += _told_of_hold(one, fact, told)

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

    async def quarantined(self, plan: Plan, met: Sequence[tuple[UntoldFact, UpdatesQuarantined]]) -> None:
        admins = await self.readers.admins() if met else ()
        for one, fact in met:
            plan.messages += _notices(one, {"what": "quarantined", "count": fact.count}, admins)

    async def unsaved(self, plan: Plan, met: Sequence[tuple[UntoldFact, BackupTroubled]]) -> None:
        admins = await self.readers.admins() if met else ()
        for one, fact in met:
            plan.messages += _notices(one, {"what": "backup", "why": fact.why}, admins)


def _closed(one: UntoldFact, asked: CardOut, hold: HoldId, version: int) -> NewMessage:
    when, body = (one.at, one.at + STALE_AFTER), names.hold_body(hold)
    return NewMessage(asked.event, version, asked.account, Kind.HOLD_CHANGED, None, body, *when, edits=asked.row)


def _told_of_hold(one: UntoldFact, fact: HoldDecided, told: Sequence[Address]) -> list[NewMessage]:
    """The second thing that they hear; who decided on what they caused themselves knows."""
    event, when, body = names.hold_event(fact.hold), (one.at, one.at + STALE_AFTER), names.hold_body(fact.hold)
    others = [address for address in told if address.person != fact.author]
    return [NewMessage(event, 2, address.account, Kind.HOLD_TOLD, None, body, *when) for address in others]


def _body(pair: Pair) -> dict[str, int]:
    return {"lesson": pair[0], "pupil": pair[1]}


def _notices(one: UntoldFact, body: dict[str, object], told: Sequence[Address]) -> list[NewMessage]:
    when = (one.at, one.at + STALE_AFTER)
    event = names.notice_event(one.id)
    return [NewMessage(event, 1, address.account, Kind.NOTICE, None, body, *when) for address in told]
