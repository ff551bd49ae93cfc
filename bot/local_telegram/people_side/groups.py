"""Groups that the bot is in."""

from aiohttp import web

from bot.local_telegram.chats import Account, Chat
from bot.local_telegram.errors import malformed, not_found
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.people_side.requests import wish_of
from bot.local_telegram.people_side.users import KEPT_OUT, MEMBER, tell_membership


def routes(exchange: Exchange) -> list[web.RouteDef]:
    groups = Groups(exchange)
    return [
        web.post("/people/groups", groups.add),
        web.post(r"/people/groups/{chat_id:-\d+}/kick", groups.kick),
        web.post(r"/people/groups/{chat_id:-\d+}/upgrade", groups.upgrade),
    ]


class Groups:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def add(self, request: web.Request) -> web.Response:
        wish = await wish_of(request)
        kind = wish.text_or_none("type") or "group"
        members = wish.fields.get("members")
        if kind not in ("group", "supergroup"):
            raise malformed("«type» must be group or supergroup.")
        if not isinstance(members, list) or not members:
            raise malformed("«members» must be a list of user ids.")
        accounts = [self._exchange.account(int(member)) for member in members]
        chat = self._exchange.add_group(wish.text("title"), [account.id for account in accounts], kind)
        tell_membership(self._exchange, accounts[0], chat.id, "left", MEMBER)
        return web.json_response({"chat_id": chat.id})

    async def kick(self, request: web.Request) -> web.Response:
        """The first member puts the bot out."""
        chat = self._group(request)
        chat.bot_is_member = False
        tell_membership(self._exchange, self._first(chat), chat.id, MEMBER, KEPT_OUT)
        return web.json_response({"chat_id": chat.id})

    async def upgrade(self, request: web.Request) -> web.Response:
        """The group becomes a supergroup with a new id; the bot is told by two messages, as at Telegram."""
        old = self._group(request)
        new = self._exchange.add_group(old.title, list(old.members), "supergroup")
        first = self._first(old)
        self._exchange.post_from_person(first, old, {"migrate_to_chat_id": new.id})
        self._exchange.post_from_person(first, new, {"migrate_from_chat_id": old.id})
        old.migrated_to = new.id
        return web.json_response({"chat_id": new.id})

    def _group(self, request: web.Request) -> Chat:
        chat = self._exchange.chats.get(int(request.match_info["chat_id"]))
        if chat is None:
            raise not_found("There is no such group.")
        return chat

    def _first(self, chat: Chat) -> Account:
        return self._exchange.account(chat.members[0])
