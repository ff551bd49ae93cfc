"""Announcements as they are composed: for whom the role reaches, looked at as received, sent once, taken back."""

import pytest
from sqlalchemy import insert, select, update

from bot.settings import Settings
from domain.ids import PersonId
from storage.tables.roles import bindings, people
from storage.tables.school import enrolments
from storage.tables.talk import announcements, talk_files
from storage.transaction import Transaction
from tests import school
from tests.people import Phone
from tests.pictures import grey_png
from tests.stories.conftest import Story
from tests.stories.forging import forged

NOT_THEIRS = (school.SECRETARY, school.SITE_EDITOR, school.MOTHER, school.ORLOV_MOTHER, school.IVANOV)


async def compose(sender: Phone, *buttons: str, text: str) -> None:
    """From the menu to the draft."""
    await sender.write("/menu")
    await sender.wait_for("", button="Объявление")
    for button in ("Объявление", *buttons):
        await sender.press(button)
    await sender.wait_for("одним сообщением")
    await sender.write(text)
    await sender.wait_for("Получ", button="Отправить")


async def of_class(story: Story) -> list[str]:
    rows = await story.application.database.reader.rows(select(announcements.c.text).order_by(announcements.c.id))
    return [row.text for row in rows]


async def test_a_class_teacher_reaches_the_own_class_by_two_taps(story: Story) -> None:
    sender, mother, pupil, other = await story.phones(
        school.CLASS_TEACHER_7A, school.MOTHER, school.IVANOV, school.ORLOV_MOTHER
    )
    await compose(sender, "Родителям 7А", text="Собрание в 18:30")
    await sender.press("Отправить")
    await mother.wait_for("Собрание в 18:30", button="Ознакомлен")
    await pupil.stays_silent()
    await other.stays_silent()


async def test_whom_one_wrote_to_last_stands_on_top_the_next_time(story: Story) -> None:
    sender, pupil = await story.phones(school.CLASS_TEACHER_7A, school.IVANOV)
    await compose(sender, "🏷 Классы", "7А", "Дальше", "И тем и другим", text="Субботник")
    await sender.press("Отправить")
    await pupil.wait_for("Субботник")
    await compose(sender, "↻ 7А, родители и ученики", text="Субботник переносится")
    await sender.press("Отправить")
    await pupil.wait_for("переносится")


async def test_a_deputy_reaches_a_parallel_several_classes_and_the_school(story: Story) -> None:
    deputy, seventh, other, first = await story.phones(
        school.DEPUTY, school.PETROVA_MOTHER, school.ORLOV_MOTHER, school.IVANOVA_MASHA
    )
    await compose(deputy, "Параллель", "7-е классы", "Родителям", text="Экскурсия седьмых")
    await deputy.press("Отправить")
    await seventh.wait_for("Экскурсия седьмых")
    await other.wait_for("7-е классы")
    await compose(deputy, "🏷 Классы", "1А", "7Б", "Дальше", "Ученикам", text="Линейка")
    await deputy.press("Отправить")
    await first.wait_for("1А, 7Б, ученики")
    await story.later(minutes=1)
    await compose(deputy, "Вся школа", "И тем и другим", text="Школа закрыта")
    await deputy.press("Отправить")
    for phone in (seventh, other, first):
        await phone.wait_for("Школа закрыта")


async def test_a_teacher_reaches_a_subgroup_and_all_whom_they_teach(story: Story) -> None:
    english, algebra, ivanov, sidorov, orlov = await story.phones(
        school.ENGLISH_1, school.ALGEBRA_TEACHER, school.IVANOV, school.SIDOROV, school.ORLOV
    )
    await compose(english, "Подгруппа", "Английский язык", "Ученикам", text="Принесите словари")
    await english.press("Отправить")
    await ivanov.wait_for("1-я группа 7А")
    await sidorov.stays_silent()
    await compose(algebra, "Все, кого я учу", "Ученикам", text="Олимпиада в субботу")
    await algebra.press("Отправить")
    for phone in (ivanov, sidorov, orlov):
        await phone.wait_for("Олимпиада")


async def test_a_director_reaches_all_teachers_and_families_hear_nothing(story: Story) -> None:
    director, teacher, secretary, mother = await story.phones(
        school.DIRECTOR, school.SPORT, school.SECRETARY, school.MOTHER
    )
    await compose(director, "Все учителя", text="Педсовет в 15:00")
    await director.press("Отправить")
    await teacher.wait_for("Педсовет в 15:00")
    await secretary.stays_silent()
    await mother.stays_silent()


@pytest.mark.parametrize("person", NOT_THEIRS, ids=lambda one: school.PEOPLE[one].surname)
async def test_who_may_not_announce_is_refused_at_each_step(story: Story, person: PersonId) -> None:
    phone = await story.phone(person)
    await phone.write("/class привет всем")
    await phone.wait_for("недоступно")
    await _refused(story, school.telegram_id(person))
    assert await of_class(story) == []


