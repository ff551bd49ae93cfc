"""What getting in needs to keep and to know."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.events import Facts
from domain.ids import AccountId, ClassId, CodeId, PersonId
from domain.roles.consent import ConsentText, GivenAnswer, GuardianConsent
from domain.roles.exports import AuditRoom, StandingIncidents
from domain.roles.people import PersonName, Role


@dataclass(frozen=True, slots=True)
class PersonCard:
    """`roles` are all that the person holds today; `classes`: the pupil's own, or those of the guardian's children."""

    person: PersonId
    name: PersonName
    roles: frozenset[Role]
    classes: tuple[ClassId, ...]


@dataclass(frozen=True, slots=True)
class NewCode:
    person: PersonId
    roles: frozenset[Role]
    code_hash: str
    issued_by: PersonId | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class StoredCode:
    id: CodeId
    person: PersonId
    roles: frozenset[Role]
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Binding:
    """An account from which a person comes in."""

    account: AccountId
    telegram_id: int
    person: PersonId
    roles: frozenset[Role]
    bound_at: datetime
    last_seen_at: datetime | None = None
    unreachable: bool = False
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class NewBinding:
    """`account_name`: what Telegram calls the account; `confirmed` False: a guardian who is to be confirmed."""

    telegram_id: int
    person: PersonId
    roles: frozenset[Role]
    account_name: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class FamilyAccess:
    """A line of the class teacher's list: a pupil or a guardian, and since when they come in (None: never came)."""

    person: PersonId
    name: PersonName
    role: Role
    pupil: PersonId
    pupil_name: PersonName
    bound_at: datetime | None
    last_seen_at: datetime | None
    unreachable: bool
    waits: bool = False
    """Came by a code, and is not confirmed yet."""
    restricted: bool = False
    """A court keeps this guardian from this pupil: for the school's eyes only."""


class CodesRoom(Protocol):
    async def add(self, codes: Sequence[NewCode]) -> None:
        """Older unused codes of the same persons stop working."""
        ...

    async def usable(self, code_hash: str) -> StoredCode | None:
        """Not used, not revoked, not expired, and of a person who still holds one of its roles."""
        ...

    async def use(self, code: CodeId, account: AccountId) -> bool:
        """Exactly one caller is told True, whoever comes at the same instant."""
        ...

    async def latest(self, persons: Collection[PersonId]) -> CodeId:
        """The newest code ever given to any of them; 0 where there is none."""
        ...

    async def revoke(self, persons: Collection[PersonId] | None) -> None:
        """None: everyone's."""
        ...


class AttemptsRoom(Protocol):
    async def of(self, telegram_id: int) -> Sequence[datetime]:
        """Wrong codes of the last day."""
        ...

    async def everyones(self, since: datetime) -> int: ...

    async def add(self, telegram_id: int) -> None: ...


class BindingsRoom(Protocol):
    async def current(self, telegram_id: int) -> Binding | None: ...

    async def open(self, account: AccountId) -> Binding | None:
        """None: there is none, or it has ended."""
        ...

    async def bind(self, binding: NewBinding) -> AccountId: ...

    async def widen(self, binding: Binding, roles: frozenset[Role], confirmed: bool) -> None: ...

    async def vouched(self, person: PersonId) -> bool:
        """Whether a confirmed account of the person is open, or was left by the person."""
        ...

    async def confirm(self, account: AccountId, by: PersonId) -> bool:
        """Exactly one caller is told True; nobody for an account that has ended."""
        ...

    async def decline(self, account: AccountId, by: PersonId) -> bool:
        """The same, of an account that nobody has confirmed."""
        ...

    async def end(self, accounts: Collection[AccountId], why: str) -> None:
        """`why`: left, revoked, replaced, declined, idle or gone."""
        ...

    async def standing(self, persons: Collection[PersonId] | None = None) -> Sequence[Binding]:
        """Open ones: of these people, or (None) all."""
        ...

    async def gone(self, today: date) -> Sequence[tuple[Binding, frozenset[Role]]]:
        """Open ones of pupils whose last enrolment has ended and of guardians of none but such, with that role."""
        ...

    async def take(self, taken: Sequence[tuple[Binding, frozenset[Role]]], why: str) -> None:
        """Takes roles away from many; an account that has none left ends."""
        ...

    async def open_writing(self, account: AccountId, until: datetime) -> None: ...

    async def of_person(self, person: PersonId) -> Sequence[Binding]: ...

    async def take_roles(self, binding: Binding, roles: frozenset[Role]) -> None:
        """Leaves the account bound with its other roles; ends it where none is left."""
        ...


