"""What people's phones, the page and the tests use; everything is JSON."""

from aiohttp import web

from bot.local_telegram.exchange import Exchange
from bot.local_telegram.people_side import control, groups, reading, stage, users, writing
from bot.local_telegram.seams import Stage


def routes(exchange: Exchange, given_stage: Stage | None) -> list[web.RouteDef]:
    return [
        *users.routes(exchange),
        *reading.routes(exchange),
        *writing.routes(exchange),
        *groups.routes(exchange),
        *control.routes(exchange),
        *stage.routes(exchange, given_stage),
    ]
