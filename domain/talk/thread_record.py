"""A thread as a file, for who takes part in it: all that was said, with earlier wordings; noted in the audit (2.3)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import PersonId, TalkMessageId, ThreadId
from domain.roles.access import Action, Target, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.talk.standing import Claim, standing
from domain.talk.threads import Party, Side, Speaker, Spoken, Standing, TalkCard, ThreadHead

MOST = 2000
"""Messages in a file, the latest: a quarter of an hour a day, all year long, is less."""


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """`until`: when another took its place."""

    text: str
    until: datetime


@dataclass(frozen=True, slots=True)
class RecordedTalk:
    spoken: Spoken
    earlier: tuple[EarlierWording, ...] = ()
    """The oldest first."""


@dataclass(frozen=True, slots=True)
class ThreadRecord:
    """`since`: what was said before is not in it; `cut`: nor are more than the last of so many. The oldest first."""

    head: ThreadHead
    people: tuple[tuple[Party, Speaker], ...]
    talk: tuple[RecordedTalk, ...]
    made_at: datetime
    since: datetime | None = None
    cut: int | None = None


class StandsRead(Protocol):
    async def claims(self, thread: ThreadId, person: PersonId) -> Sequence[Claim]: ...


class RecordedRead(Protocol):
    async def heads(self, threads: Collection[ThreadId]) -> Mapping[ThreadId, ThreadHead]: ...

    async def people(self, thread: ThreadId) -> Sequence[tuple[Party, Speaker]]: ...

    async def page(
        self, thread: ThreadId, since: datetime | None, before: TalkMessageId | None, most: int
    ) -> Sequence[TalkMessageId]: ...

    async def cards(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkCard]: ...


class EarlierRead(Protocol):
    async def earlier(self, thread: ThreadId) -> Mapping[TalkMessageId, Sequence[EarlierWording]]:
        """Of the messages of a thread that were reworded; the oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class ThreadRecords:
    time: SchoolTime
    rosters: Rosters
    standings: StandsRead
    threads: RecordedRead
    wordings: EarlierRead
    gate: ExportGate

    async def take(self, actor: Actor, thread: ThreadId) -> ThreadRecord:
        """Raises `NotFound` for a thread of others, and `ExportsFrozen`; for staff `TooManyExports` too."""
        require(actor, Action.TAKE_OUT_THREAD, Target(person=actor.person))
        stands = standing(await self.standings.claims(thread, actor.person), actor.roles)
        if stands is None:
            raise NotFound
        head = (await self.threads.heads([thread]))[thread]
        if stands.watches:
            require(actor, Action.SEE_CHILD_THREAD, Target(person=head.pupil))
        numbers = await self.threads.page(thread, stands.since, None, MOST + 1)
        if not numbers:
            raise NotFound
        await self.gate.allow_part(actor, Action.TAKE_OUT_THREAD, await self._export(head, stands))
        cards, earlier = await self.threads.cards(numbers[:MOST]), await self.wordings.earlier(thread)
        return ThreadRecord(
            head=head,
            people=tuple(await self.threads.people(thread)),
            talk=tuple(
                RecordedTalk(cards[one].spoken, tuple(earlier.get(one, ()))) for one in reversed(numbers[:MOST])
            ),
            made_at=self.time.now(),
            since=stands.since,
            cut=MOST if len(numbers) > MOST else None,
        )

    async def _export(self, head: ThreadHead, stands: Standing) -> Export:
        if stands.side is Side.FAMILY:
            return Export(ExportKind.OWN_THREAD, subject=head.pupil)
        school_class = (await self.rosters.roster()).class_of(head.pupil) if head.pupil is not None else None
        return Export(ExportKind.THREAD, school_class.id if school_class else None, head.pupil)
