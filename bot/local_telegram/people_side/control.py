"""For tests: the ledger of the bot's calls, faults, raw updates and limits."""

from aiohttp import web

from bot.local_telegram.errors import malformed
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.people_side.requests import Wish, query_number, wish_of


def routes(exchange: Exchange) -> list[web.RouteDef]:
    control = Control(exchange)
    return [
        web.get("/people/ledger", control.ledger),
        web.post("/people/faults", control.add_fault),
        web.delete("/people/faults", control.clear_faults),
        web.post("/people/updates", control.updates),
        web.get("/people/pending", control.pending),
        web.post("/people/limits", control.limits),
    ]


class Control:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def ledger(self, request: web.Request) -> web.Response:
        return web.json_response(self._exchange.ledger.after(query_number(request, "after") or 0))

    async def add_fault(self, request: web.Request) -> web.Response:
        return web.json_response({"id": self._exchange.faults.add((await wish_of(request)).fields)})

    async def clear_faults(self, request: web.Request) -> web.Response:
        self._exchange.faults.clear()
        return web.json_response({})

    async def updates(self, request: web.Request) -> web.Response:
        """`hold` keeps everything back until `"hold": false`, so that a test can prepare what waits."""
        self._change(await wish_of(request))
        return web.json_response({"updates": len(self._exchange.updates), "next_id": self._exchange.updates.next_id})

    def _change(self, wish: Wish) -> None:
        updates, fields = self._exchange.updates, wish.fields
        if "next_id" in fields:
            updates.next_id = wish.number("next_id")
        if "update" in fields:
            if not isinstance(fields["update"], dict):
                raise malformed("«update» must be an object.")
            updates.put_raw(fields["update"], times=2 if fields.get("duplicate") else 1)
        elif fields.get("duplicate"):
            updates.duplicate()
        if fields.get("shuffle"):
            updates.shuffle(wish.number_or_none("seed"))
        if "hold" in fields:
            updates.hold(bool(fields["hold"]))

    async def pending(self, request: web.Request) -> web.Response:
        return web.json_response({"updates": len(self._exchange.updates)})

    async def limits(self, request: web.Request) -> web.Response:
        self._exchange.limits.enforced = bool((await wish_of(request)).fields.get("enforced", True))
        return web.json_response({"enforced": self._exchange.limits.enforced})
