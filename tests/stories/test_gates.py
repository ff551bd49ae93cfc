"""What stands between words and whom they reach: pace, answers only, urgency, codes, lists of pupils."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from domain.ids import PersonId
from domain.roles.codes import grouped, new_code
from storage.tables import roles
from storage.tables.journal import change_log
from storage.tables.school import enrolments
from storage.tables.talk import thread_messages, threads, writing_limits
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story

SATURDAY_EVENING = datetime(2026, 11, 28, 20, 0, tzinfo=school.ZONE)
"""Outside of everyone's working hours until Monday."""


async def _ask(phone: Phone, *taps: str) -> Message:
    await phone.write("/write")
    for tap in taps:
        await phone.press(tap)
    return await phone.wait_for("Напишите сообщение")


async def _write(phone: Phone, *taps: str, text: str) -> None:
    await _ask(phone, *taps)
    await phone.write(text)


async def _said(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).select_from(thread_messages))
    return int(row[0]) if row else 0


async def test_on_a_saturday_evening_the_writer_sees_monday_and_the_teacher_hears_then(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    story.clock.set(SATURDAY_EVENING)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Можно пересдать?")
    assert "в понедельник, 30 ноября, в 07:30" in (await mother.wait_for("Доставим")).text
    await story.later(hours=20)
    await teacher.stays_silent()
    await story.later(hours=15, minutes=31)
    await teacher.wait_for("Можно пересдать?")


async def test_the_deputy_writes_urgently_at_any_hour_and_the_audit_knows(story: Story) -> None:
    deputy, teacher, director = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER, school.DIRECTOR)
    story.clock.set(SATURDAY_EVENING)
    await deputy.write("/write")
    await deputy.press("Коллеге")
    await deputy.press("Алгебрина Алла Борисовна")
    await deputy.wait_for("Напишите сообщение", button="⚡ Срочно: нет")
    await deputy.press("⚡ Срочно: нет")
    await deputy.wait_for("Напишите сообщение", button="⚡ Срочно: да, придёт в любое время")
    await deputy.write("Завтра вторая смена с девяти")
    assert "Доставим" not in (await deputy.wait_for("Отправлено")).text
    assert "Срочно" in (await teacher.wait_for("вторая смена")).text
    rows = await story.application.database.reader.rows(select(change_log).where(change_log.c.what == "urgent"))
    assert [(row.person_id, sorted(row.after)) for row in rows] == [(school.DEPUTY, ["message", "thread"])]
    await director.write("/audit")
    await director.press("Кто менял")
    await director.wait_for("срочное сообщение")


async def test_the_sixth_urgent_message_of_a_day_goes_without_the_mark(story: Story) -> None:
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    for number in range(6):
        await deputy.write("/write")
        await deputy.press("Коллеге")
        await deputy.press("Алгебрина Алла Борисовна")
        await deputy.press("⚡ Срочно: нет")
        await deputy.wait_for("Напишите сообщение", button="⚡ Срочно: да")
        await deputy.write(f"Срочное дело {number}")
        if number < 5:
            await deputy.wait_for("Отправлено")
            await teacher.wait_for(f"дело {number}")
            await story.later(minutes=1)
    await deputy.wait_for("Сегодня вы отправили уже 5 срочных сообщений", button="Отправить без пометки")
    await deputy.press("Отправить без пометки")
    await deputy.wait_for("Отправлено")
    assert "⚡" not in (await teacher.wait_for("дело 5")).text


@pytest.mark.parametrize("person", [school.MOTHER, school.ALGEBRA_TEACHER, school.ADMIN, school.CLASS_TEACHER_7A])
async def test_nobody_else_is_offered_the_mark(story: Story, person: int) -> None:
    phone = await story.phone(PersonId(person))
    await phone.write("/write")
    await phone.press("Администратору" if person != school.ADMIN else "Коллеге")
    if person == school.ADMIN:
        await phone.press("Алгебрина Алла Борисовна")
    asked = await phone.wait_for("Напишите сообщение")
    assert not any("Срочно" in label for label in asked.labels)


