"""What is told of polls: the sender's live line counts on; a meeting is remembered on its morning, if it still stands.

Both that morning's messages are queued when a time is taken; whether it was given back is asked at delivery.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.clock import SchoolTime
from domain.events import PollChanged
from domain.ids import AnnouncementId, PersonId, PollOptionId
from domain.messaging import names
from domain.messaging.contents import MeetingNews, MeetingsNews
from domain.messaging.fates import Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan, by_person
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.readers import Address
from domain.messaging.truth import GONE
from domain.talk.poll_cards import MeetingsRead, PollHead, PollOption, PollsRead
from domain.talk.polls import PollKind

MORNING = time(8)
MEETING, MEETINGS = "meeting", "meetings"
"""What a row tells of: one's own, or all of a day."""


@dataclass(frozen=True, slots=True)
class PollTelling:
    time: SchoolTime
    readers: Readers
    polls: PollsRead

    async def changed(self, plan: Plan, changed: Sequence[tuple[UntoldFact, PollChanged]]) -> None:
        if not changed:
            return
        ids = {fact.announcement for _, fact in changed}
        plan.rearmed += [names.status_event(one) for one in ids]
        heads = {key: head for key, head in (await self.polls.heads(ids)).items() if head.kind is PollKind.SLOT}
        if not heads:
            return
        authors = {(fact.announcement, fact.author) for _, fact in changed}
        taken = [
            (head, slot)
            for head in heads.values()
            for slot in head.options
            if slot.taken_by is not None and (head.announcement, slot.taken_by) in authors
        ]
        owners = await self.polls.owners(heads)
        told = {slot.taken_by for _, slot in taken if slot.taken_by is not None} | {*owners.values()}
        accounts = by_person(await self.readers.of_persons(told))
        for head, slot in taken:
            plan.messages += self._mornings(head, slot, accounts, owners.get(head.announcement))

    def _mornings(
        self,
        head: PollHead,
        slot: PollOption,
        accounts: Mapping[PersonId, Sequence[Address]],
        owner: PersonId | None,
    ) -> Iterator[NewMessage]:
        """Nothing on the day itself, once its morning has come."""
        if slot.starts_at is None or slot.ends_at is None or slot.taken_by is None or slot.taken_for is None:
            return
        day = slot.starts_at.date()
        morning = self.time.instant(day, MORNING)
        if morning <= self.time.now() or morning >= slot.starts_at:
            return
        own = {"what": MEETING, "slot": slot.id, "for": slot.taken_for}
        event = names.meeting_event(slot.id, slot.taken_for)
        for address in accounts.get(slot.taken_by, ()):
            yield NewMessage(event, 1, address.account, Kind.TALK_TOLD, None, own, morning, slot.starts_at)
        listed = {"what": MEETINGS, "announcement": head.announcement, "day": day.isoformat()}
        event, until = names.meetings_event(head.announcement, day), _last_of(head, day)
        for address in accounts.get(owner, ()) if owner is not None else ():
            yield NewMessage(event, 1, address.account, Kind.TALK_TOLD, None, listed, morning, until)


@dataclass(frozen=True, slots=True)
class PollFates:
    meetings: MeetingsRead

    async def mornings(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Of kind TALK_TOLD, those that tell of meetings."""
        own = [row for row in rows if row.body["what"] == MEETING]
        lists = [row for row in rows if row.body["what"] == MEETINGS]
        found: dict[int, Fate] = {}
        if own:
            cards = await self.meetings.slots({_slot_of(row) for row in own})
            for row in own:
                card, reader = cards.get(_slot_of(row)), known.addresses[row.account].person
                mine = card is not None and card.slot.taken_by == reader and card.ward.id == row.body["for"]
                found[row.id] = Say(MeetingNews(card)) if card is not None and mine else GONE
        if lists:
            taken = await self.meetings.meetings({AnnouncementId(row.body["announcement"]) for row in lists})
            for row in lists:
                announcement, day = AnnouncementId(row.body["announcement"]), date.fromisoformat(row.body["day"])
                cards_ = [
                    one
                    for one in taken.get(announcement, ())
                    if one.slot.starts_at is not None and one.slot.starts_at.date() == day
                ]
                found[row.id] = Say(MeetingsNews(announcement, tuple(cards_))) if cards_ else GONE
        return found


def _slot_of(row: Claimed) -> PollOptionId:
    return PollOptionId(row.body["slot"])


def _last_of(head: PollHead, day: date) -> datetime:
    return max(one.starts_at for one in head.options if one.starts_at is not None and one.starts_at.date() == day)
