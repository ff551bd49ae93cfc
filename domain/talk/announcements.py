"""Messages to a whole class's guardians or pupils (3.3.8)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound, Refused
from domain.events import AnnouncementMade, Facts
from domain.ids import AccountId, AnnouncementId, ClassId, PersonId
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters
from domain.school.roster import SchoolClass
from domain.talk.audiences import Addressed, Audience, Scope
from domain.talk.letters import AnnouncementState
from domain.talk.polls import PollDraft, PollsMade
from domain.talk.wording import Attachment, FileKind, Wording

NOTHING = Wording("")
MOST = 3500
"""Characters: with the heading it stays below Telegram's 4096."""


@dataclass(eq=False)
class AnnouncementEmpty(Refused):
    """There is no text to send."""


@dataclass(eq=False)
class AnnouncementTooLong(Refused):
    length: int
    most: int


@dataclass(eq=False)
class NobodyToTell(Refused):
    """The class has nobody of this audience."""

    class_name: str


@dataclass(eq=False)
class DraftGone(Refused):
    """The draft of this screen is not the one that waits, and was never sent."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`key` is new for each draft: the same draft sent twice is one announcement."""

    key: str
    scope: Scope
    audience: Audience
    wording: Wording = NOTHING
    files: tuple[Attachment, ...] = ()
    asks: bool = True
    """Readers confirm «ознакомлен»."""
    close_on: date | None = None
    """The last day on which they are asked."""
    send_at: datetime | None = None
    """None: as soon as it can no longer be taken back."""
    urgent: bool = False
    poll: PollDraft | None = None

    @property
    def empty(self) -> bool:
        return self.wording.empty and not self.files

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "key": self.key,
            "scope": self.scope.kept(),
            "audience": self.audience.value,
            "text": self.wording.text,
            "entities": self.wording.kept(),
            "files": [[one.kind.value, one.file_id, one.name, one.source] for one in self.files],
            "asks": self.asks,
            "close_on": self.close_on.isoformat() if self.close_on else None,
            "send_at": self.send_at.isoformat() if self.send_at else None,
            "urgent": self.urgent,
            "poll": self.poll.kept() if self.poll else None,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Draft":
        """As `kept` gave it away."""
        return cls(
            key=kept["key"],
            scope=Scope.of(kept["scope"]),
            audience=Audience(kept["audience"]),
            wording=Wording.of(kept["text"], kept["entities"]),
            files=tuple(Attachment(FileKind(kind), *rest) for kind, *rest in kept["files"]),
            asks=kept["asks"],
            close_on=date.fromisoformat(kept["close_on"]) if kept["close_on"] else None,
            send_at=datetime.fromisoformat(kept["send_at"]) if kept["send_at"] else None,
            urgent=kept["urgent"],
            poll=PollDraft.of(kept["poll"]) if kept["poll"] else None,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    class_name: str
    audience: Audience
    text: str
    addressed: tuple[Addressed, ...]

    @property
    def unreached(self) -> tuple[Addressed, ...]:
        return tuple(one for one in self.addressed if one.why is not None)

    @property
    def reached(self) -> int:
        return len(self.addressed) - len(self.unreached)


@dataclass(frozen=True, slots=True)
class NewAnnouncement:
    sender: PersonId
    sender_account: AccountId
    draft: Draft
    status_message_id: int
    wards: Mapping[PersonId, Collection[PersonId]]
    """To whom it goes, each with the pupils for whom they are told; of staff none."""


class ClassAudiences(Protocol):
    async def guardians(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]:
        """Guardians who are not kept from the child, in the order of their names."""
        ...

    async def pupils(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]: ...


class AnnouncementsRoom(Protocol):
    async def make(self, new: NewAnnouncement) -> AnnouncementId | None:
        """None: this draft was sent before."""
        ...


class AnnouncingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def announcements(self) -> AnnouncementsRoom: ...

    @property
    def polls(self) -> PollsMade: ...


class AnnouncementsKept(Protocol):
    async def by_draft(self, key: str) -> AnnouncementId | None: ...


class StatesKept(Protocol):
    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]: ...


