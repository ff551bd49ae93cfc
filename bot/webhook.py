"""Telegram brings the updates: each is answered with 200 once it is on the disk, and not before."""

import asyncio
import hmac
import json
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
from aiohttp import web

from bot.intake import Intake
from bot.poller import PAUSES, WANTED, Unauthorized

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024
"""Bytes of one update; Telegram's largest are a few kilobytes."""
MOST_CONNECTIONS = 100


class Webhook:
    """Behind a proxy that keeps the certificate. Who may bring updates is known by the secret, not by any address."""

    def __init__(self, bot: Bot, intake: Intake, *, url: str, secret: str, listen: str, at_once: int) -> None:
        """`listen`: host:port. `at_once`: connections that Telegram may open, 1 to 100."""
        self._bot = bot
        self._intake = intake
        self._url = url
        self._secret = secret.encode()
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._connections = min(at_once, MOST_CONNECTIONS)

    async def run(self) -> None:
        """Until cancelled. Raises `Unauthorized`, and `OSError` where the port is taken."""
        application = web.Application(client_max_size=LARGEST)
        application.router.add_post(urlsplit(self._url).path or "/", self._take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=5)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host.strip("[]"), self._port).start()
            await self._announce()
            await asyncio.get_running_loop().create_future()
        finally:
            await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict):
            return web.Response(status=400)
        await self._intake.room()
        return web.Response(status=200 if await self._intake.take([update]) else 503)

    async def _announce(self) -> None:
        """Tells Telegram where to bring updates; waits while it does not answer."""
        failures = 0
        while True:
            try:
                await self._bot.set_webhook(
                    self._url,
                    secret_token=self._secret.decode(),
                    allowed_updates=list(WANTED),
                    max_connections=self._connections,
                    drop_pending_updates=False,
                )
                return
            except TelegramUnauthorizedError:
                raise Unauthorized from None
            except TelegramAPIError as problem:
                pause = PAUSES[min(failures, len(PAUSES) - 1)]
                failures += 1
                log.warning("webhook_not_set", problem=type(problem).__name__, pause=pause)
                await asyncio.sleep(pause)
