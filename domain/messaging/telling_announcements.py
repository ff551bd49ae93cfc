"""What is told of announcements: to families by what they chose, to staff at once; reminders and corrections (3.3.8).

One row for an account, however many children; with them the sender's live line is armed, and armed again as it changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.clock import SchoolTime
from domain.events import (
    AnnouncementAcknowledged,
    AnnouncementCorrected,
    AnnouncementMade,
    AnnouncementReminded,
)
from domain.ids import AccountId, AnnouncementId, PersonId
from domain.messaging import names
from domain.messaging.contents import AnnouncementNews, StatusNews
from domain.messaging.fates import NOTHING_TO_EDIT, Fate, Known, Say
from domain.messaging.grace import STALE_AFTER
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import Claimed, NewMessage, Superseded
from domain.messaging.plan import Plan
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.readers import FamilyReader, most_eager
from domain.messaging.truth import ALREADY, GONE, NOT_A_READER, Drop
from domain.talk.audiences import Audience
from domain.talk.letters import AnnouncementAudience, AnnouncementLetter, AnnouncementsRead, AnnouncementState
from domain.talk.poll_cards import PollCard, PollsRead
from domain.talk.threads import Side

STATUS_AFTER = timedelta(seconds=3)
"""A live line waits so long for more to change."""
COUNTED_FOR = timedelta(days=90)
"""So long after it went, or was closed, the live line goes on counting."""
ARRIVED_AFTER = timedelta(seconds=3)
"""So long a correction waits for what is being sent as it is made."""
REMINDED = 1000
"""Versions of reminders lie above it, one for each day; the letter itself has version 1."""
MANY = 2000
"""Pupils from which on everyone's family is read."""
NOBODY: frozenset[PersonId] = frozenset()
KINDS = (Kind.ANNOUNCEMENT, Kind.ANNOUNCEMENT_EDITED, Kind.ANNOUNCEMENT_STATUS)


@dataclass(frozen=True, slots=True)
class AnnouncementTelling:
    time: SchoolTime
    readers: Readers
    read: AnnouncementsRead
    polls: PollsRead

    async def made(self, plan: Plan, made: Sequence[tuple[UntoldFact, AnnouncementMade]]) -> None:
        if not made:
            return
        audiences = await self.read.audience_of({fact.announcement for _, fact in made})
        modes = await self._modes(audiences)
        for _, fact in made:
            audience = audiences.get(fact.announcement)
            if audience is None or audience.taken_back:
                continue
            event, body = names.announcement_event(fact.announcement), body_of(fact.announcement, audience)
            when = (audience.goes_at, audience.goes_at + STALE_AFTER)
            told = [account for account, mode in modes[fact.announcement].items() if mode is Mode.NOW]
            plan.messages += self._lines(fact.announcement, audience)
            plan.messages += [NewMessage(event, 1, one, Kind.ANNOUNCEMENT, None, body, *when) for one in told]

    async def reminded(self, plan: Plan, asked: Sequence[tuple[UntoldFact, AnnouncementReminded]]) -> None:
        """Who is still waited for hears at once, unless they switched announcements off."""
        if not asked:
            return
        ids = {fact.announcement for _, fact in asked}
        audiences, silent = await self.read.audience_of(ids), await self.read.silent(ids)
        unanswered = await self.polls.silent(ids)
        waiting = {
            one: _only(audience, silent.get(one, NOBODY) | unanswered.get(one, NOBODY))
            for one, audience in audiences.items()
            if not audience.taken_back
        }
        modes = await self._modes(waiting)
        for one, fact in asked:
            audience = waiting.get(fact.announcement)
            if audience is None:
                continue
            event, version = names.announcement_event(fact.announcement), REMINDED + fact.day.toordinal()
            body = body_of(fact.announcement, audience) | {"reminder": True}
            when = (one.at, one.at + STALE_AFTER)
            told = [account for account, mode in modes[fact.announcement].items() if mode is not Mode.OFF]
            plan.messages += [NewMessage(event, version, to, Kind.ANNOUNCEMENT, None, body, *when) for to in told]

    async def corrected(self, plan: Plan, made: Sequence[tuple[UntoldFact, AnnouncementCorrected]]) -> None:
        """What has not gone yet will read as it stands then; what has is edited."""
        if not made:
            return
        latest = {fact.announcement: (one, fact) for one, fact in made}
        for out in await self.read.letters_out(latest):
            one, fact = latest[out.announcement]
            event, body = names.announcement_event(out.announcement), {"announcement": out.announcement}
            when = (one.at + ARRIVED_AFTER, one.at + STALE_AFTER)
            row = NewMessage(event, fact.version, out.account, Kind.ANNOUNCEMENT_EDITED, None, body, *when, out.row)
            plan.messages.append(row)
        for announcement, (_, fact) in latest.items():
            event = names.announcement_event(announcement)
            plan.superseded.append(Superseded(event, Kind.ANNOUNCEMENT_EDITED, fact.version))
            plan.rearmed.append(names.status_event(announcement))

    def acknowledged(self, plan: Plan, seen: Sequence[tuple[UntoldFact, AnnouncementAcknowledged]]) -> None:
        plan.rearmed += [names.status_event(fact.announcement) for _, fact in seen]

    async def _modes(
        self, audiences: Mapping[AnnouncementId, AnnouncementAudience]
    ) -> dict[AnnouncementId, dict[AccountId, Mode]]:
        """Of each account that is told: families as they chose for those children, staff always at once."""
        of_families = [one for one in audiences.values() if one.audience is not Audience.STAFF]
        pupils = {pupil for one in of_families for wards in one.wards.values() for pupil in wards}
        colleagues = {person for one in audiences.values() if one.audience is Audience.STAFF for person in one.wards}
        family = await self.readers.family(pupils if len(pupils) <= MANY else None) if pupils else ()
        staff = await self.readers.staff(colleagues) if colleagues else ()
        found: dict[AnnouncementId, dict[AccountId, Mode]] = {}
        for announcement, audience in audiences.items():
            if audience.audience is Audience.STAFF:
                found[announcement] = {one.account: Mode.NOW for one in staff if one.person in audience.wards}
            else:
                mine = [reader for reader in family if _is_addressed(reader, audience)]
                found[announcement] = most_eager(mine, Kind.ANNOUNCEMENT)
        return found

    def _lines(self, announcement: AnnouncementId, audience: AnnouncementAudience) -> list[NewMessage]:
        """The live line; where it is closed by a date, once more when that day is over."""
        body, to = {"announcement": announcement}, audience.sender_account
        closed = self._closed_at(audience.close_on) if audience.close_on is not None else audience.goes_at
        until = max(closed, audience.goes_at) + COUNTED_FOR
        shown = (audience.goes_at + STATUS_AFTER, until)
        live = NewMessage(names.status_event(announcement), 1, to, Kind.ANNOUNCEMENT_STATUS, None, body, *shown)
        if audience.close_on is None:
            return [live]
        event = names.closing_event(announcement)
        return [live, NewMessage(event, 1, to, Kind.ANNOUNCEMENT_STATUS, None, body, closed, until)]

    def _closed_at(self, last_day: date) -> datetime:
        return self.time.instant(last_day + timedelta(days=1), time(0, 1))


