"""What staff hear of their threads beside what is said in them: read models, as `contents.py` has the others."""

from dataclasses import dataclass

from domain.talk.handovers import Handover


@dataclass(frozen=True, slots=True)
class HandoverNews:
    """`gives`: the reader is whose threads they are; else who answers them."""

    handover: Handover
    gives: bool


@dataclass(frozen=True, slots=True)
class OwedNews:
    """So many threads wait for an answer of the reader's for three days and longer."""

    threads: int
