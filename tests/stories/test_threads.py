"""Threads: between school and home, with no phone number shown (1.4.5, 3.3.8, 3.4.3)."""

import pytest
from sqlalchemy import insert, select, update

from domain.ids import PersonId
from domain.messaging.kinds import DeliveryState, Kind
from storage.tables import roles, talk
from storage.tables.messaging import outbox, person_settings
from storage.tables.school import classes
from tests import school
from tests.people import Message, Phone
from tests.pictures import grey_png
from tests.soon import soon
from tests.stories.conftest import Story


async def _write(phone: Phone, *taps: str, text: str) -> Message:
    await phone.write("/write")
    for tap in taps:
        await phone.press(tap)
    await phone.wait_for("Напишите сообщение")
    await phone.write(text)
    return await phone.wait_for("Отправлено")


async def test_a_guardian_writes_a_teacher_replies_and_the_guardian_hears(story: Story) -> None:
    mother, teacher, father = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER, school.FATHER)
    receipt = await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Когда пересдача?")
    assert "Алла Борисовна" in receipt.text
    came = await teacher.wait_for("Когда пересдача?")
    assert "Мария Петровна, мама" in came.text
    assert "Иванов Пётр, 7А · Алгебра" in came.text
    await teacher.write("В среду после уроков", reply_to=came)
    await teacher.wait_for("Отправлено: Мария Петровна")
    answer = await mother.wait_for("В среду после уроков")
    assert "Алла Борисовна" in answer.text
    assert "Когда пересдача?" in answer.text
    assert answer.button("Ответ не нужен") is None
    await mother.write("Спасибо!", reply_to=answer)
    await mother.wait_for("Отправлено")
    assert "В среду" in (await teacher.wait_for("Спасибо!")).text
    await father.stays_silent()


async def test_one_answers_by_a_button_and_sees_the_whole_conversation(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Первое")
    await teacher.wait_for("Первое")
    await teacher.press("Ответить")
    await teacher.wait_for("Напишите ответ")
    await teacher.write("Второе")
    await teacher.wait_for("Отправлено")
    await mother.wait_for("Второе")
    await mother.press("Разговор")
    page = await mother.wait_for("Первое")
    assert "Второе" in page.text
    await mother.press("Ответить")
    await mother.wait_for("Напишите ответ")
    await mother.write("Третье")
    await teacher.wait_for("Третье")
    told = await teacher.press("Ответ не нужен")
    assert told is not None
    assert "ответ не нужен" in told.text


async def test_a_pupil_s_thread_is_seen_by_the_guardians_of_grade_7_who_do_not_answer(story: Story) -> None:
    pupil, teacher, mother = await story.phones(school.IVANOV, school.ALGEBRA_TEACHER, school.MOTHER)
    await pupil.write("/write")
    assert (await pupil.wait_for("Кому написать")).button("Администрация") is None
    await pupil.press("Алла Борисовна")
    await pupil.wait_for("Напишите сообщение")
    await pupil.write("Можно пересдать?")
    came = await teacher.wait_for("Можно пересдать?")
    seen = await mother.wait_for("Можно пересдать?")
    assert "вы её видите как родитель" in seen.text
    assert seen.button("Ответить") is None
    await teacher.write("Можно", reply_to=came)
    await teacher.wait_for("Отправлено")
    await pupil.wait_for("Можно")
    await mother.wait_for("Можно")
    await mother.write("А я против", reply_to=seen)
    await mother.wait_for("вы её только видите")
    await teacher.stays_silent()


async def test_colleagues_write_to_each_other_by_name(story: Story) -> None:
    teacher, deputy = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY)
    await teacher.write("/write")
    await teacher.press("Коллеге")
    await teacher.wait_for("Выберите или напишите фамилию")
    await teacher.write("кузина")
    await teacher.press("Кузина Елена Юрьевна")
    await teacher.wait_for("Напишите сообщение")
    await teacher.write("Подмените меня в пятницу?")
    came = await deputy.wait_for("Подмените меня")
    assert "Алгебрина Алла Борисовна" in came.text
    await deputy.write("Да", reply_to=came)
    await teacher.wait_for("Да")


async def test_the_class_teacher_writes_to_one_child_s_guardians_at_once(story: Story) -> None:
    leads, mother, father = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER)
    await _write(leads, "7А", "Иванов Пётр", "Всем родителям", text="Пётр молодец")
    for phone in (mother, father):
        came = await phone.wait_for("Пётр молодец")
        assert "классный руководитель" in came.text
    await father.write("Спасибо", reply_to=came)
    await leads.wait_for("Спасибо")
    assert "Олег Николаевич, папа" in (await mother.wait_for("Спасибо")).text


