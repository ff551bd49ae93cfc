"""The running bot: everything built and closed here, top to bottom."""

import asyncio
import gc
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import structlog
from aiogram import Bot, Dispatcher, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
from aiogram.types import BotCommand

from bot import inbox_wiring, inspection_wiring, overview_wiring
from bot.class_duties_wiring import evening_queue
from bot.crowd import KnownCrowd
from bot.fsm_storage import DatabaseStorage
from bot.hall import Hall
from bot.intake import Intake
from bot.looks import Looks
from bot.middlewares.actor import WhoIsIt
from bot.middlewares.awaited import ConfirmedFirst
from bot.middlewares.consent import ConsentFirst
from bot.middlewares.pace import MOST_ACTS, KeepsPace
from bot.middlewares.pin import PinFirst
from bot.middlewares.refusals import Refusals
from bot.middlewares.seen import Seen
from bot.middlewares.sent import WhenWasIt
from bot.middlewares.watched import Watched
from bot.poller import PAUSES, Poller, Unauthorized
from bot.sender import TelegramSender
from bot.services import Services, Wiring, code_hasher
from bot.session import LeanSession
from bot.settings import Settings
from bot.webhook import Webhook
from domain.clock import Clock
from domain.school.backups import NightlyBackups
from handlers.areas import MENU, known_routers
from handlers.messaging import reaching_router
from handlers.messaging.renderer import ScreenRenderer
from handlers.roles import fallback, getting_in
from handlers.roles.greeting import Greeting
from handlers.roles.screens import BotCard
from handlers.texts.translator import LANGUAGES, texts_in
from scheduler.delivery import DeliveryLoop
from scheduler.jobs import Jobs
from scheduler.runner import Runner
from scheduler.timetable import moments
from storage.conversations import Conversations
from storage.database import Database
from storage.inbox import Inbox
from storage.roles.bindings import note_seen
from storage.school.card import school_card

log = structlog.get_logger(__name__)


GARBAGE = 20_000
"""Objects made until young garbage is looked for; Python's own 700 are made by half an answer."""


class NoSchool(Exception):
    """The database holds no school: `python -m bot init` makes one."""


@dataclass
class Application:
    """Made by `Application.build`; `run` until cancelled, then `close`."""

    database: Database
    wiring: Wiring
    services: Services
    bot: Bot
    dispatcher: Dispatcher
    intake: Intake
    way_in: Poller | Webhook
    delivery: DeliveryLoop
    runner: Runner
    jobs: Jobs

    @classmethod
    async def build(cls, settings: Settings, clock: Clock, most_acts: int = MOST_ACTS) -> "Application":
        """Opens the database (migrated already) and asks Telegram who the bot is. `most_acts`: of a person in 10 s.

        Raises `NoSchool`, and `Unauthorized` for a token that Telegram does not know; waits while it is unreachable.
        """
        database = Database.open(settings.database_url, clock)
        bot = _bot(settings)
        try:
            card = await school_card(database.reader)
            if card is None:
                raise NoSchool
            database.zone = card.zone
            wiring = Wiring(database, settings, card.language, await code_hasher(settings, database))
            return await cls._assemble(settings, wiring, bot, card.language, most_acts)
        except BaseException:
            await bot.session.close()
            await database.close()
            raise

    @classmethod
    async def _assemble(
        cls, settings: Settings, wiring: Wiring, bot: Bot, language: str, most_acts: int
    ) -> "Application":
        services, inbox = wiring.services(), Inbox(wiring.database)
        bot_card = BotCard(await _username(bot))
        delivery = DeliveryLoop(wiring.delivery(ScreenRenderer(), TelegramSender(bot, settings.sends_per_second)))
        wiring.database.on_commit(lambda tx: delivery.delivery.wake() if tx.facts_added else None)
        seen = Seen()

        async def write_seen() -> None:
            await _write_seen(wiring.database, seen, wiring.looks)

        overdue = (services.holding.let_go_due, services.absence_alarms.escalate_due)
        seal = wiring.sealing().seal
        by_itself = wiring.closing_by_itself()
        closing = (by_itself.close_gone, by_itself.lock_idle)
        evening = evening_queue(wiring)
        wake, ring = delivery.delivery.wake, wiring.lesson_bells().ring
        jobs = Jobs(
            wiring.digests(),
            wake,
            (inbox.forget_old, services.bringing.forget_old),
            write_seen,
            overdue,
            seal,
            ring,
            await _backups(wiring),
            wiring.list_reminders().remind,
            closing,
            wiring.retention().remind,
            remind_owed=inbox_wiring.owed_mornings(wiring).remind,
            overviews=overview_wiring.overview_weeks(wiring).queue,
            look_back=inspection_wiring.mending(wiring).close_seen,
            queue_duties=evening.queue,
            refresh_duties=evening.refresh,
        )
        greeting = Greeting(bot, wiring.actors.actor, MENU, lambda: language)
        dispatcher = _dispatcher(wiring, services, bot_card, greeting, seen, language, most_acts)
        crowd = KnownCrowd(wiring.actors)
        intake = Intake(bot, dispatcher, inbox, settings.updates_at_once, crowd, greeting.after_a_break)
        runner = Runner(moments(jobs, wiring.database.zone))
        way_in = _way_in(settings, bot, intake)
        return cls(wiring.database, wiring, services, bot, dispatcher, intake, way_in, delivery, runner, jobs)

    async def run(self) -> None:
        """Until cancelled or the token is refused; what is under way is brought to its end, within seconds."""
        await self._offer_commands()
        # What was built stays: without this each collection walks through all types of aiogram, a tenth of a second.
        gc.freeze()
        gc.set_threshold(GARBAGE)
        self.runner.start()
        delivering = asyncio.create_task(self.delivery.run())
        try:
            await self.jobs.queue_digests()
            await self.intake.start()
            await self._until_ended(delivering)
        finally:
            self.runner.stop()
            await self.intake.stop()
            await self.delivery.drain(delivering)
            await self.jobs.note_seen()

    async def _until_ended(self, delivering: asyncio.Task[None]) -> None:
        """Takes what comes in, as long as that and the delivery go on."""
        coming_in = asyncio.create_task(self.way_in.run())
        try:
            await asyncio.wait([coming_in, delivering], return_when=asyncio.FIRST_COMPLETED)
            for ended in (coming_in, delivering):
                if ended.done():
                    ended.result()
        finally:
            coming_in.cancel()
            await asyncio.gather(coming_in, return_exceptions=True)

    def nudge(self) -> None:
        """The clock was moved: whatever waits for a moment looks again."""
        self.delivery.delivery.wake()

    async def close(self) -> None:
        await self.bot.session.close()
        await self.database.close()

    async def _offer_commands(self) -> None:
        """What strangers are offered; each person's own commands come when they get in."""
        for language in LANGUAGES:
            words = texts_in(language)
            commands = [BotCommand(command="start", description=words("roles-command-start"))]
            try:
                await self.bot.set_my_commands(commands, language_code=None if language == LANGUAGES[0] else language)
            except TelegramAPIError as refusal:
                log.warning("commands_not_offered", why=type(refusal).__name__)


