"""What a use case of threads gives back, and what it refuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.errors import Refused
from domain.ids import PersonId, TalkMessageId, ThreadId
from domain.talk.threads import Speaker, Spoken, Standing, TalkCard, ThreadHead


@dataclass(eq=False)
class NothingSaid(Refused):
    """Neither words nor a file."""


@dataclass(eq=False)
class EditTooLate(Refused):
    """What was sent stays as it is after `minutes`."""

    minutes: int


@dataclass(eq=False)
class OnlyWatched(Refused):
    """A guardian reads what the own child and a teacher write, and answers neither."""


@dataclass(frozen=True, slots=True)
class Written:
    """`to`: whom it is for. `rings_at`: of the other readers those whom it does not ring now, with when it will.

    `later`: when the first of them hears, if nobody does now. Moments are as the school's clock shows them.
    """

    thread: ThreadId
    card: TalkCard
    to: tuple[Speaker, ...] = ()
    rings_at: Mapping[PersonId, datetime] = field(default_factory=dict)
    later: datetime | None = None


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """`spoken`: the oldest first. `owes`: the reader's party owes an answer. `before`: where the older page ends."""

    head: ThreadHead
    standing: Standing
    others: tuple[Speaker, ...]
    spoken: tuple[Spoken, ...]
    owes: bool
    before: TalkMessageId | None = None
