"""Messages to many: composed as a draft, looked at, sent once, taken back before they go (3.3.8, 3.4.3)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound, Refused
from domain.events import AnnouncementMade, Facts
from domain.ids import AccountId, AnnouncementId, PersonId
from domain.roles.access import Action, Target, allowed, reach_of, require
from domain.roles.people import Actor
from domain.school.ports import ChangeLog
from domain.talk.audiences import Addressed, Audience, Scope
from domain.talk.gates import Hours, ManyGate
from domain.talk.letters import AnnouncementState
from domain.talk.polls import PollDraft, PollsMade
from domain.talk.scopes import Choices, Scopes
from domain.talk.threads import Side
from domain.talk.urgency import log_urgent_announcement
from domain.talk.wording import Attachment, FileKind, Wording

NOTHING = Wording("")
MOST = 3500
"""Characters: with the heading it stays below Telegram's 4096."""
MOST_FILES = 10
"""Of an album, by Telegram."""
FURTHEST = timedelta(days=60)
"""So far ahead an announcement can be set to go."""
LISTED = 10
"""Announcements of one's own that a list shows, beside those that have not gone."""


@dataclass(eq=False)
class AnnouncementEmpty(Refused):
    """There is nothing to send."""


@dataclass(eq=False)
class AnnouncementTooLong(Refused):
    length: int
    most: int


@dataclass(eq=False)
class TooManyFiles(Refused):
    most: int = MOST_FILES


@dataclass(eq=False)
class NobodyToTell(Refused):
    """Nobody is of this audience today."""


@dataclass(eq=False)
class DraftGone(Refused):
    """The draft of this screen is not the one that waits, and was never sent."""


@dataclass(eq=False)
class SendingPassed(Refused):
    """The moment at which it shall go has passed, or lies further ahead than `days`."""

    days: int = FURTHEST.days


@dataclass(eq=False)
class ClosesBeforeItGoes(Refused):
    """The last day of «ознакомлен» lies before the day on which it goes."""


@dataclass(eq=False)
class AnnouncementLeft(Refused):
    """It has gone, so it cannot be taken back."""


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
    """The draft with the names of its scope, and whom that means today.

    `goes_at` on the school's clock, None: as soon as it cannot be taken back. `resting`: how many of those reached it
    would not ring now, the first of them at `rings_at`.
    """

    draft: Draft
    addressed: tuple[Addressed, ...]
    goes_at: datetime | None = None
    resting: int = 0
    rings_at: datetime | None = None

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


@dataclass(frozen=True, slots=True)
class Lately:
    """To whom an announcement went."""

    announcement: AnnouncementId
    scope: Scope
    audience: Audience


@dataclass(frozen=True, slots=True)
class Mine:
    """The sender's own, the latest first; `scheduled` have not gone."""

    scheduled: tuple[AnnouncementState, ...]
    sent: tuple[AnnouncementState, ...]


class AnnouncementsRoom(Protocol):
    async def make(self, new: NewAnnouncement) -> AnnouncementId | None:
        """None: this draft was sent before."""
        ...

    async def take_back(self, announcement: AnnouncementId) -> bool:
        """False: it has gone, or was taken back before."""
        ...


class AnnouncingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def announcements(self) -> AnnouncementsRoom: ...

    @property
    def polls(self) -> PollsMade: ...


class AnnouncementsKept(Protocol):
    async def by_draft(self, key: str) -> AnnouncementId | None: ...

    async def author_of(self, announcement: AnnouncementId) -> PersonId | None: ...

    async def last_scopes(self, sender: PersonId) -> Sequence[Lately]:
        """To whom somebody wrote lately, each once, the last first."""
        ...

    async def scope_of(self, announcement: AnnouncementId, sender: PersonId) -> Lately | None:
        """None: not this person's, or from before scopes were kept."""
        ...

    async def of_sender(self, sender: PersonId, now: datetime, most: int) -> Sequence[AnnouncementId]:
        """Those that have not gone and the last `most` that have, the latest first; none that was taken back."""
        ...


class StatesKept(Protocol):
    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]: ...