async def _backups(wiring: Wiring) -> NightlyBackups | None:
    if wiring.settings.backup_folder is not None and wiring.settings.backup_key is None:
        log.error("no_backups", why="BACKUP_KEY is missing, and copies in the clear are not made")
    return await wiring.backups()


def _bot(settings: Settings) -> Bot:
    api = TelegramAPIServer.from_base(settings.telegram_api_url)
    # Telegram takes keyboards of 10 kB; escaped, a Russian letter would be six bytes of them.
    plain = partial(json.dumps, ensure_ascii=False)
    limit = settings.sends_in_flight + settings.updates_at_once * 2 + 4
    session = LeanSession(api=api, json_dumps=plain, limit=limit)
    return Bot(settings.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))


def _way_in(settings: Settings, bot: Bot, intake: Intake) -> Poller | Webhook:
    if settings.webhook_url is None:
        return Poller(bot, intake)
    return Webhook(
        bot,
        intake,
        url=settings.webhook_url,
        secret=settings.secret_of_webhook,
        listen=settings.webhook_listen,
        at_once=settings.updates_at_once,
    )


async def _username(bot: Bot) -> str:
    """Waits for Telegram to answer; raises `Unauthorized`."""
    failures = 0
    while True:
        try:
            return (await bot.get_me()).username or ""
        except TelegramUnauthorizedError:
            raise Unauthorized from None
        except TelegramAPIError as problem:
            log.warning("telegram_unreachable", problem=type(problem).__name__)
            await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
            failures += 1


def _dispatcher(
    wiring: Wiring,
    services: Services,
    bot_card: BotCard,
    greeting: Greeting,
    seen: Seen,
    language: str,
    most_acts: int = MOST_ACTS,
) -> Dispatcher:
    dispatcher = Dispatcher(
        storage=DatabaseStorage(Conversations(wiring.database)),
        **services.by_name(),
        bot_card=bot_card,
        greeting=greeting,
    )
    known = Hall(_free(known_routers()), name="known")
    dispatcher.update.outer_middleware(WhenWasIt(wiring.database.clock))
    who, pace = WhoIsIt(wiring.actors, lambda: language), KeepsPace(most_acts)
    acts = (dispatcher.message, dispatcher.callback_query)
    traces = (dispatcher.edited_message, dispatcher.message_reaction)
    """Of what was done already: no PIN is asked for them, for afterwards they could not be replayed."""
    for observer in (*acts, *traces, dispatcher.my_chat_member):
        observer.outer_middleware(who)
    for observer in (*acts, *traces):
        observer.outer_middleware(pace)
        observer.outer_middleware(seen)
        observer.outer_middleware(Refusals())
        observer.outer_middleware(ConfirmedFirst())
        observer.outer_middleware(ConsentFirst(services.getting_in))
        observer.outer_middleware(Watched(wiring.looks))
        if wiring.settings.staff_pin and observer in acts:
            observer.outer_middleware(PinFirst(wiring.database.clock, services.staff_pins, services.pads))
    dispatcher.include_routers(*_free((fallback.groups, reaching_router.router)), known, *_free((getting_in.router,)))
    return dispatcher


def _free(routers: Sequence[Router]) -> Sequence[Router]:
    """Routers are made where their handlers stand, once; an application built after another one takes them over."""
    for router in routers:
        router._parent_router = None
    return routers


async def _write_seen(database: Database, seen: Seen, looks: Looks) -> None:
    accounts, looked = seen.taken(), looks.taken()
    if not (accounts or looked):
        return
    try:
        async with database.begin() as tx:
            await note_seen(tx, accounts)
            await tx.audit.write(looked)
    except BaseException:
        looks.give_back(looked)
        raise
