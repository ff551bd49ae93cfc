"""Algebra of 7А kept without a gap since the beginning of the term, but where a test leaves one."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert

from storage.database import Database
from storage.tables.journal import homework, lesson_classes, lessons
from storage.topics import TIMETABLE
from tests import school

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 23)
HOLIDAY = date(2026, 11, 4)
DAYS = [
    day
    for day in (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    if day.isoweekday() <= 5 and day != HOLIDAY
]
FIRST_ID = 50_000


def at(day: date, hour: int = 10) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=school.ZONE)


def lesson_of(day: date) -> int:
    """The row's id."""
    return FIRST_ID + DAYS.index(day)


async def kept(
    database: Database,
    topics: Collection[date] = (),
    roll_calls: Collection[date] = (),
    at_home: Collection[date] = (),
    late: Collection[date] = (),
    works: Collection[date] = (),
) -> None:
    """Days that lack a topic, a roll call, homework; whose homework came late; on which a written work was held."""
    rows = [_lesson(day, topics, roll_calls, works) for day in DAYS]
    following = dict(zip(DAYS, [*DAYS[1:], school.TUESDAY], strict=True))
    given = [_homework(day, following[day], day in late) for day in DAYS if day not in at_home]
    async with database.begin() as tx:
        await tx.run(insert(lessons), rows)
        await tx.run(insert(lesson_classes), [{"lesson_id": row["id"], "class_id": school.CLASS_7A} for row in rows])
        await tx.run(insert(homework), given)
        tx.touch(TIMETABLE)


def _lesson(
    day: date, topics: Collection[date], roll_calls: Collection[date], works: Collection[date]
) -> dict[str, Any]:
    topic = None if day in topics else "Контрольная работа" if day in works else "Степени"
    return {
        "id": lesson_of(day),
        "entry_id": school.entry_of(0, day.isoweekday()),
        "day": day,
        "position": 1,
        "subject_id": school.ALGEBRA,
        "teacher_id": school.ALGEBRA_TEACHER,
        "topic": topic,
        "topic_set_at": at(day) if topic else None,
        "roll_call_closed_at": None if day in roll_calls else at(day),
        "roll_call_closed_by": None if day in roll_calls else school.ALGEBRA_TEACHER,
    }


def _homework(day: date, due: date, late: bool) -> dict[str, Any]:
    return {
        "subject_id": school.ALGEBRA,
        "class_id": school.CLASS_7A,
        "due_day": due,
        "text": "№ 5",
        "set_by": school.ALGEBRA_TEACHER,
        "set_at": at(day, 20 if late else 11),
    }