async def test_a_stranger_and_a_revoked_account_are_refused_at_each_step(story: Story) -> None:
    sender = await story.phone(school.CLASS_TEACHER_7A)
    await compose(sender, "Родителям 7А", text="Собрание")
    [send] = [one for one in sender.last.labels if "Отправить" in one]
    data = sender.last.button(send)
    async with story.application.database.begin() as tx:
        mine = update(bindings).where(bindings.c.person_id == school.CLASS_TEACHER_7A)
        await tx.run(mine.values(ended_at=story.clock.now(), ended_why="revoked"))
        tx.touch("access")
    assert data is not None
    await story.stranger(97)
    for account in (97, school.telegram_id(school.CLASS_TEACHER_7A)):
        for tapped in (data.data or "", "cto:classes:2:guardians"):
            story.clock.advance(minutes=1)
            assert "закрыт" in (await forged(story, account, tapped))["text"]
    assert await of_class(story) == []


async def test_a_scope_beyond_ones_right_is_refused_and_so_is_what_is_not_there(story: Story) -> None:
    teacher = school.telegram_id(school.CLASS_TEACHER_7A)
    for data in ("cfor:classes:3", "cto:classes:3:guardians", "cto:school:0:families", "cto:parallel:7:pupils"):
        assert "недоступно" in (await forged(story, teacher, data))["text"], data
    for data in ("cto:classes:999:guardians", "cto:group:99:pupils", "cfor:parallel:12", "cto:classes:2:staff"):
        assert "Не нашлось" in (await forged(story, teacher, data))["text"], data
    await story.stranger(97)
    phone = await story.phone(school.CLASS_TEACHER_7A)
    await phone.write("Привет")
    await phone.wait_for("Не понял")
    assert await of_class(story) == []


