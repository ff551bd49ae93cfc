"""A school from two spreadsheets to the first absence message, on the phones of those who do it, as in the README.

With ZVONOK_PICTURES set to a folder, the pictures are put there.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from playwright.async_api import Browser, Page, expect
from pydantic import SecretStr

from bot.application import Application
from bot.commands.codes import first_admin
from bot.local_telegram.seams import Jump, StagePerson, StagePhone
from bot.local_telegram.server import LocalTelegram
from bot.settings import Settings
from bot.system_clock import MovableClock
from bot.year import year_of
from domain.roles.people import PersonName
from domain.school.ports import SchoolCard
from storage.database import Database
from storage.schema import migrate
from storage.school.founding import found_school
from tests.browser.phones import hears, phone, picture, press, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TOKEN = "42:NEWSCHOOL-token-of-the-local-telegram"
ZONE = ZoneInfo("Europe/Moscow")
STARTS = datetime(2026, 9, 8, 8, 35, tzinfo=ZONE)
"""A Tuesday, five minutes into the first lesson."""
ADMIN, TEACHER, MOTHER = 901, 902, 903
ADMINISTRATOR, CLASS_TEACHER, MUM = "Администратор", "Классный руководитель", "Мама"
CODE = re.compile(r"[A-Z0-9]{4}(?:-[A-Z0-9]+)+")
TEN_MINUTES = 600
"""Of the people's own time: what the story takes in this browser is far less."""

PUPILS = (
    ("Класс", "ФИО", "Дата рождения", "Родитель 1", "Кем приходится 1"),
    ("7А", "Васильков Лев Денисович", "02.11.2013", "Василькова Зоя Игоревна", "мать"),
    ("7А", "Незабудкина Яна Олеговна", "14.01.2013", "Незабудкина Рита Львовна", "мать"),
    ("7А", "Ромашкин Илья Андреевич", "17.05.2013", "Ромашкина Нина Павловна", "мать"),
)
STAFF = (
    ("ФИО", "Должность", "Классное руководство"),
    ("Лютикова Ольга Викторовна", "учитель", "7А"),
    ("Клевер Софья Марковна", "заместитель директора", ""),
)
LOAD = (("Учитель", "Предмет", "Класс"), ("Лютикова О. В.", "Алгебра", "7А"), ("Лютикова О. В.", "Геометрия", "7А"))
WEEK = (
    ("День", "№", "Время", "7А", "каб."),
    ("Вторник", "1.", "8:30-9:15", "Алгебра", "12"),
    ("", "2.", "9:25-10:10", "Геометрия", "12"),
    ("Среда", "1.", "8:30-9:15", "Геометрия", "12"),
)


