"""Asks Telegram for updates and confirms those that are on the disk: by the next request, and by no other."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramAPIError

from bot.intake import Intake
from bot.raw_updates import number_of

log = structlog.get_logger(__name__)

WANTED = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")
PAUSES = (0.5, 1, 2, 5, 10, 30)
"""Seconds between tries while Telegram does not answer."""
TWO_PROGRAMS = (
    "Another program asks Telegram for this bot's updates. Only one can have them: stop the other one, "
    "or give this one a token of its own from @BotFather."
)


class Unauthorized(Exception):
    """Telegram does not know this token."""


class Poller:
    """`hold`: seconds that an idle request is kept open, 0 to 50."""

    def __init__(self, bot: Bot, intake: Intake, hold: int = 30) -> None:
        self._bot = bot
        self._intake = intake
        self._hold = hold

    async def run(self) -> None:
        """Until cancelled. Raises `Unauthorized`."""
        offset: int | None = None
        failures = 0
        while True:
            await self._intake.room()
            try:
                updates = await self._ask(offset)
                failures = 0
            except (aiohttp.ClientError, TimeoutError, ValueError, _Refusal) as problem:
                pause = getattr(problem, "retry_after", None) or PAUSES[min(failures, len(PAUSES) - 1)]
                failures += 1
                await self._say(problem, pause)
                await asyncio.sleep(pause)
                continue
            if not updates:
                # All that was handed out is confirmed. After a quiet week numbers begin anew, perhaps with lower ones.
                offset = None
            elif await self._intake.take(updates):
                offset = _after(updates) or offset
            else:
                await asyncio.sleep(PAUSES[1])

    async def _ask(self, offset: int | None) -> list[dict[str, Any]]:
        """One `getUpdates`, raw. Raises `Unauthorized`, `_Refusal`, and what aiohttp and JSON raise."""
        session = self._bot.session
        assert isinstance(session, AiohttpSession)
        client = await session.create_session()
        body: dict[str, Any] = {"timeout": self._hold, "limit": 100, "allowed_updates": list(WANTED)}
        if offset is not None:
            body["offset"] = offset
        url = session.api.api_url(self._bot.token, "getUpdates")
        patience = aiohttp.ClientTimeout(total=self._hold + 15)
        async with client.post(url, json=body, timeout=patience) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict):
            raise ValueError("no JSON object")
        if answer.get("ok") and isinstance(answer.get("result"), list):
            return [update for update in answer["result"] if isinstance(update, dict)]
        if answer.get("error_code") in (401, 404):
            raise Unauthorized
        raise _Refusal(answer)

    async def _say(self, problem: Exception, pause: float) -> None:
        if not isinstance(problem, _Refusal) or problem.code != 409:
            log.warning("telegram_unreachable", problem=type(problem).__name__, pause=pause)
        elif problem.webhook:
            log.warning("webhook_removed", why="this program polls, since WEBHOOK_URL is empty")
            await self._remove_webhook()
        else:
            log.error("two_programs", said=TWO_PROGRAMS, pause=pause)

    async def _remove_webhook(self) -> None:
        """What waits stays and comes by polling."""
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramAPIError as refusal:
            log.warning("webhook_not_removed", problem=type(refusal).__name__)


class _Refusal(Exception):
    """Telegram answered, but with an error."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        said = str(answer.get("description"))
        super().__init__(said)
        self.code = answer.get("error_code")
        self.webhook = "webhook is active" in said
        parameters = answer.get("parameters")
        asked = parameters.get("retry_after") if isinstance(parameters, Mapping) else None
        self.retry_after = float(asked) if isinstance(asked, int | float) else None


def _after(updates: list[dict[str, Any]]) -> int | None:
    numbers = [number for update in updates if (number := number_of(update)) is not None]
    return max(numbers) + 1 if numbers else None
