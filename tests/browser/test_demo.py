"""`make demo`, as a stranger meets it: a teacher marks a pupil absent on one phone, and the mother's phone rings.

With ZVONOK_PICTURES set to a folder, the pictures of the README are put there.
"""

import asyncio
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.demo_school.school import make_school
from bot.demo_school.seed import SEED
from tests.browser.phones import hears, phone, picture, press, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOTHER, PUPIL, TEACHER, CLASS_TEACHER = "Мама", "Ученица", "Учитель алгебры", "Классный руководитель"
ADMIN, DEPUTY = "Администратор", "Завуч"
START_SECONDS = 180


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a demo in a process of its own."""
    ready = tmp_path / "ready"
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--ready-file", str(ready)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
    try:
        async with asyncio.timeout(START_SECONDS):
            while not ready.exists() or not ready.read_text(encoding="utf-8"):
                assert process.returncode is None, "the demo ended by itself"
                await asyncio.sleep(0.1)
        yield ready.read_text(encoding="utf-8")
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.wait()
    assert process.returncode == 0


@pytest.fixture
async def page(demo: str, browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1600, "height": 1000}, locale="ru-RU")
    opened = await context.new_page()
    await opened.goto(demo)
    await phone(opened, MOTHER).wait_for()
    yield opened
    await context.close()


def _absentee() -> str:
    """The pupil of 7А whose mother's phone stands first, as the class list writes the name."""
    school = make_school(SEED)
    seventh = next(one for one in school.classes if one.name == "7А")
    guardians = Counter(guardian for guardian, _, _ in school.guardians)
    pupil = next(p for g, p, _ in school.guardians if p in seventh.pupils and guardians[g] > 1)
    return school.people[pupil].listed


async def test_the_bell_rings_from_the_teachers_tap_to_the_evening(page: Page) -> None:
    name = _absentee()
    await press(page, TEACHER, "Мой урок")
    await hears(page, TEACHER, "Алгебра")
    await press(page, TEACHER, "^2$")
    await press(page, TEACHER, f"✅ {name}")
    await expect(phone(page, TEACHER).get_by_role("button", name=f"🔴 {name}")).to_be_visible()
    await expect(phone(page, MOTHER).locator(".message")).to_have_count(1)
    await page.get_by_role("button", name="+10 мин").click()
    await hears(page, MOTHER, "нет на уроке")
    await expect(phone(page, MOTHER).locator(".caption .badge")).to_have_text("1")
    await picture(page, "absence")
    await press(page, MOTHER, "Болеет")
    await hears(page, MOTHER, "Вы ответили: болеет")
    await hears(page, TEACHER, f"{name}, 7А: болеет")
    await hears(page, CLASS_TEACHER, f"{name}, 7А: болеет")

    await write(page, TEACHER, "/dz 7А алгебра № 345–350 на пятницу")
    await hears(page, TEACHER, "в пятницу, 27 ноября")
    await write(page, PUPIL, "завтра")
    await hears(page, PUPIL, "Завтра, среда, 25 ноября")
    await write(page, CLASS_TEACHER, "/class Завтра сдаём макулатуру, приносите к 8:00")
    await press(page, CLASS_TEACHER, "✅ Отправить")
    await hears(page, MOTHER, "Завтра сдаём макулатуру")
    await press(page, MOTHER, "Ознакомлен")
    await hears(page, CLASS_TEACHER, "Ознакомились: 1 из")
    await picture(page, "day")

    await page.get_by_role("button", name="До 18:00").click()
    await hears(page, MOTHER, "родители ответили: болеет")
    await picture(page, "evening")


async def test_a_lesson_in_one_line_comes_to_the_diary_and_the_results(page: Page) -> None:
    name = _absentee()
    await write(page, TEACHER, f"7а алгебра: {name} 5, Громов 4 ср, Волкова н; тема Степени; дз № 345–350")
    await hears(page, TEACHER, "На дом в пятницу, 27 ноября: № 345–350")
    await press(page, TEACHER, "✅ Записать")
    await hears(page, TEACHER, "✅ Записано")
    await write(page, MOTHER, "/week")
    await press(page, MOTHER, f"^{name.split()[1]}$")
    await hears(page, MOTHER, "№ 345–350")
    await write(page, PUPIL, "/marks")
    await press(page, PUPIL, "^Геометрия$")
    await press(page, PUPIL, "Динамика")
    await hears(page, PUPIL, "Средний балл: 4,00 (5 ноября)")
    await write(page, CLASS_TEACHER, "/results")
    await press(page, CLASS_TEACHER, "^7А · Английский язык$")
    await press(page, CLASS_TEACHER, "^1 четв.$")
    await hears(page, CLASS_TEACHER, "1-я четверть")
    await phone(page, MOTHER).scroll_into_view_if_needed()
    await picture(page, "journal")


