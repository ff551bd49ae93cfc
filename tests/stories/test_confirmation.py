"""2.2.2, 3.3.9: a guardian's first account waits for the class teacher; new phones are told of, and «это не мы»."""

import pytest
from sqlalchemy import select, update

from domain.ids import PersonId
from domain.roles.access_control import Access
from storage.tables.messaging import outbox
from storage.tables.roles import bindings
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

WAITS = "Ждём подтверждения"
CARD = "Код введён"


async def _code_for(story: Story, person: PersonId) -> str:
    return (await story.application.wiring.codes().issue_by_program([person]))[0].code


async def _out(story: Story, *persons: PersonId) -> None:
    """As if these had never come in."""
    async with story.application.database.begin() as tx:
        mine = bindings.c.person_id.in_(persons)
        await tx.run(update(bindings).where(mine).values(ended_at=school.STARTED, ended_why="revoked"))
        tx.touch("access")


async def _comes(story: Story, person: PersonId, name: str = "Кто-то", user_id: int = 99) -> Phone:
    phone = await story.people.new_phone(name, user_id=user_id)
    await phone.start(await _code_for(story, person))
    return phone


async def _account(story: Story, telegram_id: int) -> int:
    asked = select(bindings.c.id).where(bindings.c.telegram_id == telegram_id).order_by(bindings.c.id.desc())
    row = await story.application.database.reader.row(asked)
    assert row is not None
    return int(row[0])


async def _why_ended(story: Story, telegram_id: int) -> str | None:
    asked = select(bindings.c.ended_why).where(bindings.c.telegram_id == telegram_id).order_by(bindings.c.id.desc())
    row = await story.application.database.reader.row(asked)
    return str(row[0]) if row and row[0] else None


async def _asked(story: Story) -> tuple[Phone, Phone, Message]:
    """The newcomer who waits, the class teacher, and the card before her."""
    await _out(story, school.PETROVA_MOTHER)
    newcomer = await _comes(story, school.PETROVA_MOTHER, "Оля & <мама>")
    await newcomer.wait_for(WAITS)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    return newcomer, teacher, await teacher.wait_for(CARD)


async def test_a_guardians_first_account_sees_nothing_until_the_class_teacher_confirms(story: Story) -> None:
    newcomer, teacher, card = await _asked(story)
    assert "Петрова Ольга Викторовна" in card.text
    assert "Петрова Анна (7А)" in card.text
    assert "Оля & <мама>" in card.text
    assert "24 ноября в 08:40" in card.text
    for said in ("/tomorrow", "/marks", "/menu", "/me", "/absent", "привет"):
        await newcomer.write(said)
        await newcomer.wait_for(WAITS)
    answer = await newcomer.press("Проверить")
    assert answer is not None
    assert "Пока не подтвердили" in answer.text
    await teacher.press("Подтвердить", message=card)
    await teacher.wait_for("Подтверждено: Павлова Ольга Павловна")
    await newcomer.wait_for("Вас подтвердили")
    await newcomer.press("Открыть дневник")
    await newcomer.wait_for("Вы вошли")
    assert "marks" in newcomer.commands
    await newcomer.write("/tomorrow")
    assert "Алгебра" in (await newcomer.wait_for("Анна")).text


async def test_whom_the_class_teacher_does_not_know_is_out_and_the_code_with_them(story: Story) -> None:
    newcomer, teacher, card = await _asked(story)
    other_code = await _code_for(story, school.PETROVA_MOTHER)
    await teacher.press("Не знаю", message=card)
    await teacher.wait_for("Вход отклонён")
    await newcomer.wait_for("Вход не подтвердили")
    assert await _why_ended(story, 99) == "declined"
    await newcomer.write(other_code)
    await newcomer.wait_for("Код не подходит")
    for data in ("mn", "alc", f"ali:{await _account(story, 99)}:1"):
        await story.later(minutes=1)
        assert "закрыт" in (await forged(story, 99, data))["text"], data
    again = await _comes(story, school.PETROVA_MOTHER, user_id=98)
    await again.wait_for("согласия")
    await again.press("согласен")
    await again.wait_for("Осталось подписать")
    await again.write(school.PEOPLE[school.PETROVA_MOTHER].full)
    await again.wait_for(WAITS)


