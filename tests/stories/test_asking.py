"""3.1.7: a question to the administrator from anyone who has come in; its answer comes into the same chat."""

import pytest
from sqlalchemy import select

from domain.ids import PersonId
from handlers.talk.asking_buttons import AskAboutThread, MarkUrgent
from storage.tables.talk import threads
from tests import school
from tests.stories.conftest import Story
from tests.stories.forging import forged

ROLES = (
    school.DIRECTOR,
    school.DEPUTY,
    school.SECRETARY,
    school.SITE_EDITOR,
    school.CLASS_TEACHER_7A,
    school.ALGEBRA_TEACHER,
    school.MOTHER,
    school.IVANOV,
)


async def _threads(story: Story) -> list[tuple[str, str | None, str | None]]:
    rows = await story.application.database.reader.rows(select(threads).order_by(threads.c.id))
    return [(row.kind, row.desk, row.matter) for row in rows]


@pytest.mark.parametrize("person", ROLES)
async def test_everyone_asks_by_the_command_and_the_answer_comes_back(story: Story, person: int) -> None:
    asker, admin = await story.phones(PersonId(person), school.ADMIN)
    await asker.write("/ask Не вижу расписания\nуже второй день")
    assert "администратор журнала" in (await asker.wait_for("Отправлено")).text
    came = await admin.wait_for("уже второй день")
    assert "Тема: Не вижу расписания" in came.text
    assert not came.text.count("/ask")
    await admin.write("Обновите страницу", reply_to=came)
    await admin.wait_for("Отправлено")
    await asker.wait_for("Обновите страницу")
    assert await _threads(story) == [("help", "help", "Не вижу расписания")]


async def test_help_asks_by_a_button_and_takes_a_picture_with_words(story: Story) -> None:
    mother, admin = await story.phones(school.MOTHER, school.ADMIN)
    await mother.write("/help")
    await mother.press("Спросить администратора")
    await mother.wait_for("Вопрос администратору журнала")
    await mother.write("Что такое «н»?")
    await mother.wait_for("Отправлено")
    await admin.wait_for("Что такое «н»?")
    await mother.write("/спросить")
    await mother.wait_for("Вопрос администратору журнала")
    await mother.write("/cancel")
    await mother.wait_for("Прервано")
    await mother.write("привет")
    await admin.stays_silent()


async def test_the_form_of_another_screen_goes_on(story: Story) -> None:
    teacher, admin = await story.phones(school.CLASS_TEACHER_7A, school.ADMIN)
    await teacher.write("/write")
    await teacher.press("Коллеге")
    await teacher.wait_for("напишите фамилию")
    await teacher.write("/ask Кто делопроизводитель?")
    await admin.wait_for("Кто делопроизводитель?")
    await teacher.write("секретарёва")
    await teacher.wait_for("Выберите", button="Секретарёва Софья Сергеевна")


async def test_staff_ask_about_a_talk_and_its_words_stay_where_they_are(story: Story) -> None:
    mother, teacher, admin = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER, school.ADMIN)
    await mother.write("/write")
    await mother.press("Иванов Пётр")
    await mother.press("Алла Борисовна")
    await mother.wait_for("Напишите сообщение")
    await mother.write("Вы ничего не понимаете!")
    await teacher.wait_for("ничего не понимаете")
    await teacher.press("Разговор")
    await teacher.wait_for("ничего не понимаете", button="🆘 Администратору")
    await teacher.press("🆘 Администратору")
    asked = await teacher.wait_for("Напишите администратору")
    assert "Переписка: Иванова Мария Петровна (Иванов Пётр, 7А)" in asked.text
    await teacher.write("Прошу ограничить")
    await teacher.wait_for("Отправлено")
    came = await admin.wait_for("Прошу ограничить")
    assert "Тема: Переписка: Иванова Мария Петровна (Иванов Пётр, 7А)" in came.text
    assert not [one for one in await admin.messages() if "понимаете" in one.text]
    await mother.press("Разговор")
    page = await mother.wait_for("Вы ничего не понимаете!", button="Ответить")
    assert page.button("🆘 Администратору") is None


async def test_only_staff_of_the_talk_ask_about_it(story: Story) -> None:
    mother, teacher, sport = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER, school.SPORT)
    await mother.write("/write")
    await mother.press("Иванов Пётр")
    await mother.press("Алла Борисовна")
    await mother.wait_for("Напишите сообщение")
    await mother.write("Добрый день")
    await teacher.wait_for("Добрый день")
    row = await story.application.database.reader.row(select(threads.c.id))
    assert row is not None
    tapped = AskAboutThread(thread=row.id).pack()
    assert "недоступно" in (await forged(story, mother.id, tapped))["text"]
    assert "Не нашлось" in (await forged(story, sport.id, tapped))["text"]
    assert "Не нашлось" in (await forged(story, teacher.id, AskAboutThread(thread=10**9).pack()))["text"]
    for person in (mother, teacher):
        assert "недоступно" in (await forged(story, person.id, MarkUrgent(on=True).pack()))["text"]


async def test_a_stranger_and_who_has_left_ask_nobody(story: Story) -> None:
    stranger, father, admin = await story.stranger(), await story.phone(school.FATHER), await story.phone(school.ADMIN)
    await father.write("/me")
    await father.press("Выйти здесь")
    await father.press("Да, выйти")
    await father.wait_for("вышли")
    for phone in (stranger, father):
        await phone.write("/ask Пустите")
        await phone.wait_for("одноразовый код")
    await admin.stays_silent()
    assert await _threads(story) == []
