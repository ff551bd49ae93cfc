"""Hours in which nothing rings: what comes up meanwhile is accepted, and delivered after them.

Of school time, as are the bells; decided anew at each delivery, so it holds whatever the clock did in between.
For staff they are what is left of the day around the working hours, and Sundays belong to nobody's work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.clock import SchoolTime
from domain.messaging.kinds import Kind
from domain.talk.threads import Side

DAY = timedelta(days=1)
SUNDAY = 6


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
        Kind.DUTIES_EDITED,
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
        Kind.TALK_TOLD,
        Kind.DUTIES,
        Kind.DUTIES_EDITED,
        Kind.DUTY_REMINDED,
        Kind.INSPECTION,
        Kind.INSPECTION_TOLD,
        Kind.OVERVIEW,
    }
)
"""Unless the row says otherwise (`side_of_row`). Questions about held messages are not of them: they come as long as
those messages would. Nor are those about guardians' accounts: parents' meetings are in the evening."""
WORK = frozenset(
    {
        Kind.TALK,
        Kind.TALK_TOLD,
        Kind.ANNOUNCEMENT,
        Kind.DUTIES,
        Kind.DUTY_REMINDED,
        Kind.INSPECTION,
        Kind.INSPECTION_TOLD,
    }
)
"""What reaches staff on Sundays only if they chose to have no quiet hours at all."""


def side_of(kind: Kind) -> Side:
    return Side.STAFF if kind in TO_STAFF else Side.FAMILY


def side_of_row(kind: Kind, body: Mapping[str, Any]) -> Side:
    """Rows of talk and of announcements say in which capacity their reader is written to (`side`)."""
    return Side(body["side"]) if "side" in body else side_of(kind)


def quiet_until(
    kind: Kind, chosen: QuietHours | None, now: datetime, school_time: SchoolTime, body: Mapping[str, Any] | None = None
) -> datetime | None:
    """When a message of this kind may ring after all; None: at once. `body`: of its row, which may say `urgent`."""
    said = body or {}
    if kind in PASSES or said.get("urgent"):
        return None
    side = side_of_row(kind, said)
    return rest_until(side, chosen, now, school_time, sundays=side is Side.STAFF and kind in WORK)


def rest_until(
    side: Side, chosen: QuietHours | None, now: datetime, school_time: SchoolTime, *, sundays: bool
) -> datetime | None:
    """The end of the hours in which nothing rings; None: it rings now. `sundays`: nor on any hour of a Sunday.

    Whoever chose to have no quiet hours has no quiet Sundays.
    """
    hours = chosen or USUAL[side]
    local = school_time.local(now)
    rests = sundays and not hours.none and local.weekday() == SUNDAY
    if not (rests or hours.hold(local.time())):
        return None
    day = local.date()
    if rests:
        return _morning(hours, day + DAY, school_time)
    today = school_time.instant(day, hours.ends)
    ends = day if today > now else day + DAY
    if sundays and ends.weekday() == SUNDAY:
        return _morning(hours, ends + DAY, school_time)
    return school_time.instant(ends, hours.ends)


def _morning(hours: QuietHours, day: date, school_time: SchoolTime) -> datetime:
    """The first moment of that day at which it may ring."""
    return school_time.instant(day, hours.ends if hours.hold(time(0)) else time(0))
