import os
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Literal

import aiohttp
import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bot.local_telegram.server import LocalTelegram
from tests.browser.phones import CHROMIUM, FLAGS, MOTHER, TEACHER, TOKEN, BotSide, SmallStage, StageClock

POLICY = "Content Security Policy"
Open = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        if "chromium" in os.environ.get("ZVONOK_REQUIRE", ""):
            pytest.fail("Chromium is not installed, and here the page must be tested.")
        pytest.skip("Chromium is not installed: apt-get install chromium.")
    async with async_playwright() as driver:
        chromium = await driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()


@pytest.fixture
def stage() -> SmallStage:
    return SmallStage(StageClock())


@pytest.fixture
async def telegram(stage: SmallStage) -> AsyncIterator[LocalTelegram]:
    server = LocalTelegram(token=TOKEN, clock=stage.clock, stage=stage)
    stage.server = server
    server.add_user("Анна", last_name="Смирнова", user_id=MOTHER, started=True)
    server.add_user("Ольга", last_name="Кузнецова", user_id=TEACHER, started=True)
    server.exchange.limits.enforced = False
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[BotSide]:
    async with aiohttp.ClientSession() as session:
        yield BotSide(telegram.url, session)


@pytest.fixture
async def look(browser: Browser, telegram: LocalTelegram) -> AsyncIterator[Open]:
    """Opens the page; a script error or a refusal by the content policy fails the test."""
    complaints: list[str] = []
    contexts = []

    async def opened(
        width: int = 1600,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        locale: str = "ru-RU",
    ) -> Page:
        viewport = ViewportSize(width=width, height=height)
        context = await browser.new_context(viewport=viewport, color_scheme=scheme, locale=locale)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda line: complaints.append(line.text) if "Content Security Policy" in line.text else None
        )
        await page.goto(telegram.url)
        await page.locator(".phone").first.wait_for()
        return page

    yield opened
    for context in contexts:
        await context.close()
    assert complaints == []
