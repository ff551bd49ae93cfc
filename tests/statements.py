"""Counting SQL statements, and the known cast grown: many more pupils, guardians, marks and homework.

with counted(database) as asked:
    await grading.put(...)
assert asked.statements == 7
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from storage.database import Database
from storage.tables import journal, roles
from storage.tables import school as t
from storage.topics import ACCESS, CONSENTS, LISTS, TIMETABLE
from tests import school

FIRST = 10_000
"""Ids of the grown begin here."""
OLDER_LESSONS = 30
"""Lessons of earlier days in the journal, with a mark of every pupil at each."""


@dataclass
class Asked:
    statements: int = 0


@contextmanager
def counted(database: Database) -> Iterator[Asked]:
    asked, before = Asked(), database.statements
    yield asked
    asked.statements = database.statements - before


async def grow(database: Database, times: int = 10) -> None:
    """To `times` as many pupils in each class; each of the new has two guardians who have come in and agreed."""
    seats = {FIRST + n: school_class for n, school_class in enumerate(list(school.SEATS.values()) * (times - 1))}
    guardians = {guardian: pupil for pupil in seats for guardian in (pupil + FIRST, pupil + 2 * FIRST)}
    async with database.begin() as tx:
        for table, rows in (*_people_rows(seats, guardians), *_journal_rows(list(seats))):
            await tx.run(insert(table), rows)
        for topic in (LISTS, TIMETABLE, ACCESS, CONSENTS):
            tx.touch(topic)


def _people_rows(seats: dict[int, Any], guardians: dict[int, int]) -> list[tuple[Any, list[dict[str, Any]]]]:
    everyone = (*seats, *guardians)
    names = {"surname": "Многих", "given": "Один", "name_norm": "многих один", "created_at": school.STARTED}
    start = school.TUESDAY.replace(month=9, day=1)
    return [
        (roles.people, [{"id": one, **names} for one in everyone]),
        (t.enrolments, [{"pupil_id": p, "class_id": c, "from_day": start} for p, c in seats.items()]),
        (roles.guardianships, [{"guardian_id": g, "pupil_id": p, "relation": "other"} for g, p in guardians.items()]),
        (roles.bindings, [_binding(one, "guardian") for one in guardians] + [_binding(one, "pupil") for one in seats]),
        (
            roles.consents,
            [{"person_id": one, "version": 1, "accepted": True, "at": school.STARTED} for one in guardians],
        ),
    ]


def _binding(person: int, role: str) -> dict[str, Any]:
    return {"telegram_id": FIRST + person, "person_id": person, "roles": [role], **school.BOUND}


def _journal_rows(pupils: list[int]) -> list[tuple[Any, list[dict[str, Any]]]]:
    days = [school.TUESDAY - timedelta(days=7 * n) for n in range(1, OLDER_LESSONS + 1)]
    about = {"position": 1, "subject_id": school.ALGEBRA, "teacher_id": school.ALGEBRA_TEACHER}
    by = {"set_by": school.ALGEBRA_TEACHER, "set_at": school.STARTED}
    mark = {"subject_id": school.ALGEBRA, "kind_id": 1, "value": "4", **by}
    task = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "text": "№ 5", **by}
    lessons = [{"id": FIRST + n, "entry_id": school.entry_of(0), "day": day, **about} for n, day in enumerate(days)]
    return [
        (journal.lessons, lessons),
        (
            journal.marks,
            [
                {"lesson_id": lesson["id"], "pupil_id": pupil, "day": lesson["day"], **mark}
                for lesson in lessons
                for pupil in (school.IVANOV, *pupils)
            ],
        ),
        (journal.homework, [{"due_day": school.TUESDAY + timedelta(days=n % 7), **task} for n in range(60)]),
    ]
