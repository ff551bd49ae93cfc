"""A teacher's evening: what others changed under their name; a request that one deputy decided, before the others."""

from sqlalchemy import insert, update

from domain.ids import PersonId
from storage.tables import roles
from storage.tables import school as t
from storage.topics import ACCESS, TIMETABLE
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def _put(story: Story, teacher: Phone, value: str, then: str) -> None:
    """For Ivanov, at the Tuesday's lesson."""
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button=value)
    await teacher.press(value)
    await teacher.wait_for("Вид работы", button=then)
    await story.later(seconds=11)


async def _second_teacher(story: Story, person: PersonId) -> None:
    async with story.application.wiring.database.begin() as tx:
        row = {"entry_id": school.entry_of(0), "teacher_id": person}
        await tx.run(insert(t.timetable_entry_teachers).values(**row))
        tx.touch(TIMETABLE)


async def _second_deputy(story: Story, person: PersonId) -> None:
    held = sorted({*school.roles_of(person), "deputy"})
    async with story.application.wiring.database.begin() as tx:
        await tx.run(insert(roles.role_grants).values(person_id=person, role="deputy", granted_at=school.STARTED))
        await tx.run(update(roles.bindings).where(roles.bindings.c.person_id == person).values(roles=held))
        tx.touch(ACCESS)


async def _both_have_changed_it(story: Story, first: Phone, second: Phone) -> None:
    await _second_teacher(story, school.ENGLISH_1)
    await _put(story, first, "5", "Иванов Пётр · 5")
    await _put(story, second, "2", "Иванов Пётр · 2")
    await first.wait_for("меняет вашу отметку", button="Отменить")


async def test_in_the_evening_a_teacher_reads_once_what_was_changed_under_their_name(story: Story) -> None:
    first, second, mother = await story.phones(school.ALGEBRA_TEACHER, school.ENGLISH_1, school.MOTHER)
    await _both_have_changed_it(story, first, second)
    await story.later(minutes=16)
    await mother.wait_for("Алгебра")
    await story.later(hours=9, minutes=10)
    evening = await first.wait_for("За день под вашим именем изменили — 24 ноября")
    assert "• 7А, Алгебра, Иванов Пётр: 5 → 2 (Лондонова Нина Ильинична)" in evening.text
    await mother.wait_for("📝 Отметки")
    await second.stays_silent()
    await story.restart()
    await story.later(minutes=5)
    await first.stays_silent()
    await first.press("7А Иванов Пётр · 5 → 2")
    await first.wait_for("Записал(а): Лондонова", button="История")


async def test_what_was_undone_before_the_evening_is_told_to_nobody(story: Story) -> None:
    first, second = await story.phones(school.ALGEBRA_TEACHER, school.ENGLISH_1)
    await _both_have_changed_it(story, first, second)
    await first.press("Отменить")
    await first.wait_for("Отметка возвращена: 5")
    await story.later(hours=9, minutes=20)
    await first.stays_silent()


async def test_what_one_deputy_decided_closes_the_question_of_the_other(story: Story) -> None:
    teacher, deputy, other = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.SPORT)
    await _second_deputy(story, school.SPORT)
    await _put(story, teacher, "3", "Иванов Пётр · 3")
    await story.later(days=7)
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="5")
    await teacher.press("5")
    await teacher.wait_for("Напишите причину")
    await teacher.write("Ошиблась строкой")
    await teacher.wait_for("Просьба ушла завучу")
    await deputy.wait_for("Изменить отметку", button="Принять")
    asked = await other.wait_for("Изменить отметку", button="Принять")
    await deputy.press("Принять")
    await deputy.wait_for("Согласовано")
    closed = await other.wait_for("✅ Согласовано: Кузина Елена Юрьевна. Отметка изменена.")
    assert closed.id == asked.id
    assert closed.button("Принять") is None
