"""What a message of a thread tells: a read model, as `contents.py` has the others."""

from dataclasses import dataclass

from domain.talk.threads import Side, TalkCard


@dataclass(frozen=True, slots=True)
class TalkNews:
    """With its moments as the school's clock shows them.

    `side`: in which capacity the reader hears; `watches`: they only see it; `answers`: they are of the party that is
    spoken to. `opened`: asked for by a tap, so the files wait for another.
    """

    card: TalkCard
    side: Side
    watches: bool = False
    answers: bool = True
    opened: bool = False
