"""What is held of a person: every table with a person in it is told or left out with a reason; nobody else is in it."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert

from bot.services import Wiring
from domain.ids import PersonId
from domain.journal.remarks import RemarkKind
from domain.roles.own_data import MOST_A_DAY, HeldData, OwnDataTaken
from domain.school.timetable import LessonRef
from handlers.roles.own_data_file import own_data_html
from handlers.texts.translator import LANGUAGES, texts_in
from storage.database import Database
from storage.roles.own_data import LEFT_OUT, NAMES, TOLD
from storage.tables import attendance, journal, metadata
from tests import school
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

MOTHER, LEADER = school.actor(school.MOTHER), school.actor(school.CLASS_TEACHER_7A)
TEACHER = school.actor(school.ALGEBRA_TEACHER)
LESSON = LessonRef(school.entry_of(0), school.TUESDAY)


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return wired(database)


def _with_a_person() -> set[str]:
    people = {"people", "bindings"}
    return {
        table.name
        for table in metadata.sorted_tables
        if any(key.column.table.name in people for column in table.columns for key in column.foreign_keys)
    }


def test_every_table_with_a_person_in_it_is_told_or_left_out_with_a_reason() -> None:
    told = {one.table.name for one in TOLD}
    assert _with_a_person() - told - set(LEFT_OUT) == set()
    assert told & set(LEFT_OUT) == set()
    assert all(LEFT_OUT.values())
    assert set(LEFT_OUT) <= set(metadata.tables)


def test_what_is_referred_to_has_a_name() -> None:
    referred = {key.column.table.name for one in TOLD for name in one.shows for key in one.table.c[name].foreign_keys}
    assert referred <= set(NAMES)


async def _written(wiring: Wiring, database: Database) -> None:
    services = wiring.services()
    await services.remarks.write(TEACHER, school.IVANOV, RemarkKind.PRAISE, "Помог <b>другу</b>", LESSON)
    async with database.begin() as tx:
        when = {"set_at": school.MORNING, "day": school.TUESDAY}
        lesson = {"id": 900, "entry_id": LESSON.entry, "day": date(2026, 11, 23), "position": 1}
        await tx.run(insert(journal.lessons).values(**lesson, subject_id=school.ALGEBRA))
        for pupil, value in ((school.IVANOV, "5"), (school.PETROVA, "2")):
            mark = {"lesson_id": 900, "pupil_id": pupil, "subject_id": school.ALGEBRA, "kind_id": 1, "value": value}
            await tx.run(insert(journal.marks).values(**mark, set_by=school.ALGEBRA_TEACHER, **when))
        answer = {"lesson_id": 900, "pupil_id": school.IVANOV, "guardian_id": school.FATHER, "answer": "known"}
        await tx.run(insert(attendance.absence_answers).values(**answer, at=school.MORNING))


def _of(held: HeldData, person: PersonId) -> dict[str, Any]:
    return {section.name: section.rows for section in dict(held.people)[person]}


async def test_a_guardian_gets_her_own_data_and_the_childrens(wiring: Wiring, database: Database) -> None:
    await _written(wiring, database)
    held = await wiring.services().own_data.take(MOTHER)
    assert [person for person, _ in held.people] == [school.MOTHER, *MOTHER.children]
    mine, child = _of(held, school.MOTHER), _of(held, school.IVANOV)
    assert mine["people"][0]["surname"] == "Иванова"
    assert mine["bindings"][0]["telegram"] == school.telegram_id(school.MOTHER)
    assert [(one["value"], one["subject"], one["set_by"]) for one in child["marks"]] == [
        ("5", "Алгебра", "Алгебрина А. Б.")
    ]
    assert child["remarks"][0]["text"] == "Помог <b>другу</b>"
    assert child["enrolments"][0]["class"] == "7А"
    assert child["change_log"][0]["person"] == "Алгебрина А. Б."


async def test_nobody_elses_name_is_in_it_but_the_staffs(wiring: Wiring, database: Database) -> None:
    await _written(wiring, database)
    held = await wiring.services().own_data.take(MOTHER)
    said = json.dumps([list(one.rows) for _, sections in held.people for one in sections], ensure_ascii=False)
    own = {school.MOTHER, school.IVANOV, school.IVANOVA_MASHA}
    family = {*school.SEATS, school.FATHER, school.PETROVA_MOTHER, school.SIDOROV_MOTHER} - own
    assert [name.short for name in (school.PEOPLE[one] for one in family) if name.short in said] == []
    assert "Олег" not in said.replace("Олегович", "").replace("Олеговна", "")


async def test_the_file_reads_in_both_languages_and_carries_the_same_as_json(
    wiring: Wiring, database: Database
) -> None:
    await _written(wiring, database)
    held = await wiring.services().own_data.take(MOTHER)
    for language in LANGUAGES:
        page = (await own_data_html(texts_in(language), held, "Школа <1>")).decode()
        assert "Помог &lt;b&gt;другу&lt;/b&gt;" in page
        assert "<b>" not in page
        assert "24.11.2026 08:40" in page
        raw = page.split('<script type="application/json" id="data">')[1].split("</script>")[0]
        people = json.loads(raw)["people"]
        assert people[1]["people"][0]["surname"] in ("Иванов", "Иванова")
        assert any(one.get("marks", [{}])[0].get("value") == "5" for one in people)


async def test_it_costs_the_same_however_much_there_is(wiring: Wiring, database: Database) -> None:
    own_data = wiring.services().own_data
    with counted(database) as small:
        await own_data.take(MOTHER)
    await grow(database)
    with counted(database) as grown:
        await own_data.take(MOTHER)
    assert grown.statements == small.statements


async def test_three_files_a_day(wiring: Wiring) -> None:
    own_data = wiring.services().own_data
    for _ in range(MOST_A_DAY):
        await own_data.take(MOTHER)
    with pytest.raises(OwnDataTaken):
        await own_data.take(MOTHER)
    await own_data.take(LEADER)
