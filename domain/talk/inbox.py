"""`/inbox`: threads by who talks, what has waited for three days on top; and what else waits for the reader."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, PersonId, TalkMessageId, ThreadId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.documents import Documents
from domain.talk.threads import Party, Side, Speaker, Standing, TalkCard, ThreadKind

OWED_FOR = timedelta(days=3)
"""So long an answer may be owed before the thread returns to the top."""
ON_A_PAGE = 8
ASKED_WITHIN = timedelta(days=60)
"""Announcements older than that ask nothing more."""


class Heading(StrEnum):
    """By which threads are counted: of staff by who asks, of a family all together."""

    SCHOOL = "school"
    FAMILIES = "families"
    PUPILS = "pupils"
    COLLEAGUES = "colleagues"
    HELP = "help"
    ANSWERS = "answers"


HEADINGS = {
    ThreadKind.GUARDIAN: Heading.FAMILIES,
    ThreadKind.PUPIL: Heading.PUPILS,
    ThreadKind.COLLEAGUE: Heading.COLLEAGUES,
    ThreadKind.HELP: Heading.HELP,
    ThreadKind.ANSWER: Heading.ANSWERS,
}


@dataclass(frozen=True, slots=True)
class InboxThread:
    """A thread as its reader has it. `read_to`: the last message that they have seen."""

    id: ThreadId
    kind: ThreadKind
    standing: Standing
    last: TalkMessageId
    last_at: datetime
    last_author: PersonId
    read_to: TalkMessageId | None = None
    owed_by: Party | None = None
    owed_since: datetime | None = None

    @property
    def heading(self) -> Heading:
        return Heading.SCHOOL if self.standing.side is Side.FAMILY else HEADINGS[self.kind]

    def is_seen(self) -> bool:
        """Somebody who took it over reads nothing of what ended before."""
        return self.standing.since is None or self.last_at >= self.standing.since

    def is_unread(self, person: PersonId) -> bool:
        return self.last_author != person and self.last > (self.read_to or 0)

    def owed_before(self, moment: datetime) -> bool:
        """Whether the school owes an answer since before, and the reader is among those who owe it."""
        if self.owed_since is None or self.standing.side is not Side.STAFF or self.standing.watches:
            return False
        return self.owed_by is self.standing.party and self.owed_since <= moment


@dataclass(frozen=True, slots=True)
class InboxLine:
    """`others`: with whom one talks, by name; nobody where a desk answers. `owed`: it has waited for three days."""

    thread: InboxThread
    card: TalkCard
    others: tuple[Speaker, ...]
    own: bool
    """The last word is the reader's."""
    unread: bool
    owed: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """An announcement that asks the reader to confirm or to answer; by its first words."""

    id: AnnouncementId
    words: str


@dataclass(frozen=True, slots=True)
class InboxCount:
    threads: int
    unread: int


@dataclass(frozen=True, slots=True)
class InboxPage:
    """`heading` None: all. `number` counts pages from 0; `owed` threads wait for three days, of all headings."""

    counts: Mapping[Heading, InboxCount]
    heading: Heading | None
    lines: tuple[InboxLine, ...]
    number: int
    pages: int
    owed: int = 0
    asking: int = 0
    """Announcements that ask the reader for something."""
    documents: int = 0
    """Documents that wait for «ознакомлен(а)»."""
    counted: InboxCount = field(default=InboxCount(0, 0))
    """Of all headings."""


class InboxRead(Protocol):
    """Each a number of statements that does not grow."""

    async def threads(self, actor: Actor) -> Sequence[InboxThread]:
        """In which the account stands: those that owe an answer first, then the latest; no more than a reader scans."""
        ...

    async def others(self, threads: Collection[ThreadId]) -> Mapping[ThreadId, Sequence[tuple[Party, Speaker]]]:
        """Who talks under their own name."""
        ...

    async def asking(self, person: PersonId, since: datetime) -> Sequence[Asking]:
        """Announcements made since then that this person has not confirmed, or that carry a poll; the latest first."""
        ...


