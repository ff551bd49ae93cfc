"""Messages on their way: rows to be, rows claimed, and what became of a sending."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.ids import AccountId, DeliveryId, PersonId
from domain.messaging.kinds import DeliveryState, Kind


@dataclass(frozen=True, slots=True)
class NewMessage:
    """(event, version, account, kind) is unique: the same telling twice makes no second row."""

    event: str
    version: int
    account: AccountId
    kind: Kind
    pupil: PersonId | None
    body: Mapping[str, Any]
    """Identifiers only."""
    not_before: datetime
    expires_at: datetime
    edits: DeliveryId | None = None


@dataclass(frozen=True, slots=True)
class Superseded:
    """Waiting rows of this event with an earlier version say nothing any more."""

    event: str
    kind: Kind
    version: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that this run of the program has taken to send."""

    id: DeliveryId
    event: str
    version: int
    account: AccountId
    kind: Kind
    pupil: PersonId | None
    body: Mapping[str, Any]
    attempts: int
    """This attempt included, from 1."""
    doubtful: bool
    """An earlier attempt may have arrived."""
    said: str | None
    """What that earlier attempt stated."""
    expires_at: datetime | None
    edits: DeliveryId | None


@dataclass(frozen=True, slots=True)
class Sent:
    """`message_id`: what a later edit changes; `others`: as which further messages it arrived (an album, parts)."""

    message_id: int | None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Retry:
    """Surely not sent. `after`: seconds that were asked for; `everyone`: all sending waits that long."""

    why: str
    after: float | None = None
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """The request was written; whether the message was taken nobody can say.

    `answered`: Telegram itself said that it failed, so most likely not.
    """

    why: str
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Blocked:
    """Nothing more will reach this account until the person comes back."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """This message will never be taken, another may."""

    why: str


Outcome = Sent | Retry | Unknown | Blocked | Refused


@dataclass(frozen=True, slots=True)
class Result:
    """What a claimed row becomes. `state` WAITING: put off to `not_before`."""

    row: Claimed
    state: DeliveryState
    reason: str | None = None
    message_id: int | None = None
    others: tuple[int, ...] = ()
    said: str | None = None
    not_before: datetime | None = None
    doubtful: bool = False
    account_lost: bool = False
    tried: bool = True
    """False: put off before anything was tried."""

    @property
    def ended(self) -> bool:
        return self.state is not DeliveryState.WAITING
