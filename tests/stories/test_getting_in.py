"""Section 5: codes, consent, leaving, revoking; and what strangers and groups see."""

from domain.ids import PersonId
from domain.roles.codes import grouped
from handlers.kit.qr import qr_png
from handlers.roles.screens import BotCard
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

USERNAME = "zvonok_school_bot"


async def _code_for(story: Story, person: PersonId) -> str:
    issued = await story.application.wiring.codes().issue_by_program([person])
    return issued[0].code


async def _left(story: Story, person: PersonId) -> Phone:
    """A phone that was bound, and has left."""
    phone = await story.phone(person)
    await phone.write("/me")
    await phone.wait_for("Вход открыт")
    await phone.press("Выйти здесь")
    await phone.press("Да, выйти")
    await phone.wait_for("Вы вышли")
    return phone


async def test_a_stranger_is_told_where_codes_come_from_and_nothing_else(story: Story) -> None:
    stranger = await story.stranger()
    for said in ("/start", "привет", "/tomorrow", "/marks", "/lesson", "/class всем привет"):
        await stranger.write(said)
        await stranger.wait_for("одноразовый код")
        await story.later(minutes=1)


async def test_a_link_brings_a_pupil_in_at_once(story: Story) -> None:
    stranger = await story.stranger()
    await stranger.start(await _code_for(story, school.SIDOROV))
    entered = await stranger.wait_for("Вы вошли")
    assert "Семён, что посмотрим?" in entered.text
    await stranger.write("/tomorrow")
    await stranger.wait_for("Английский язык")
    assert "tomorrow" in stranger.commands


async def test_a_guardian_sees_nothing_before_the_consent_and_a_refusal_binds_nothing(story: Story) -> None:
    async with story.application.database.begin() as tx:
        await tx.consents.answer(school.MOTHER, 1, False)
    stranger = await story.stranger()
    code = await _code_for(story, school.MOTHER)
    await stranger.write(code[:4] + "-" + code[4:8].lower() + " " + code[8:])
    await stranger.wait_for("согласия на обработку")
    await stranger.press("Не сейчас")
    await stranger.wait_for("ничего не подключено")
    await stranger.write("/tomorrow")
    await stranger.wait_for("одноразовый код")
    await stranger.write(code)
    await stranger.wait_for("согласия на обработку")
    await stranger.press("Согласен")
    await stranger.wait_for("Осталось подписать")
    await story.later(minutes=1)
    await stranger.write("/tomorrow")
    await stranger.wait_for("одноразовый код")
    await stranger.write("Иванова Мария Олеговна")
    await stranger.wait_for("Имя пока не совпало")
    await stranger.write("иванова  МАРИЯ петровна")
    await stranger.wait_for("Вы вошли")
    await stranger.write("/tomorrow")
    assert "Алгебра" in (await stranger.wait_for("Пётр")).text


async def test_a_code_is_good_once(story: Story) -> None:
    first, second = await story.stranger(98), await story.stranger(99)
    code = await _code_for(story, school.SIDOROV)
    await first.write(code)
    await first.wait_for("Вы вошли")
    await second.write(code)
    await second.wait_for("Код не подходит")


async def test_after_five_wrong_codes_the_right_one_is_answered_alike(story: Story) -> None:
    stranger = await story.stranger()
    for _ in range(5):
        await stranger.write("AAAA-AAAA-AA1")
        await stranger.wait_for("Код не подходит")
    code = await _code_for(story, school.SIDOROV)
    await stranger.write(code)
    await stranger.wait_for("Код не подходит")
    await story.later(minutes=16)
    await stranger.write(code)
    await stranger.wait_for("Вы вошли")


async def test_who_leaves_is_a_stranger_at_the_next_tap(story: Story) -> None:
    mother = await _left(story, school.MOTHER)
    await mother.write("/tomorrow")
    await mother.wait_for("одноразовый код")


async def test_the_class_teacher_gives_a_new_code_and_revokes_at_once(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.PETROVA_MOTHER)
    await mother.write("/tomorrow")
    menu = await mother.wait_for("Алгебра")
    await teacher.write("/menu")
    await teacher.wait_for("классный руководитель")
    await teacher.press("Доступ класса")
    assert "Родители: вошли 5 из 5" in (await teacher.wait_for("Доступ, 7А")).text
    await teacher.press("Петрова Ольга")
    await teacher.wait_for("Петрова Ольга Викторовна")
    await teacher.press("Закрыть доступ")
    await teacher.wait_for("На всех устройствах сразу")
    await teacher.press("Да, закрыть")
    answer = await mother.press_raw(menu.id, menu.buttons[0][0].data or "")
    assert answer is not None
    assert answer.show_alert
    await teacher.wait_for("Родители: вошли 4 из 5")
    await teacher.press("Петрова Ольга")
    await teacher.press("Новый код")
    issued = await teacher.wait_for("Код одноразовый")
    code = issued.text.split("start=")[1].split()[0]
    await teacher.press("QR")
    picture = await teacher.wait_for(grouped(code))
    assert await teacher.download(picture.raw["photo"][-1]["file_id"]) == qr_png(BotCard(USERNAME).link(code))
    await mother.start(code)
    await mother.wait_for("Ждём подтверждения")
    await teacher.press("Подтвердить")
    await mother.wait_for("Вас подтвердили")


async def test_in_a_group_nothing_is_shown(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    group = mother.in_group(await story.people.group("Родители 7А", [mother]))
    await group.write("/tomorrow")
    answer = await group.wait_for("Напишите мне лично")
    assert "Алгебра" not in answer.text
    await group.write("всем привет")
    await group.stays_silent()


async def test_help_menu_me_settings_and_cancel_answer_everyone(story: Story) -> None:
    for person in school.PEOPLE:
        phone = await story.phone(person)
        for command in ("/help", "/menu", "/me", "/cancel", "что-то непонятное"):
            await phone.write(command)
            message = await phone.wait_for("")
            assert message.text, (person, command)


async def test_the_language_is_chosen_by_the_person(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/me")
    await mother.wait_for("Иванова Мария Петровна")
    await mother.press("English")
    await mother.wait_for("You come in from")
    await mother.write("/tomorrow")
    await mother.wait_for("Wednesday, 25 November")
