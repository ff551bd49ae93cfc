"""Polls and gatherings: composed with an announcement, answered from the letter by one tap, counted for the sender."""

import asyncio
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from secrets import token_hex

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import insert

from domain.ids import AnnouncementId, PersonId
from domain.talk.announcements import Draft
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.polls import PollDraft, PollKind
from domain.talk.wording import Wording
from storage.tables.messaging import preferences
from storage.tables.roles import bindings
from tests import school
from tests.people import Phone
from tests.polls import COMING, MEETINGS
from tests.stories.conftest import Story
from tests.stories.forging import forged

CLASS_7A = Scope.of_class(school.CLASS_7A, "7А")
TEACHER, OTHER = school.CLASS_TEACHER_7A, school.PETROVA_MOTHER


async def _asked(
    story: Story,
    poll: PollDraft = COMING,
    *,
    scope: Scope = CLASS_7A,
    audience: Audience = Audience.GUARDIANS,
    sender: PersonId = TEACHER,
) -> AnnouncementId:
    """Sent, and past the minute in which it could be taken back. The live line is a message that the sender has."""
    phone = await story.phone(sender)
    await phone.write("/menu")
    shown = await phone.wait_for("")
    draft = Draft(token_hex(4), scope, audience, Wording("Собрание в среду?"), asks=False, poll=poll)
    state = await story.application.services.announcing.send(school.actor(sender), draft, shown.id)
    await story.later(seconds=61)
    return state.id


async def _results(story: Story, phone: Phone) -> None:
    await story.later(seconds=4)
    await phone.wait_for("Ответили на опрос")
    await phone.press("📊 Ответы")
    await phone.wait_for("Ответы")


async def test_a_gathering_is_composed_in_taps_and_answered_by_one(story: Story) -> None:
    teacher, mother, father, other = await story.phones(TEACHER, school.MOTHER, school.FATHER, OTHER)
    await teacher.write("/class Собрание в среду в 18:30")
    await teacher.wait_for("7А", button="📊 Опрос")
    await teacher.press("📊 Опрос")
    await teacher.wait_for("Как на него отвечать")
    await teacher.press("Приду / не приду")
    shown = await teacher.wait_for("Так увидят опрос")
    assert "▫️ Приду" in shown.text
    await teacher.press("✅ Готово")
    await teacher.wait_for("7А", button="📊 Опрос ✓")
    await teacher.press("Как увидят")
    preview = await teacher.wait_for("Собрание в среду", button="Приду")
    assert preview.button("Не приду") is not None
    await teacher.press("Отправить")
    await story.later(seconds=61)
    letter = await mother.wait_for("Собрание в среду в 18:30", button="Приду")
    assert "Выберите один вариант" in letter.text
    assert "С именами" in letter.text
    answer = await mother.press("Приду")
    assert answer is not None
    assert "записали" in answer.text
    await mother.wait_for("Ваш ответ: Приду", button="Изменить ответ")
    await father.wait_for("Собрание", button="Приду")
    await father.press("Не приду")
    await father.wait_for("Ваш ответ: Не приду")
    await other.wait_for("Собрание", button="Приду")
    await other.press("Приду", message=other.last)
    await _results(story, teacher)
    await teacher.press("По именам")
    named = await teacher.wait_for("Ответили: 2")
    assert "Иванов Пётр, 7А — Не приду (Иванов О. Н.)" in named.text
    await teacher.press("Назад")
    await teacher.wait_for("Ответили: 2 из 4")
    await teacher.press("Не ответили: 2")
    silent = await teacher.wait_for("Не ответили: 2")
    assert "Сидоров Семён, 7А" in silent.text


async def test_an_answer_is_changed_and_the_late_one_gets_a_kind_sentence(story: Story) -> None:
    announcement = await _asked(story)
    teacher, mother, father = await story.phones(TEACHER, school.MOTHER, school.FATHER)
    await mother.wait_for("Собрание", button="Приду")
    await mother.press("Приду")
    await mother.wait_for("Ваш ответ: Приду")
    await mother.press("Изменить ответ")
    await mother.wait_for("", button="✅ Приду")
    await mother.press("Не приду")
    await mother.wait_for("Ваш ответ: Не приду")
    await _results(story, teacher)
    await teacher.press("Закрыть опрос")
    await teacher.wait_for("Опрос закрыт", button="Открыть снова")
    await father.wait_for("Собрание", button="Приду")
    late = await father.press("Приду")
    assert late is not None
    assert "уже закрыт" in late.text
    results = await story.application.services.polling.results(school.actor(TEACHER), announcement)
    assert [line.answer.by for line in results.lines if line.answer] == [school.MOTHER]


