"""What is done at which moment, and why then. Whether something is due the database says; a tick only asks."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from scheduler.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Moment:
    name: str
    trigger: BaseTrigger
    job: Callable[[], Awaitable[None]]
    why: str


def moments(jobs: Jobs, zone: tzinfo) -> Sequence[Moment]:
    """Local times of the school. Weekdays would be given by name: APScheduler's 0 is a Monday."""
    return (
        Moment(
            "digests",
            CronTrigger(second=0, timezone=zone),
            jobs.queue_digests,
            "each minute: people choose their hour, and one missed while the program was down is still due",
        ),
        Moment(
            "bells",
            CronTrigger(second=2, timezone=zone),
            jobs.ring_bells,
            "each minute: a lesson comes at its bell, and while it lasts where the program was down then",
        ),
        Moment(
            "lists",
            CronTrigger(month=9, day="1-6", hour="8-19", minute="*/10", second=5, timezone=zone),
            jobs.remind_of_lists,
            "from 1 to 6 September, each ten minutes: what was missed while the program was down is due still",
        ),
        Moment(
            "duties",
            CronTrigger(second=20, timezone=zone),
            jobs.tell_duties,
            "each minute: in the evening teachers read what is left, and see it shrink as it is filled in",
        ),
        Moment(
            "owed",
            CronTrigger(hour="8-11", minute="*/10", second=10, timezone=zone),
            jobs.remind_of_owed,
            "in the morning, each ten minutes: once a school day staff read how many threads wait for three days",
        ),
        Moment(
            "overview",
            CronTrigger(minute="*/10", second=20, timezone=zone),
            jobs.queue_overviews,
            "each ten minutes: the director's page has its weekday and hour, and one missed for two days comes still",
        ),
        Moment(
            "remarks",
            CronTrigger(hour=5, minute=10, timezone=zone),
            jobs.close_mended,
            "before the school day: what teachers have mended of remarks on their journals is closed without a tap",
        ),
        Moment(
            "seen",
            CronTrigger(second=30, timezone=zone),
            jobs.note_seen,
            "each minute: when accounts were last seen, and what they saw of others, is written in two statements",
        ),
        Moment(
            "overdue",
            CronTrigger(second=45, timezone=zone),
            jobs.end_overdue,
            "each minute: held absences that nobody decided on in time go by themselves, alarms that nobody took go on",
        ),
        Moment(
            "seal",
            CronTrigger(second=15, timezone=zone),
            jobs.seal_log,
            "each minute: the change log is chained by hashes before anyone could alter it unseen",
        ),
        Moment(
            "backup",
            CronTrigger(hour=2, minute=30, timezone=zone),
            jobs.back_up,
            "at night, when nobody writes: the copy is made and proved before the first lesson",
        ),
        Moment(
            "backup_missed",
            DateTrigger(),
            jobs.back_up_missed,
            "at each start: a night in which the program was down is made up for",
        ),
        Moment(
            "access",
            CronTrigger(hour=3, minute=40, timezone=zone),
            jobs.close_access,
            "at night: who has left the school is out the day after, staff not seen for long need a new code",
        ),
        Moment(
            "terms",
            CronTrigger(month=1, day=15, hour=10, timezone=zone),
            jobs.remind_of_terms,
            "once a year, after the holidays: terms of keeping end with the calendar year",
        ),
        Moment(
            "forget",
            CronTrigger(hour=3, minute=30, timezone=zone),
            jobs.forget_old,
            "at night, when nobody waits: handled updates and wrong codes are kept for a day",
        ),
    )
