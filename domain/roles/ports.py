"""What getting in needs to keep and to know."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.events import Facts
from domain.ids import AccountId, ClassId, CodeId, PersonId
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

    async def revoke(self, persons: Collection[PersonId]) -> None: ...


class AttemptsRoom(Protocol):
    async def of(self, telegram_id: int) -> Sequence[datetime]:
        """Wrong codes of the last day."""
        ...

    async def everyones(self, since: datetime) -> int: ...

    async def add(self, telegram_id: int) -> None: ...


class BindingsRoom(Protocol):
    async def current(self, telegram_id: int) -> Binding | None: ...

    async def bind(self, telegram_id: int, person: PersonId, roles: frozenset[Role]) -> AccountId: ...

    async def widen(self, binding: Binding, roles: frozenset[Role]) -> None: ...

    async def end(self, accounts: Collection[AccountId], why: str) -> None:
        """`why`: left, revoked or replaced."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[Binding]: ...

    async def take_roles(self, binding: Binding, roles: frozenset[Role]) -> None:
        """Leaves the account bound with its other roles; ends it where none is left."""
        ...


class ConsentsRoom(Protocol):
    async def accepted(self, person: PersonId, version: int) -> bool:
        """Whether the person's last answer to this version is yes."""
        ...

    async def answer(self, person: PersonId, version: int, accepted: bool) -> None: ...


class PeopleRoom(Protocol):
    async def cards(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonCard]: ...

    async def speak(self, person: PersonId, language: str) -> None: ...


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
        """Pupils of the class and their guardians, by pupil's name, the pupil first."""
        ...

    async def consent_given(self, person: PersonId, version: int) -> bool: ...
