"""Whole paths: the bot over HTTP against the local Telegram, with the known cast and a set clock."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from pydantic import SecretStr

from bot.application import Application
from bot.local_telegram.server import LocalTelegram
from bot.settings import Settings
from domain.ids import PersonId
from tests import school
from tests.clock import SetClock
from tests.people import People, Phone

TOKEN = "42:STORY-token-of-the-local-telegram"


@dataclass
class Story:
    """The running school: `phone(MOTHER)` is her phone; `later(minutes=2)` moves the clock and wakes who waits."""

    application: Application
    telegram: LocalTelegram
    people: People
    clock: SetClock
    settings: Settings
    task: "asyncio.Task[None]"

    async def phone(self, person: PersonId) -> Phone:
        return await self.people.phone(school.telegram_id(person))

    async def phones(self, *persons: PersonId) -> list[Phone]:
        return [await self.phone(person) for person in persons]

    async def stranger(self, user_id: int = 99) -> Phone:
        return await self.people.new_phone("Незнакомец", user_id=user_id)

    async def later(self, **span: float) -> None:
        """Moves the clock; what is due by then is queued and sent."""
        self.clock.advance(**span)
        await self.application.jobs.queue_digests()
        await self.application.jobs.end_overdue()
        await self.application.jobs.ring_bells()
        self.application.nudge()

    async def restart(self) -> None:
        """Stops the bot cleanly and starts it again on the same database."""
        await _stop(self.application, self.task)
        self.application = await Application.build(self.settings, self.clock)
        self.task = asyncio.create_task(self.application.run())


@pytest.fixture
async def telegram(clock: SetClock) -> AsyncIterator[LocalTelegram]:
    server = LocalTelegram(token=TOKEN, clock=clock)
    for person, name in school.PEOPLE.items():
        server.add_user(name.given, user_id=school.telegram_id(person), last_name=name.surname, started=True)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def story(telegram: LocalTelegram, database_url: str, clock: SetClock) -> AsyncIterator[Story]:
    """The same story on SQLite and on PostgreSQL."""
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        database_url=database_url,
        telegram_api_url=telegram.url,
        absence_grace_seconds=120,
        mark_grace_seconds=900,
        announce_grace_seconds=0,
        sends_per_chat=1000,
        sends_per_second=1000,
    )
    telegram.exchange.limits.enforced = False
    application = await Application.build(settings, clock)
    task = asyncio.create_task(application.run())
    async with People(telegram.url) as people:
        told = Story(application, telegram, people, clock, settings, task)
        yield told
        await _stop(told.application, told.task)


async def _stop(application: Application, task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await application.close()
    if not task.cancelled() and task.exception() is not None:
        raise task.exception()  # type: ignore[misc]