async def test_a_card_pressed_twice_or_the_other_way_changes_nothing(story: Story) -> None:
    _, teacher, card = await _asked(story)
    yes, no = (card.button(label) for label in ("Подтвердить", "Не знаю"))
    assert yes is not None
    assert no is not None
    await teacher.press_raw(card.id, yes.data or "")
    me = school.telegram_id(school.CLASS_TEACHER_7A)
    assert "уже решено" in (await forged(story, me, yes.data or ""))["text"]
    assert "решили иначе" in (await forged(story, me, no.data or ""))["text"]
    assert await _why_ended(story, 99) is None


async def test_two_class_teachers_are_asked_and_the_first_answer_stands(story: Story) -> None:
    await _out(story, school.MOTHER)
    newcomer = await _comes(story, school.MOTHER)
    await newcomer.wait_for(WAITS)
    first, second = await story.phones(school.CLASS_TEACHER_7A, school.PRIMARY)
    card, other = await first.wait_for(CARD), await second.wait_for(CARD)
    await first.press("Подтвердить", message=card)
    await newcomer.wait_for("Вас подтвердили")
    await second.wait_for("Подтверждено: Павлова")
    late = other.button("Не знаю")
    assert late is not None
    answer = await forged(story, second.id, late.data or "")
    assert "решили иначе" in answer["text"]


@pytest.mark.parametrize(
    "person", [school.PRIMARY, school.DEPUTY, school.MOTHER, school.IVANOV, school.SECRETARY, school.SITE_EDITOR]
)
async def test_nobody_else_decides(story: Story, person: PersonId) -> None:
    newcomer, _, card = await _asked(story)
    account = await _account(story, 99)
    for data in (f"ali:{account}:1", f"ali:{account}:0", f"alo:{account}", f"alw:{school.CLASS_7A}", f"aln:{account}"):
        assert (await forged(story, school.telegram_id(person), data)).get("show_alert"), data
    await newcomer.write("/tomorrow")
    await newcomer.wait_for(WAITS)
    await story.stranger(97)
    assert "закрыт" in (await forged(story, 97, f"ali:{account}:1"))["text"]
    assert await _why_ended(story, 99) is None
    assert card.id


async def test_the_newcomer_cannot_let_oneself_in(story: Story) -> None:
    newcomer, _, _ = await _asked(story)
    for data in (f"ali:{await _account(story, 99)}:1", f"aln:{await _account(story, 1201)}", "mn", "me"):
        await forged(story, 99, data)
    await newcomer.write("/menu")
    await newcomer.wait_for(WAITS)


async def test_where_a_class_has_no_teacher_the_administrator_is_asked(story: Story) -> None:
    await _out(story, school.ORLOV_MOTHER)
    newcomer = await _comes(story, school.ORLOV_MOTHER)
    await newcomer.wait_for(WAITS)
    admin = await story.phone(school.ADMIN)
    await admin.wait_for(CARD)
    await admin.press("Подтвердить")
    await newcomer.wait_for("Вас подтвердили")


async def test_the_class_list_counts_who_waits_and_leads_to_them(story: Story) -> None:
    _, teacher, _ = await _asked(story)
    await teacher.write("/menu")
    await teacher.press("Доступ класса")
    seen = await teacher.wait_for("вошли 4 из 5")
    assert "Ждут подтверждения: 1" in " ".join(seen.labels)
    await teacher.press("Ждут подтверждения")
    await teacher.wait_for("Ждут подтверждения, 7А")
    await teacher.press("Петрова Ольга")
    await teacher.wait_for(CARD)
    await teacher.press("Подтвердить")
    await teacher.wait_for("Подтверждено")
    await teacher.press("Кто ещё ждёт")
    await teacher.wait_for("подтверждения никто не ждёт")


async def test_while_one_waits_no_message_about_the_child_is_queued_for_them(story: Story) -> None:
    await _asked(story)
    account = await _account(story, 99)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/class Собрание в шесть")
    await teacher.wait_for("Получат", button="Отправить")
    await teacher.press("Отправить")
    await story.later(hours=10)
    rows = await story.application.database.reader.rows(select(outbox.c.kind).where(outbox.c.account_id == account))
    assert [row.kind for row in rows] == []