class CardsRead(Protocol):
    async def cards(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkCard]: ...


class SilentRead(Protocol):
    async def silent(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId] | None = None
    ) -> Mapping[AnnouncementId, Collection[PersonId]]:
        """Who is asked and has not answered."""
        ...


@dataclass(frozen=True, slots=True)
class Inbox:
    time: SchoolTime
    reads: InboxRead
    cards: CardsRead
    asked: Sequence[SilentRead]
    """To confirm, and to answer a poll."""
    documents: Documents

    async def page(self, actor: Actor, heading: Heading | None = None, number: int = 0) -> InboxPage:
        """A number of statements that does not grow with the threads."""
        require(actor, Action.SEE_THREAD, Target(person=actor.person))
        seen = [one for one in await self.reads.threads(actor) if one.is_seen()]
        before = self.time.now() - OWED_FOR
        shown = in_order([one for one in seen if heading is None or one.heading is heading], before)
        pages = max(1, -(-len(shown) // ON_A_PAGE))
        number = min(max(number, 0), pages - 1)
        part = shown[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
        counts = counted(seen, actor.person)
        return InboxPage(
            counts=counts,
            heading=heading,
            lines=await self._lines(actor, part, before),
            number=number,
            pages=pages,
            owed=sum(one.owed_before(before) for one in seen),
            asking=len(await self.asking(actor)),
            documents=sum(one.asks(actor.roles) for one in await self.documents.listed(actor)),
            counted=InboxCount(len(seen), sum(one.unread for one in counts.values())),
        )

    async def asking(self, actor: Actor) -> tuple[Asking, ...]:
        """Announcements that ask this person to confirm or to answer, the latest first."""
        require(actor, Action.ACKNOWLEDGE, Target(person=actor.person))
        found = await self.reads.asking(actor.person, self.time.now() - ASKED_WITHIN)
        if not found:
            return ()
        ids = [one.id for one in found]
        silent = [await read.silent(ids, [actor.person]) for read in self.asked]
        return tuple(one for one in found if any(actor.person in by.get(one.id, ()) for by in silent))

    async def _lines(self, actor: Actor, shown: Sequence[InboxThread], before: datetime) -> tuple[InboxLine, ...]:
        if not shown:
            return ()
        cards = await self.cards.cards([one.last for one in shown])
        others = await self.reads.others([one.id for one in shown])
        return tuple(
            InboxLine(
                one,
                cards[one.last],
                _with_whom(actor.person, one.standing, others.get(one.id, ())),
                own=one.last_author == actor.person,
                unread=one.is_unread(actor.person),
                owed=one.owed_before(before),
            )
            for one in shown
            if one.last in cards
        )


def in_order(threads: Sequence[InboxThread], before: datetime) -> list[InboxThread]:
    """What the school has owed since before, the longest first; then by the last word, the latest first."""
    owed = [one for one in threads if one.owed_before(before)]
    rest = [one for one in threads if not one.owed_before(before)]
    owed.sort(key=lambda one: (one.owed_since or one.last_at, one.id))
    rest.sort(key=lambda one: (one.last_at, one.id), reverse=True)
    return [*owed, *rest]


def counted(threads: Sequence[InboxThread], person: PersonId) -> Mapping[Heading, InboxCount]:
    """Only headings under which there is something, in their order."""
    all_, unread = (
        Counter(one.heading for one in threads),
        Counter(one.heading for one in threads if one.is_unread(person)),
    )
    return {heading: InboxCount(all_[heading], unread[heading]) for heading in Heading if all_[heading]}


def _with_whom(person: PersonId, stands: Standing, people: Sequence[tuple[Party, Speaker]]) -> tuple[Speaker, ...]:
    """Who only watches sees both sides."""
    return tuple(
        speaker for party, speaker in people if speaker.person != person and (stands.watches or party != stands.party)
    )
