"""What becomes of a claimed row after an attempt."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.messaging.kinds import DeliveryState
from domain.messaging.outbox import Blocked, Claimed, Outcome, Refused, Result, Retry, Sent, Unknown

WAITS = (1, 2, 4, 8, 15, 30, 60)
"""Seconds after the first, second… attempt that surely failed; the last for all further ones."""
BEFORE_REPEAT = timedelta(seconds=30)
"""After an attempt whose outcome is unknown: time for the person to see the message if it did arrive."""


def result_of(row: Claimed, outcome: Outcome, said: str | None, now: datetime) -> Result:
    match outcome:
        case Sent(message_id, others):
            return Result(row, DeliveryState.SENT, message_id=message_id, others=others, said=said)
        case Retry(why, after, _):
            wait = after if after is not None else WAITS[min(row.attempts, len(WAITS)) - 1]
            return put_off(row, why, now + timedelta(seconds=wait))
        case Unknown(why, answered):
            return _after_unknown(row, why, answered, said, now)
        case Blocked(why):
            return Result(row, DeliveryState.UNDELIVERABLE, reason=why, account_lost=True)
        case Refused(why):
            return Result(row, DeliveryState.UNDELIVERABLE, reason=why)


def put_off(row: Claimed, why: str, until: datetime) -> Result:
    return Result(row, DeliveryState.WAITING, reason=why, not_before=until, said=row.said, doubtful=row.doubtful)


def rested(row: Claimed, until: datetime) -> Result:
    """Nothing was tried, so nothing is held up behind it: an alarm passes what waits for the morning."""
    return replace(put_off(row, "quiet hours", until), tried=False)


def _after_unknown(row: Claimed, why: str, answered: bool, said: str | None, now: datetime) -> Result:
    """An edit can be made again safely. A message gets one marked repeat, and a third attempt only if Telegram itself
    said that it failed: through an outage of Telegram's the repeats go on until the message is not worth sending.
    """
    if row.edits is not None or row.kind.is_edit:
        return put_off(row, why, now + timedelta(seconds=WAITS[min(row.attempts, len(WAITS)) - 1]))
    if row.doubtful and not answered:
        return Result(row, DeliveryState.UNDELIVERABLE, reason=f"unknown twice: {why}", said=said)
    wait = BEFORE_REPEAT * (2 if row.doubtful else 1)
    return Result(row, DeliveryState.WAITING, reason=why, not_before=now + wait, said=said, doubtful=True)