class PinsRoom(Protocol):
    async def put(self, person: PersonId, pin_hash: str) -> bool:
        """False where there is one already."""
        ...

    async def take_try(self, person: PersonId, most: int) -> tuple[str | None, int]:
        """What is kept (None: locked, or none set) and how many tries in a row this one makes; the last one locks."""
        ...

    async def was_right(self, person: PersonId) -> None: ...

    async def drop(self, persons: Collection[PersonId]) -> bool:
        """With it what was opened by it; False where there was none."""
        ...


class ConsentsRoom(Protocol):
    async def accepted(self, person: PersonId, version: int) -> bool:
        """Whether the person's last answer to this version is yes."""
        ...

    async def answer(self, person: PersonId, version: int, accepted: bool, full_name: str | None = None) -> None: ...

    async def record(self, person: PersonId, version: int, by: PersonId, at: datetime) -> None:
        """From paper, signed `at`."""
        ...

    async def last(self, person: PersonId) -> GivenAnswer | None:
        """The last answer, to whatever version."""
        ...

    async def current(self) -> int:
        """The version that is asked for."""
        ...

    async def publish(self, version: int, text: str, by: PersonId) -> bool:
        """False: this version is there already."""
        ...

    async def ask_erasure(self, person: PersonId) -> None:
        """What is kept of the person is to be erased, since consent was withdrawn; asked once while it is open."""
        ...


class PeopleRoom(Protocol):
    async def cards(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonCard]: ...

    async def speak(self, person: PersonId, language: str) -> None: ...

    async def restrict(self, guardian: PersonId, pupil: PersonId, by: PersonId, order: str, restricted: bool) -> bool:
        """False where it is so already, or there is no such guardian of the pupil."""
        ...


class RolesTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def codes(self) -> CodesRoom: ...

    @property
    def attempts(self) -> AttemptsRoom: ...

    @property
    def bindings(self) -> BindingsRoom: ...

    @property
    def pins(self) -> PinsRoom: ...

    @property
    def consents(self) -> ConsentsRoom: ...

    @property
    def people(self) -> PeopleRoom: ...

    @property
    def audit(self) -> AuditRoom: ...

    @property
    def incidents(self) -> StandingIncidents: ...


BeginRoles = Callable[[], AbstractAsyncContextManager[RolesTransaction]]


class AccessRead(Protocol):
    async def accounts_of(self, person: PersonId) -> Sequence[Binding]: ...

    async def families_of(self, class_id: ClassId) -> Sequence[FamilyAccess]:
        """Pupils of the class and their guardians (restricted ones too), by pupil's name, the pupil first."""
        ...

    async def consent_given(self, person: PersonId, version: int) -> bool: ...

    async def consent_text(self) -> ConsentText: ...


class ConsentsRead(Protocol):
    """What the screens of consents show."""

    async def consent_text(self) -> ConsentText: ...

    async def last_answer(self, person: PersonId) -> GivenAnswer | None: ...

    async def guardians_of(self, class_id: ClassId) -> Sequence[GuardianConsent]:
        """Of the class's pupils, without those whom a court keeps away, by name."""
        ...

    async def agreeing(self) -> int:
        """How many guardians whose last answer is yes would be asked again."""
        ...
