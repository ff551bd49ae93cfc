"""Who may be told: accounts that are bound and reachable, with what their persons chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from domain.ids import AccountId, PersonId
from domain.messaging.kinds import CHOOSABLE, Kind, Mode
from domain.messaging.quiet_hours import QuietHours


@dataclass(frozen=True, slots=True)
class FamilyReader:
    """An account of a guardian of the pupil (not kept away, consent given) or of the pupil (`own`)."""

    pupil: PersonId
    account: AccountId
    person: PersonId
    own: bool
    chosen: Mapping[Kind, Mode] = field(default_factory=dict)
    """For this pupil; a kind not in it: the default."""
    digest_at: time | None = None
    """The hour of the evening digest that the person chose."""
    bound_at: datetime | None = None
    """Since when the account is there: nothing from before is news to it."""

    def mode(self, kind: Kind) -> Mode:
        return self.chosen.get(kind, CHOOSABLE[kind])

    @property
    def wants_digest(self) -> bool:
        """Guardians get it unasked; a pupil who chose something to come in it."""
        return not self.own or self.digest_at is not None or Mode.DIGEST in self.chosen.values()

    @property
    def signs(self) -> bool:
        """Whether the week of the diary comes to be signed: to a guardian who wants to be told of anything at all."""
        return not self.own and any(self.mode(kind) is not Mode.OFF for kind in CHOOSABLE)

    def hears(self, kind: Kind) -> bool:
        """Pupils hear of their marks and homework; that they were absent they know."""
        return not (self.own and kind is Kind.ABSENCE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an account's messages go, while it is bound and reachable."""

    account: AccountId
    person: PersonId
    telegram_id: int
    language: str
    quiet: QuietHours | None = None
    """What the person chose; None: as is usual."""
    discreet: bool = False
    """Messages say only that there is news."""
    digest_at: time | None = None
    """The hour of the evening that the person chose."""


EAGERNESS = {Mode.OFF: 0, Mode.DIGEST: 1, Mode.NOW: 2}


def listeners(readers: Iterable[FamilyReader], kind: Kind, author: PersonId | None) -> list[FamilyReader]:
    """Who is told of an event of this kind at all; the author never is."""
    return [
        reader
        for reader in readers
        if reader.person != author and reader.hears(kind) and reader.mode(kind) is not Mode.OFF
    ]


def most_eager(readers: Iterable[FamilyReader], kind: Kind) -> dict[AccountId, Mode]:
    """For what concerns several children at once: the mode by which the account hears of it soonest."""
    modes: dict[AccountId, Mode] = {}
    for reader in readers:
        mode = reader.mode(kind)
        if EAGERNESS[mode] >= EAGERNESS[modes.get(reader.account, Mode.OFF)]:
            modes[reader.account] = mode
    return modes
