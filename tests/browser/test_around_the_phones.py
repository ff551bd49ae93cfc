"""What the page is besides its phones: the school's clock, the themes, the directory, small screens."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Open
from tests.browser.phones import TEACHER, BotSide, SmallStage, phone

pytestmark = pytest.mark.browser


async def test_the_schools_clock_jumps(look: Open, stage: SmallStage) -> None:
    page = await look()
    await expect(page.get_by_role("timer")).to_contain_text("09:12")
    await expect(page.get_by_role("timer")).to_contain_text("вторник, 24 ноября")
    await page.get_by_role("button", name="18:00").click()
    await expect(page.get_by_role("timer")).to_contain_text("18:00")
    await page.get_by_role("button", name="+10 мин").click()
    await expect(page.get_by_role("timer")).to_contain_text("18:10")
    assert (stage.clock.moment.hour, stage.clock.moment.minute) == (15, 10)


async def test_days_are_named_by_the_schools_clock(bot: BotSide, look: Open, stage: SmallStage) -> None:
    for days in (0, 3, 1):
        await stage.advance(days * 24 * 60)
        await bot.say(f"через {days}")
    page = await look()
    await expect(phone(page, "Мама").locator(".divider.day")).to_have_text(["24 ноября", "вчера", "сегодня"])


async def test_a_small_screen_shows_one_phone_with_tabs(bot: BotSide, look: Open) -> None:
    await bot.say("Звонок", to=TEACHER)
    page = await look(390, 844)
    await expect(phone(page, "Мама")).to_be_in_viewport(ratio=0.9)
    await expect(phone(page, "Учитель")).not_to_be_in_viewport()
    tab = page.get_by_role("navigation").get_by_role("button", name="Учитель")
    await expect(tab.locator(".badge")).to_have_text("1")
    await tab.click()
    await expect(phone(page, "Учитель")).to_be_in_viewport(ratio=0.9)
    await expect(tab.locator(".badge")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_dark_follows_the_system_and_the_choice_is_kept(look: Open) -> None:
    page = await look(scheme="dark")
    root = page.locator("html")
    await expect(root).to_have_attribute("data-theme", "dark")
    await page.get_by_role("button", name="Светлая тема").click()
    await page.reload()
    await expect(root).to_have_attribute("data-theme", "light")


async def test_anyone_of_the_school_can_be_put_on_a_phone(look: Open, stage: SmallStage) -> None:
    page = await look()
    await page.get_by_role("banner").get_by_role("button", name="Добавить телефон").click()
    await page.get_by_role("searchbox").fill("лев")
    await page.get_by_role("button", name=re.compile("Лев Зайцев")).click()
    await expect(phone(page, "ученик 5В")).to_be_visible()
    assert stage.put == ["lev"]
    await page.reload()
    await expect(page.locator(".phone")).to_have_count(3)


async def test_the_page_speaks_english_to_others(look: Open) -> None:
    page = await look(locale="en-GB")
    await expect(page.get_by_role("button", name="Start").first).to_be_visible()
    await expect(page.get_by_role("timer")).to_contain_text("Tuesday")
