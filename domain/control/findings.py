"""What a look through a journal can find, and what becomes of a remark about it (3.6.2)."""

from enum import StrEnum


class Finding(StrEnum):
    """What the program can see for itself, but for the last."""

    ATTENDANCE = "attendance"
    TOPIC = "topic"
    HOMEWORK = "homework"
    LATE_HOMEWORK = "late_homework"
    WRITTEN_WORK = "written_work"
    """A written work whose marks are not there in time."""
    FEW_MARKS = "few_marks"
    """Pupils with fewer marks than a term's attestation needs by now (накопляемость)."""
    PLAN_BEHIND = "plan_behind"
    OTHER = "other"
    """In the deputy's own words: only they can say that it is mended."""


class RemarkState(StrEnum):
    OPEN = "open"
    FIXED = "fixed"
    """The teacher says so; the program cannot see it, so the deputy closes it."""
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
