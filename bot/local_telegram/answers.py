"""One call of the bot from its body to Telegram's answer, with the faults that were asked for."""

import asyncio
import inspect
import json
import logging
from typing import Any

from aiohttp import web

from bot.local_telegram.calls import Body, call_of, read_body
from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import Refused, method_not_found, too_many_requests
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.faults import Fault
from bot.local_telegram.ledger import Entry
from bot.local_telegram.methods import METHODS
from bot.local_telegram.methods.updates import RawJson

logger = logging.getLogger(__name__)
as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
HTML_502 = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)
REFUSALS = {
    "500": Refused(500, "Internal Server Error: restart"),
    "401": Refused(401, "Unauthorized"),
    "409": Refused(
        409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    ),
}


async def answer(exchange: Exchange, request: web.Request, name: str) -> web.Response:
    """The response to one call; never raises but when the connection is gone."""
    try:
        body = await read_body(request)
    except Refused as refusal:
        return refused(refusal)
    entry = exchange.ledger.open(name, body.as_recorded(), exchange.clock.now())
    entry.chat_id = body.chat_id
    fault = exchange.faults.take(name.lower(), entry.chat_id)
    if fault is None:
        return await outcome(exchange, name, body, entry)
    return await faulty(exchange, request, name, body, entry, fault)


async def outcome(exchange: Exchange, name: str, body: Body, entry: Entry) -> web.Response:
    """Runs the method and writes into the ledger how it ended."""
    try:
        result = await run(exchange, name, body)
    except Refused as refusal:
        entry.outcome, entry.error_code, entry.description = "refused", refusal.code, refusal.description
        return refused(refusal)
    if isinstance(result, dict) and "message_id" in result:
        entry.message_id = result["message_id"]
    return accepted(result)


async def run(exchange: Exchange, name: str, body: Body) -> Any:
    method = METHODS.get(name.lower())
    if method is None:
        logger.error("The bot called %s, which the local Telegram does not have", name)
        raise method_not_found()
    result = method.run(exchange, call_of(method.kind, body))
    return await result if inspect.isawaitable(result) else result


def accepted(result: Any) -> web.Response:
    if isinstance(result, RawJson):
        text = f'{{"ok":true,"result":{result}}}'
    else:
        text = f'{{"ok":true,"result":{as_json(result)}}}'
    return web.Response(body=text.encode("utf-8", "surrogatepass"), content_type="application/json")


def refused(refusal: Refused) -> web.Response:
    answer: JSON = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers: dict[str, str] = {}
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
        if "retry_after" in refusal.parameters:
            headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return web.json_response(answer, status=refusal.code, headers=headers)


async def faulty(
    exchange: Exchange, request: web.Request, name: str, body: Body, entry: Entry, fault: Fault
) -> web.Response:
    """What the bot gets in place of its answer, after or without the call having been taken."""
    entry.fault = fault.kind
    truth: web.Response | None = None
    if fault.taken:
        truth = await outcome(exchange, name, body, entry)
    else:
        entry.outcome = "fault"
    if fault.kind in ("slow", "timeout"):
        await pause(exchange, fault.seconds)
    if fault.kind in ("timeout", "cut_before", "cut_after"):
        return cut(request)
    if fault.kind == "502":
        return web.Response(status=502, text=HTML_502, content_type="text/html")
    if fault.kind == "bad_json":
        return garbage(truth)
    if fault.kind in REFUSALS or fault.kind == "429":
        refusal = REFUSALS.get(fault.kind) or too_many_requests(fault.retry_after)
        entry.error_code = refusal.code
        return refused(refusal)
    return truth if truth is not None else cut(request)


async def pause(exchange: Exchange, seconds: float) -> None:
    """Ends early when the server stops."""
    try:
        await asyncio.wait_for(exchange.closing.wait(), seconds)
    except TimeoutError:
        return


def cut(request: web.Request) -> web.Response:
    """The connection is gone; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def garbage(truth: web.Response | None) -> web.Response:
    """A 200 whose JSON ends in the middle."""
    body = truth.body if truth is not None and isinstance(truth.body, bytes) else b'{"ok":true,"result":{"mess'
    return web.Response(body=body[: max(1, len(body) // 2)], content_type="application/json")
