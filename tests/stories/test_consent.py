"""Consent as a document: worded anew, signed, withdrawn, collected on paper, and who may not."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.attendance.presence import Presence
from domain.errors import NotAllowed, NotFound
from domain.roles.consents import NoDayOfPaper, WithdrawnSince
from domain.school.timetable import LessonRef
from storage.tables.office import erasures
from storage.tables.roles import bindings, consents
from tests import school
from tests.stories.conftest import Story

TEXT = "Школа № 5 просит согласия на обработку данных <с 1 сентября> & далее"
DAY = timedelta(days=1)


async def _reword(story: Story) -> None:
    director = await story.phone(school.DIRECTOR)
    await director.write("/consents")
    await director.wait_for("Какой класс")
    await director.press("Текст согласия")
    await director.wait_for("Версия текста: 1")
    await director.press("Новый текст")
    await director.wait_for("152-ФЗ")
    await director.write(TEXT)
    shown = await director.wait_for("Подписать заново попросим 6 человек")
    assert TEXT in shown.text
    await director.press("Опубликовать")
    await director.wait_for("Опубликовано, версия 2")


async def test_a_new_text_is_signed_by_the_full_name_before_anything_else_is_shown(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await _reword(story)
    await mother.wait_for("Школа обновила согласие")
    await mother.press("Прочитать согласие")
    assert TEXT in (await mother.wait_for("Версия текста: 2")).text
    await mother.press("согласен(на)")
    await mother.wait_for("Осталось подписать")
    await mother.write("Иванова Мария Олеговна")
    refused = await mother.wait_for("Имя пока не совпало")
    assert "Петровна" not in refused.text
    await mother.write("/tomorrow")
    await mother.wait_for("Версия текста: 2")
    await mother.write("Мария Петровна ИВАНОВА")
    await mother.wait_for("Согласие подписано")
    await mother.write("/tomorrow")
    await mother.wait_for("Алгебра")
    row = await story.application.database.reader.row(
        select(consents).where(consents.c.person_id == school.MOTHER).order_by(consents.c.id.desc())
    )
    assert row is not None
    assert (row.version, row.accepted, row.full_name) == (2, True, "Мария Петровна ИВАНОВА")


async def test_until_it_is_answered_the_earlier_consent_goes_on_carrying_messages(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await _reword(story)
    await mother.wait_for("Школа обновила согласие")
    await _absent(story)
    await mother.wait_for("Пётр")


async def test_who_withdraws_sees_nothing_at_once_and_what_waited_is_dropped(story: Story) -> None:
    mother, father, admin = await story.phones(school.MOTHER, school.FATHER, school.ADMIN)
    await story.application.services.roll_call.set_status(
        school.actor(school.ALGEBRA_TEACHER), _lesson(), school.IVANOV, Presence.ABSENT
    )
    await mother.write("/settings")
    await mother.wait_for("Уведомления")
    await mother.press("Согласие")
    await mother.wait_for("Ваш ответ")
    await mother.press("Отозвать согласие")
    await mother.wait_for("закроется сразу")
    await mother.press("Да, отозвать")
    await mother.wait_for("Согласие отозвано")
    told = await admin.wait_for("Согласие отозвано")
    assert "Иванова Мария Петровна" in told.text
    assert "Иванов Пётр" in told.text
    await story.later(minutes=3)
    await father.wait_for("Пётр")
    await mother.write("/tomorrow")
    await mother.wait_for("одноразовый код")
    await mother.stays_silent()
    database = story.application.database
    asked = await database.reader.row(select(erasures))
    assert asked is not None
    assert (asked.person_id, asked.why, asked.state) == (school.MOTHER, "withdrawn", "asked")


async def test_a_deputy_who_withdraws_as_a_mother_stays_a_deputy(story: Story) -> None:
    database = story.application.database
    await story.application.services.consents.withdraw(school.actor(school.DEPUTY))
    row = await database.reader.row(select(bindings).where(bindings.c.person_id == school.DEPUTY))
    assert row is not None
    assert (row.roles, row.ended_at) == (["deputy", "teacher"], None)
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/menu")
    assert "родитель" not in (await deputy.wait_for("завуч")).text


async def test_the_class_teacher_writes_a_paper_down_and_the_guardian_comes_in_without_typing(story: Story) -> None:
    await _reword(story)
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.PETROVA_MOTHER)
    await teacher.write("/consents")
    listed = await teacher.wait_for("Согласия, 7А · есть 0 из 5")
    assert "Сидорова Ж. Л." in listed.text
    await teacher.press("Петрова О. В.")
    await teacher.wait_for("прежний текст")
    await teacher.press("Вчера")
    await teacher.wait_for("есть 1 из 5")
    await teacher.press("Сидорова Ж. Л.")
    await teacher.press("Другой день")
    await teacher.wait_for("Напишите день")
    await teacher.write("в прошлом году")
    await teacher.wait_for("День понять не удалось")
    await teacher.write("23.11")
    listed = await teacher.wait_for("есть 2 из 5")
    assert "📄 Сидорова Ж. Л. · 23.11.2026" in listed.text
    await mother.write("/tomorrow")
    await mother.wait_for("Алгебра")


async def test_who_may_not(story: Story) -> None:
    services = story.application.services
    found = services.consents
    for person in (school.MOTHER, school.IVANOV, school.SECRETARY, school.SITE_EDITOR, school.DEPUTY, school.PRIMARY):
        actor = school.actor(person)
        with pytest.raises(NotAllowed):
            await found.of_class(actor, school.CLASS_7A)
        with pytest.raises(NotFound):
            await found.record(actor, school.ORLOV_MOTHER, school.TUESDAY)
        with pytest.raises(NotAllowed):
            await found.publish(actor, 2, "Текст")
    for person in (school.ALGEBRA_TEACHER, school.IVANOV, school.ADMIN):
        with pytest.raises(NotAllowed):
            await found.withdraw(school.actor(person))
    with pytest.raises(NotAllowed):
        await found.publish(school.actor(school.CLASS_TEACHER_7A), 2, "Текст")
    with pytest.raises(NotFound):
        await found.record(school.actor(school.DIRECTOR), school.MOTHER, school.TUESDAY)
    with pytest.raises(NotFound):
        await found.record(school.actor(school.ADMIN), school.ALGEBRA_TEACHER, school.TUESDAY)
    stranger = await story.stranger()
    await stranger.write("/consents")
    await stranger.wait_for("одноразовый код")
    pupil = await story.phone(school.IVANOV)
    await pupil.write("/consents")
    assert "Какой класс" not in (await pupil.wait_for("")).text


async def test_a_paper_of_tomorrow_and_one_older_than_the_withdrawal_are_refused(story: Story) -> None:
    found = story.application.services.consents
    teacher = school.actor(school.CLASS_TEACHER_7A)
    with pytest.raises(NoDayOfPaper):
        await found.record(teacher, school.MOTHER, school.TUESDAY + DAY)
    await found.withdraw(school.actor(school.MOTHER))
    with pytest.raises(WithdrawnSince):
        await found.record(teacher, school.MOTHER, school.TUESDAY - DAY)
    await found.record(teacher, school.MOTHER, school.TUESDAY)


def _lesson() -> LessonRef:
    return LessonRef(school.entry_of(0), school.TUESDAY)


async def _absent(story: Story) -> None:
    teacher = school.actor(school.ALGEBRA_TEACHER)
    await story.application.services.roll_call.set_status(teacher, _lesson(), school.IVANOV, Presence.ABSENT)
    await story.later(minutes=3)
