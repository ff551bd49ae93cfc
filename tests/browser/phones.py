"""A local Telegram with a small cast and a set clock, and a browser that looks at its page."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from playwright.async_api import Locator, Page, expect

from bot.local_telegram.seams import Jump, StagePerson, StagePhone
from bot.local_telegram.server import LocalTelegram

TOKEN = "123456:a-token-of-the-local-telegram-only"
MOTHER, TEACHER = 101, 102
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


DIRECTORY = (
    StagePerson("lev", "Лев Зайцев", "ученик 5В", None),
    StagePerson("inna", "Инна Титова", "физика", None),
)


@dataclass
class StageClock:
    moment: datetime = datetime(2026, 11, 24, 6, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@dataclass
class SmallStage:
    """A school of two phones and one more person in the directory."""

    clock: StageClock
    zone: str = "Europe/Moscow"
    server: LocalTelegram | None = None
    put: list[str] = field(default_factory=list)

    def jumps(self) -> Sequence[Jump]:
        return [Jump("evening", "18:00")]

    async def jump(self, key: str) -> None:
        self.clock.moment = {"evening": self.clock.moment.replace(hour=15, minute=0)}[key]

    async def advance(self, minutes: int) -> None:
        self.clock.moment += timedelta(minutes=minutes)

    async def move_to(self, moment: datetime) -> None:
        self.clock.moment = moment

    async def people(self, query: str) -> Sequence[StagePerson]:
        everyone = [
            StagePerson("lev", "Лев Зайцев", "ученик 5В", None),
            StagePerson("inna", "Инна Титова", "физика", None),
        ]
        return [one for one in everyone if query.lower() in one.name.lower()]

    async def put_on_phone(self, key: str) -> int:
        assert self.server is not None
        self.put.append(key)
        return self.server.add_user("Лев", last_name="Зайцев", user_id=300)

    def phones(self) -> Sequence[StagePhone]:
        return [StagePhone(MOTHER, "Мама", "Анна Смирнова"), StagePhone(TEACHER, "Учитель", "Ольга Кузнецова")]


class BotSide:
    """The Bot API as a bot calls it."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url = url
        self._session = session

    async def call(self, method: str, **params: Any) -> Any:
        async with self._session.post(f"{self._url}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def say(self, text: str, to: int = MOTHER, **more: Any) -> Any:
        return await self.call("sendMessage", chat_id=to, text=text, **more)

    async def send_photo(self, content: bytes, to: int = MOTHER) -> None:
        form = aiohttp.FormData()
        form.add_field("chat_id", str(to))
        form.add_field("photo", content, filename="board.png", content_type="image/png")
        async with self._session.post(f"{self._url}/bot{TOKEN}/sendPhoto", data=form) as response:
            assert response.status == 200, await response.text()

    async def update(self, kind: str) -> Any:
        """The next update of this kind; others on the way are passed over."""
        offset = 0
        for _ in range(20):
            updates = await self.call("getUpdates", offset=offset, timeout=2)
            for update in updates:
                offset = update["update_id"] + 1
                if kind in update:
                    await self.call("getUpdates", offset=offset, timeout=0)
                    return update[kind]
        raise AssertionError(f"no {kind} came")

    async def messages(self, user: int = MOTHER) -> Sequence[Mapping[str, Any]]:
        async with self._session.get(f"{self._url}/people/users/{user}/messages") as response:
            messages: Sequence[Mapping[str, Any]] = (await response.json())["messages"]
        return messages


def phone(page: Page, role: str) -> Locator:
    return page.get_by_role("region", name=f"Телефон: {role}")


def keys(*rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": [list(row) for row in rows]}


async def write(page: Page, role: str, text: str) -> None:
    field = phone(page, role).get_by_role("textbox", name="Сообщение")
    await field.fill(text)
    await field.press("Enter")


async def press(page: Page, role: str, label: str) -> None:
    await phone(page, role).get_by_role("button", name=re.compile(label)).last.click()


async def hears(page: Page, role: str, said: str) -> None:
    await expect(phone(page, role).locator(".message", has_text=said).last).to_be_visible(timeout=15_000)


async def picture(page: Page, name: str) -> None:
    """For the README, where ZVONOK_PICTURES names a folder."""
    folder = os.environ.get("ZVONOK_PICTURES")
    if folder:
        await page.wait_for_timeout(700)
        await page.screenshot(path=Path(folder) / f"{name}.jpg", type="jpeg", quality=82)