async def test_a_guardian_who_has_not_come_in_gets_in_by_the_link_the_consent_and_a_tap_of_who_confirms(
    page: Page,
) -> None:
    await page.get_by_role("banner").get_by_role("button", name="Добавить телефон").click()
    await page.get_by_role("searchbox").fill("мама: 1А")
    mother = page.get_by_role("dialog").get_by_role("button", name=re.compile("мама: 1А$")).first
    full_name = await mother.locator(".person-name").inner_text()
    await mother.click()
    newcomer = page.locator(".phone").last
    await expect(newcomer).to_contain_text("согласия на обработку", timeout=15_000)
    await newcomer.get_by_role("button", name="согласен").click()
    await expect(newcomer).to_contain_text("Осталось подписать")
    await newcomer.get_by_role("textbox", name="Сообщение").fill(full_name)
    await newcomer.get_by_role("textbox", name="Сообщение").press("Enter")
    await expect(newcomer).to_contain_text("Ждём подтверждения")
    await press(page, ADMIN, "Подтвердить")
    await newcomer.get_by_role("button", name="Открыть дневник").click()
    await expect(newcomer).to_contain_text("Вы вошли")
    await newcomer.get_by_role("textbox", name="Сообщение").fill("/marks")
    await newcomer.get_by_role("textbox", name="Сообщение").press("Enter")
    await expect(newcomer).to_contain_text("В первом классе отметок не ставят")


async def test_home_and_school_talk_and_a_class_is_invited_with_times_of_which_each_is_taken_once(page: Page) -> None:
    await write(page, MOTHER, "/write")
    await press(page, MOTHER, "О ребёнке: .*")
    await press(page, MOTHER, "Алгебра")
    await hears(page, MOTHER, "Номера телефонов и аккаунты никому не видны")
    await write(page, MOTHER, "Здравствуйте! Можно сдать контрольную в пятницу?")
    await hears(page, MOTHER, "Отправлено")
    await hears(page, TEACHER, "Можно сдать контрольную в пятницу?")
    await press(page, TEACHER, "Ответить")
    await hears(page, TEACHER, "Напишите ответ")
    await write(page, TEACHER, "Конечно. Жду в 14:30 в кабинете 12.")
    await hears(page, MOTHER, "Жду в 14:30")

    await write(page, CLASS_TEACHER, "/class Приглашаю поговорить об итогах четверти.")
    await press(page, CLASS_TEACHER, "📊 Опрос")
    await press(page, CLASS_TEACHER, "Время встречи")
    await hears(page, CLASS_TEACHER, "Напишите, когда можно прийти")
    await write(page, CLASS_TEACHER, "3 декабря с 17:00 до 19:00 по 10 минут, каб. 21")
    await hears(page, CLASS_TEACHER, "в четверг, 3 декабря, каб. 21")
    await press(page, CLASS_TEACHER, "✅ Готово")
    await press(page, CLASS_TEACHER, "✅ Отправить")
    await hears(page, MOTHER, "Приглашаю поговорить")
    await press(page, MOTHER, "^17:20$")
    await hears(page, MOTHER, "Ваше время: 3 декабря, 17:20, каб. 21")
    await hears(page, CLASS_TEACHER, "Ответили на опрос: 1 из")
    await press(page, CLASS_TEACHER, "📊 Ответы")
    await hears(page, CLASS_TEACHER, "17:20 —")
    await write(page, TEACHER, "/inbox")
    await hears(page, TEACHER, "Сообщения")
    await phone(page, MOTHER).scroll_into_view_if_needed()
    await picture(page, "talk")


async def test_the_deputy_sees_how_the_journal_is_kept_and_asks_for_what_is_missing(page: Page) -> None:
    await write(page, DEPUTY, "/overview")
    await hears(page, DEPUTY, "Неделя школы")
    await write(page, CLASS_TEACHER, "/duties")
    await hears(page, CLASS_TEACHER, "Осталось сделать")
    await write(page, TEACHER, "/analysis")
    await press(page, TEACHER, "^1 четв.$")
    await hears(page, TEACHER, "Успеваемость — ")
    await phone(page, DEPUTY).scroll_into_view_if_needed()
    await picture(page, "control")

    await write(page, DEPUTY, "/inspections")
    await press(page, DEPUTY, "Новая проверка")
    await press(page, DEPUTY, "^7А$")
    await press(page, DEPUTY, "Две недели")
    await press(page, DEPUTY, "Смотреть карточки")
    await hears(page, DEPUTY, "Карточка 1 из")
    await press(page, DEPUTY, "✍️ Замечание")
    await hears(page, DEPUTY, "Исправить до: вторник, 1 декабря")
    await press(page, DEPUTY, "К проверке")
    await press(page, DEPUTY, "Завершить и отправить")
    await hears(page, TEACHER, "1 декабря")