@dataclass(frozen=True, slots=True)
class Announcing:
    time: SchoolTime
    rosters: Rosters
    audiences: ClassAudiences
    kept: AnnouncementsKept
    sent_ones: StatesKept
    begin: Callable[[], AbstractAsyncContextManager[AnnouncingTransaction]]

    async def classes(self, actor: Actor) -> list[SchoolClass]:
        """Classes to which this person may write; raises `NotAllowed` for who may write to none."""
        reaches = reach_of(actor, Action.ANNOUNCE_TO_CLASS)
        if not reaches:
            raise NotAllowed
        classes = (await self.rosters.roster()).classes.values()
        if Reach.SCHOOL in reaches:
            return list(classes)
        return [one for one in classes if Reach.CLASS in reaches and one.id in actor.own_classes]

    async def class_of(self, actor: Actor, class_id: ClassId) -> SchoolClass:
        """A class to which this person may write; `NotFound` for one that is not there."""
        require(actor, Action.ANNOUNCE_TO_CLASS, Target(classes=(class_id,)))
        school_class = (await self.rosters.roster()).classes.get(class_id)
        if school_class is None:
            raise NotFound
        return school_class

    async def preview(self, actor: Actor, draft: Draft) -> Preview:
        """To how many it goes and who cannot be reached. Raises `AnnouncementEmpty`, `AnnouncementTooLong`."""
        class_id = draft.scope.one_class
        if class_id is None:
            raise NotFound
        school_class = await self.class_of(actor, class_id)
        _check(draft.wording)
        addressed = await self._addressed(class_id, draft.audience)
        others = tuple(one for one in addressed if one.person != actor.person)
        if not others:
            raise NobodyToTell(school_class.name)
        return Preview(school_class.name, draft.audience, draft.wording.text, others)

    async def send(self, actor: Actor, draft: Draft, status_message_id: int) -> AnnouncementState:
        """Once for a draft, however often it is sent. `status_message_id`: the sender's own, to show how it goes."""
        preview = await self.preview(actor, draft)
        own = replace(draft, key=_draft_key(actor, draft.key))
        wards = {one.person: one.wards for one in preview.addressed}
        async with self.begin() as tx:
            made = await tx.announcements.make(
                NewAnnouncement(actor.person, actor.account, own, status_message_id, wards)
            )
            if made is not None:
                if draft.poll is not None:
                    await tx.polls.make(made, draft.poll)
                await tx.facts.add(AnnouncementMade(actor.person, made))
        sent = await self.sent(actor, draft.key)
        if sent is None:
            raise NotFound
        return sent

    async def sent(self, actor: Actor, draft_key: str) -> AnnouncementState | None:
        """How the announcement goes that this draft became; None: it was never sent."""
        require(actor, Action.SEE_ANNOUNCEMENT_STATE, Target(person=actor.person))
        announcement = await self.kept.by_draft(_draft_key(actor, draft_key))
        return (await self.sent_ones.states([announcement])).get(announcement) if announcement is not None else None

    async def _addressed(self, class_id: ClassId, audience: Audience) -> Sequence[Addressed]:
        seats = (await self.rosters.roster()).of_class.get(class_id, ())
        pupils = {seat.pupil: seat.name for seat in seats}
        if audience is Audience.GUARDIANS:
            return await self.audiences.guardians(pupils)
        return await self.audiences.pupils(pupils)


def _check(wording: Wording) -> None:
    if wording.empty:
        raise AnnouncementEmpty
    if len(wording.text) > MOST:
        raise AnnouncementTooLong(len(wording.text), MOST)


def _draft_key(actor: Actor, key: str) -> str:
    """One person's draft is never another's."""
    return f"{actor.account}:{key}"
