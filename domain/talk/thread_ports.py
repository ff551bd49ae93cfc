"""What threads need of the storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from domain.events import Facts
from domain.ids import AccountId, AnnouncementId, PersonId, SubjectId, TalkMessageId, ThreadId
from domain.roles.people import PersonName
from domain.school.ports import ChangeLog
from domain.talk.standing import Claim
from domain.talk.threads import Desk, Party, Side, Speaker, Standing, TalkCard, ThreadHead, ThreadKind
from domain.talk.wording import Attachment, Wording


@dataclass(frozen=True, slots=True)
class Member:
    person: PersonId
    party: Party
    side: Side


@dataclass(frozen=True, slots=True)
class NewThread:
    """The same people, child, subject and announcement without a matter are the same thread."""

    kind: ThreadKind
    members: tuple[Member, ...]
    opened_by: PersonId
    desk: Desk | None = None
    pupil: PersonId | None = None
    subject: SubjectId | None = None
    matter: str | None = None
    announcement: AnnouncementId | None = None


@dataclass(frozen=True, slots=True)
class NewTalk:
    """What is said: by whom, as which party, and their own message in their own chat."""

    thread: ThreadId
    author: PersonId
    account: AccountId
    party: Party
    wording: Wording
    account_message: int
    album: str | None = None
    reply_to: TalkMessageId | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message of a chat stands: one that arrived there, or one's own."""

    thread: ThreadId
    message: TalkMessageId


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """What the owner of an account has said. `first`: by just that message of theirs, not by another of its album."""

    thread: ThreadId
    message: TalkMessageId
    wording: Wording
    written_at: datetime
    version: int
    first: bool = True


@dataclass(frozen=True, slots=True)
class AnnouncedBy:
    """Whose announcement reached a person, in which capacity, and for which pupils."""

    sender: PersonId
    side: Side
    pupils: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadState:
    """`owed_by`: the party that owes an answer."""

    owed_by: Party | None
    owed_since: datetime | None
    last: TalkMessageId | None


@dataclass(frozen=True, slots=True)
class TalkAudience:
    """`listeners`: by account, everyone who stands in the thread as of now, the author's accounts among them."""

    thread: ThreadId
    message: TalkMessageId
    author: PersonId
    written_at: datetime
    album: bool
    urgent: bool
    listeners: Mapping[AccountId, tuple[PersonId, Standing]] = field(default_factory=dict)

    def hears(self, account: AccountId) -> Standing | None:
        """None: it is not told to this account. Who came later hears nothing of before."""
        person, stands = self.listeners.get(account, (self.author, None))
        if stands is None or person == self.author:
            return None
        return stands if stands.since is None or stands.since <= self.written_at else None


class ThreadsRoom(Protocol):
    """Threads inside a transaction."""

    async def find(self, like: NewThread) -> tuple[ThreadId, Mapping[PersonId, Party]] | None:
        """The thread that goes on, with the parties of its members; never one with a matter."""
        ...

    async def make(self, new: NewThread) -> ThreadId: ...

    async def say(self, new: NewTalk) -> TalkMessageId | None:
        """None: this message of the author's chat was taken before. The other party owes an answer from now on."""
        ...

    async def attach(self, message: TalkMessageId, files: Sequence[Attachment]) -> None:
        """After those that are there; what came before is not attached twice."""
        ...

    async def caption(self, message: TalkMessageId, wording: Wording) -> None:
        """The words of an album that came with a later picture of it."""
        ...

    async def reword(self, own: OwnTalk, wording: Wording) -> bool:
        """The earlier wording is kept. False: somebody was faster."""
        ...

    async def read(self, thread: ThreadId, person: PersonId, to: TalkMessageId) -> None:
        """How far a person has read; never back."""
        ...

    async def settle(self, thread: ThreadId, party: Party) -> bool:
        """This party owes no answer any more; False: it owed none."""
        ...


class ThreadsTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def threads(self) -> ThreadsRoom: ...


class ThreadsRead(Protocol):
    """Each a number of statements that does not grow."""

    async def state(self, thread: ThreadId) -> ThreadState | None: ...

    async def heads(self, threads: Collection[ThreadId]) -> Mapping[ThreadId, ThreadHead]: ...

    async def people(self, thread: ThreadId) -> Sequence[tuple[Party, Speaker]]:
        """Its members, and who sits at its desk today, by name."""
        ...

    async def page(
        self, thread: ThreadId, since: datetime | None, before: TalkMessageId | None, most: int
    ) -> Sequence[TalkMessageId]:
        """The newest, the newest first."""
        ...

    async def cards(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkCard]: ...

    async def at(self, account: AccountId, message: int) -> Place | None:
        """What stands under this number in the chat of an account."""
        ...

    async def on_its_way(self, account: AccountId) -> bool:
        """Whether a message of a thread is being sent to the account: under which number is not known yet."""
        ...

    async def own(self, account: AccountId, message: int) -> OwnTalk | None:
        """What was said by this message of an account's chat, or by an album that it belongs to."""
        ...

    async def own_album(self, account: AccountId, album: str) -> OwnTalk | None: ...

    async def heard_last(self, account: AccountId, since: datetime) -> Place | None:
        """Of the last message that reached the account since then, if it was of a thread."""
        ...

    async def announced_by(self, announcement: AnnouncementId, person: PersonId) -> AnnouncedBy | None:
        """None: it did not go to this person."""
        ...


class StandingsRead(Protocol):
    async def claims(self, thread: ThreadId, person: PersonId) -> Sequence[Claim]: ...

    async def listeners(
        self, threads: Collection[ThreadId]
    ) -> Mapping[ThreadId, Mapping[AccountId, tuple[PersonId, Standing]]]:
        """Everyone who stands in them, by the accounts that a message reaches: bound, let in, consent given."""
        ...


@dataclass(frozen=True, slots=True)
class Guardian:
    person: PersonId
    name: PersonName
    relation: str


class PeopleOfTalk(Protocol):
    async def guardians(self, pupil: PersonId) -> Sequence[Guardian]:
        """Who is not kept from the child, by name."""
        ...

    async def staff(self, said: str | None = None) -> Sequence[tuple[PersonId, PersonName]]:
        """Who holds a role of staff today, by name; `said`: of those whose name has each of its words."""
        ...