async def test_two_taps_on_send_are_one_announcement_and_an_old_draft_sends_nothing(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await compose(sender, "Родителям 7А", text="Первая редакция")
    first = sender.last
    await sender.press("Изменить текст")
    await sender.wait_for("новый текст")
    await sender.write("Вторая редакция")
    second = await sender.wait_for("Получ", button="Отправить")
    old, new = first.button("Отправить"), second.button("Отправить")
    assert old is not None
    assert new is not None
    me = school.telegram_id(school.CLASS_TEACHER_7A)
    assert "не действует" in (await forged(story, me, old.data or ""))["text"]
    await sender.press_raw(second.id, new.data or "")
    await mother.wait_for("Вторая редакция")
    again = await forged(story, me, new.data or "")
    assert "Уже отправлено" in again["text"]
    assert await of_class(story) == ["Вторая редакция"]


async def test_what_is_scheduled_goes_at_its_time(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await compose(sender, "Родителям 7А", text="Завтра экскурсия")
    await sender.press("Позже")
    await sender.wait_for("Когда отправить")
    await sender.write("сегодня в 12:00")
    await sender.wait_for("Уйдёт вт 24.11 в 12:00")
    await sender.press("Отправить")
    await sender.wait_for("", button="Не отправлять")
    await mother.stays_silent()
    await compose_mine(sender, "🕗")
    await story.later(hours=3, minutes=21)
    await mother.wait_for("Завтра экскурсия")


async def compose_mine(sender: Phone, wanted: str) -> None:
    await sender.write("/menu")
    await sender.wait_for("", button="Объявление")
    await sender.press("Объявление")
    await sender.press("Мои объявления")
    await sender.wait_for("Мои объявления", button=wanted)


async def test_what_is_scheduled_is_taken_back_and_reaches_nobody(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await compose(sender, "Родителям 7А", text="Завтра экскурсия")
    await sender.press("Позже")
    await sender.press("25.11 в 08:00")
    await sender.press("Отправить")
    status = await sender.wait_for("", button="Не отправлять")
    back = status.button("Не отправлять")
    assert back is not None
    other = school.telegram_id(school.DEPUTY)
    assert "Не нашлось" in (await forged(story, other, back.data or ""))["text"]
    await sender.press("Не отправлять")
    await sender.wait_for("никто ничего не получил")
    await story.later(hours=24)
    await mother.stays_silent()


async def test_within_the_grace_an_announcement_is_taken_back_later_it_has_gone(story: Story) -> None:
    story.settings = changed_settings(story, announce_grace_seconds=60)
    await story.restart()
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await compose(sender, "Родителям 7А", text="Первое")
    await sender.press("Отправить")
    await sender.wait_for("", button="Не отправлять")
    await mother.stays_silent()
    await sender.press("Не отправлять")
    await sender.wait_for("никто ничего не получил")
    await compose(sender, "Родителям 7А", text="Второе")
    await sender.press("Отправить")
    status = await sender.wait_for("", button="Не отправлять")
    back = status.button("Не отправлять")
    await story.later(seconds=61)
    await mother.wait_for("Второе")
    assert back is not None
    answer = await sender.press_raw(status.id, back.data or "")
    assert answer is not None
    assert "уже ушло" in answer.text


def changed_settings(story: Story, **more: int) -> Settings:
    return story.settings.model_copy(update=more)


async def test_an_album_joins_the_draft_and_is_kept_with_it(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await sender.write("/menu")
    await sender.wait_for("", button="Объявление")
    await sender.press("Объявление")
    await sender.press("Родителям 7А")
    await sender.wait_for("одним сообщением")
    await sender.photo(grey_png(8, 8), caption="Фото с экскурсии", album="a1")
    await sender.photo(grey_png(8, 8), album="a1")
    await sender.photo(grey_png(8, 8), album="a1")
    control = await sender.wait_for("Файлов: 3", button="Как увидят")
    assert control.button("Отправить") is not None
    await sender.press("Как увидят")
    await sender.wait_for("Фото с экскурсии")
    await sender.wait_for("Получ", button="Отправить")
    await sender.press("Отправить")
    await mother.wait_for("Фото с экскурсии")
    rows = await story.application.database.reader.rows(select(talk_files.c.kind, talk_files.c.position))
    assert [tuple(row) for row in rows] == [("photo", 0), ("photo", 1), ("photo", 2)]


async def test_acknowledging_is_asked_until_a_day_or_not_at_all(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await compose(sender, "Родителям 7А", text="Собрание")
    await sender.press("До какого дня")
    await sender.press("27.11")
    await sender.wait_for("ждём до 27 ноября")
    await sender.press("Ознакомлен: да")
    control = await sender.wait_for("Получ", button="Ознакомлен: нет")
    assert control.button("До какого дня") is None
    await sender.press("Отправить")
    letter = await mother.wait_for("Собрание")
    assert letter.button("Ознакомлен") is None


async def test_urgent_is_the_administrations_and_asked_once_more(story: Story) -> None:
    deputy, teacher, mother = await story.phones(school.DEPUTY, school.CLASS_TEACHER_7A, school.PETROVA_MOTHER)
    await compose(teacher, "Родителям 7А", text="Собрание")
    assert teacher.last.button("Срочно") is None
    send = teacher.last.button("Отправить")
    assert send is not None
    urgent = f"curg:{(send.data or '').split(':')[1]}:1:1"
    assert "недоступно" in (await forged(story, school.telegram_id(school.CLASS_TEACHER_7A), urgent))["text"]
    await compose(deputy, "Вся школа", "Родителям", text="Отключили воду, заберите детей")
    await deputy.press("Срочно")
    await deputy.wait_for("Точно срочно")
    await deputy.press("Да, срочно")
    await deputy.wait_for("зазвонит в любое время")
    await deputy.press("Отправить")
    await mother.wait_for("Отключили воду")
    rows = await story.application.database.reader.rows(select(announcements.c.urgent))
    assert [row.urgent for row in rows] == [True]


async def test_a_list_of_pupils_is_sent_only_after_a_question(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    async with story.application.database.begin() as tx:
        await _fifth_pupil(tx)
    names = "Иванов Пётр\nПетрова Анна\nСидоров Семён\nКузина Вера\nНовиков Лев"
    await compose(sender, "Родителям 7А", text=f"Сдать деньги:\n{names}")
    await sender.press("Отправить")
    await sender.wait_for("7А", button="Отправить")
    await mother.stays_silent()
    await sender.press("Отправить")
    await mother.wait_for("Сдать деньги")


async def test_who_has_not_come_in_is_a_list_to_call(story: Story) -> None:
    async with story.application.database.begin() as tx:
        gone = update(bindings).where(bindings.c.person_id == school.FATHER)
        await tx.run(gone.values(ended_at=story.clock.now(), ended_why="left"))
        tx.touch("access")
    teacher, deputy = await story.phones(school.CLASS_TEACHER_7A, school.DEPUTY)
    await teacher.write("/class")
    await teacher.wait_for("Кому написать")
    await teacher.press("‹")
    await teacher.press("Ещё не вошли")
    await teacher.wait_for("Иванов Пётр: папа Иванов Олег Николаевич")
    await deputy.write("/class")
    await deputy.wait_for("Кому написать")
    await deputy.press("Ещё не вошли")
    await deputy.press("7А: 1")
    await deputy.wait_for("Иванов Пётр: папа Иванов Олег Николаевич")
    for person in (school.ALGEBRA_TEACHER, school.MOTHER):
        assert "недоступно" in (await forged(story, school.telegram_id(person), "cnotc:2:0"))["text"]


async def _fifth_pupil(tx: Transaction) -> None:
    lev = {"surname": "Новиков", "given": "Лев", "name_norm": "новиков лев", "created_at": school.STARTED}
    pupil = await tx.add(insert(people).values(**lev))
    await tx.run(insert(enrolments).values(pupil_id=pupil, class_id=school.CLASS_7A, from_day=school.TUESDAY))
    tx.touch("lists")


async def _refused(story: Story, account: int) -> None:
    for data in ("ano", "cfor:classes:2", "cto:classes:2:guardians", "clike:1", "cnot", "cnotc:2:0", "anb:1"):
        answer = await forged(story, account, data)
        assert answer.get("text"), data
