"""Who has a phone."""

from aiohttp import web

from bot.local_telegram.chats import JSON, Account
from bot.local_telegram.errors import malformed
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.people_side.requests import user_id_of, wish_of

KEPT_OUT, MEMBER = "kicked", "member"


def routes(exchange: Exchange) -> list[web.RouteDef]:
    people = People(exchange)
    return [
        web.get("/people/bot", people.bot),
        web.get("/people/users", people.users),
        web.post("/people/users", people.add),
        web.post(r"/people/users/{user_id:\d+}/block", people.block),
        web.post(r"/people/users/{user_id:\d+}/unblock", people.unblock),
        web.post(r"/people/users/{user_id:\d+}/deactivate", people.deactivate),
        web.post(r"/people/users/{user_id:\d+}/takes_voice", people.takes_voice),
    ]


class People:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def bot(self, request: web.Request) -> web.Response:
        return web.json_response(self._exchange.bot | {"menu_button": self._exchange.menu_button})

    async def users(self, request: web.Request) -> web.Response:
        return web.json_response([described(self._exchange, one) for one in self._exchange.accounts.values()])

    async def add(self, request: web.Request) -> web.Response:
        wish = await wish_of(request)
        user_id = wish.number_or_none("id") or 0
        if user_id < 0:
            raise malformed("«id» must be positive.")
        account = self._exchange.add_account(
            Account(
                id=user_id,
                first_name=wish.text("first_name"),
                last_name=wish.text_or_none("last_name"),
                username=wish.text_or_none("username"),
                language_code=wish.text_or_none("language_code") or "ru",
                label=wish.text_or_none("label"),
                started=bool(wish.fields.get("started")),
            )
        )
        return web.json_response(described(self._exchange, account))

    async def block(self, request: web.Request) -> web.Response:
        return self._turn(user_id_of(request), blocked=True)

    async def unblock(self, request: web.Request) -> web.Response:
        return self._turn(user_id_of(request), blocked=False)

    async def deactivate(self, request: web.Request) -> web.Response:
        """The account is deleted: the bot gets 403 «user is deactivated»."""
        account = self._exchange.account(user_id_of(request))
        account.deactivated = True
        return web.json_response(described(self._exchange, account))

    async def takes_voice(self, request: web.Request) -> web.Response:
        """`taken` false: the account lets nobody send it voice and video messages."""
        account = self._exchange.account(user_id_of(request))
        account.takes_voice = bool((await wish_of(request)).fields.get("taken", True))
        return web.json_response(described(self._exchange, account))

    def _turn(self, user_id: int, *, blocked: bool) -> web.Response:
        """The bot learns of it by a my_chat_member update."""
        account = self._exchange.account(user_id)
        if account.blocked != blocked:
            account.blocked = blocked
            tell_membership(
                self._exchange, account, user_id, MEMBER if blocked else KEPT_OUT, KEPT_OUT if blocked else MEMBER
            )
            self._exchange.events.emit("user", user_id, user_id)
        return web.json_response(described(self._exchange, account))


def tell_membership(exchange: Exchange, account: Account, chat_id: int, before: str, after: str) -> None:
    change: JSON = {
        "chat": exchange.chats[chat_id].description,
        "from": account.as_user(),
        "date": exchange.unix_now(),
        "old_chat_member": standing(exchange.bot, before),
        "new_chat_member": standing(exchange.bot, after),
    }
    exchange.updates.put("my_chat_member", change, chat_id)


def standing(bot: JSON, status: str) -> JSON:
    member: JSON = {"user": bot, "status": status}
    return member | {"until_date": 0} if status == KEPT_OUT else member


def described(exchange: Exchange, account: Account) -> JSON:
    unread = sum(chat.unread.get(account.id, 0) for chat in exchange.chats.values()) if account.started else 0
    return {
        "id": account.id,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "username": account.username,
        "language_code": account.language_code,
        "label": account.label,
        "blocked": account.blocked,
        "started": account.started,
        "unread": unread,
    }
