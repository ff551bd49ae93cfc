"""What messaging needs to know and to do outside."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.attendance.notes import NoteCard
from domain.attendance.ports import AbsenceCard
from domain.events import Fact, Facts
from domain.ids import (
    AccountId,
    DebtId,
    DeliveryId,
    FactId,
    HoldId,
    HomeworkId,
    LessonId,
    MarkId,
    MarkRequestId,
    MovementId,
    NoteId,
    PersonId,
    ResultId,
)
from domain.journal.changed_marks import LoggedMark
from domain.journal.debts import DebtCard
from domain.journal.homework_diary import HomeworkCard
from domain.journal.mark_pages import TouchCard
from domain.journal.mark_requests import MarkRequestCard
from domain.journal.ports import MarkCard
from domain.journal.results_kept import ResultCard
from domain.messaging.contents import Content, LostPerson
from domain.messaging.holds import HoldsRoom
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage, Outcome, Result, Superseded
from domain.messaging.readers import Address, FamilyReader
from domain.roles.letting_in import BindingCardsRead
from domain.roles.people import Role
from domain.school.class_lists import ListsRead
from domain.school.movement import MovementCard
from domain.talk.wording import Attachment


@dataclass(frozen=True, slots=True)
class UntoldFact:
    id: FactId
    at: datetime
    fact: Fact


class AbsencesRead(Protocol):
    async def absence_cards(
        self, pairs: Collection[tuple[LessonId, PersonId]]
    ) -> Mapping[tuple[LessonId, PersonId], AbsenceCard]: ...

    async def note_cards(self, numbers: Collection[NoteId]) -> Mapping[NoteId, NoteCard]: ...


class MarksRead(Protocol):
    async def mark_cards(self, ids: Collection[MarkId]) -> Mapping[MarkId, MarkCard]: ...


class ResultCardsRead(Protocol):
    async def result_cards(self, ids: Collection[ResultId]) -> Mapping[ResultId, ResultCard]: ...


class MarkWorkRead(Protocol):
    """What follows from marks: debts, marks that another has changed, changes that the deputy is asked for."""

    async def debt_cards(self, ids: Collection[DebtId]) -> Mapping[DebtId, DebtCard]: ...

    async def touch_cards(self, touches: Collection[tuple[MarkId, int]]) -> Mapping[tuple[MarkId, int], TouchCard]: ...

    async def request_cards(self, ids: Collection[MarkRequestId]) -> Mapping[MarkRequestId, MarkRequestCard]: ...

    async def changes_since(self, since: datetime) -> Sequence[LoggedMark]:
        """Of marks that were set before, by mark, the oldest first."""
        ...


class MovementCardsRead(Protocol):
    async def cards(self, ids: Collection[MovementId]) -> Mapping[MovementId, MovementCard]: ...


class HomeworkRead(Protocol):
    async def homework_cards(self, ids: Collection[HomeworkId]) -> Mapping[HomeworkId, HomeworkCard]: ...


@dataclass(frozen=True, slots=True)
class Cards:
    """As the journal and attendance make them; each read a number of statements that does not grow."""

    absences: AbsencesRead
    marks: MarksRead
    homework: HomeworkRead
    results: ResultCardsRead
    mark_work: MarkWorkRead
    movements: MovementCardsRead
    lists: ListsRead
    bindings: BindingCardsRead


class FactsRead(Protocol):
    async def untold(self, most: int) -> Sequence[UntoldFact]:
        """The oldest facts that nobody was told of, at most so many."""
        ...


class Readers(Protocol):
    """Who may be told, as of now; each a number of statements that does not grow with the people."""

    async def family(self, pupils: Collection[PersonId] | None) -> Sequence[FamilyReader]:
        """Accounts of guardians (not kept away, consent given) and of the pupils themselves; None: of all pupils."""
        ...

    async def staff(self, persons: Collection[PersonId]) -> Sequence[Address]:
        """Reachable accounts with a role of staff."""
        ...

    async def admins(self) -> Sequence[Address]: ...

    async def holders(self, roles: Collection[Role]) -> Sequence[Address]:
        """Reachable accounts that hold one of these granted roles."""
        ...

    async def wards(self, persons: Collection[PersonId]) -> Mapping[PersonId, Sequence[PersonId]]:
        """The pupils whose guardian a person is, and the person if a pupil."""
        ...

    async def addresses(self, accounts: Collection[AccountId]) -> Mapping[AccountId, Address]:
        """Those of the accounts that are bound and reachable."""
        ...

    async def of_persons(self, persons: Collection[PersonId]) -> Sequence[Address]:
        """Reachable accounts of these people, whatever their roles, that nobody has to confirm."""
        ...

    async def newcomers(self, accounts: Collection[AccountId]) -> Mapping[AccountId, Address]:
        """Those of the accounts that were not let in: they are told so, and nothing else any more."""
        ...


class OutboxRead(Protocol):
    async def last_said(
        self, events: Collection[str], accounts: Collection[AccountId]
    ) -> Mapping[tuple[str, AccountId], str]:
        """What the last delivered (or perhaps delivered) row of an event told an account."""
        ...

    async def cards_out(self, events: Collection[str], kind: Kind = Kind.ABSENCE) -> Sequence["CardOut"]:
        """Messages of these events that are with people, or under way: the last of each account."""
        ...

    async def digests_of(self, day: date) -> Collection[tuple[str, AccountId]]:
        """Digests of a day that are in the outbox already: event, account."""
        ...

    async def message_ids(self, rows: Collection[DeliveryId]) -> Mapping[DeliveryId, int]: ...

    async def under_way(self, owner: str) -> Collection[DeliveryId]:
        """Rows that this run of the program has claimed."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting row comes due (maybe in the past); None: nothing waits."""
        ...


