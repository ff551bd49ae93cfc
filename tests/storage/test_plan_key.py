"""A class has one plan of a subject, and each subgroup one of its own, on both kinds of database."""

from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.schema import migrate
from storage.tables.curriculum import curriculum_plans
from tests import school
from tests.clock import SetClock


async def _plan(database: Database, group: int | None, class_id: int = school.CLASS_7A) -> None:
    row = {"year_id": 1, "subject_id": school.ENGLISH, "class_id": class_id, "group_id": group}
    async with database.begin() as tx:
        await tx.add(insert(curriculum_plans).values(**row, imported_at=school.STARTED))


@pytest.mark.parametrize("group", [None, school.GROUP_1])
async def test_a_second_plan_for_the_same_pupils_is_refused(database: Database, group: int | None) -> None:
    await _plan(database, group)
    with pytest.raises(IntegrityError):
        await _plan(database, group)


async def test_the_class_its_subgroups_and_another_class_have_a_plan_each(database: Database) -> None:
    for group in (None, school.GROUP_1, school.GROUP_2):
        await _plan(database, group)
    await _plan(database, None, school.CLASS_7B)
    [row] = await database.reader.rows(select(func.count()).select_from(curriculum_plans))
    assert row[0] == 4


async def test_of_plans_that_were_let_in_twice_the_newest_stays(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/school.db"
    await migrate(url, "0006")
    database = Database.open(url, SetClock(school.MORNING))
    async with database.begin() as tx:
        for row in (
            "INSERT INTO school_years VALUES (1, '2026/27', '2026-09-01', '2027-05-26')",
            "INSERT INTO classes VALUES (1, 1, 7, '7А', '7а')",
            "INSERT INTO subjects VALUES (1, 'Алгебра', 'Алг', 'алгебра')",
            "INSERT INTO curriculum_plans VALUES (1, 1, 1, 1, NULL, NULL, '2026-09-01')",
            "INSERT INTO curriculum_plans VALUES (2, 1, 1, 1, NULL, NULL, '2026-09-02')",
            "INSERT INTO plan_topics VALUES (1, 1, 1, 'Старая', 1, NULL)",
            "INSERT INTO plan_topics VALUES (2, 2, 1, 'Новая', 1, NULL)",
        ):
            await tx.run(text(row))
    await database.close()
    await migrate(url)
    database = Database.open(url, SetClock(school.MORNING))
    assert [row.topic for row in await database.reader.rows(text("SELECT topic FROM plan_topics"))] == ["Новая"]
    assert len(await database.reader.rows(select(curriculum_plans))) == 1
    await database.close()
