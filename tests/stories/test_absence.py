"""Story 1: from the teacher's tap to the mother's phone, and the answer back."""

from tests import school
from tests.stories.conftest import Story


async def test_a_guardian_hears_of_an_absence_and_the_teachers_hear_the_answer(story: Story) -> None:
    teacher, mother, father, class_teacher, stranger_mother = await story.phones(
        school.ALGEBRA_TEACHER, school.MOTHER, school.FATHER, school.CLASS_TEACHER_7A, school.PETROVA_MOTHER
    )
    await teacher.write("/lesson")
    screen = await teacher.wait_for("Алгебра · 7А", button="✅ Иванов Пётр")
    assert "Все на месте" in screen.text
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4", button="🔴 Иванов Пётр · н")
    await mother.stays_silent()

    await story.later(minutes=2, seconds=1)
    card = await mother.wait_for("Пётр")
    assert "нет на уроке" in card.text
    assert "Алгебра, 1-й урок в 08:30, во вторник, 24 ноября" in card.text
    await father.wait_for("Пётр")

    answer = await mother.press("Болеет")
    assert answer is not None
    assert answer.text == "Спасибо, передали"
    await mother.wait_for("Вы ответили: болеет")
    assert "болеет" in (await teacher.wait_for("Иванов Пётр, 7А".replace(", 7А", ""))).text
    assert "болеет" in (await class_teacher.wait_for("Иванов Пётр")).text
    closed = await father.wait_for("Второй родитель уже ответил: болеет")
    assert closed.labels == []
    await stranger_mother.stays_silent()


async def test_what_is_undone_within_the_grace_is_never_sent(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
    await story.later(minutes=1)
    await teacher.press("🔴 Иванов Пётр · н")
    await teacher.wait_for("Все на месте")
    await story.later(minutes=10)
    await mother.stays_silent()


async def test_a_change_after_it_was_told_is_corrected(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
    await story.later(minutes=3)
    await mother.wait_for("нет на уроке")
    await teacher.press("🔴 Иванов Пётр · н")
    await teacher.wait_for("Все на месте")
    await story.later(minutes=3)
    await mother.wait_for("исправлено: нет на уроке → на уроке")


async def test_not_known_alarms_the_class_teacher(story: Story) -> None:
    teacher, mother, class_teacher = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.CLASS_TEACHER_7A)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
    await story.later(minutes=3)
    await mother.wait_for("нет на уроке")
    await mother.press("Не знал(а)!")
    await mother.wait_for("Классный руководитель получил сообщение")
    await class_teacher.wait_for("родители НЕ ЗНАЛИ")


async def test_a_forged_answer_for_another_family_is_refused(story: Story) -> None:
    teacher, mother, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.PETROVA_MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
    await story.later(minutes=3)
    card = await mother.wait_for("нет на уроке")
    forged = next(button.data for row in card.buttons for button in row if button.data)
    await other.write("/menu")
    menu = await other.wait_for("родитель")
    await story.people.updates(
        update={
            "update_id": 900_000,
            "callback_query": {
                "id": "1",
                "from": {"id": school.telegram_id(school.PETROVA_MOTHER), "is_bot": False, "first_name": "О"},
                "chat_instance": "1",
                "message": {
                    "message_id": menu.id,
                    "date": 1,
                    "chat": {"id": school.telegram_id(school.PETROVA_MOTHER), "type": "private"},
                    "text": "x",
                },
                "data": forged,
            },
        }
    )
    await other.stays_silent()
    row = await story.application.database.reader.row(_answers())
    assert row is not None
    assert row[0] == 0


def _answers() -> object:
    from sqlalchemy import func, select

    from storage.tables.attendance import absence_answers

    return select(func.count()).select_from(absence_answers)


async def test_nobody_is_here_rings_at_every_family_once_the_deputy_says_so(story: Story) -> None:
    teacher, mother, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.PETROVA_MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Нет всех")
    await teacher.wait_for("Нет 4 из 4")
    deputy = await story.phone(school.DEPUTY)
    await deputy.wait_for("7А")
    await deputy.press("Отправить")
    await story.later(minutes=3)
    await mother.wait_for("Пётр")
    await other.wait_for("Анна")


async def test_a_teacher_without_lessons_and_a_guardian_have_no_lesson(story: Story) -> None:
    director, mother = await story.phones(school.DIRECTOR, school.MOTHER)
    for phone in (director, mother):
        await phone.write("/lesson")
        await phone.wait_for("недоступно")