async def test_a_guardian_of_two_children_of_the_audience_answers_for_each(story: Story) -> None:
    both = Scope(ScopeKind.CLASSES, (school.CLASS_1A, school.CLASS_7A))
    await _asked(story, scope=both, sender=school.DIRECTOR)
    mother = await story.phone(school.MOTHER)
    letter = await mother.wait_for("Собрание", button="👉 Маша")
    assert letter.button("👉 Пётр") is not None
    await mother.press("👉 Маша")
    await mother.wait_for("Иванова Маша", button="К детям")
    await mother.press("Приду")
    again = await mother.wait_for("Маша: Приду", button="✅ Маша: Приду")
    assert again.button("👉 Пётр") is not None


async def test_several_are_ticked_and_sent_together(story: Story) -> None:
    await _asked(story, replace(COMING, kind=PollKind.SEVERAL, options=("Пироги", "Чай", "Музыка")))
    teacher, mother = await story.phones(TEACHER, school.MOTHER)
    await mother.wait_for("Отметьте всё", button="▫️ Пироги")
    await mother.press("Пироги")
    await mother.wait_for("", button="☑️ Пироги")
    await mother.press("Музыка")
    await mother.wait_for("", button="☑️ Музыка")
    await mother.press("✅ Ответить")
    await mother.wait_for("Ваш ответ: Пироги; Музыка")
    await _results(story, teacher)
    shown = teacher.last.text
    assert "Пироги — 1 (100 %)" in shown
    assert "Чай — 0 (0 %)" in shown


async def test_money_is_counted_and_never_taken(story: Story) -> None:
    teacher, mother, other = await story.phones(TEACHER, school.MOTHER, OTHER)
    await teacher.write("/class Сдаём на театр?")
    await teacher.press("📊 Опрос")
    await teacher.press("🔢 Число")
    await teacher.wait_for("никогда не принимает")
    await teacher.write("до 1500 ₽")
    await teacher.wait_for("Деньги здесь только считают")
    await teacher.press("✅ Готово")
    await teacher.press("Отправить")
    await story.later(seconds=61)
    await mother.wait_for("от 0 до 1500 ₽", button="Написать число")
    await mother.press("Написать число")
    await mother.wait_for("Напишите его одним сообщением")
    await mother.write("много")
    await mother.wait_for("Не вижу числа")
    await mother.write("5000")
    await mother.wait_for("Нужно число от 0 до 1500")
    await mother.write("1 200,50 ₽")
    await mother.wait_for("Ваш ответ: 1200.5 ₽")
    await other.press("Написать число")
    await other.wait_for("Напишите его")
    await other.write("300")
    await other.wait_for("Ваш ответ: 300 ₽")
    await _results(story, teacher)
    assert "Сумма: 1500.5 ₽" in teacher.last.text


async def test_without_names_that_is_said_before_and_after_it_nothing_changes(story: Story) -> None:
    teacher, mother, father, other, sidorov = await story.phones(
        TEACHER, school.MOTHER, school.FATHER, OTHER, school.SIDOROV_MOTHER
    )
    await teacher.write("/class Довольны ли вы столовой?")
    await teacher.press("📊 Опрос")
    await teacher.press("Один вариант")
    await teacher.wait_for("каждый с новой строки")
    await teacher.write("Да")
    await teacher.wait_for("Вариантов нужно не меньше: 2")
    await teacher.write("- Да\n- Нет")
    await teacher.wait_for("Так увидят опрос")
    await teacher.press("Сделать без имён")
    await teacher.wait_for("видны только итоги")
    await teacher.press("✅ Готово")
    await teacher.press("Отправить")
    await story.later(seconds=61)
    letter = await mother.wait_for("столовой", button="Нет")
    assert "Изменить ответ потом нельзя" in letter.text
    await mother.press("Нет")
    done = await mother.wait_for("Ответ принят")
    assert done.button("Изменить") is None
    second = await father.press("Да", timeout=5)
    assert second is not None
    assert "изменить его нельзя" in second.text
    await other.press("Да")
    await other.wait_for("Ответ принят")
    await _results(story, teacher)
    hidden = teacher.last
    assert "итоги появятся" in hidden.text
    assert hidden.button("По именам") is None
    await sidorov.press("Да")
    await sidorov.wait_for("Ответ принят")
    await teacher.press("Обновить", message=hidden)
    shown = await teacher.wait_for("Нет — 1")
    assert "Да — 2" in shown.text
    assert "Иванов" not in shown.text


