"""Bells as the office writes them: rules that are entered together share their set of bells."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, exists, insert, select

from domain.ids import BellRuleId
from domain.school.bells import Bell, BellRule
from storage.executor import Writer
from storage.sequences import next_ids
from storage.tables import school as t
from storage.topics import TIMETABLE


class BellRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, rules: Sequence[BellRule]) -> Sequence[BellRuleId]:
        self._tx.touch(TIMETABLE)
        sets: dict[tuple[tuple[int, Bell], ...], BellRule] = {}
        for rule in rules:
            sets.setdefault(_key(rule.times), rule)
        schedules = dict(zip(sets, await next_ids(self._tx, t.bell_schedules, len(sets)), strict=True))
        ids = await next_ids(self._tx, t.bell_rules, len(rules))
        names = [{"id": schedule, "name": _name(sets[key], schedule)} for key, schedule in schedules.items()]
        await self._tx.run(insert(t.bell_schedules), names)
        times = [
            {"schedule_id": schedule, "position": position, "starts_at": bell.starts, "ends_at": bell.ends}
            for key, schedule in schedules.items()
            for position, bell in key
        ]
        await self._tx.run(insert(t.bell_times), times)
        about = [_row(rule) | {"schedule_id": schedules[_key(rule.times)]} for rule in rules]
        await self._tx.run(insert(t.bell_rules), [{"id": n, **row} for n, row in zip(ids, about, strict=True)])
        return [BellRuleId(one) for one in ids]

    async def remove(self, numbers: Collection[BellRuleId]) -> bool:
        self._tx.touch(TIMETABLE)
        among = t.bell_rules.c.id.in_(numbers)
        rows = await self._tx.rows(select(t.bell_rules.c.schedule_id).where(among))
        if len(rows) < len(numbers):
            return False
        gone = {row.schedule_id for row in rows}
        await self._tx.run(delete(t.bell_rules).where(among))
        times, schedules = t.bell_times.c.schedule_id, t.bell_schedules.c.id
        for table, of in ((t.bell_times, times), (t.bell_schedules, schedules)):
            rung = exists().where(t.bell_rules.c.schedule_id == of)
            await self._tx.run(delete(table).where(of.in_(gone), ~rung))
        return True


def _key(times: Mapping[int, Bell]) -> tuple[tuple[int, Bell], ...]:
    return tuple(times.items())


def _row(rule: BellRule) -> dict[str, object]:
    about = {"grade_from": rule.grade_from, "grade_to": rule.grade_to, "class_id": rule.class_id}
    days = {"weekday": rule.weekday, "valid_from": rule.valid_from, "valid_until": rule.valid_until}
    return {**about, **days}


def _name(rule: BellRule, schedule: int) -> str:
    """For who reads the table; the number makes it the only one."""
    return f"{rule.class_name or f'{rule.grade_from}-{rule.grade_to}'} № {schedule}"
