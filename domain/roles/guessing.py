"""Slowing down those who guess codes.

50 bits make a guess hopeless; this keeps it from being tried, and an innocent finger from being locked out for long.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE_TRIES = 5
WINDOW = timedelta(minutes=15)
REMEMBERED = timedelta(days=1)
ALARM_TRIES = 60
"""Wrong codes over the whole bot within `ALARM_WINDOW` at which administrators hear and each account has one try."""
ALARM_WINDOW = timedelta(minutes=10)
LONGEST = timedelta(days=1)


def shut_out(wrong: Sequence[datetime], everyones: int, now: datetime) -> bool:
    """Whether an account's codes are answered «не подходит» unseen.

    `wrong`: when this account's wrong codes of the last day came; `everyones`: wrong codes of all within the alarm's
    window. After five within 15 minutes (they are not counted while shut out): for 15 minutes, doubled with each five
    more of the day, at most a day.
    """
    recent = sorted(moment for moment in wrong if moment > now - REMEMBERED)
    free = FREE_TRIES if everyones < ALARM_TRIES else 1
    if not recent or len(recent) % free:
        return False
    burst = recent[-free:]
    shut_for = min(WINDOW * 2 ** (len(recent) // free - 1), LONGEST)
    return burst[-1] - burst[0] < WINDOW and now < burst[-1] + shut_for