@dataclass(frozen=True, slots=True)
class CardOut:
    event: str
    row: DeliveryId
    account: AccountId
    person: PersonId


class OutboxRoom(Protocol):
    """The outbox inside a transaction."""

    async def add(self, messages: Sequence[NewMessage]) -> None:
        """What is there already (event, version, account, kind) stays as it is."""
        ...

    async def supersede(self, older: Sequence[Superseded]) -> None: ...

    async def claim(self, owner: str, most: int, without: Collection[AccountId]) -> Sequence[Claimed]:
        """Due rows become this owner's, the most urgent first: one of an account, with what goes along with it."""
        ...

    async def finish(self, owner: str, results: Sequence[Result]) -> None:
        """A row armed again meanwhile goes back to waiting; a row that another run took over is left alone."""
        ...

    async def rearm(self, events: Collection[str], not_before: datetime) -> None:
        """Rows whose message must be edited once more; what waits already keeps its time."""
        ...

    async def recover(self, owner: str) -> int:
        """Rows that a dead run left under way wait again, marked as doubtful; how many."""
        ...

    async def take_back(self, owner: str, known: Collection[DeliveryId]) -> int:
        """The same with this run's own rows, but for the known ones."""
        ...

    async def hold(self, hold: HoldId, events: Collection[str], kind: Kind) -> None:
        """Rows that wait and were never tried wait for a decision now."""
        ...


class FactsRoom(Facts, Protocol):
    async def told(self, ids: Sequence[FactId]) -> None: ...


class AccountsRoom(Protocol):
    async def lost(self, accounts: Mapping[AccountId, str]) -> Sequence[PersonId]:
        """Marks accounts unreachable (why), ends what waits for them; persons whose account was reachable before."""
        ...

    async def back(self, telegram_id: int) -> AccountId | None:
        """The account can be reached again; None when it always could, or is nobody's."""
        ...


class MessagingTransaction(Protocol):
    @property
    def facts(self) -> FactsRoom: ...

    @property
    def outbox(self) -> OutboxRoom: ...

    @property
    def reached(self) -> AccountsRoom: ...

    @property
    def holds(self) -> HoldsRoom: ...


BeginMessaging = Callable[[], AbstractAsyncContextManager[MessagingTransaction]]


class People(Protocol):
    async def lost_people(self, persons: Collection[PersonId]) -> Mapping[PersonId, LostPerson]: ...


class Renderer(Protocol):
    def render(self, content: Content, language: str, repeat: bool) -> "Letter":
        """`repeat`: the message may be there already, and says so."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """`html` as Telegram reads it; `keyboard` is what the renderer made for the sender, not looked into here.

    `files` go with the text, under Telegram's names of them. `lost_files`: HTML said in their place where Telegram no
    longer has them. `svg`: a picture that the sender draws, with the text as its caption.
    """

    html: str
    keyboard: object | None = None
    files: tuple[Attachment, ...] = ()
    lost_files: str = ""
    svg: str | None = None


class Sender(Protocol):
    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        """A new message, or the text of message `edits`. Never raises but for being cancelled."""
        ...
