"""Bells of classes at the turn of the year: they ring the same sets; those of the old classes stay for past days."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from domain.ids import ClassId
from domain.school.year_turn import OldBells, TurnPlan
from storage.tables import school as t


def rules_of_classes(own: Any) -> Any:
    """`own`: their numbers, as a query."""
    return select(t.bell_rules).where(t.bell_rules.c.class_id.in_(own)).order_by(t.bell_rules.c.id)


def old_bells(row: Any) -> OldBells:
    return OldBells(row.schedule_id, ClassId(row.class_id), row.weekday, row.valid_from, row.valid_until)


def new_bells(plan: TurnPlan, classes: Mapping[ClassId, int]) -> list[dict[str, Any]]:
    """Rows for the classes of the new year; `classes`: their numbers by those of the old ones."""
    return [
        {
            "schedule_id": one.schedule,
            "class_id": classes[one.class_id],
            "weekday": one.weekday,
            "valid_from": one.valid_from,
            "valid_until": one.valid_until,
        }
        for one in plan.bells
    ]