@dataclass(frozen=True, slots=True)
class Announcing:
    """`grace`: so long an announcement waits, and can be taken back before anyone has it."""

    time: SchoolTime
    scopes: Scopes
    kept: AnnouncementsKept
    sent_ones: StatesKept
    begin: Callable[[], AbstractAsyncContextManager[AnnouncingTransaction]]
    gate: ManyGate
    hours: Hours
    grace: timedelta

    async def choices(self, actor: Actor) -> Choices:
        """Raises `NotAllowed` for who may write to nobody."""
        _require_any(actor)
        return await self.scopes.choices(actor)

    async def lately(self, actor: Actor) -> list[Lately]:
        """To whom this person wrote lately and still may, the last first."""
        _require_any(actor)
        found = []
        for one in await self.kept.last_scopes(actor.person):
            with suppress(NotAllowed, NotFound):
                found.append(replace(one, scope=await self.scopes.checked(actor, one.scope, one.audience)))
        return found

    async def like(self, actor: Actor, announcement: AnnouncementId) -> Lately:
        """To whom an own announcement went, as it would be said today. Raises `NotAllowed`, `NotFound`."""
        _require_any(actor)
        found = await self.kept.scope_of(announcement, actor.person)
        if found is None:
            raise NotFound
        return replace(found, scope=await self.scopes.checked(actor, found.scope, found.audience))

    async def named(self, actor: Actor, scope: Scope, audience: Audience | None = None) -> Scope:
        """With its names. Raises `NotAllowed` beyond one's right, `NotFound` for what is not there."""
        _require_any(actor)
        return await self.scopes.checked(actor, scope, audience)

    async def preview(self, actor: Actor, draft: Draft) -> Preview:
        """To how many it goes and who cannot be reached.

        Raises what is wrong with the draft: `AnnouncementEmpty`, `AnnouncementTooLong`, `TooManyFiles`,
        `SendingPassed`, `ClosesBeforeItGoes`, `NobodyToTell`, and what is wrong with its poll.
        """
        _require_any(actor)
        scope = await self.scopes.checked(actor, draft.scope, draft.audience)
        if draft.urgent:
            require(actor, Action.WRITE_URGENTLY, Target())
        self._check(draft)
        addressed = await self.scopes.addressed(actor, scope, draft.audience)
        if not addressed:
            raise NobodyToTell
        preview = Preview(replace(draft, scope=scope), tuple(addressed))
        if draft.send_at is not None:
            return replace(preview, goes_at=self.time.local(draft.send_at))
        return preview if draft.urgent else await self._with_hours(preview)

    async def send(
        self, actor: Actor, draft: Draft, status_message_id: int, *, held_is_fine: bool = False
    ) -> AnnouncementState:
        """Once for a draft, however often it is sent. `status_message_id`: the sender's own, to show how it goes.

        Raises `HoldAsked` for a text that is shown with a question first, and what `preview` raises.
        """
        before = await self.sent(actor, draft.key)
        if before is not None:
            return before
        preview = await self.preview(actor, draft)
        classes = await self.scopes.classes_of(actor.person, preview.draft.scope)
        await self.gate.check(actor, draft.wording, classes, held_is_fine, urgent=draft.urgent)
        own = replace(preview.draft, key=_draft_key(actor, draft.key), send_at=self._goes_at(draft))
        wards = {one.person: one.wards for one in preview.addressed}
        async with self.begin() as tx:
            new = NewAnnouncement(actor.person, actor.account, own, status_message_id, wards)
            made = await tx.announcements.make(new)
            if made is not None:
                if draft.poll is not None:
                    await tx.polls.make(made, draft.poll)
                if draft.urgent:
                    await log_urgent_announcement(tx, actor.person, made)
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

    async def take_back(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementState:
        """As long as it has not gone; the same however often it is tapped. Raises `AnnouncementLeft`."""
        if await self.kept.author_of(announcement) != actor.person:
            raise NotFound
        require(actor, Action.CHANGE_ANNOUNCEMENT, Target(person=actor.person))
        async with self.begin() as tx:
            taken_back = await tx.announcements.take_back(announcement)
        state = (await self.sent_ones.states([announcement]))[announcement]
        if not (taken_back or state.taken_back):
            raise AnnouncementLeft
        return state

    async def mine(self, actor: Actor) -> Mine:
        require(actor, Action.SEE_ANNOUNCEMENT_STATE, Target(person=actor.person))
        ids = await self.kept.of_sender(actor.person, self.time.now(), LISTED)
        states = await self.sent_ones.states(ids)
        listed = [states[one] for one in ids if one in states]
        waiting = tuple(one for one in listed if one.goes_at is not None)
        return Mine(waiting, tuple(one for one in listed if one.goes_at is None))

    async def _with_hours(self, preview: Preview) -> Preview:
        side = Side.STAFF if preview.draft.audience is Audience.STAFF else Side.FAMILY
        rests = await self.hours.rings_at([one.person for one in preview.addressed if one.why is None], side)
        if not rests:
            return preview
        return replace(preview, resting=len(rests), rings_at=self.time.local(min(rests.values())))

    def may_be_urgent(self, actor: Actor) -> bool:
        return allowed(actor, Action.WRITE_URGENTLY, Target())

    def _goes_at(self, draft: Draft) -> datetime | None:
        """None: at once."""
        if draft.send_at is not None or draft.urgent or not self.grace:
            return draft.send_at
        return self.time.now() + self.grace

    def _check(self, draft: Draft) -> None:
        now = self.time.now()
        if draft.empty:
            raise AnnouncementEmpty
        if len(draft.wording.text) > MOST:
            raise AnnouncementTooLong(len(draft.wording.text), MOST)
        if len(draft.files) > MOST_FILES:
            raise TooManyFiles
        if draft.send_at is not None and not now < draft.send_at <= now + FURTHEST:
            raise SendingPassed
        goes_at = self._goes_at(draft) or now
        if draft.close_on is not None and draft.close_on < self.time.local(goes_at).date():
            raise ClosesBeforeItGoes
        if draft.poll is not None:
            draft.poll.check(goes_at)


def _require_any(actor: Actor) -> None:
    """For whom no line of the table opens anything, before anything is read."""
    ways = (Action.ANNOUNCE_TO_CLASS, Action.ANNOUNCE_TO_TAUGHT, Action.ANNOUNCE_TO_STAFF, Action.ANNOUNCE_TO_SCHOOL)
    if not any(reach_of(actor, one) for one in ways):
        raise NotAllowed


def _draft_key(actor: Actor, key: str) -> str:
    """One person's draft is never another's."""
    return f"{actor.account}:{key}"