def _book(file: Path, **sheets: Sequence[Sequence[str]]) -> Path:
    with xlsxwriter.Workbook(str(file)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return file


class ThreePhones:
    """Those who found the school, before anyone has come in."""

    zone = ZONE.key

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self.application: Application | None = None

    def jumps(self) -> Sequence[Jump]:
        return ()

    async def jump(self, key: str) -> None:
        raise KeyError(key)

    async def advance(self, minutes: int) -> None:
        await self.move_to(self._clock.now() + timedelta(minutes=minutes))

    async def move_to(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        if self.application is not None:
            self.application.nudge()

    async def people(self, query: str) -> Sequence[StagePerson]:
        return ()

    async def put_on_phone(self, key: str) -> int:
        raise KeyError(key)

    def phones(self) -> Sequence[StagePhone]:
        roles = {ADMIN: ADMINISTRATOR, TEACHER: CLASS_TEACHER, MOTHER: MUM}
        return [StagePhone(user, role, role) for user, role in roles.items()]


@pytest.fixture
async def new_school(tmp_path: Path) -> AsyncIterator[tuple[str, str]]:
    """The page's address and the administrator's code."""
    clock, url = MovableClock(STARTS), f"sqlite:///{tmp_path}/school.db"
    stage = ThreePhones(clock)
    telegram = LocalTelegram(token=TOKEN, clock=clock, stage=stage)
    for user, name in {ADMIN: "Мария", TEACHER: "Ольга", MOTHER: "Нина"}.items():
        telegram.add_user(name, user_id=user)
    await telegram.start()
    settings = Settings(bot_token=SecretStr(TOKEN), database_url=url, telegram_api_url=telegram.url)
    await migrate(url)
    database = Database.open(url, clock)
    async with database.begin() as tx:
        await found_school(tx, SchoolCard("Школа № 5", ZONE, "ru"), year_of(STARTS.date()))
    issued = await first_admin(settings, database, PersonName("Иванова", "Мария", "Петровна"))
    await database.close()
    application = await Application.build(settings, clock)
    stage.application = application
    running = asyncio.create_task(application.run())
    yield telegram.url, str(issued["code"])
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await application.close()
    await telegram.stop()


@pytest.fixture
async def page(new_school: tuple[str, str], browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1200, "height": 1000}, locale="ru-RU")
    opened = await context.new_page()
    await opened.goto(new_school[0])
    await phone(opened, MUM).wait_for()
    yield opened
    await context.close()


async def test_a_school_of_two_spreadsheets_rings_its_first_absence(
    page: Page, new_school: tuple[str, str], tmp_path: Path
) -> None:
    begun = asyncio.get_running_loop().time()
    lists = _book(tmp_path / "Списки.xlsx", Ученики=PUPILS, Сотрудники=STAFF, Нагрузка=LOAD)
    week = _book(tmp_path / "Расписание.xlsx", **{"7 классы": WEEK})

    await _come_in(page, ADMINISTRATOR, new_school[1])
    await write(page, ADMINISTRATOR, "/import")
    await _bring(page, ADMINISTRATOR, lists, "Новые:")
    await picture(page, "new-lists")
    await press(page, ADMINISTRATOR, "Применить")
    await hears(page, ADMINISTRATOR, "Списки.xlsx: внесено")
    await _bring(page, ADMINISTRATOR, week, "Расписание с")
    await press(page, ADMINISTRATOR, "Применить")
    await hears(page, ADMINISTRATOR, "Расписание.xlsx: внесено")

    await write(page, ADMINISTRATOR, "/staff")
    await _come_in(page, CLASS_TEACHER, await _code_for(page, ADMINISTRATOR, "Лютикова"))
    await press(page, CLASS_TEACHER, "Доступ класса")
    code = await _code_for(page, CLASS_TEACHER, "Ромашкина")
    await _come_in(page, MUM, code)
    await press(page, MUM, "согласен")
    await write(page, MUM, "Ромашкина Нина Павловна")
    await hears(page, MUM, "Ждём подтверждения")
    await hears(page, CLASS_TEACHER, "Узнаёте?")
    await picture(page, "new-guardian")
    await press(page, CLASS_TEACHER, "Подтвердить")
    await hears(page, MUM, "дневник открыт")

    await write(page, CLASS_TEACHER, "/lesson")
    await press(page, CLASS_TEACHER, "✅ Ромашкин Илья")
    await expect(phone(page, CLASS_TEACHER).get_by_role("button", name="🔴 Ромашкин Илья")).to_be_visible()
    await page.get_by_role("button", name="+10 мин").click()
    await hears(page, MUM, "нет на уроке")
    await picture(page, "new-absence")
    assert asyncio.get_running_loop().time() - begun < TEN_MINUTES


async def _come_in(page: Page, role: str, code: str) -> None:
    await phone(page, role).get_by_role("button", name="Начать").click()
    await write(page, role, code)


async def _code_for(page: Page, role: str, surname: str) -> str:
    """The code, as the screen shows it."""
    await press(page, role, surname)
    await press(page, role, "Новый код")
    shown = phone(page, role).locator(".message", has_text="Код для:").last
    await shown.wait_for()
    found = CODE.search(await shown.inner_text())
    assert found is not None
    return found[0]


async def _bring(page: Page, role: str, file: Path, said: str) -> None:
    await phone(page, role).locator("input[type=file]").set_input_files(file)
    await page.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    await hears(page, role, said)
