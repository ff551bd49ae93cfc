"""A suspected leak: the doors shut, a copy kept, two clocks told in time, the notice drafted, the doors opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from domain.errors import NotAllowed
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

WORDS = "Потерян телефон завуча с <открытым> журналом"


@pytest.fixture(autouse=True)
def _beside_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's copies are laid into the folder in which the bot runs."""
    monkeypatch.chdir(tmp_path)


async def _opened(director: Phone) -> None:
    await director.write("/incident")
    await director.wait_for("152-ФЗ", button="Открыть инцидент")
    await director.press("Открыть инцидент")
    await director.wait_for("Что случилось")
    await director.write(WORDS)


async def test_an_incident_from_its_opening_to_its_end(story: Story) -> None:
    director, admin, teacher = await story.phones(school.DIRECTOR, school.ADMIN, school.CLASS_TEACHER_7A)
    await _opened(director)
    seen = await director.wait_for("Открыт инцидент")
    assert WORDS in seen.text
    assert "до ср 25.11 в 08:40 · осталось часов: 24, минут: 0" in seen.text
    assert "до пт 27.11 в 08:40 · осталось часов: 72, минут: 0" in seen.text
    _assert_copied(story, seen.text)
    told = await admin.wait_for("открыт инцидент", button="Открыть")
    assert "до ср 25.11 в 08:40" in told.text
    assert WORDS not in told.text
    await _assert_shut(story, teacher)
    await director.press("Черновик уведомления")
    draft = await director.wait_for("Черновик для формы Роскомнадзора")
    assert "Инцидент выявлен: 24.11.2026 в 08:40" in draft.text
    assert WORDS in draft.text
    assert "сохранена копия базы данных" in draft.text
    await story.later(hours=20)
    await admin.stays_silent()
    await story.later(hours=3)
    for phone in (director, admin):
        await phone.wait_for("сообщить о нём в Роскомнадзор нужно до ср 25.11 в 08:40")
    await story.later(hours=48)
    for phone in (director, admin):
        await phone.wait_for("что выяснили, нужно до пт 27.11 в 08:40")
    await admin.press("Открыть")
    late = await admin.wait_for("Открыт инцидент")
    assert "срок прошёл" in late.text
    await admin.press("Закрыть инцидент…")
    await admin.wait_for("Что выяснили")
    await admin.write("Телефон найден, доступ отозван")
    assert "доступ отозван" in (await admin.wait_for("Инцидент закрыт")).text
    await director.wait_for("Адамова А. А.: инцидент с персональными данными закрыт")
    newcomer = await story.stranger(98)
    await newcomer.start("AAAAAAAAAA")
    assert "закрыт" not in (await newcomer.wait_for()).text


def _assert_copied(story: Story, said: str) -> None:
    """SQLite's copy is looked into; the tests' machine may have no pg_dump, and then the screen says so."""
    url = make_url(story.settings.database_url)
    if url.get_backend_name() != "sqlite":
        assert "Копия базы на сервере" in said or "Копию базы сделать не удалось" in said
        return
    folder = Path(url.database or "").parent / "snapshots"
    (copy,) = folder.iterdir()
    assert f"snapshots/{copy.name}" in said
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT note FROM incidents").fetchall() == [(WORDS,)]


async def _assert_shut(story: Story, teacher: Phone) -> None:
    newcomer = await story.stranger()
    await newcomer.start("AAAAAAAAAA")
    await newcomer.wait_for("вход для новых людей временно закрыт")
    await teacher.write("/mydata")
    await teacher.wait_for("Мои данные", button="Получить файл")
    refused = await teacher.press("Получить файл")
    assert refused is not None
    assert "выгрузки остановлены" in refused.text


async def test_closed_in_time_nothing_more_is_told(story: Story) -> None:
    director, admin = await story.phones(school.DIRECTOR, school.ADMIN)
    await _opened(director)
    await director.wait_for("Открыт инцидент", button="Закрыть инцидент…")
    await director.press("Закрыть инцидент…")
    await director.wait_for("Что выяснили")
    await director.write("Ошибка: журнал не открывали")
    await director.wait_for("Инцидент закрыт")
    await admin.wait_for("открыт инцидент")
    await admin.wait_for("инцидент с персональными данными закрыт")
    await story.later(hours=23)
    await story.later(hours=48)
    await admin.stays_silent()
    await director.stays_silent()


async def test_nobody_else_opens_or_reads_one(story: Story) -> None:
    for person in (school.DEPUTY, school.SECRETARY, school.CLASS_TEACHER_7A, school.MOTHER, school.IVANOV):
        phone = await story.phone(person)
        await phone.write("/incident")
        await phone.wait_for("Это действие вам недоступно")
        with pytest.raises(NotAllowed):
            await story.application.services.incidents.open(school.actor(person), WORDS)


async def test_a_second_one_is_not_opened_and_words_are_asked_for(story: Story) -> None:
    director, admin = await story.phones(school.DIRECTOR, school.ADMIN)
    for phone in (director, admin):
        await phone.write("/incident")
        await phone.wait_for("152-ФЗ", button="Открыть инцидент")
        await phone.press("Открыть инцидент")
        await phone.wait_for("Что случилось")
    await director.write("я" * 1001)
    await director.wait_for("знаков 1001, а можно до 1000")
    await director.write(WORDS)
    await director.wait_for("Открыт инцидент")
    await admin.write("И у меня")
    await admin.wait_for("Инцидент уже открыт")


async def test_a_term_that_ends_in_the_night_is_told_in_the_night(story: Story) -> None:
    await story.later(hours=18, minutes=20)
    director, admin = await story.phones(school.DIRECTOR, school.ADMIN)
    await _opened(director)
    await director.wait_for("Открыт инцидент")
    await admin.stays_silent()
    await story.later(hours=5)
    await admin.wait_for("открыт инцидент")
    await story.later(hours=15)
    for phone in (director, admin):
        await phone.wait_for("сообщить о нём в Роскомнадзор нужно до чт 26.11 в 03:00")
