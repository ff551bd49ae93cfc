"""`demo`: the bot, a local Telegram and the demo school in one process; nothing is kept."""

import asyncio
import tempfile
from pathlib import Path

import typer
from pydantic import SecretStr
from sqlalchemy import insert

from bot.application import Application
from bot.commands.problems import Mistaken
from bot.commands.running import until_stopped
from bot.demo_school.school import DemoSchool, make_school
from bot.demo_school.seed import SEED, seed_demo
from bot.demo_stage import DemoStage, binding_rows, demo_start
from bot.local_telegram.server import LocalTelegram
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.system_clock import MovableClock
from domain.ids import PersonId
from domain.roles.consent import CONSENT_VERSION
from storage.database import Database
from storage.schema import migrate
from storage.tables.roles import bindings, consents
from storage.topics import ACCESS, CONSENTS

TOKEN = "42:DEMO-token-of-the-local-telegram"
USERNAME = "zvonok_school_bot"


async def run_demo(port: int, ready_file: Path | None = None) -> None:
    """`ready_file` is written when the page can be opened. Raises `Mistaken` for a taken port."""
    set_up_logs("console", "warning")
    demo = make_school(SEED)
    starts, ended = demo_start(demo)
    clock = MovableClock(starts)
    with tempfile.TemporaryDirectory(prefix="zvonok-demo-") as folder:
        url = f"sqlite:///{folder}/demo.db"
        await migrate(url)
        database = Database.open(url, clock)
        try:
            await seed_demo(database, starts.date(), ended)
            stage = Stage(demo, database, clock)
            await _bind(database, stage, demo)
            await until_stopped(_run(port, url, clock, stage, ready_file))
        finally:
            await database.close()


class Stage(DemoStage):
    """The stage, once there is a bot to issue codes and to be told of a moved clock."""

    def __init__(self, demo: DemoSchool, database: Database, clock: MovableClock) -> None:
        super().__init__(demo, database, clock, self._moved_on, self._issue_code)
        self.application: Application | None = None
        self._jobs: set[asyncio.Task[None]] = set()

    def _moved_on(self) -> None:
        if self.application is None:
            return
        self.application.nudge()
        job = asyncio.get_running_loop().create_task(self.application.jobs.queue_digests())
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)

    async def _issue_code(self, person: PersonId) -> str:
        assert self.application is not None
        issued = await self.application.wiring.codes().issue_by_program([person])
        return issued[0].code


async def _run(port: int, url: str, clock: MovableClock, stage: Stage, ready_file: Path | None) -> None:
    telegram = LocalTelegram(token=TOKEN, username=USERNAME, clock=clock, stage=stage)
    try:
        await telegram.start("127.0.0.1", port)
    except OSError as taken:
        raise Mistaken(f"Port {port} is taken: choose another one with PORT=8081 ({taken.strerror}).") from None
    try:
        await stage.set_up(telegram)
        settings = Settings(
            bot_token=SecretStr(TOKEN), database_url=url, telegram_api_url=telegram.url, announce_grace_seconds=5
        )
        application = await Application.build(settings, clock)
        stage.application = application
        try:
            await _offer(application, stage)
            _announce(telegram, stage, ready_file)
            await application.run()
        finally:
            await application.close()
    finally:
        await telegram.stop()


async def _bind(database: Database, stage: Stage, demo: DemoSchool) -> None:
    """The default phones' people have come in and, as guardians, given their consent."""
    now = database.clock.now()
    async with database.begin() as tx:
        await tx.run(insert(bindings), binding_rows(stage, demo, now))
        given = [
            {"person_id": person, "version": CONSENT_VERSION, "accepted": True, "at": now}
            for person in stage.bound_people()
        ]
        await tx.run(insert(consents), given)
        tx.touch(ACCESS)
        tx.touch(CONSENTS)


async def _offer(application: Application, stage: Stage) -> None:
    """The commands of each phone, as they come when a person gets in."""
    greeting = application.dispatcher["greeting"]
    for phone in stage.phones():
        actor = await application.wiring.actors.actor(phone.user_id)
        assert actor is not None
        await greeting.welcome_back(phone.user_id, actor)


def _announce(telegram: LocalTelegram, stage: Stage, ready_file: Path | None) -> None:
    typer.echo(f"Zvonok's demo school is open: {telegram.url}\n")
    for phone in stage.phones():
        typer.echo(f"  {phone.role:<22} {phone.title}")
    typer.echo("\nCtrl-C stops it; nothing is kept.")
    if ready_file is not None:
        ready_file.write_text(telegram.url, encoding="utf-8")
