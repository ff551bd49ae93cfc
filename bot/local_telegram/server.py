"""The HTTP server: the Bot API on one side, people's phones on the other, the page at the root."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.local_telegram.answers import answer, refused, run
from bot.local_telegram.calls import UPLOAD_LIMIT, Body
from bot.local_telegram.chats import JSON, Account
from bot.local_telegram.errors import PeopleRefused, Refused
from bot.local_telegram.exchange import CALLBACK_LIFETIME, MESSAGES_KEPT, Exchange
from bot.local_telegram.methods.updates import remove_webhook
from bot.local_telegram.people_side import routes
from bot.local_telegram.seams import Clock, Stage, WallClock

STATIC = Path(__file__).parent / "static"
LEDGER_SIZE = 10_000
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalTelegram:
    """A Bot API server for one bot. `ledger_size` None keeps every call; `callback_lifetime` is in seconds."""

    def __init__(
        self,
        *,
        token: str,
        username: str = "zvonok_school_bot",
        name: str = "Звонок",
        clock: Clock | None = None,
        stage: Stage | None = None,
        ledger_size: int | None = LEDGER_SIZE,
        messages_kept: int = MESSAGES_KEPT,
        callback_lifetime: float = CALLBACK_LIFETIME,
    ) -> None:
        self._token = token
        self._host = "127.0.0.1"
        self._port = 0
        self._stage = stage
        self._runner: web.AppRunner | None = None
        self.exchange = Exchange(
            token=token,
            username=username,
            name=name,
            clock=clock or WallClock(),
            ledger_size=ledger_size,
            messages_kept=messages_kept,
            callback_lifetime=callback_lifetime,
        )
        self.exchange.obey = self._obey

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Port 0 takes a free one. Raises OSError when the port is taken."""
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.3)
        await runner.setup()
        try:
            site = web.TCPSite(runner, host, port, backlog=1024)
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._host, self._port = host, int(runner.addresses[0][1])

    @property
    def url(self) -> str:
        host = "127.0.0.1" if self._host in ("0.0.0.0", "") else self._host
        return f"http://{host}:{self._port}"

    async def stop(self) -> None:
        """Held polls end empty, sockets close; takes less than a second."""
        self.exchange.closing.set()
        self.exchange.updates.break_poll(None)
        await remove_webhook(self.exchange, drop=False)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def add_user(
        self,
        first_name: str,
        *,
        user_id: int = 0,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str = "ru",
        label: str | None = None,
        started: bool = False,
    ) -> int:
        """Makes an account and gives its id; id 0 takes the next free one. `started`: has written to the bot before."""
        account = Account(user_id, first_name, last_name, username, language_code, label, started=started)
        return self.exchange.add_account(account).id

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=2 * UPLOAD_LIMIT, middlewares=[people_refusals])
        application.router.add_route("*", "/bot{token}/{method}", self._bot_call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._download)
        application.add_routes(routes(self.exchange, self._stage))
        application.router.add_get("/", page)
        if STATIC.is_dir():
            application.router.add_static("/static/", STATIC)
        return application

    async def _bot_call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._token:
            return refused(Refused(401, "Unauthorized"))
        return await answer(self.exchange, request, request.match_info["method"])

    async def _download(self, request: web.Request) -> web.StreamResponse:
        stored = self.exchange.files.at(request.match_info["path"])
        if request.match_info["token"] != self._token or stored is None:
            return refused(Refused(404, "Not Found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _obey(self, method: str, params: JSON) -> None:
        """A call that came as the answer to a webhook; it is in the ledger like any other."""
        entry = self.exchange.ledger.open(method, params, self.exchange.clock.now())
        try:
            await run(self.exchange, method, Body(params))
        except Refused as refusal:
            entry.outcome, entry.error_code, entry.description = "refused", refusal.code, refusal.description


@web.middleware
async def people_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except PeopleRefused as refusal:
        return web.json_response({"error": str(refusal)}, status=refusal.status)


async def page(request: web.Request) -> web.StreamResponse:
    index = STATIC / "index.html"
    if not index.is_file():
        return web.Response(status=404, text="The page is not installed.")
    return web.FileResponse(index, headers={"Cache-Control": "no-cache"})
