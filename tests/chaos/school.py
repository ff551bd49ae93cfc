"""The school of a round: the known cast, four more classes in their first lesson, newcomers with one-time codes."""

import asyncio
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from domain.ids import PersonId
from domain.roles.codes import CodeHasher, new_code
from domain.roles.names import norm
from domain.school.class_names import class_norm
from storage.database import Database
from storage.schema import migrate
from storage.tables import roles
from storage.tables import school as t
from tests import school
from tests.chaos.processes import CODE_KEY
from tests.clock import SetClock

Row = dict[str, Any]
CLASSES = ("8А", "8Б", "8В", "8Г")
PUPILS = 12
"""Of each class: a page of the roll call holds them all."""
NEWCOMERS = 6
FIRST_CLASS, FIRST_ENTRY = 51, 501
TEACHERS, PUPIL, GUARDIAN, NEWCOMER, CROWD = 31, 300, 400, 600, 1000
"""Numbers of people from which on: the classes' teachers, their pupils, guardians (two each), newcomers, the crowd."""
USERS = 3100


@dataclass(frozen=True, slots=True)
class Child:
    person: int
    guardians: tuple[int, int]

    @property
    def label(self) -> str:
        """As the lesson's buttons name the pupil."""
        return f"Школьник{self.person} Саша{self.person}"

    @property
    def sign(self) -> str:
        """Stands in every message about this child and in no other."""
        return f"{self.person}"


@dataclass(frozen=True, slots=True)
class Class:
    name: str
    teacher: int
    children: tuple[Child, ...]


@dataclass(frozen=True)
class ChaosSchool:
    """`file` is copied for each round. `codes`: of newcomers, by their accounts. `crowd`: guardians of one of 7А's."""

    file: Path
    classes: Sequence[Class]
    codes: dict[int, str]
    crowd: Sequence[int]

    def copy(self, folder: Path) -> Path:
        return Path(shutil.copy(self.file, folder / "zvonok.db"))

    @cached_property
    def guardians(self) -> set[int]:
        return {one for c in self.classes for child in c.children for one in child.guardians}


def account(person: int) -> int:
    """The person's Telegram account."""
    return school.telegram_id(PersonId(person))


