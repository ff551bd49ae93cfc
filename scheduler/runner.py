"""APScheduler, as the keeper of a few ticks in memory."""

from collections.abc import Sequence

import structlog
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.timetable import Moment

log = structlog.get_logger()


class Runner:
    """`start()` within a running loop, `stop()` before the database closes.

    A tick that comes late is done late, and once (the default drops it after a second).
    """

    def __init__(self, moments: Sequence[Moment]) -> None:
        self._scheduler = AsyncIOScheduler(job_defaults={"misfire_grace_time": None, "coalesce": True})
        for moment in moments:
            self._scheduler.add_job(moment.job, moment.trigger, id=moment.name, max_instances=1)
        self._scheduler.add_listener(_failed, EVENT_JOB_ERROR)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)


def _failed(event: JobExecutionEvent) -> None:
    log.error("moment_failed", moment=event.job_id, error=type(event.exception).__name__)