async def test_the_twenty_first_message_waits_and_is_not_lost(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Первое")
    await mother.wait_for("Отправлено")
    await teacher.wait_for("Первое")
    now, database = story.clock.now(), story.application.database
    async with database.begin() as tx:
        row = {"thread_id": 1, "author_id": school.MOTHER, "party": "asking", "text": "…", "written_at": now}
        source = {"source_account_id": school.account_of(school.MOTHER)}
        await tx.run(insert(thread_messages), [{**row, **source, "source_message_id": 9000 + n} for n in range(19)])
    await _write(mother, "Иванов Пётр", "Алла Борисовна", text="Двадцать первое")
    shown = await mother.wait_for("Следующее уйдёт через 10 минут", button="Отправить ещё раз")
    assert "Ваш текст сохранён" in shown.text
    await story.later(minutes=10)
    await mother.press("Отправить ещё раз")
    await mother.wait_for("Отправлено")
    await teacher.wait_for("Двадцать первое")


async def test_who_is_limited_answers_and_asks_but_begins_nothing(story: Story) -> None:
    father, teacher, admin = await story.phones(school.FATHER, school.ALGEBRA_TEACHER, school.ADMIN)
    await teacher.write("/write")
    await teacher.press("7А")
    await teacher.press("Иванов Пётр")
    await teacher.press("Олег Николаевич")
    await teacher.wait_for("Напишите сообщение")
    await teacher.write("Пётр молодец")
    came = await father.wait_for("Пётр молодец")
    now = story.clock.now() - timedelta(days=1)
    row = {"person_id": school.FATHER, "reason": "Грубость", "limited_by": school.ADMIN, "limited_at": now}
    async with story.application.database.begin() as tx:
        await tx.run(insert(writing_limits).values(**row))
    await father.write("Спасибо", reply_to=came)
    await father.wait_for("Отправлено")
    await teacher.wait_for("Спасибо")
    before = await _said(story)
    await _write(father, "Иванов Пётр", "Ольга Павловна", text="А вы?")
    refused = await father.wait_for("отвечать школе можно")
    assert "Грубость" in refused.text
    assert await _said(story) == before
    await father.write("/ask За что?")
    await father.wait_for("Отправлено")
    await admin.wait_for("За что?")


async def test_a_live_code_is_asked_about_sent_on_or_changed(story: Story) -> None:
    teacher, colleague = await story.phones(school.ALGEBRA_TEACHER, school.SPORT)
    code, now = new_code(), story.clock.now()
    row = {"person_id": school.FATHER, "roles": ["guardian"], "issued_at": now, "expires_at": now + timedelta(days=9)}
    async with story.application.database.begin() as tx:
        hashed = story.application.wiring.hasher(code)
        await tx.run(insert(roles.access_codes).values(**row, code_hash=hashed))
    await teacher.write("/write")
    await teacher.press("Коллеге")
    await teacher.press("Бегунов Игорь Олегович")
    await teacher.wait_for("Напишите сообщение")
    await teacher.write(f"Код отца: {grouped(code)}")
    await teacher.wait_for("одноразовый код", button="Отправить")
    await colleague.stays_silent()
    await teacher.press("Изменить")
    await teacher.wait_for("Напишите сообщение")
    await teacher.write(f"Код: {grouped(code)}")
    await teacher.wait_for("одноразовый код")
    await teacher.press("Отправить")
    await teacher.wait_for("Отправлено")
    await colleague.wait_for(grouped(code))
    kept = await story.application.database.reader.row(select(func.count()).select_from(threads))
    assert kept is not None
    assert kept[0] == 1


async def test_a_list_of_the_class_is_asked_about_before_it_goes_to_its_families(story: Story) -> None:
    leads, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    async with story.application.database.begin() as tx:
        row = {"surname": "Зайцев", "given": "Олег", "name_norm": "зайцев олег", "created_at": school.STARTED}
        pupil = await tx.add(insert(roles.people).values(**row))
        seat = {"pupil_id": pupil, "class_id": school.CLASS_7A, "from_day": school.STARTED.date()}
        await tx.run(insert(enrolments).values(**seat))
        tx.touch("lists")
    await leads.write("/class Не сдали деньги: Иванов, Петрова, Сидоров, Кузина, Зайцев")
    await leads.press("Отправить")
    await leads.wait_for("Похоже на список учеников 7А: 5 имён", button="Изменить")
    await mother.stays_silent()
    await leads.press("Отправить")
    await mother.wait_for("Не сдали деньги")
