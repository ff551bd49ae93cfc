"""Bringing a file, applying it and taking it back cost as many statements for sixty families as for two."""

import csv
import io

from bot.services import Wiring
from storage.database import Database
from tests import school
from tests.statements import counted
from tests.storage.statement_cases import wired
from tests.storage.test_list_import import _everything
from tests.stories.bringing import looked_at

SECRETARY = school.actor(school.SECRETARY)
HEADINGS = ("Класс", "ФИО", "Дата рождения", "Номер", "Мать", "Группа: Английский язык")
FEW, MANY = 2, 60


def _lists(name: str, pupils: int) -> bytes:
    letters = "абвгдежзик"
    surnames = [f"Птицын{name[1].lower()}{letters[n // 10]}{letters[n % 10]}" for n in range(pupils)]
    rows = [
        (name, f"{one} Лев Олегович", "17.05.2012", one, f"{one}а Ия Львовна", f"{n % 2 + 1}")
        for n, one in enumerate(surnames)
    ]
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADINGS, *rows])
    return text.getvalue().encode()


async def _counts(wiring: Wiring, name: str, pupils: int) -> list[int]:
    bringing, database, counts = wiring.services().bringing, wiring.database, []
    with counted(database) as asked:
        looked = await looked_at(bringing, SECRETARY, "список.csv", _lists(name, pupils))
    counts.append(asked.statements)
    with counted(database) as asked:
        assert (await bringing.apply(SECRETARY, looked.file)).report.written
    counts.append(asked.statements)
    with counted(database) as asked:
        assert not (await bringing.undo(SECRETARY, looked.file)).refused
    return [*counts, asked.statements]


async def test_the_number_of_statements_does_not_grow_with_the_file(database: Database) -> None:
    wiring = wired(database)
    few = await _counts(wiring, "8А", FEW)
    assert await _counts(wiring, "8Б", MANY) == few


async def test_taking_a_class_out_costs_the_same_for_any_school(database: Database) -> None:
    wiring = wired(database)
    exporting = wiring.services().exporting
    await exporting.classes(SECRETARY)
    with counted(database) as asked:
        await exporting.of_class(SECRETARY, school.CLASS_7A)
    assert asked.statements <= 16


async def test_what_was_applied_and_taken_back_leaves_the_school_as_it_was(database: Database) -> None:
    wiring, before = wired(database), await _everything(database)
    await _counts(wiring, "8А", MANY)
    after = await _everything(database)
    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {"brought_files", "change_log"}