async def test_a_time_is_taken_once_moved_given_back_and_remembered_in_the_morning(story: Story) -> None:
    teacher, mother, other = await story.phones(TEACHER, school.MOTHER, OTHER)
    await teacher.write("/class Приглашаю на разговор о четверти")
    await teacher.press("📊 Опрос")
    await teacher.press("Время встречи")
    await teacher.wait_for("по 10 минут")
    await teacher.write("когда-нибудь")
    await teacher.wait_for("Не вижу времени")
    await teacher.write("завтра с 17:00 до 17:30 по 10 минут, каб. 12")
    await teacher.wait_for("Так увидят опрос")
    await teacher.press("✅ Готово")
    await teacher.press("Отправить")
    await story.later(seconds=61)
    await mother.wait_for("разговор", button="17:10")
    await mother.press("17:10")
    await mother.wait_for("Ваше время: 25 ноября, 17:10, каб. 12", button="Отказаться")
    await other.wait_for("разговор", button="17:10")
    taken = await other.press("17:10")
    assert taken is not None
    assert "только что заняли" in taken.text
    left = await other.wait_for("разговор", button="17:00")
    assert left.button("17:10") is None
    await mother.press("Другое время")
    await mother.wait_for("", button="✅ 17:10")
    await mother.press("17:20")
    await mother.wait_for("Ваше время: 25 ноября, 17:20")
    await other.press("17:00")
    await other.wait_for("Ваше время: 25 ноября, 17:00")
    await _results(story, teacher)
    listed = teacher.last.text
    assert "17:00 — Петрова Анна, 7А" in listed
    assert "17:10 — свободно" in listed
    await other.press("Отказаться")
    await other.wait_for("Выберите время", button="17:00")
    story.clock.set(datetime(2026, 11, 25, 8, 0, 30, tzinfo=school.ZONE))
    await story.later(seconds=1)
    morning = await mother.wait_for("Сегодня в 17:20, каб. 12")
    assert "Павлова Ольга Павловна" in morning.text
    mine = await teacher.wait_for("Сегодня встречи: 1")
    assert "17:20 — Иванов Пётр" in mine.text


async def test_times_are_offered_by_taps_too(story: Story) -> None:
    teacher = await story.phone(TEACHER)
    await teacher.write("/class Приглашаю на разговор")
    await teacher.press("📊 Опрос")
    await teacher.press("Время встречи")
    await teacher.press("ср 25.11")
    await teacher.press("17:00")
    await teacher.press("18:00")
    await teacher.press("20 минут")
    shown = await teacher.wait_for("Так увидят опрос")
    assert "▫️ 17:40" in shown.text
    await teacher.press("📍 Где")
    await teacher.wait_for("Где встречаемся")
    await teacher.write("каб. 21")
    await teacher.wait_for("Выберите время встречи: в среду, 25 ноября, каб. 21.")
    await teacher.press("⏳ Срок")
    await teacher.press("вт 24.11")
    await teacher.wait_for("Ответить можно до 20:00, 24 ноября")


async def test_two_taps_on_one_time_at_the_same_instant_one_wins(story: Story) -> None:
    announcement = await _asked(story, MEETINGS)
    mother, other = await story.phones(school.MOTHER, OTHER)
    letters = [await phone.wait_for("Собрание", button="17:00") for phone in (mother, other)]
    answers = await asyncio.gather(
        *(phone.press("17:00", message=letter) for phone, letter in zip((mother, other), letters, strict=True))
    )
    assert sorted("заняли" in one.text for one in answers if one) == [False, True]
    results = await story.application.services.polling.results(school.actor(TEACHER), announcement)
    assert sum(line.slot is not None for line in results.lines) == 1