async def test_a_further_phone_of_a_known_guardian_is_in_at_once_and_the_others_hear(story: Story) -> None:
    mother, father = await story.phones(school.MOTHER, school.FATHER)
    second = await _comes(story, school.MOTHER, "Мария-планшет")
    await second.wait_for("Вы вошли")
    told = await mother.wait_for("Подключён новый телефон")
    assert "Мария-планшет" in told.text
    told = await father.wait_for("Подключён новый телефон")
    assert "Иванова Мария Петровна" in told.text
    assert "Иванов Пётр (7А), Иванова Маша (1А)" not in told.text
    for person in (school.IVANOV, school.PETROVA_MOTHER, school.CLASS_TEACHER_7A):
        await (await story.phone(person)).stays_silent(0.1)


async def test_not_us_shuts_the_phone_at_once_and_school_hears(story: Story) -> None:
    father = await story.phone(school.FATHER)
    thief = await _comes(story, school.MOTHER, "Чужой")
    await thief.wait_for("Вы вошли")
    await father.wait_for("Подключён новый телефон")
    await father.press("Это не мы")
    await father.wait_for("Закрыто")
    await thief.write("/tomorrow")
    await thief.wait_for("одноразовый код")
    for person in (school.CLASS_TEACHER_7A, school.PRIMARY, school.ADMIN):
        told = await (await story.phone(person)).wait_for("Вход с нового телефона закрыт")
        assert "Иванова Мария Петровна" in told.text
    mother = await story.phone(school.MOTHER)
    await mother.write("/tomorrow")
    await mother.wait_for("Пётр")


async def test_the_new_phone_cannot_shut_out_the_old_ones(story: Story) -> None:
    thief = await _comes(story, school.MOTHER, "Чужой")
    await thief.wait_for("Вы вошли")
    for person in (school.MOTHER, school.FATHER):
        answer = await forged(story, thief.id, f"aln:{await _account(story, school.telegram_id(person))}")
        assert answer.get("show_alert")
    assert await _why_ended(story, school.telegram_id(school.FATHER)) is None
    assert await _why_ended(story, school.telegram_id(school.MOTHER)) is None


async def test_another_adults_phone_is_not_shut_out_a_week_later_but_ones_own_is(story: Story) -> None:
    mother, father = await story.phones(school.MOTHER, school.FATHER)
    second = await _comes(story, school.MOTHER, "Планшет")
    await second.wait_for("Вы вошли")
    theirs, own = await father.wait_for("новый телефон"), await mother.wait_for("новый телефон")
    await story.later(days=8)
    answer = await father.press("Это не мы", message=theirs)
    assert answer is not None
    assert "больше недели" in answer.text
    await mother.press("Это не мы", message=own)
    await mother.wait_for("Закрыто")
    assert await _why_ended(story, 99) == "revoked"


async def test_staff_and_pupils_are_not_asked_but_their_other_phones_hear(story: Story) -> None:
    for number, person in enumerate((school.ALGEBRA_TEACHER, school.SIDOROV, school.DEPUTY), 90):
        phone = await _comes(story, person, f"Телефон {number}", number)
        await phone.wait_for("Вы вошли")
        told = await (await story.phone(person)).wait_for("Подключён новый телефон")
        assert f"Телефон {number}" in told.text


async def test_who_was_confirmed_and_then_revoked_is_asked_about_again(story: Story) -> None:
    newcomer, teacher, card = await _asked(story)
    await teacher.press("Подтвердить", message=card)
    await newcomer.wait_for("Вас подтвердили")
    access: Access = story.application.services.access
    actor = await story.application.wiring.actors.actor(school.telegram_id(school.CLASS_TEACHER_7A))
    assert actor is not None
    assert await access.revoke(actor, school.PETROVA_MOTHER) == 1
    await newcomer.write("/tomorrow")
    await newcomer.wait_for("одноразовый код")
    await newcomer.start(await _code_for(story, school.PETROVA_MOTHER))
    await newcomer.wait_for(WAITS)
    await teacher.wait_for(CARD)


async def test_an_old_card_of_one_who_left_meanwhile_says_so(story: Story) -> None:
    newcomer, teacher, card = await _asked(story)
    await newcomer.press("Выйти здесь")
    await newcomer.press("Да, выйти")
    await newcomer.wait_for("Вы вышли")
    answer = await teacher.press("Подтвердить", message=card)
    assert answer is not None
    assert answer.show_alert
    row = await story.application.database.reader.row(
        select(bindings.c.confirmed_at).where(bindings.c.telegram_id == 99)
    )
    assert row is not None
    assert row[0] is None
