"""PINs of staff: what may be one, how it is kept, how many tries there are (setting STAFF_PIN; 2.3)."""

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Protocol

from domain.clock import Clock
from domain.errors import NotFound, Outdated, Refused
from domain.ids import PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.roles.ports import BeginRoles

SHORTEST, LONGEST = 4, 8
TRIES = 5
WRITES_FOR = timedelta(hours=12)
_RISING = "01234567890"
_COST = {"n": 2**14, "r": 8, "p": 1}
"""16 MiB and about 50 ms for a try: a stolen database gives its PINs slowly."""


class PinState(Enum):
    UNSET = "unset"
    SET = "set"
    LOCKED = "locked"


@dataclass(eq=False)
class PinTooPlain(Refused):
    """Not 4 to 8 digits, or the first that anyone would try."""

    shortest: int
    longest: int


@dataclass(eq=False)
class PinWrong(Refused):
    left: int
    """Tries that are left."""


@dataclass(eq=False)
class PinLocked(Refused):
    """The administrator resets it."""


class PinsRead(Protocol):
    async def pin_state(self, person: PersonId) -> PinState: ...

    async def birth_date(self, person: PersonId) -> date | None: ...


@dataclass(frozen=True, slots=True)
class StaffPins:
    clock: Clock
    begin: BeginRoles
    reads: PinsRead

    async def state(self, actor: Actor) -> PinState:
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        return await self.reads.pin_state(actor.person)

    async def check(self, actor: Actor, pin: str) -> None:
        """Raises `PinTooPlain` for what may not become a PIN."""
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        if too_plain(pin, await self.reads.birth_date(actor.person)):
            raise PinTooPlain(SHORTEST, LONGEST)

    async def set(self, actor: Actor, pin: str) -> None:
        """The first one; it opens writing at once. Raises `PinTooPlain`, and `Outdated` where there is one."""
        require(actor, Action.CHANGE_OWN_SETTINGS, Target(person=actor.person))
        await self.check(actor, pin)
        kept = await asyncio.to_thread(hashed, pin)
        async with self.begin() as tx:
            if not await tx.pins.put(actor.person, kept):
                raise Outdated
            await tx.bindings.open_writing(actor.account, self._until())

    async def enter(self, actor: Actor, pin: str) -> None:
        """Opens writing on this account for twelve hours. Raises `PinWrong`, and `PinLocked` with the fifth in a row.

        A try is counted before it is looked at, so tries at once are no more than tries one by one.
        """
        require(actor, Action.CHANGE_OWN_SETTINGS, Target(person=actor.person))
        async with self.begin() as tx:
            kept, tried = await tx.pins.take_try(actor.person, TRIES)
        if kept is None:
            raise PinLocked
        if not await asyncio.to_thread(fits, pin, kept):
            raise PinLocked if tried >= TRIES else PinWrong(TRIES - tried)
        async with self.begin() as tx:
            await tx.pins.was_right(actor.person)
            await tx.bindings.open_writing(actor.account, self._until())

    async def reset(self, actor: Actor, person: PersonId) -> None:
        """The next act asks for a new one, on every account of theirs. Raises `NotFound` where there is none."""
        require(actor, Action.RESET_PIN, Target(person=person))
        async with self.begin() as tx:
            if not await tx.pins.drop([person]):
                raise NotFound

    def _until(self) -> datetime:
        return self.clock.now() + WRITES_FOR


def too_plain(pin: str, born: date | None) -> bool:
    """1111, 1234, 4321 and the birthday are what a finder of the phone tries first."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        return True
    return len(set(pin)) == 1 or pin in _RISING or pin in _RISING[::-1] or pin in _birthdays(born)


def _birthdays(born: date | None) -> Collection[str]:
    if born is None:
        return ()
    return {f"{born:{form}}" for form in ("%d%m", "%m%d", "%Y", "%d%m%y", "%y%m%d", "%d%m%Y", "%Y%m%d")}


def hashed(pin: str) -> str:
    """«salt$hash», hexadecimal (scrypt)."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_scrypt(pin, salt).hex()}"


def fits(pin: str, kept: str) -> bool:
    salt, _, hash_ = kept.partition("$")
    return hmac.compare_digest(_scrypt(pin, bytes.fromhex(salt)), bytes.fromhex(hash_))


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, **_COST)
