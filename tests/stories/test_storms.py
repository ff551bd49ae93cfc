"""«Нет всех» by a slip of the finger, and by a real emergency."""

import pytest
from sqlalchemy import select

from domain.ids import PersonId
from domain.messaging.veil import PushContent
from storage.tables.messaging import holds
from tests import school
from tests.people import JSON
from tests.soon import soon
from tests.stories.conftest import Story

CHILDREN = [school.PEOPLE[child].given for child in (school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA)]
NOT_DECIDING = (school.CLASS_TEACHER_7A, school.ADMIN, school.SECRETARY, school.PETROVA_MOTHER)


async def test_nobody_of_a_class_is_there_and_the_deputy_decides(story: Story) -> None:
    teacher, deputy, director, mother = await story.phones(
        school.ALGEBRA_TEACHER, school.DEPUTY, school.DIRECTOR, school.PETROVA_MOTHER
    )
    await _nobody_is_there(story)
    question = await deputy.wait_for("отсутствуют 4 из 4", button="Отправить")
    assert "7А" in question.text
    assert "Отправить 5 сообщений?" in question.text
    await teacher.wait_for("задержаны")
    await story.later(minutes=5)
    await mother.stays_silent()
    await director.stays_silent()
    await deputy.press("Показать")
    await deputy.wait_for("Петрова Анна", button="Назад")
    await deputy.press("Назад")
    await deputy.wait_for("Отправить 5 сообщений?", button="Отправить")
    await deputy.press("Отправить")
    await deputy.wait_for("5 сообщений отправляются. Решение: Кузина")
    await mother.wait_for("нет на уроке", button="Болеет")
    await teacher.wait_for("Сообщения родителям отправлены")


async def test_a_slip_of_the_finger_frightens_nobody(story: Story) -> None:
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    await deputy.wait_for("отсутствуют 4 из 4", button="Не отправлять")
    await deputy.press("Не отправлять")
    await deputy.wait_for("5 сообщений не отправлены. Решение: Кузина")
    await teacher.wait_for("Сообщения родителям не отправлены")
    await story.later(minutes=45)
    await mother.stays_silent()


async def test_where_nobody_answers_the_families_hear_all_the_same(story: Story) -> None:
    deputy, mother = await story.phones(school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    await deputy.wait_for("отсутствуют 4 из 4")
    await story.restart()
    await story.later(minutes=31)
    await mother.wait_for("нет на уроке")
    await deputy.wait_for("ушли сами")


async def test_the_teacher_mends_the_slip_and_there_is_nothing_left_to_decide(story: Story) -> None:
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    await deputy.wait_for("отсутствуют 4 из 4", button="Отправить")
    for name in ("Иванов", "Кузина", "Петрова", "Сидоров"):
        await teacher.press(f"🔴 {name}")
    await deputy.stays_silent(1.0)
    await story.later(seconds=10)
    closed = await deputy.wait_for("уже нечего")
    assert closed.button("Отправить") is None
    await story.later(minutes=45)
    await mother.stays_silent()


@pytest.mark.parametrize("push", [PushContent.NEUTRAL, PushContent.INITIALS])
async def test_a_held_storm_says_no_more_of_children_than_the_school_lets_pushes_say(
    story: Story, push: PushContent
) -> None:
    story.settings = story.settings.model_copy(update={"push_content": push})
    await story.restart()
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    question = await deputy.wait_for("отсутствуют 4 из 4", button="Отправить")
    held = await teacher.wait_for("задержаны")
    await deputy.press("Показать", message=question)
    shown = await deputy.wait_for("Петрова Анна", button="Назад")
    await teacher.press("🔴 Иванов")
    await deputy.stays_silent(1.0)
    await story.later(seconds=10)
    counted = await deputy.wait_for("отсутствуют 3 из 4", button="Отправить")
    assert counted.id == shown.id
    await deputy.press("Отправить")
    decided = await deputy.wait_for("отправляются")
    await story.later(minutes=3)
    if push is PushContent.NEUTRAL:
        told = await mother.wait_for("Есть новости", button="Показать")
        assert "нет на уроке" not in told.text
    else:
        told = await mother.wait_for("нет на уроке")
        assert "П. А." in told.text
    told_teacher = await teacher.wait_for("отправлены")
    for message in (question, held, counted, decided, told, told_teacher):
        assert [word for word in CHILDREN if word in message.text] == []


async def test_who_may_not_decide_taps_in_vain(story: Story) -> None:
    deputy, mother = await story.phones(school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    question = await deputy.wait_for("отсутствуют 4 из 4", button="Отправить")
    buttons = [button.data or "" for row in question.buttons for button in row]
    taps = [(person, data) for person in NOT_DECIDING for data in buttons]
    before = len(await story.people.calls("answerCallbackQuery"))
    for number, (person, data) in enumerate(taps):
        await story.people.updates(update=_tap(person, data, number))
    await soon(lambda: _answered(story, before + len(taps)))
    await story.later(minutes=5)
    await mother.stays_silent()
    calls = await story.people.calls()
    chats = [school.telegram_id(person) for person in NOT_DECIDING]
    assert not [call for call in calls if call["chat_id"] in chats and "Петрова" in str(call["params"].get("text"))]
    [row] = await story.application.database.reader.rows(select(holds.c.state))
    assert row.state == "open"
    await deputy.press("Отправить")
    await mother.wait_for("нет на уроке")


async def _answered(story: Story, taps: int) -> bool:
    return len(await story.people.calls("answerCallbackQuery")) >= taps


def _tap(person: PersonId, data: str, number: int) -> JSON:
    """Of a button that this person was never shown."""
    account = school.telegram_id(person)
    return {
        "update_id": 900_000 + account * 10 + number,
        "callback_query": {
            "id": f"{account}{number}",
            "from": {"id": account, "is_bot": False, "first_name": "О"},
            "chat_instance": "1",
            "message": {"message_id": 1, "date": 1, "chat": {"id": account, "type": "private"}, "text": "x"},
            "data": data,
        },
    }


async def _nobody_is_there(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Нет всех")
