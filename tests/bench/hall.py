"""A class as large as a school, because an announcement goes to one class, and the class teacher who writes to it."""

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from sqlalchemy import insert, select

from bot.demo_school.school import YEAR_START
from handlers.talk.announcing_buttons import SendAnnouncement
from storage.tables.roles import bindings, consents, guardianships, people
from storage.tables.school import class_teachers, classes, enrolments
from storage.transaction import Transaction
from tests.bench.load import Load
from tests.bench.school import CROWD, BenchSchool, binding, consents_of, guardianship, stranger

NAME = "11Я"
SEATED = 300_000
"""Numbers of the class's people begin here."""
TEXT = "Собрание родителей в актовом зале в четверг в 18:30"


@dataclass(frozen=True, slots=True)
class Hall:
    """A copy of the school with that class; `author` and `readers` are accounts beyond the school's own."""

    path: Path
    author: int
    readers: Sequence[int]

    def copy(self, path: Path) -> Path:
        return Path(shutil.copy(self.path, path))

    async def announce(self, load: Load) -> float:
        """The moment at which the author taps «Отправить», with the text looked at before."""
        phone = load.phone(self.author)
        await phone.write(f"/class {TEXT}")
        await phone.wait_for(TEXT)
        control = await phone.wait_for("Получат")
        data = (button.data or "" for row in control.buttons for button in row)
        [send] = [one for one in data if one.startswith(f"{SendAnnouncement.__prefix__}:")]
        await load.calls()
        began = time.monotonic()
        await phone.press_raw(control.id, send, wait=0)
        return began


async def hall(school: BenchSchool, path: Path, readers: int) -> Hall:
    """So many guardians, two of each pupil, each with an account and a consent."""
    file = school.file.copy(path)
    author, *accounts = range(school.accounts + 1, school.accounts + readers + 2)
    teacher, *persons = range(SEATED, SEATED + readers + 1)
    pupils = range(persons[-1] + 1, persons[-1] + 1 + readers // 2)
    async with file.writing() as tx:
        await tx.run(insert(people), [stranger(one) for one in (teacher, *persons, *pupils)])
        seated_in = await _class_of(tx, teacher)
        seats = [{"pupil_id": one, "class_id": seated_in, "from_day": YEAR_START} for one in pupils]
        await tx.run(insert(enrolments), seats)
        await tx.run(insert(guardianships), [guardianship(*pair) for pair in zip(persons, cycle(pupils))])
        bound = [binding(*pair, "guardian", file.starts) for pair in zip(accounts, persons, strict=True)]
        await tx.run(insert(bindings), [binding(author, teacher, "class_teacher", file.starts), *bound])
        await tx.run(insert(consents), consents_of(persons, file.starts))
    return Hall(path, author, accounts)


def most_accounts(school: BenchSchool) -> int:
    """Of the school, and of the largest hall."""
    return school.accounts + CROWD + 1


async def _class_of(tx: Transaction, teacher: int) -> int:
    year = select(classes.c.year_id).limit(1).scalar_subquery()
    named = {"year_id": year, "grade": 11, "name": NAME, "name_norm": NAME.casefold()}
    made = await tx.add(insert(classes).values(**named))
    leads = {"class_id": made, "person_id": teacher, "from_day": YEAR_START}
    await tx.run(insert(class_teachers), [leads])
    return made
