"""Questions to many, and gatherings: of what kind, and whose answer counts."""

from enum import StrEnum


class PollKind(StrEnum):
    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    """Money is only counted, never taken."""
    SLOT = "slot"
    """A time for a talk: each is taken once."""


class Per(StrEnum):
    CHILD = "child"
    """One guardian's answer is the child's; a later one takes its place."""
    PERSON = "person"
