"""getUpdates and the three methods of the webhook, and answerCallbackQuery."""

import re
from urllib.parse import urlsplit

from aiogram.methods import AnswerCallbackQuery, DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from bot.local_telegram.calls import Call
from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import bad_request, conflict
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.updates import WEBHOOK_ACTIVE
from bot.local_telegram.webhook import Webhook

BATCH = 100
LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LIMIT = 256
CONNECTIONS = 40
ANSWER_LIMIT = 200
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class RawJson(str):
    """A result that is JSON already: updates are written once, when they arrive."""


async def get_updates(exchange: Exchange, call: Call[GetUpdates]) -> RawJson:
    args = call.args
    if exchange.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    if args.allowed_updates is not None:
        exchange.updates.allowed = args.allowed_updates or None
    limit = args.limit if args.limit and 1 <= args.limit <= BATCH else BATCH
    timeout = min(max(args.timeout or 0, 0), LONGEST_POLL)
    entries = await exchange.updates.poll(args.offset or 0, limit, timeout)
    return RawJson("[" + ",".join(entry.line for entry in entries) + "]")


async def set_webhook(exchange: Exchange, call: Call[SetWebhook]) -> bool:
    args = call.args
    if not args.url:
        return await remove_webhook(exchange, drop=bool(args.drop_pending_updates))
    check_address(args.url)
    check_secret(args.secret_token)
    if args.allowed_updates is not None:
        exchange.updates.allowed = args.allowed_updates or None
    await remove_webhook(exchange, drop=bool(args.drop_pending_updates))
    exchange.updates.break_poll("terminated by setWebhook request")
    connections = args.max_connections if args.max_connections and 1 <= args.max_connections <= 100 else CONNECTIONS
    exchange.webhook = Webhook(exchange, args.url, args.secret_token, connections)
    exchange.webhook.start()
    return True


async def delete_webhook(exchange: Exchange, call: Call[DeleteWebhook]) -> bool:
    return await remove_webhook(exchange, drop=bool(call.args.drop_pending_updates))


async def remove_webhook(exchange: Exchange, *, drop: bool) -> bool:
    """What waits stays and goes to whoever comes next, unless the bot drops it."""
    webhook, exchange.webhook = exchange.webhook, None
    if webhook is not None:
        await webhook.stop()
    if drop:
        exchange.updates.drop_all()
    return True


def get_webhook_info(exchange: Exchange, call: Call[GetWebhookInfo]) -> JSON:
    state: JSON = {"url": "", "has_custom_certificate": False, "pending_update_count": len(exchange.updates)}
    if exchange.webhook is not None:
        state |= exchange.webhook.as_json()
    if exchange.updates.allowed:
        state["allowed_updates"] = exchange.updates.allowed
    return state


def check_address(url: str) -> None:
    """HTTPS, as at Telegram; plain HTTP for an address of this machine only."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        raise bad_request("bad webhook: invalid URL") from None
    if parts.scheme not in ("http", "https") or not host:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def check_secret(secret: str | None) -> None:
    if secret is None:
        return
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


def answer_callback_query(exchange: Exchange, call: Call[AnswerCallbackQuery]) -> bool:
    args = call.args
    if args.text is not None and len(args.text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: JSON = {"text": args.text, "show_alert": bool(args.show_alert), "url": args.url}
    exchange.answer_press(args.callback_query_id, answer)
    return True
