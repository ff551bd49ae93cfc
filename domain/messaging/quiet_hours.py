"""Hours in which nothing rings: what comes up meanwhile is accepted, and delivered after them.

Of school time, as are the bells; decided anew at each delivery, so it holds whatever the clock did in between.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from domain.clock import SchoolTime
from domain.messaging.kinds import Kind

DAY = timedelta(days=1)


class Side(StrEnum):
    """In which capacity a person is written to: one who teaches and has a child here has both."""

    FAMILY = "family"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `starts` to `ends` of the next morning; the same time twice: none at all."""

    starts: time
    ends: time

    @property
    def none(self) -> bool:
        return self.starts == self.ends

    def hold(self, at: time) -> bool:
        if self.starts <= self.ends:
            return self.starts <= at < self.ends
        return at >= self.starts or at < self.ends


NEVER = QuietHours(time(0), time(0))
USUAL = {
    Side.FAMILY: QuietHours(time(21), time(7)),
    Side.STAFF: QuietHours(time(19), time(7, 30)),
}
"""For who chose none."""

PASSES = frozenset(
    {
        Kind.ALARM,
        Kind.ABSENCE_ALARM,
        Kind.ABSENCE_TAKEN,
        Kind.ALARM_TAKEN,
        Kind.ABSENCE_ANSWER,
        Kind.ABSENCE_CLOSED,
        Kind.ANNOUNCEMENT_STATUS,
        Kind.ANNOUNCEMENT_EDITED,
        Kind.TALK_EDITED,
        Kind.HOLD_CHANGED,
        Kind.BINDING_TOLD,
    }
)
"""A child who is looked for, an answer to what was asked, a new phone; changes of messages that stand do not ring."""

TO_STAFF = frozenset(
    {
        Kind.ALARM,
        Kind.ABSENCE_ALARM,
        Kind.ALARM_TAKEN,
        Kind.ABSENCE_ANSWER,
        Kind.ABSENCE_NOTE,
        Kind.ANNOUNCEMENT_STATUS,
        Kind.NOTICE,
        Kind.LESSON_BELL,
        Kind.LESSON_CHANGED,
        Kind.MARK_TOUCHED,
        Kind.MARK_REQUEST,
        Kind.MARK_REQUEST_TOLD,
        Kind.MOVEMENT,
        Kind.MOVEMENT_TOLD,
    }
)
"""Questions about held messages are not of them: they come as long as those messages would. Nor are those about
guardians' accounts: parents' meetings are in the evening."""


def side_of(kind: Kind) -> Side:
    return Side.STAFF if kind in TO_STAFF else Side.FAMILY


def quiet_until(kind: Kind, chosen: QuietHours | None, now: datetime, school_time: SchoolTime) -> datetime | None:
    """When a message of this kind may ring after all; None: at once."""
    hours = chosen or USUAL[side_of(kind)]
    local = school_time.local(now)
    if kind in PASSES or not hours.hold(local.time()):
        return None
    today = school_time.instant(local.date(), hours.ends)
    return today if today > now else school_time.instant(local.date() + DAY, hours.ends)