@dataclass(frozen=True, slots=True)
class AnnouncementFates:
    read: AnnouncementsRead
    polls: PollsRead

    async def of(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Of the kinds of announcements."""
        lines = [row for row in rows if row.kind is Kind.ANNOUNCEMENT_STATUS]
        found = await self._letters([row for row in rows if row.kind is not Kind.ANNOUNCEMENT_STATUS], known)
        if lines:
            states = await self.read.states({announcement_of(row) for row in lines})
            found |= {row.id: status_fate(states.get(announcement_of(row))) for row in lines}
        return found

    async def _letters(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        if not rows:
            return {}
        ids, persons = {announcement_of(row) for row in rows}, {known.addresses[row.account].person for row in rows}
        letters, barred = await self.read.letters(ids, persons), await self.read.barred(ids, persons)
        reminders = {announcement_of(row) for row in rows if is_reminder(row)}
        silent = await self.read.silent(reminders, persons) if reminders else {}
        polled = [one for one in letters.values() if one.polled]
        cards = await self.polls.cards({(one.id, person) for one in polled for person in persons}) if polled else {}
        found: dict[int, Fate] = {}
        for row in rows:
            announcement, person = announcement_of(row), known.addresses[row.account].person
            letter, card = letters.get(announcement), cards.get((announcement, person))
            if (announcement, person) in barred:
                found[row.id] = NOT_A_READER
            elif row.kind is Kind.ANNOUNCEMENT_EDITED:
                found[row.id] = edited_fate(row, letter, known, card)
            else:
                waited_for = person in silent.get(announcement, NOBODY) or (card is not None and card.waits)
                found[row.id] = letter_fate(row, letter, known, waited_for, card)
        return found


def letter_fate(
    row: Claimed, letter: AnnouncementLetter | None, known: Known, waited_for: bool, card: PollCard | None = None
) -> Say | Drop:
    """A reminder is for who is still waited for, and what is closed needs none."""
    if letter is None:
        return GONE
    reminder = is_reminder(row)
    if reminder and not (waited_for or known.opened):
        return ALREADY
    return Say(AnnouncementNews(letter, known.addresses[row.account].person, reminder, card))


def edited_fate(
    row: Claimed, letter: AnnouncementLetter | None, known: Known, card: PollCard | None = None
) -> Say | Drop:
    edits = known.message_ids.get(row.edits) if row.edits is not None else None
    if letter is None or edits is None:
        return NOTHING_TO_EDIT
    return Say(AnnouncementNews(letter, known.addresses[row.account].person, poll=card), edits=edits)


def status_fate(state: AnnouncementState | None) -> Say | Drop:
    if state is None or state.status_message_id is None:
        return NOTHING_TO_EDIT
    return Say(StatusNews(state), edits=state.status_message_id)


def announcement_of(row: Claimed) -> AnnouncementId:
    return AnnouncementId(row.body["announcement"])


def is_reminder(row: Claimed) -> bool:
    return bool(row.body.get("reminder"))


def body_of(announcement: AnnouncementId, audience: AnnouncementAudience) -> dict[str, object]:
    """`side`: in which capacity its readers are told, `urgent`: whether it rings at any hour."""
    side = Side.STAFF if audience.audience is Audience.STAFF else Side.FAMILY
    return {"announcement": announcement, "side": side.value, "urgent": audience.urgent}


def _is_addressed(reader: FamilyReader, audience: AnnouncementAudience) -> bool:
    return reader.pupil in audience.wards.get(reader.person, ())


def _only(audience: AnnouncementAudience, persons: frozenset[PersonId]) -> AnnouncementAudience:
    return replace(audience, wards={one: wards for one, wards in audience.wards.items() if one in persons})
