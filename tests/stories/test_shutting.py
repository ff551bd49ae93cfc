"""2.2.1, 2.3, 3.1.4: staff's access seen and given by the administrator, closed to a class and to everyone."""

import pytest
from sqlalchemy import select

from domain.ids import PersonId
from storage.tables.roles import bindings
from tests import school
from tests.stories.conftest import Story
from tests.stories.forging import forged


async def _inside(story: Story) -> set[int]:
    rows = await story.application.database.reader.rows(
        select(bindings.c.person_id).where(bindings.c.ended_at.is_(None))
    )
    return {row.person_id for row in rows}


async def test_the_administrator_sees_staff_gives_a_code_and_revokes_one(story: Story) -> None:
    admin, teacher = await story.phones(school.ADMIN, school.ALGEBRA_TEACHER)
    await admin.write("/staff")
    assert "Входят 11 из 11" in (await admin.wait_for("Доступ сотрудников")).text
    await admin.press("Алгебрина Алла")
    assert "Входит с 25 августа" in (await admin.wait_for("учитель")).text
    await admin.press("Закрыть доступ")
    await admin.press("Да, закрыть")
    await admin.wait_for("Входят 10 из 11")
    await teacher.write("/lesson")
    await teacher.wait_for("одноразовый код")
    await admin.press("Алгебрина Алла")
    await admin.press("Новый код")
    code = (await admin.wait_for("Код одноразовый")).text.split("start=")[1].split()[0]
    await admin.press("Назад")
    await admin.wait_for("Ещё не входил")
    await teacher.start(code)
    await teacher.wait_for("Вы вошли")


async def test_a_class_is_closed_by_one_question_and_staff_among_its_parents_keep_their_own(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/menu")
    await admin.press("Доступ класса")
    await admin.press("7А")
    await admin.press("всему классу")
    assert "Сейчас входят: 9" in (await admin.wait_for("всему классу 7А")).text
    await admin.press("Да, закрыть")
    await admin.wait_for("Доступ закрыт")
    out = {school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA}
    out |= {school.MOTHER, school.FATHER, school.PETROVA_MOTHER, school.SIDOROV_MOTHER}
    assert await _inside(story) == set(school.PEOPLE) - out
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/menu")
    assert "родитель" not in (await deputy.wait_for("завуч")).text


async def test_everyone_is_closed_only_by_the_word_and_not_who_does_it(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/staff")
    await admin.press("Закрыть доступ всем")
    await admin.wait_for("кроме вас")
    await admin.press("Да, закрыть")
    await admin.wait_for("напишите слово ЗАКРЫТЬ")
    assert await _inside(story) == set(school.PEOPLE)
    await admin.write("да")
    await admin.wait_for("Слово другое")
    assert await _inside(story) == set(school.PEOPLE)
    await admin.write("закрыть")
    assert "Аккаунтов: 21" in (await admin.wait_for("Доступ закрыт")).text
    assert await _inside(story) == {school.ADMIN}
    mother = await story.phone(school.MOTHER)
    await mother.write("/tomorrow")
    await mother.wait_for("одноразовый код")


@pytest.mark.parametrize(
    "person", [school.CLASS_TEACHER_7A, school.DIRECTOR, school.DEPUTY, school.SECRETARY, school.MOTHER, school.IVANOV]
)
async def test_nobody_else_closes_to_many_or_sees_staff(story: Story, person: PersonId) -> None:
    me = school.telegram_id(person)
    some = school.ALGEBRA_TEACHER
    for data in ("asm:0:0", "asm:0:1", f"asm:{school.CLASS_7A}:1", "ast:0", f"asx:0:{some}:1", f"asd:0:{some}"):
        assert (await forged(story, me, data)).get("show_alert"), data
    assert await _inside(story) == set(school.PEOPLE)