async def test_a_message_of_the_night_comes_in_the_morning_and_the_writer_knows(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await story.later(hours=13)
    receipt = await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Завтра не придём")
    assert "Доставим завтра в 07:30" in receipt.text
    await teacher.stays_silent()
    await story.later(hours=10)
    await teacher.wait_for("Завтра не придём")


async def test_an_edit_within_fifteen_minutes_reaches_who_has_read_it_and_a_later_one_does_not(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/write")
    await mother.press("Иванов Пётр")
    await mother.press("Алла Борисовна")
    await mother.wait_for("Напишите сообщение")
    own = await mother.write("Придём в среду")
    came = await teacher.wait_for("Придём в среду")
    await mother.edit(own, "Придём в четверг")
    await mother.wait_for("Исправлено")
    changed = await teacher.wait_for("Придём в четверг")
    assert changed.id == came.id
    assert "изменено в" in changed.text
    assert changed.button("Ответить") is not None
    await story.later(minutes=16)
    await mother.edit(own, "Не придём")
    await mother.wait_for("Исправить можно 15 минут")
    await teacher.stays_silent()


async def _arrived(story: Story) -> bool:
    """Whether Telegram's answer is kept too, which comes after the phone has rung."""
    sent = select(outbox.c.id).where(outbox.c.kind == Kind.TALK, outbox.c.state == DeliveryState.SENT)
    return await story.application.database.reader.row(sent) is not None


async def test_text_that_nobody_asked_for_is_offered_as_the_answer(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Вопрос")
    await teacher.wait_for("Вопрос")
    await soon(lambda: _arrived(story))
    await teacher.write("Конечно, приходите")
    await teacher.wait_for("Это ответ на последнее сообщение")
    await mother.stays_silent()
    await teacher.press("Ответить: Мария Петровна")
    await teacher.wait_for("Отправлено")
    await mother.wait_for("Конечно, приходите")
    await story.later(days=2)
    await teacher.write("И снова слова")
    await teacher.wait_for("Не понял")


async def test_a_reply_leaves_the_form_that_goes_on(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Вопрос")
    came = await teacher.wait_for("Вопрос")
    await teacher.write("/write")
    await teacher.press("Коллеге")
    await teacher.press("Бегунов")
    await teacher.wait_for("Напишите сообщение")
    await teacher.write("Ответ маме", reply_to=came)
    await teacher.wait_for("Отправлено: Мария Петровна")
    await mother.wait_for("Ответ маме")
    await teacher.write("Коллеге слово")
    await teacher.wait_for("Отправлено: Игорь Олегович")
    sport = await story.phone(school.SPORT)
    await sport.wait_for("Коллеге слово")
    await mother.stays_silent()


async def test_commands_and_lesson_lines_go_their_own_way(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Вопрос")
    came = await teacher.wait_for("Вопрос")
    await teacher.write("/tomorrow", reply_to=came)
    await teacher.wait_for("Алгебра")
    await teacher.write("7а алгебра: Иванов 5")
    await teacher.wait_for("Иванов")
    await mother.stays_silent()


@pytest.mark.parametrize("person", [school.ORLOV_MOTHER, school.PETROVA_MOTHER, school.SECRETARY, school.ORLOV])
async def test_forged_buttons_open_no_thread_of_others(story: Story, person: PersonId) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Тайна")
    await teacher.wait_for("Тайна")
    phone = await story.phone(person)
    await phone.write("/menu")
    shown = await phone.wait_for("")
    chat = story.telegram.exchange.chat_of(phone.id, phone.id)
    for data in ("vh:1", "vi:1:0", "vg:1:1", "vj:1", "vk:1"):
        chat.posts[shown.id].payload["reply_markup"] = {"inline_keyboard": [[{"text": "·", "callback_data": data}]]}
        answer = await phone.press_raw(shown.id, data)
        assert answer is not None, data
        assert answer.show_alert, data
    await phone.stays_silent()


async def test_a_stranger_and_a_revoked_account_write_to_nobody(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Здравствуйте")
    came = await teacher.wait_for("Здравствуйте")
    stranger = await story.stranger()
    await stranger.start()
    await stranger.write("/write")
    await stranger.wait_for("код")
    async with story.application.database.begin() as tx:
        gone = {"ended_at": story.clock.now(), "ended_why": "revoked"}
        await tx.run(update(roles.bindings).where(roles.bindings.c.person_id == school.MOTHER).values(**gone))
        tx.touch("access")
    await teacher.write("Вы тут?", reply_to=came)
    await teacher.wait_for("Отправлено")
    await mother.write("Ответ")
    await mother.wait_for("код")
    await teacher.stays_silent()


async def test_a_guardian_whom_a_court_keeps_away_hears_and_says_nothing(story: Story) -> None:
    father, teacher = await story.phones(school.FATHER, school.ALGEBRA_TEACHER)
    await _write(father, "Иванов Пётр", "Алла Борисовна", text="Вопрос отца")
    came = await teacher.wait_for("Вопрос отца")
    async with story.application.database.begin() as tx:
        kin = roles.guardianships
        of_father = update(kin).where(kin.c.guardian_id == school.FATHER)
        await tx.run(of_father.values(restricted_at=story.clock.now(), restricted_by=school.ADMIN))
        for topic in ("lists", "access"):
            tx.touch(topic)
    await teacher.write("Ответ отцу", reply_to=came)
    await teacher.wait_for("Отправлено")
    await father.stays_silent()
    await father.write("И ещё")
    await father.wait_for("")
    await teacher.stays_silent()


async def test_who_chose_discreet_messages_opens_it_by_a_tap(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    async with story.application.database.begin() as tx:
        await tx.run(insert(person_settings).values(person_id=school.ALGEBRA_TEACHER, discreet=True))
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Личное")
    veiled = await teacher.wait_for("")
    assert "Личное" not in veiled.text
    assert "Иванов" not in veiled.text
    await teacher.press("Показать")
    await teacher.wait_for("Личное")
    await teacher.write("Понятно", reply_to=veiled)
    await mother.wait_for("Понятно")


async def test_photos_of_an_album_are_one_message(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/write")
    await mother.press("Иванов Пётр")
    await mother.press("Алла Борисовна")
    await mother.wait_for("Напишите сообщение")
    await mother.photo(grey_png(40, 40), "Справка", album="a")
    await mother.photo(grey_png(40, 41), album="a")
    await mother.wait_for("Отправлено")
    await story.later(seconds=4)
    came = await teacher.wait_for("Справка")
    rows = await story.application.database.reader.rows(talk.talk_files.select())
    assert len(rows) == 2
    assert len(await story.application.database.reader.rows(talk.thread_messages.select())) == 1
    pictures = [one for one in await teacher.messages() if "photo" in one.raw and not one.out]
    assert len(pictures) == 2
    await teacher.write("Получила", reply_to=pictures[1])
    await mother.wait_for("Получила")
    assert came.button("Ответить") is not None


async def _pupil_writes(story: Story) -> None:
    pupil, teacher = await story.phones(school.IVANOV, school.ALGEBRA_TEACHER)
    await pupil.write("/write")
    await pupil.press("Алла Борисовна")
    await pupil.wait_for("Напишите сообщение")
    await pupil.write("Можно пересдать?")
    await teacher.wait_for("Можно пересдать?")


async def test_guardians_of_a_tenth_grade_do_not_see_what_their_child_writes(story: Story) -> None:
    async with story.application.database.begin() as tx:
        await tx.run(update(classes).where(classes.c.id == school.CLASS_7A).values(grade=10))
        tx.touch("lists")
    mother = await story.phone(school.MOTHER)
    await _pupil_writes(story)
    await mother.stays_silent()


async def test_where_the_school_does_not_want_it_no_guardian_sees_a_pupil_s_thread(story: Story) -> None:
    story.settings.pupil_threads_seen_to_grade = 0
    await story.restart()
    mother = await story.phone(school.MOTHER)
    await _pupil_writes(story)
    await mother.stays_silent()
    await mother.write("/menu")
    shown = await mother.wait_for("")
    chat = story.telegram.exchange.chat_of(mother.id, mother.id)
    chat.posts[shown.id].payload["reply_markup"] = {"inline_keyboard": [[{"text": "·", "callback_data": "vh:1"}]]}
    refused = await mother.press_raw(shown.id, "vh:1")
    assert refused is not None
    assert refused.show_alert


async def test_after_a_restart_a_reply_still_finds_its_thread_and_so_does_one_to_own_words(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/write")
    await mother.press("Иванов Пётр")
    await mother.press("Алла Борисовна")
    await mother.wait_for("Напишите сообщение")
    own = await mother.write("Вопрос")
    came = await teacher.wait_for("Вопрос")
    await story.restart()
    await teacher.write("Ответ", reply_to=came)
    await mother.wait_for("Ответ")
    await mother.write("Дополню себя", reply_to=own)
    assert "Вопрос" in (await teacher.wait_for("Дополню себя")).text


async def test_a_word_about_homework_goes_to_the_teacher_and_a_lesson_line_to_the_journal(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="дз не записали, что задано?")
    await teacher.wait_for("дз не записали, что задано?")
    await teacher.press("Ответить")
    await teacher.wait_for("Напишите ответ")
    await teacher.write("7а алгебра: Иванов 5, Петрова 4")
    await teacher.wait_for("Петрова")
    await mother.stays_silent()
