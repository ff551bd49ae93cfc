"""How much homework classes have on each day: sums by day, for the load by weekday."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import exists, func, select

from domain.control.load_by_weekday import DueHomework
from domain.ids import ClassId, GroupId
from storage.executor import Reader
from storage.tables.journal import homework, homework_pupils


class HomeworkLoadReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def due(self, first: date, last: date, classes: Collection[ClassId]) -> Sequence[DueHomework]:
        rows = await self._reader.rows(_due(first, last).where(homework.c.class_id.in_(classes)))
        return [
            DueHomework(
                ClassId(row.class_id),
                GroupId(row.group_id) if row.group_id is not None else None,
                row.due_day,
                row.tasks,
                row.estimated,
                int(row.minutes or 0),
            )
            for row in rows
        ]


def _due(first: date, last: date) -> Any:
    for_some = exists().where(homework_pupils.c.homework_id == homework.c.id)
    return (
        select(homework.c.class_id, homework.c.group_id, homework.c.due_day)
        .add_columns(func.count().label("tasks"), func.count(homework.c.minutes).label("estimated"))
        .add_columns(func.sum(homework.c.minutes).label("minutes"))
        .where(homework.c.due_day.between(first, last), homework.c.cancelled_at.is_(None), ~for_some)
        .where(homework.c.none_set.is_(False))
        .group_by(homework.c.class_id, homework.c.group_id, homework.c.due_day)
    )
