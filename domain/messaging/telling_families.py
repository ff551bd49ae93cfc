"""Facts that guardians and pupils hear of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.clock import SchoolTime
from domain.events import AnnouncementMade, AttendanceNoted, HomeworkChanged, MarkChanged
from domain.ids import PersonId
from domain.journal.homework_diary import HomeworkCard
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER, Grace, end_of_day
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan, When, by_pupil, messages
from domain.messaging.ports import Cards, Readers, UntoldFact
from domain.messaging.readers import FamilyReader, listeners, most_eager
from domain.school.ports import Rosters
from domain.school.roster import Roster
from domain.talk.letters import AnnouncementAudience, AnnouncementsRead

STATUS_AFTER = timedelta(seconds=3)
"""A live line waits so long for more to change."""


@dataclass(frozen=True, slots=True)
class FamilyTelling:
    time: SchoolTime
    readers: Readers
    cards: Cards
    announcements: AnnouncementsRead
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

    async def announced(self, plan: Plan, made: Sequence[tuple[UntoldFact, AnnouncementMade]]) -> None:
        """One row for an account, however many children; the sender's live line is armed with them."""
        if not made:
            return
        audiences = await self.announcements.audience_of({fact.announcement for _, fact in made})
        roster = await self.rosters.roster()
        pupils = {seat.pupil for a in audiences.values() for seat in roster.of_class.get(a.class_id, ())}
        family = await self.readers.family(pupils)
        for one, fact in made:
            audience = audiences.get(fact.announcement)
            if audience is not None:
                mine = [reader for reader in family if _is_addressed(reader, audience, roster)]
                plan.messages += _announcement(one, fact, audience, mine)


def _announcement(
    one: UntoldFact, fact: AnnouncementMade, audience: AnnouncementAudience, readers: Sequence[FamilyReader]
) -> list[NewMessage]:
    event, status = names.announcement_event(fact.announcement), names.status_event(fact.announcement)
    body = {"announcement": fact.announcement}
    when: When = (one.at, one.at + STALE_AFTER)
    shown: When = (one.at + STATUS_AFTER, one.at + STALE_AFTER)
    line = NewMessage(status, 1, audience.sender_account, Kind.ANNOUNCEMENT_STATUS, None, body, *shown)
    modes = most_eager(readers, Kind.ANNOUNCEMENT)
    at_once = [account for account, mode in modes.items() if mode is Mode.NOW]
    return [line, *(NewMessage(event, 1, account, Kind.ANNOUNCEMENT, None, body, *when) for account in at_once)]


def _is_addressed(reader: FamilyReader, audience: AnnouncementAudience, roster: Roster) -> bool:
    seat = roster.seats.get(reader.pupil)
    in_class = seat is not None and seat.class_id == audience.class_id
    return in_class and reader.person in audience.persons and reader.own is not audience.guardians


def _pupils_of(roster: Roster, card: HomeworkCard) -> list[PersonId]:
    return [seat.pupil for seat in roster.of_class.get(card.class_id, ()) if card.is_for(seat)]
