"""The demo school as the benchmark needs it: who has which account, and two classes in the middle of a lesson."""

import shutil
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import delete, insert

from bot.demo_school.school import YEAR_START, DemoClass, DemoLesson, DemoSchool, make_school
from bot.demo_school.seed import SEED, seed_demo
from bot.demo_stage import demo_start
from bot.system_clock import MovableClock
from domain.roles.consent import CONSENT_VERSION
from domain.roles.names import norm
from storage.database import Database
from storage.schema import migrate
from storage.tables.attendance import attendance
from storage.tables.roles import bindings, consents, guardianships, people
from storage.tables.school import enrolments
from storage.transaction import Transaction

Row = dict[str, Any]
FULL_CLASS = 30
CROWD = 1000
PER_PERSON = 6
"""Accounts of each of the crowd, so that every repeat is of users whom the bot has not seen yet."""
STRANGERS = 100_000
"""Numbers of people whom the benchmark adds to the demo school begin here."""


@dataclass(frozen=True, slots=True)
class DemoFile:
    """The demo school in a database, with nobody bound; `starts`: ten minutes into 7А's algebra."""

    path: Path
    demo: DemoSchool
    starts: datetime

    def copy(self, path: Path) -> "DemoFile":
        shutil.copy(self.path, path)
        return DemoFile(path, self.demo, self.starts)

    @property
    def url(self) -> str:
        return f"sqlite:///{self.path}"

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        async with self.opened() as database, database.begin() as tx:
            yield tx

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Database]:
        database = Database.open(self.url, MovableClock(self.starts))
        try:
            yield database
        finally:
            await database.close()


async def demo_file(path: Path) -> DemoFile:
    demo = make_school(SEED)
    starts, ended = demo_start(demo)
    made = DemoFile(path, demo, starts)
    await migrate(made.url)
    async with made.opened() as database:
        await seed_demo(database, starts.date(), ended)
    return made


@dataclass(frozen=True, slots=True)
class BenchSchool:
    """`full`: the account of 7А's teacher, whose thirty pupils have two guardians each; `first`: another teacher's.

    No deputy has come in, so nobody is asked whether thirty absences at once are meant (docs/decisions/0009).

    `crowds`: accounts of a thousand pupils and guardians, each time other accounts of the same people.
    """

    file: DemoFile
    full: int
    first: int
    crowds: Sequence[Sequence[int]]

    @property
    def accounts(self) -> int:
        return max(self.crowds[-1])


async def bench_school(file: DemoFile) -> BenchSchool:
    """Puts everyone who takes part into `file`'s database, with accounts from 1 on."""
    async with file.writing() as tx:
        gathering = _Gathering(file, tx)
        return await gathering.gather()


