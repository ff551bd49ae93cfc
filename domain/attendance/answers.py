"""What a guardian says to the card of an unexplained absence (3.3.7)."""

from enum import StrEnum


class Answer(StrEnum):
    ILL = "ill"
    LATE = "late"
    KNOWN = "known"
    UNKNOWN = "unknown"
    """«не знал(а)!»: the child is not where the guardian believes."""