async def test_the_silent_are_reminded_once_a_day_and_the_table_comes_out(story: Story) -> None:
    await _asked(story)
    teacher, mother, other = await story.phones(TEACHER, school.MOTHER, OTHER)
    await mother.wait_for("Собрание", button="Приду")
    await mother.press("Приду")
    await mother.wait_for("Ваш ответ")
    await other.wait_for("Собрание", button="Приду")
    await _results(story, teacher)
    told = await teacher.press("Напомнить")
    assert told is not None
    assert "Напомним" in told.text
    await other.wait_for("просим ответить на опрос", button="Открыть")
    await other.press("Открыть")
    await other.wait_for("Собрание", button="Приду")
    await mother.stays_silent()
    again = await teacher.press("Напомнить")
    assert again is not None
    assert "Сегодня уже напоминали" in again.text
    await teacher.press("Таблица XLSX")
    file = await teacher.wait_for("Ответы на опрос")
    book = CalamineWorkbook.from_filelike(BytesIO(await teacher.download(file.raw["document"]["file_id"])))
    assert ["Иванов Пётр Олегович", "7А", "Приду", "Иванова М. П."] in book.get_sheet_by_name("По именам").to_python()


async def test_who_reads_announcements_in_the_digest_answers_from_there(story: Story) -> None:
    choice = {"person_id": OTHER, "pupil_id": school.PETROVA, "kind": "announcement", "mode": "digest"}
    async with story.application.database.begin() as tx:
        await tx.run(insert(preferences).values(**choice))
    await _asked(story)
    other = await story.phone(OTHER)
    await other.stays_silent()
    await story.later(hours=9, minutes=30)
    digest = await other.wait_for("Собрание в среду", button="Ответить на опрос")
    await other.press("Ответить на опрос")
    letter = await other.wait_for("Выберите один вариант", button="Приду")
    assert letter.id != digest.id
    await other.press("Приду")
    await other.wait_for("Ваш ответ: Приду")


async def test_teachers_and_pupils_are_asked_too(story: Story) -> None:
    await _asked(story, audience=Audience.PUPILS)
    pupil = await story.phone(school.IVANOV)
    await pupil.wait_for("Собрание", button="Приду")
    await pupil.press("Приду")
    await pupil.wait_for("Ваш ответ: Приду")
    await _asked(story, scope=Scope(ScopeKind.TEACHERS), audience=Audience.STAFF, sender=school.DIRECTOR)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    letter = await teacher.wait_for("Собрание", button="Не приду")
    assert "на ребёнка" not in letter.text
    await teacher.press("Не приду")
    await teacher.wait_for("Ваш ответ: Не приду")


async def test_who_was_not_asked_taps_in_vain(story: Story) -> None:
    """A stranger, a guardian of another class, a pupil, other staff, and an account that was revoked."""
    announcement = await _asked(story)
    services = story.application.services
    card = await services.polling.card(school.actor(school.MOTHER), announcement)
    yes = card.head.options[0].id
    async with story.application.database.begin() as tx:
        revoked = bindings.update().where(bindings.c.person_id == school.FATHER)
        await tx.run(revoked.values(ended_at=story.clock.now()))
        tx.touch("access")
    people = [school.telegram_id(one) for one in (school.ORLOV_MOTHER, school.IVANOV, OTHER)]
    taps = [f"pqc:{announcement}:{school.IVANOV}:{yes}", f"pqo:{announcement}:{school.IVANOV}:0"]
    taps += [f"pqr:{announcement}:0", f"pqx:{announcement}", f"pqk:{announcement}:1", f"pqq:{announcement}"]
    await story.stranger(99)
    for outside in (99, school.telegram_id(school.FATHER)):
        assert "закрыт" in (await forged(story, outside, taps[0]))["text"]
    for person in people:
        for data in taps:
            await forged(story, person, data)
    results = await services.polling.results(school.actor(TEACHER), announcement)
    assert (results.answered, results.open) == (0, True)


@pytest.mark.parametrize("sender", [school.DIRECTOR, school.DEPUTY, school.ADMIN])
async def test_everyone_who_may_announce_may_ask(story: Story, sender: PersonId) -> None:
    announcement = await _asked(story, sender=sender)
    mother = await story.phone(school.MOTHER)
    await mother.wait_for("Собрание", button="Приду")
    await mother.press("Приду")
    await mother.wait_for("Ваш ответ: Приду")
    results = await story.application.services.polling.results(school.actor(sender), announcement)
    assert results.answered == 1
