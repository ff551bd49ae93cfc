"""What was announced of an absence, and an alarm that goes on or is taken up (3.3.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.events import AbsenceAnnounced, AlarmTaken, AlarmUnanswered
from domain.ids import AccountId, LessonId, PersonId
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER, Grace, end_of_day
from domain.messaging.holds import DECIDERS, HoldsRead
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan, addresses_of, by_person, by_pupil, class_teachers
from domain.messaging.ports import OutboxRead, Readers, UntoldFact
from domain.messaging.readers import Address, FamilyReader
from domain.school.ports import Rosters


@dataclass(frozen=True, slots=True)
class AbsenceTelling:
    time: SchoolTime
    readers: Readers
    outbox: OutboxRead
    rosters: Rosters
    holds: HoldsRead
    grace: Grace

    async def notes(self, plan: Plan, announced: Sequence[tuple[UntoldFact, AbsenceAnnounced]]) -> None:
        """The other guardians and the class teacher hear; the author knows."""
        latest = {fact.note: (one, fact) for one, fact in announced}
        if not latest:
            return
        hear = await self._hear_of({fact.pupil for _, fact in latest.values()})
        for number, (one, fact) in latest.items():
            event = names.note_event(number)
            if fact.version > 1:
                plan.superseded.append(Superseded(event, Kind.ABSENCE_NOTE, fact.version))
            when, body = (one.at + self.grace.absence, one.at + STALE_AFTER), {"note": number}
            plan.messages += [
                NewMessage(event, fact.version, account, Kind.ABSENCE_NOTE, fact.pupil, body, *when)
                for account, person in hear[fact.pupil].items()
                if person != fact.author
            ]

    async def unanswered(self, plan: Plan, left: Sequence[tuple[UntoldFact, AlarmUnanswered]]) -> None:
        """All deputies that can be reached, else the director."""
        told = await self._deputies() if left else ()
        for one, fact in left:
            event, when = names.alarm_event(fact.lesson, fact.pupil), (one.at, end_of_day(self.time, one.at))
            body = _body(fact.lesson, fact.pupil)
            plan.messages += [
                NewMessage(event, 1, address.account, Kind.ABSENCE_ALARM, fact.pupil, body, *when) for address in told
            ]

    async def taken(self, plan: Plan, taken: Sequence[tuple[UntoldFact, AlarmTaken]]) -> None:
        """The alarms of the others close; the guardians hear who looks for their child."""
        if not taken:
            return
        await self._close(plan, taken)
        family = by_pupil(await self.readers.family({fact.pupil for _, fact in taken}))
        for one, fact in taken:
            event, when = names.alarm_event(fact.lesson, fact.pupil), (one.at, end_of_day(self.time, one.at))
            body = _body(fact.lesson, fact.pupil)
            plan.messages += [
                NewMessage(event, 1, account, Kind.ABSENCE_TAKEN, fact.pupil, body, *when)
                for account, person in _guardians(family.get(fact.pupil, ())).items()
                if person != fact.author
            ]

    async def _close(self, plan: Plan, taken: Sequence[tuple[UntoldFact, AlarmTaken]]) -> None:
        first = {names.answer_event(fact.lesson, fact.pupil): (one, fact) for one, fact in taken}
        later = {names.alarm_event(fact.lesson, fact.pupil): (one, fact) for one, fact in taken}
        out = [*await self.outbox.cards_out(first, Kind.ALARM), *await self.outbox.cards_out(later, Kind.ABSENCE_ALARM)]
        for card in out:
            one, fact = (first | later)[card.event]
            if card.person != fact.author:
                when, body = (one.at, one.at + STALE_AFTER), _body(fact.lesson, fact.pupil)
                about = (Kind.ALARM_TAKEN, fact.pupil, body)
                plan.messages.append(NewMessage(card.event, 1, card.account, *about, *when, edits=card.row))

    async def _hear_of(self, pupils: set[PersonId]) -> Mapping[PersonId, Mapping[AccountId, PersonId]]:
        """Accounts of the guardians and of the class teachers, with their persons."""
        roster = await self.rosters.roster()
        family = by_pupil(await self.readers.family(pupils))
        teachers = {pupil: class_teachers(roster, pupil) for pupil in pupils}
        staff = by_person(await self.readers.staff({one for listed in teachers.values() for one in listed}))
        return {
            pupil: _guardians(family.get(pupil, ()))
            | {one.account: one.person for one in addresses_of(staff, teachers[pupil])}
            for pupil in pupils
        }

    async def _deputies(self) -> Sequence[Address]:
        for role in DECIDERS:
            reachable = await self.readers.staff(await self.holds.holders(role))
            if reachable:
                return reachable
        return ()


def _guardians(readers: Sequence[FamilyReader]) -> dict[AccountId, PersonId]:
    return {reader.account: reader.person for reader in readers if not reader.own}


def _body(lesson: LessonId, pupil: PersonId) -> dict[str, int]:
    return {"lesson": lesson, "pupil": pupil}