def found(file: Path, crowd: int = 0) -> ChaosSchool:
    """On a loop of its own: a test's loop is left alone."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _found(file, crowd)).result()


async def _found(file: Path, crowd: int) -> ChaosSchool:
    classes = tuple(_class(number, name) for number, name in enumerate(CLASSES))
    codes = {account(NEWCOMER + n): new_code() for n in range(NEWCOMERS)}
    made = ChaosSchool(file, classes, codes, [CROWD + n for n in range(crowd)])
    url = f"sqlite:///{file}"
    await migrate(url)
    database = Database.open(url, SetClock(school.STARTED))
    try:
        await school.found(database)
        async with database.begin() as tx:
            for table, rows in _rows(made):
                await tx.run(insert(table), rows)
    finally:
        await database.close()
    return made


def _class(number: int, name: str) -> Class:
    persons = range(PUPIL + number * PUPILS, PUPIL + (number + 1) * PUPILS)
    children = tuple(Child(one, (GUARDIAN + 2 * (one - PUPIL), GUARDIAN + 2 * (one - PUPIL) + 1)) for one in persons)
    return Class(name, TEACHERS + number, children)


def _rows(made: ChaosSchool) -> list[tuple[Any, list[Row]]]:
    return [*_people(made), *_lessons(made), *_codes(made), *_crowd(made)]


def _people(made: ChaosSchool) -> list[tuple[Any, list[Row]]]:
    children = [child for c in made.classes for child in c.children]
    teachers = [c.teacher for c in made.classes]
    newcomers = [NEWCOMER + n for n in range(NEWCOMERS)]
    named = [_person(child.person, f"Школьник{child.person}", f"Саша{child.person}") for child in children]
    named += [_person(one, f"Взрослый{one}", "Женя") for one in (*teachers, *newcomers, *made.guardians)]
    kin = [(guardian, child.person) for child in children for guardian in child.guardians]
    kin += [(one, school.SIDOROV) for one in newcomers]
    return [
        (roles.people, named),
        (roles.role_grants, [_grant(one) for one in teachers]),
        (roles.guardianships, [{"guardian_id": g, "pupil_id": p, "relation": "guardian"} for g, p in kin]),
        (
            roles.bindings,
            [*(_bound(one, "teacher") for one in teachers), *(_bound(g, "guardian") for g in made.guardians)],
        ),
        (roles.consents, [_consent(one) for one in (*made.guardians, *newcomers)]),
    ]


def _crowd(made: ChaosSchool) -> list[tuple[Any, list[Row]]]:
    if not made.crowd:
        return []
    return [
        (roles.people, [_person(one, f"Взрослый{one}", "Женя") for one in made.crowd]),
        (roles.guardianships, [_kin(one, school.IVANOV) for one in made.crowd]),
        (roles.bindings, [_bound(one, "guardian") for one in made.crowd]),
        (roles.consents, [_consent(one) for one in made.crowd]),
    ]


def _lessons(made: ChaosSchool) -> list[tuple[Any, list[Row]]]:
    """Algebra, the first lesson of every day of the week."""
    start = school.STARTED.date() + timedelta(days=7)
    numbered = list(enumerate(made.classes))
    entries = [
        (FIRST_ENTRY + 5 * n + day, FIRST_CLASS + n, c.teacher, day + 1) for n, c in numbered for day in range(5)
    ]
    return [
        (t.classes, [_class_row(FIRST_CLASS + n, c.name) for n, c in numbered]),
        (t.enrolments, [_seat(child.person, FIRST_CLASS + n, start) for n, c in numbered for child in c.children]),
        (t.timetable_entries, [_entry(entry, weekday, start) for entry, _, _, weekday in entries]),
        (t.timetable_entry_classes, [{"entry_id": e, "class_id": c, "group_id": None} for e, c, _, _ in entries]),
        (t.timetable_entry_teachers, [{"entry_id": e, "teacher_id": teacher} for e, _, teacher, _ in entries]),
    ]


def _codes(made: ChaosSchool) -> list[tuple[Any, list[Row]]]:
    hasher = CodeHasher(CODE_KEY.encode())
    until = school.MORNING + timedelta(days=30)
    issued = [
        {
            "code_hash": hasher(code),
            "person_id": NEWCOMER + n,
            "roles": ["guardian"],
            "issued_at": school.STARTED,
            "expires_at": until,
        }
        for n, code in enumerate(made.codes.values())
    ]
    return [(roles.access_codes, issued)]


def _person(number: int, surname: str, given: str) -> Row:
    named = {"id": number, "surname": surname, "given": given, "patronymic": None}
    return {**named, "name_norm": norm(f"{surname} {given}"), "created_at": school.STARTED}


def _kin(guardian: int, pupil: int) -> Row:
    return {"guardian_id": guardian, "pupil_id": pupil, "relation": "guardian"}


def _grant(person: int) -> Row:
    return {"person_id": person, "role": "teacher", "granted_at": school.STARTED}


def _bound(person: int, role: str) -> Row:
    return {"telegram_id": account(person), "person_id": person, "roles": [role], **school.BOUND}


def _consent(person: int) -> Row:
    return {"person_id": person, "version": 1, "accepted": True, "at": school.STARTED}


def _class_row(number: int, name: str) -> Row:
    return {"id": number, "year_id": 1, "grade": 8, "name": name, "name_norm": class_norm(name)}


def _seat(pupil: int, class_id: int, start: Any) -> Row:
    return {"pupil_id": pupil, "class_id": class_id, "from_day": start}


def _entry(entry: int, weekday: int, start: Any) -> Row:
    about = {"position": 1, "subject_id": school.ALGEBRA, "room": None}
    return {"id": entry, "valid_from": start, "weekday": weekday, **about}
