"""Bells as the office writes them: each rule with a set of bells of its own."""

from sqlalchemy import delete, exists, insert, select

from domain.ids import BellRuleId
from domain.school.bells import BellRule
from storage.executor import Writer
from storage.sequences import next_ids
from storage.tables import school as t
from storage.topics import TIMETABLE


class BellRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, rule: BellRule) -> BellRuleId:
        (schedule,) = await next_ids(self._tx, t.bell_schedules, 1)
        await self._tx.run(insert(t.bell_schedules).values(id=schedule, name=_name(rule, schedule)))
        times = [
            {"schedule_id": schedule, "position": position, "starts_at": bell.starts, "ends_at": bell.ends}
            for position, bell in rule.times.items()
        ]
        await self._tx.run(insert(t.bell_times), times)
        about = {"grade_from": rule.grade_from, "grade_to": rule.grade_to, "weekday": rule.weekday}
        days = {"valid_from": rule.valid_from, "valid_until": rule.valid_until}
        self._tx.touch(TIMETABLE)
        return BellRuleId(await self._tx.add(insert(t.bell_rules).values(schedule_id=schedule, **about, **days)))

    async def remove(self, number: BellRuleId) -> bool:
        self._tx.touch(TIMETABLE)
        row = await self._tx.row(select(t.bell_rules.c.schedule_id).where(t.bell_rules.c.id == number))
        if row is None:
            return False
        await self._tx.run(delete(t.bell_rules).where(t.bell_rules.c.id == number))
        rung = exists().where(t.bell_rules.c.schedule_id == row.schedule_id)
        times, schedules = t.bell_times.c.schedule_id, t.bell_schedules.c.id
        await self._tx.run(delete(t.bell_times).where(times == row.schedule_id, ~rung))
        await self._tx.run(delete(t.bell_schedules).where(schedules == row.schedule_id, ~rung))
        return True


def _name(rule: BellRule, schedule: int) -> str:
    """For who reads the table; the number makes it the only one."""
    return f"{rule.grade_from}-{rule.grade_to} № {schedule}"
