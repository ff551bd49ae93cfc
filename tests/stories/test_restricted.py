"""2.3: a court keeps a guardian from one child: from that minute nothing of this child, and all of the others."""

import pytest
from sqlalchemy import select

from domain.ids import PersonId
from domain.roles.restricting import OrderNeeded
from storage.tables.messaging import outbox
from storage.tables.roles import guardianships
from tests import school
from tests.stories.conftest import Story
from tests.stories.forging import forged

ORDER = "№ 2-1234/2026 от 20.11.2026"


async def _restricted(story: Story, person: PersonId = school.ADMIN, pupil: PersonId = school.IVANOV) -> None:
    """As the administrator does it in the chat: the father, from Пётр."""
    hand = await story.phone(person)
    await hand.write("/menu")
    await hand.press("Доступ класса")
    await hand.press("7А" if pupil == school.IVANOV else "1А")
    await hand.wait_for("Доступ, ")
    await hand.press("Иванов Олег")
    await hand.press("Ограничить")
    await hand.wait_for("номер и дату")
    await hand.write(ORDER)
    await hand.wait_for("Ограничено")


async def test_from_that_minute_the_diary_of_that_child_is_shut_and_the_others_stays(story: Story) -> None:
    father = await story.phone(school.FATHER)
    await father.write("/tomorrow")
    before = await father.wait_for("Пётр")
    await _restricted(story)
    for data in {button.data or "" for row in before.buttons for button in row if str(school.IVANOV) in button.data}:
        assert "Алгебра" not in (await forged(story, father.id, data)).get("text", "")
    await father.write("/tomorrow")
    seen = await father.wait_for("Маша")
    assert "Пётр" not in seen.text
    mother = await story.phone(school.MOTHER)
    await mother.write("/tomorrow")
    assert "Пётр" in (await mother.wait_for("Маша")).text
    row = await story.application.database.reader.row(
        select(guardianships).where(guardianships.c.restricted_at.is_not(None))
    )
    assert row is not None
    assert (row.guardian_id, row.pupil_id, row.restricted_by) == (school.FATHER, school.IVANOV, school.ADMIN)
    assert row.restricted_order == ORDER


async def test_what_was_queued_before_is_dropped_and_announcements_with_it(story: Story) -> None:
    teacher, father = await story.phones(school.ALGEBRA_TEACHER, school.FATHER)
    await teacher.write("7а алгебра: Иванов 5")
    await teacher.wait_for("Иванов")
    await teacher.press("Записать")
    await teacher.wait_for("Записано")
    class_teacher = await story.phone(school.CLASS_TEACHER_7A)
    await class_teacher.write("/class Собрание в шесть")
    await class_teacher.wait_for("Получат", button="Отправить")
    delivery = story.application.delivery.delivery
    delivery._paused_until = float("inf")
    await class_teacher.press("Отправить")
    await story.later(minutes=1)
    await _restricted(story)
    await story.later(minutes=16)
    delivery._paused_until = 0.0
    await story.later(minutes=1)
    mother = await story.phone(school.MOTHER)
    await mother.wait_for("Собрание в шесть")
    await mother.wait_for("Алгебра")
    await story.later(hours=10)
    await mother.wait_for("Пётр")
    messages = await father.messages()
    assert [one.text for one in messages if "Собрание" in one.text or "Пётр" in one.text or "Алгебра" in one.text] == []
    rows = await story.application.database.reader.rows(
        select(outbox.c.kind, outbox.c.state, outbox.c.reason).where(
            outbox.c.account_id == school.account_of(school.FATHER), outbox.c.kind.in_(["mark", "announcement"])
        )
    )
    assert {(row.kind, row.state) for row in rows} == {("mark", "cancelled"), ("announcement", "cancelled")}


async def test_only_the_class_list_shows_it_and_only_the_office_lifts_it(story: Story) -> None:
    await _restricted(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/menu")
    await teacher.press("Доступ класса")
    seen = await teacher.wait_for("Родители: вошли 4 из 4")
    assert [label for label in seen.labels if "⚖️" in label] == ["⚖️    Иванов Олег (Иванов Пётр)"]
    await teacher.press("Иванов Олег")
    page = await teacher.wait_for("Ограничен судом: Иванов Пётр")
    assert page.labels == ["‹ Назад"]
    data = f"arq:{school.CLASS_7A}:{school.FATHER}:{school.IVANOV}:0"
    for person in (school.CLASS_TEACHER_7A, school.FATHER, school.MOTHER, school.SECRETARY, school.DEPUTY):
        assert (await forged(story, school.telegram_id(person), data)).get("show_alert"), person
    for person in (school.MOTHER, school.IVANOV):
        phone = await story.phone(person)
        for said in ("/me", "/menu", "/tomorrow", "/settings"):
            await phone.write(said)
            assert "граничен" not in (await phone.wait_for("")).text
    director = await story.phone(school.DIRECTOR)
    await director.write("/menu")
    await director.press("Доступ класса")
    await director.press("7А")
    await director.press("Иванов Олег")
    await director.press("Снять ограничение")
    await director.write("№ 7 от 24.11.2026")
    await director.wait_for("Ограничение снято")
    father = await story.phone(school.FATHER)
    await father.write("/tomorrow")
    await father.wait_for("Пётр")


async def test_without_the_orders_number_nothing_is_done(story: Story) -> None:
    restricting = story.application.services.restricting
    for order in ("", "  \n ", "№" * 81):
        with pytest.raises(OrderNeeded):
            await restricting.restrict(school.actor(school.ADMIN), school.FATHER, school.IVANOV, order)
    rows = await story.application.database.reader.rows(
        select(guardianships.c.pupil_id).where(guardianships.c.restricted_at.is_not(None))
    )
    assert list(rows) == []


async def test_a_guardian_kept_from_the_only_child_gets_no_code_and_no_slip(story: Story) -> None:
    services = story.application.services
    await services.restricting.restrict(school.actor(school.ADMIN), school.PETROVA_MOTHER, school.PETROVA, ORDER)
    turnout = await services.class_kit.turnout(school.actor(school.CLASS_TEACHER_7A), school.CLASS_7A)
    assert turnout.guardians.all == 4
    mother = await story.phone(school.PETROVA_MOTHER)
    await mother.write("/tomorrow")
    seen = await mother.wait_for("")
    assert "Анна" not in seen.text
