"""The school's clock and its people, when a host gives them; 404 when none does."""

from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import malformed, not_found
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.people_side.requests import Wish, wish_of
from bot.local_telegram.seams import Stage


def routes(exchange: Exchange, stage: Stage | None) -> list[web.RouteDef]:
    view = StageView(exchange, stage)
    return [
        web.get("/people/clock", view.clock),
        web.post("/people/clock", view.move_clock),
        web.get("/people/directory", view.directory),
        web.post("/people/directory/{key}", view.put_on_phone),
        web.get("/people/phones", view.phones),
    ]


class StageView:
    def __init__(self, exchange: Exchange, stage: Stage | None) -> None:
        self._exchange = exchange
        self._given = stage

    @property
    def _stage(self) -> Stage:
        if self._given is None:
            raise not_found("This local Telegram runs without a school.")
        return self._given

    async def clock(self, request: web.Request) -> web.Response:
        return web.json_response(self._time())

    async def move_clock(self, request: web.Request) -> web.Response:
        await self._move(await wish_of(request))
        now = self._time()
        self._exchange.events.emit("clock", None, None, **now)
        return web.json_response(now)

    async def directory(self, request: web.Request) -> web.Response:
        return web.json_response([asdict(one) for one in await self._stage.people(request.query.get("q", ""))])

    async def put_on_phone(self, request: web.Request) -> web.Response:
        try:
            return web.json_response({"user_id": await self._stage.put_on_phone(request.match_info["key"])})
        except KeyError:
            raise not_found("There is no such person.") from None

    async def phones(self, request: web.Request) -> web.Response:
        return web.json_response([asdict(phone) for phone in self._given.phones()] if self._given else [])

    async def _move(self, wish: Wish) -> None:
        if "jump" in wish.fields:
            try:
                return await self._stage.jump(wish.text("jump"))
            except KeyError:
                raise not_found("There is no such jump.") from None
        if "minutes" in wish.fields:
            return await self._stage.advance(wish.number("minutes"))
        try:
            moment = datetime.fromisoformat(wish.text("to"))
        except ValueError:
            raise malformed("«to» must be a moment like 2026-11-24T18:00:00+03:00.") from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(self._stage.zone))
        return await self._stage.move_to(moment)

    def _time(self) -> JSON:
        now = self._exchange.clock.now().astimezone(ZoneInfo(self._stage.zone))
        jumps = [asdict(jump) for jump in self._stage.jumps()]
        return {"now": now.isoformat(), "zone": self._stage.zone, "jumps": jumps}
