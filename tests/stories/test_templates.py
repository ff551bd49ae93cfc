"""Templates: kept, listed by last use, filled from the thread, looked at, sent once; nobody's but their own."""

import pytest

from domain.errors import NotAllowed, NotFound
from domain.ids import PersonId, ThreadId
from domain.talk.templates import LONGEST, MOST, TemplateEmpty, TemplateTooLong, TooManyTemplates
from tests import school
from tests.stories.conftest import Story
from tests.stories.forging import forged
from tests.talks import TO_ALGEBRA, begin

TEACHER = school.actor(school.ALGEBRA_TEACHER)
WORK = "{имя}, у {ребёнок} ({класс}) не сдана работа по …, срок — {срок}. {предмет}, {дата}"


async def _said_last(story: Story, thread: ThreadId) -> str:
    page = await story.application.services.talking.page(school.actor(school.MOTHER), thread)
    return page.spoken[-1].wording.text


async def test_one_is_added_shown_and_removed_with_a_question(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/templates")
    await teacher.wait_for("Шаблонов пока нет")
    await teacher.press("Добавить шаблон")
    await teacher.wait_for("Пришлите текст шаблона")
    await teacher.write("Добрый <b>день</b>, {имя}!")
    kept = await teacher.wait_for("Шаблон сохранён")
    assert "Добрый <b>день</b>, {имя}!" in kept.text
    await teacher.press("К шаблонам")
    await teacher.wait_for("1 из 30")
    await teacher.press("Добрый <b>день</b>")
    await teacher.press("Удалить")
    await teacher.wait_for("Удалить шаблон?")
    await teacher.press("Да, удалить")
    await teacher.wait_for("Шаблонов пока нет")


async def test_in_a_thread_it_is_filled_asked_about_looked_at_and_sent_once(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Здравствуйте!")
    await services.templates.add(TEACHER, WORK)
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await teacher.write("/inbox")
    await teacher.wait_for("Иванова Мария Петровна (мама)")
    await teacher.press("● 1")
    await teacher.press("Шаблоны")
    await teacher.wait_for("Какой шаблон?")
    await teacher.press("{имя}, у {ребёнок}")
    await teacher.wait_for("Чем заполнить: работа по …, срок?")
    await teacher.write("степеням")
    await teacher.wait_for("Нужно строк: 2, а пришло: 1")
    await teacher.write("степеням\n1 декабря {класс}")
    ready = await teacher.wait_for("Уйдёт так:")
    expected = "Мария Петровна, у Пётр (7А) не сдана работа по степеням, срок — 1 декабря {класс}. Алгебра, 24 ноября"
    assert expected in ready.text
    send = ready.button("Отправить")
    assert send is not None
    assert send.data is not None
    await teacher.press("Отправить")
    await mother.wait_for(expected)
    again = await forged(story, teacher.id, send.data)
    assert again["show_alert"]
    page = await services.talking.page(school.actor(school.MOTHER), thread)
    assert [one.wording.text for one in page.spoken] == ["Здравствуйте!", expected]


async def test_one_without_gaps_goes_in_two_taps_and_stands_first_then(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Здравствуйте!")
    for text in ("Спасибо, {name}!", "Перезвоню", "До завтра…"):
        await services.templates.add(TEACHER, text)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/inbox")
    await teacher.press("● 1")
    await teacher.press("Шаблоны")
    await teacher.press("Спасибо, {name}!")
    await teacher.wait_for("Спасибо, Мария Петровна!")
    await teacher.press("Отправить")
    await teacher.wait_for("Отправлено")
    assert await _said_last(story, thread) == "Спасибо, Мария Петровна!"
    listed = await services.templates.listed(TEACHER)
    assert [one.text for one in listed] == ["Спасибо, {name}!", "До завтра…", "Перезвоню"]


async def test_there_are_thirty_at_most_and_none_is_empty_or_endless(story: Story) -> None:
    templates = story.application.services.templates
    for number in range(MOST):
        await templates.add(TEACHER, f"Шаблон {number}")
    with pytest.raises(TooManyTemplates):
        await templates.add(TEACHER, "Ещё один")
    await templates.add(school.actor(school.DEPUTY), "У каждого свои")
    for text, refusal in (("  \n", TemplateEmpty), ("а" * (LONGEST + 1), TemplateTooLong)):
        with pytest.raises(refusal):
            await templates.add(school.actor(school.DEPUTY), text)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/templates")
    shown = await teacher.wait_for("30 из 30")
    assert shown.button("Добавить") is None
    await teacher.press("›")
    await teacher.wait_for("30 из 30", button="Шаблон 19")


async def test_another_ones_is_not_there(story: Story) -> None:
    services = story.application.services
    mine = await services.templates.add(TEACHER, "Моё")
    other = school.actor(school.DEPUTY)
    for act in (
        services.templates.one(other, mine),
        services.templates.remove(other, mine),
        services.templates.use(other, mine, {}, None),
    ):
        with pytest.raises(NotFound):
            await act
    assert await services.templates.listed(other) == []


@pytest.mark.parametrize("person", [school.MOTHER, school.IVANOV])
async def test_a_family_keeps_none(story: Story, person: PersonId) -> None:
    templates, actor = story.application.services.templates, school.actor(person)
    for act in (templates.listed(actor), templates.add(actor, "Да")):
        with pytest.raises(NotAllowed):
            await act
    phone = await story.phone(person)
    await phone.write("/templates")
    await phone.wait_for("недоступно")


async def test_a_thread_of_others_takes_no_template(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Здравствуйте!")
    other = school.actor(school.ENGLISH_1)
    template = await services.templates.add(other, "Да")
    for data in (f"vtu:{thread}:{template}", f"vtu:99999:{template}", f"vtx:{thread}:ffffffff"):
        answer = await forged(story, school.telegram_id(school.ENGLISH_1), data)
        assert answer["show_alert"]
    assert await _said_last(story, thread) == "Здравствуйте!"