class _Gathering:
    def __init__(self, file: DemoFile, tx: Transaction) -> None:
        self._file = file
        self._demo = file.demo
        self._tx = tx
        self._accounts = count(1)
        self._strangers = count(STRANGERS)

    async def gather(self) -> BenchSchool:
        full, first = self._lessons()
        teachers = [await self._bind([lesson.teacher], "teacher") for lesson in (full, first)]
        parents = [await self._fill(self._class(lesson)) for lesson in (full, first)]
        for family in parents:
            await self._bind(family, "guardian")
        pupils, guardians = self._crowd([self._class(full), self._class(first)])
        crowds = [
            [*await self._bind(guardians, "guardian"), *await self._bind(pupils, "pupil")] for _ in range(PER_PERSON)
        ]
        given = consents_of([*parents[0], *parents[1], *guardians], self._file.starts)
        await self._tx.run(insert(consents), given)
        return BenchSchool(self._file, teachers[0][0], teachers[1][0], crowds)

    def _lessons(self) -> tuple[DemoLesson, DemoLesson]:
        """7А's algebra, and another class's whole lesson in the same hour, with no family in both."""
        seventh = next(c for c in self._demo.classes if c.name == "7А")
        day = self._file.starts.isoweekday()
        full = next(
            lesson
            for lesson in self._demo.lessons
            if (lesson.class_id, lesson.subject.key, lesson.slot[0]) == (seventh.id, "alg", day)
        )
        meanwhile = [one for one in self._demo.lessons if one.slot == full.slot and not one.group]
        own = self._guardians(seventh)
        first = next(one for one in meanwhile if one != full and own.isdisjoint(self._guardians(self._class(one))))
        return full, first

    def _class(self, lesson: DemoLesson) -> DemoClass:
        return next(c for c in self._demo.classes if c.id == lesson.class_id)

    def _guardians(self, *classes: DemoClass) -> set[int]:
        pupils = {pupil for school_class in classes for pupil in school_class.pupils}
        return {guardian for guardian, pupil, _ in self._demo.guardians if pupil in pupils}

    async def _fill(self, school_class: DemoClass) -> list[int]:
        """Makes it thirty pupils with two guardians each, and gives these guardians; a third one has no account."""
        newcomers = [next(self._strangers) for _ in range(FULL_CLASS - len(school_class.pupils))]
        await self._tx.run(insert(people), [stranger(number) for number in newcomers])
        seats = [{"pupil_id": p, "class_id": school_class.id, "from_day": YEAR_START} for p in newcomers]
        await self._tx.run(insert(enrolments), seats)
        await self._forget_the_morning(school_class)
        parents = {
            pupil: [g for g, p, _ in self._demo.guardians if p == pupil][:2]
            for pupil in (*school_class.pupils, *newcomers)
        }
        added = [(next(self._strangers), pupil) for pupil, known in parents.items() for _ in range(2 - len(known))]
        await self._tx.run(insert(people), [stranger(guardian) for guardian, _ in added])
        await self._tx.run(insert(guardianships), [guardianship(*pair) for pair in added])
        return [*(guardian for known in parents.values() for guardian in known), *(guardian for guardian, _ in added)]

    async def _forget_the_morning(self, school_class: DemoClass) -> None:
        """Of who was away before, nobody would be told again."""
        today = self._file.starts.date()
        noted = delete(attendance).where(attendance.c.day == today, attendance.c.pupil_id.in_(school_class.pupils))
        await self._tx.run(noted)

    def _crowd(self, without: Sequence[DemoClass]) -> tuple[list[int], list[int]]:
        """A thousand pupils and guardians who have to do with neither class."""
        pupils = {pupil for c in self._demo.classes if c not in without for pupil in c.pupils}
        guardians = {guardian for guardian, _, _ in self._demo.guardians} - self._guardians(*without)
        chosen = Random(SEED).sample(sorted(pupils | guardians), CROWD)
        return [one for one in chosen if one in pupils], [one for one in chosen if one not in pupils]

    async def _bind(self, persons: Iterable[int], role: str) -> list[int]:
        """An account for each."""
        rows = [binding(next(self._accounts), person, role, self._file.starts) for person in persons]
        await self._tx.run(insert(bindings), rows)
        return [row["telegram_id"] for row in rows]


def stranger(number: int) -> Row:
    """A person whom the demo school does not have."""
    name = {"surname": f"Новенький {number}", "given": "Саша"}
    return {"id": number, **name, "name_norm": norm(f"новенький {number} саша"), "created_at": datetime.now(UTC)}


def guardianship(guardian: int, pupil: int) -> Row:
    return {"guardian_id": guardian, "pupil_id": pupil, "relation": "guardian"}


def binding(account: int, person: int, role: str, at: datetime) -> Row:
    return {"telegram_id": account, "person_id": person, "roles": [role], "bound_at": at, "confirmed_at": at}


def consents_of(guardians: Iterable[int], at: datetime) -> list[Row]:
    return [{"person_id": one, "version": CONSENT_VERSION, "accepted": True, "at": at} for one in guardians]
