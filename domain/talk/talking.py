"""Threads: opened, written to, answered, reworded, read (1.4.5, 3.3.8). Nothing that was said is ever removed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated
from domain.events import TalkReworded, TalkWritten
from domain.ids import PersonId, TalkMessageId, ThreadId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.talk.gates import Hours, WritingGate
from domain.talk.openings import Openings, To
from domain.talk.partners import SchoolOfPupil
from domain.talk.standing import standing
from domain.talk.thread_pages import EditTooLate, NothingSaid, OnlyWatched, ThreadPage, Written
from domain.talk.thread_ports import (
    NewTalk,
    NewThread,
    Place,
    StandingsRead,
    ThreadsRead,
    ThreadsTransaction,
)
from domain.talk.threads import Party, Side, Speaker, Standing, TalkCard, ThreadKind, on_the_wall
from domain.talk.urgency import log_urgent_message
from domain.talk.wording import Attachment, Wording, Writing

EDITS_WITHIN = timedelta(minutes=15)
"""So long what was written can be reworded; the local clock of the act counts."""
PAGE = 10
"""Messages on a page of a thread."""
ANSWERED_WITHIN = timedelta(days=1)
"""What comes unasked may be an answer to what arrived last within this time."""
LARGEST = 2**63 - 1
"""Of the numbers that a database keeps; a forged one may be larger."""
DESK_PARTY = Party.ASKED
"""Whoever sits at a desk is asked, even where they wrote first."""
_NO_WORDS = Wording("")


@dataclass(frozen=True, slots=True)
class Talking:
    time: SchoolTime
    openings: Openings
    threads: ThreadsRead
    standings: StandingsRead
    gate: WritingGate
    hours: Hours
    begin: Callable[[], AbstractAsyncContextManager[ThreadsTransaction]]

    async def partners(self, actor: Actor, pupil: PersonId) -> SchoolOfPupil:
        """To whom the family of a pupil writes, the likeliest first."""
        require(actor, Action.WRITE_TO_SCHOOL, Target(person=pupil))
        return await self.openings.partners.of_pupil(actor, pupil)

    async def open(
        self, actor: Actor, to: To, writing: Writing, *, urgent: bool = False, held_is_fine: bool = False
    ) -> Written:
        """Goes on in the thread with the same people about the same child and subject, unless a matter is given."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        _check(writing)
        before = await self._taken(actor, writing)
        if before is not None:
            return before
        new = await self.openings.thread(actor, to)
        to_limited = new.kind in (ThreadKind.HELP, ThreadKind.ANSWER)
        await self.gate.check(actor, writing, True, held_is_fine, open_to_limited=to_limited, urgent=urgent)
        async with self.begin() as tx:
            thread, parties = await tx.threads.find(new) or (await tx.threads.make(new), _parties(new))
            party = parties.get(actor.person, DESK_PARTY)
            message = await self._say(tx, actor, thread, party, writing, None, urgent)
        return await self._written(actor, Place(thread, message))

    async def write(
        self,
        actor: Actor,
        thread: ThreadId,
        writing: Writing,
        reply_to: TalkMessageId | None = None,
        *,
        urgent: bool = False,
        held_is_fine: bool = False,
    ) -> Written:
        """Once for a message of the author's chat. Raises `NotFound` for a thread in which they do not stand."""
        _check(writing)
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        before = await self._taken(actor, writing)
        if before is not None:
            return before
        stands = await self._answering(actor, thread)
        await self.gate.check(actor, writing, False, held_is_fine, thread=thread, urgent=urgent)
        async with self.begin() as tx:
            message = await self._say(tx, actor, thread, stands.party, writing, reply_to, urgent)
        return await self._written(actor, Place(thread, message))

    async def attach(self, actor: Actor, album: str, files: Sequence[Attachment]) -> Written | None:
        """More of an album whose first message was written; None: it was not, so this is the first."""
        return await self.join(actor, Writing(_NO_WORDS, tuple(files), album=album))

    async def join(self, actor: Actor, writing: Writing) -> Written | None:
        """As `attach`, with the words that came under a later picture."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        own = await self.threads.own_album(actor.account, writing.album) if writing.album else None
        if own is None:
            return None
        await self._answering(actor, own.thread)
        async with self.begin() as tx:
            await tx.threads.attach(own.message, writing.files)
            if own.wording.empty and not writing.wording.empty:
                await tx.threads.caption(own.message, writing.wording)
        return await self._written(actor, Place(own.thread, own.message))

    async def began_album(self, actor: Actor, album: str) -> bool:
        """Whether the first message of an album went into a thread."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        return await self.threads.own_album(actor.account, album) is not None

    async def wrote(self, actor: Actor, account_message: int) -> bool:
        """Whether a message of the own chat went into a thread."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        known = 0 < account_message <= LARGEST
        return known and await self.threads.own(actor.account, account_message) is not None

    async def reword(self, actor: Actor, account_message: int, writing: Writing) -> Written | None:
        """Within fifteen minutes. None: nothing of a thread, or no other words. Raises `EditTooLate`, `NothingSaid`."""
        own = await self.threads.own(actor.account, account_message)
        if own is None or own.wording == writing.wording or (not own.first and writing.wording.empty):
            return None
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        await self._answering(actor, own.thread)
        if self.time.now() - own.written_at > EDITS_WITHIN:
            raise EditTooLate(int(EDITS_WITHIN.total_seconds()) // 60)
        _check(writing)
        await self.gate.check(actor, writing, False, False, thread=own.thread)
        async with self.begin() as tx:
            if await tx.threads.reword(own, writing.wording):
                fact = TalkReworded(actor.person, own.thread, own.message, own.version + 1)
                await tx.facts.add(fact)
        return await self._written(actor, Place(own.thread, own.message))

    async def page(self, actor: Actor, thread: ThreadId, before: TalkMessageId | None = None) -> ThreadPage:
        """The newest messages, or those older than `before`. With the newest the thread counts as read."""
        require(actor, Action.SEE_THREAD, Target(person=actor.person))
        stands = await self._standing(actor, thread)
        head = (await self.threads.heads([thread]))[thread]
        if stands.watches:
            require(actor, Action.SEE_CHILD_THREAD, Target(person=head.pupil))
        numbers = await self.threads.page(thread, stands.since, before, PAGE + 1)
        shown = numbers[:PAGE]
        cards = await self.threads.cards(shown)
        state = await self.threads.state(thread)
        if before is None and shown:
            async with self.begin() as tx:
                await tx.threads.read(thread, actor.person, shown[0])
        return ThreadPage(
            head=head,
            standing=stands,
            others=_others(actor, stands, await self.threads.people(thread)),
            spoken=tuple(on_the_wall(cards[one], self.time).spoken for one in reversed(shown)),
            owes=state is not None and state.owed_by is stands.party and not stands.watches,
            before=shown[-1] if len(numbers) > PAGE else None,
        )

    async def settle(self, actor: Actor, thread: ThreadId) -> ThreadPage:
        """«Ответ не нужен»: the own party owes nothing any more."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        stands = await self._answering(actor, thread)
        async with self.begin() as tx:
            await tx.threads.settle(thread, stands.party)
        return await self.page(actor, thread)

    async def answerable(self, actor: Actor, thread: ThreadId, message: TalkMessageId | None) -> TalkCard | None:
        """What is answered, where that is one message of the thread. Raises `NotFound`, `OnlyWatched`."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        await self._answering(actor, thread)
        card = await self.spoken(actor, message) if message is not None else None
        return card if card is not None and card.head.id == thread else None

    async def spoken(self, actor: Actor, message: TalkMessageId) -> TalkCard:
        """One message of a thread in which this person stands."""
        require(actor, Action.SEE_THREAD, Target(person=actor.person))
        card = (await self.threads.cards([message])).get(message)
        if card is None:
            raise NotFound
        stands = await self._standing(actor, card.head.id)
        if stands.since is not None and card.spoken.written_at < stands.since:
            raise NotFound
        return card

    async def seen(self, actor: Actor, message_id: int) -> None:
        """A sign under a message that arrived (a reaction): it was read."""
        place = await self.place_at(actor, message_id)
        if place is not None:
            async with self.begin() as tx:
                await tx.threads.read(place.thread, actor.person, place.message)

    async def thread_at(self, actor: Actor, message_id: int) -> ThreadId | None:
        """Where an answer to a message of the own chat leads; None: it is not of a thread, or no longer theirs."""
        place = await self.place_at(actor, message_id)
        return place.thread if place is not None else None

    async def place_at(self, actor: Actor, message_id: int) -> Place | None:
        require(actor, Action.SEE_THREAD, Target(person=actor.person))
        if not 0 < message_id <= LARGEST:
            return None
        place = await self.threads.at(actor.account, message_id)
        return place if place is not None and await self._stands_in(actor, place.thread) else None

    async def on_its_way(self, actor: Actor) -> bool:
        """Whether a message is just arriving, so that `place_at` may know it in a moment."""
        require(actor, Action.SEE_THREAD, Target(person=actor.person))
        return await self.threads.on_its_way(actor.account)

    async def heard_last(self, actor: Actor) -> TalkCard | None:
        """What reached the account last within a day, if it was of a thread that they may answer."""
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        place = await self.threads.heard_last(actor.account, self.time.now() - ANSWERED_WITHIN)
        if place is None:
            return None
        stands = await self._stands_in(actor, place.thread)
        if stands is None or stands.watches:
            return None
        return (await self.threads.cards([place.message])).get(place.message)

    async def _say(
        self,
        tx: ThreadsTransaction,
        actor: Actor,
        thread: ThreadId,
        party: Party,
        writing: Writing,
        reply_to: TalkMessageId | None,
        urgent: bool,
    ) -> TalkMessageId:
        said = NewTalk(
            thread=thread,
            author=actor.person,
            account=actor.account,
            party=party,
            wording=writing.wording,
            account_message=writing.account_message,
            album=writing.album,
            reply_to=reply_to,
            urgent=urgent,
        )
        message = await tx.threads.say(said)
        if message is None:
            raise Outdated
        await tx.threads.attach(message, writing.files)
        await tx.threads.read(thread, actor.person, message)
        await tx.facts.add(TalkWritten(actor.person, thread, message))
        if urgent:
            await log_urgent_message(tx, actor.person, thread, message)
        return message

    async def _taken(self, actor: Actor, writing: Writing) -> Written | None:
        """What this message of the author's chat has become already: the same update may come twice."""
        own = await self.threads.own(actor.account, writing.account_message)
        return await self._written(actor, Place(own.thread, own.message)) if own is not None else None

    async def _written(self, actor: Actor, place: Place) -> Written:
        card = on_the_wall((await self.threads.cards([place.message]))[place.message], self.time)
        stands = await self._standing(actor, place.thread)
        to = _others(actor, stands, await self.threads.people(place.thread))
        if card.spoken.urgent:
            return Written(place.thread, card, to)
        listeners = (await self.standings.listeners([place.thread])).get(place.thread, {}).values()
        everyone: set[PersonId] = set()
        rings: dict[PersonId, datetime] = {}
        for side in Side:
            told = {person for person, one in listeners if one.side is side and not one.watches} - {actor.person}
            rings |= await self._rings(told, side)
            everyone |= told
        at = {person: self.time.local(moment) for person, moment in rings.items()}
        later = min(at.values()) if at and everyone == at.keys() else None
        return Written(place.thread, card, to, at, later)

    async def _rings(self, persons: Collection[PersonId], side: Side) -> Mapping[PersonId, datetime]:
        return await self.hours.rings_at(persons, side) if persons else {}

    async def _answering(self, actor: Actor, thread: ThreadId) -> Standing:
        stands = await self._standing(actor, thread)
        if stands.watches:
            raise OnlyWatched
        return stands

    async def _standing(self, actor: Actor, thread: ThreadId) -> Standing:
        stands = await self._stands_in(actor, thread)
        if stands is None:
            raise NotFound
        return stands

    async def _stands_in(self, actor: Actor, thread: ThreadId) -> Standing | None:
        return standing(await self.standings.claims(thread, actor.person), actor.roles)


def _check(writing: Writing) -> None:
    if writing.empty:
        raise NothingSaid


def _parties(new: NewThread) -> Mapping[PersonId, Party]:
    return {one.person: one.party for one in new.members}


def _others(actor: Actor, stands: Standing, people: Sequence[tuple[Party, Speaker]]) -> tuple[Speaker, ...]:
    """With whom one talks; who only watches sees both sides."""
    return tuple(
        speaker
        for party, speaker in people
        if speaker.person != actor.person and (stands.watches or party is not stands.party)
    )
