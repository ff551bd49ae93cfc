"""How much one person may send: who is too fast is told so once, and nothing more is acted on until it has calmed."""

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Chat, Message, MessageReactionUpdated, TelegramObject, Update, User

from domain.roles.codes import looks_like_code
from handlers.kit.show import close
from handlers.roles.buttons import Consent
from handlers.roles.consent_form import is_signature
from handlers.texts.translator import Texts

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

MOST_ACTS = 20
"""Of one person within `WINDOW`."""
WINDOW = timedelta(seconds=10)
PAUSE = timedelta(seconds=30)
"""For so long nothing is acted on; for longer where it goes on too fast."""
STRANGERS_TURN = timedelta(minutes=1)
"""Within it a stranger is answered once."""
MOST_REMEMBERED = 10_000
"""People; who has been silent for longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Act:
    """`number`: of its update; one that is handled a second time is the same act."""

    number: int
    at: datetime


@dataclass(slots=True)
class Pace:
    """One person's newest acts. Moments may go back: clocks are set, and a message's date is Telegram's."""

    acts: deque[Act] = field(default_factory=deque)
    shut_until: datetime | None = None
    told: bool = False
    turn: Act | None = None

    def too_fast(self, act: Act, most: int) -> bool:
        crowded = self._crowded(act, most)
        if self.shut_until is None and crowded:
            self.shut_until = act.at + PAUSE
        elif self.shut_until is not None and not crowded and not act.at < self.shut_until <= act.at + PAUSE:
            self.shut_until, self.told = None, False
        return self.shut_until is not None

    def strangers_turn(self, act: Act) -> bool:
        """Whether this act is to be answered; it then takes the turn."""
        if self.turn is not None and act.number != self.turn.number and abs(act.at - self.turn.at) < STRANGERS_TURN:
            return False
        self.turn = act
        return True

    def _crowded(self, act: Act, most: int) -> bool:
        if self.acts and self.acts[-1].number == act.number:
            self.acts.pop()
        while self.acts and abs(act.at - self.acts[0].at) >= WINDOW:
            self.acts.popleft()
        self.acts.append(act)
        if len(self.acts) <= most:
            return False
        self.acts.popleft()
        return True


class KeepsPace(BaseMiddleware):
    """By when people acted, not when it is handled: what waited while the bot was down is no storm."""

    def __init__(self, most: int = MOST_ACTS, remembered: int = MOST_REMEMBERED) -> None:
        self._most = most
        self._remembered = remembered
        self._paces: dict[tuple[int, int], Pace] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if user is None:
            return await handler(event, data)
        update: Update = data["event_update"]
        chat: Chat | None = data.get("event_chat")
        act, pace = Act(update.update_id, data["sent_at"]), self._of(user.id, chat.id if chat else 0)
        if pace.too_fast(act, self._most):
            await _tell_once(pace, event, data["texts"])
        elif data["actor"] is not None or _limited_elsewhere(event, data.get("raw_state")) or pace.strangers_turn(act):
            return await handler(event, data)
        return None

    def _of(self, person: int, chat: int) -> Pace:
        """Who acts is put last, so the first is the one to be forgotten."""
        pace = self._paces.pop((person, chat), None) or Pace()
        self._paces[person, chat] = pace
        if len(self._paces) > self._remembered:
            del self._paces[next(iter(self._paces))]
        return pace


def _limited_elsewhere(event: TelegramObject, raw_state: str | None) -> bool:
    """Codes, the consent that they ask for and the name under it: `domain/roles/guessing.py` slows down who guesses."""
    if isinstance(event, CallbackQuery):
        return (event.data or "").startswith(f"{Consent.__prefix__}:")
    if isinstance(event, MessageReactionUpdated):
        # Nobody answers it, so it takes no turn of being answered.
        return True
    text = (event.text or "") if isinstance(event, Message) else ""
    return text.startswith("/start ") or looks_like_code(text) or is_signature(event, raw_state)


async def _tell_once(pace: Pace, event: TelegramObject, texts: Texts) -> None:
    """An answer that was not sent is still owed. Groups are told nothing."""
    if pace.told:
        return
    if isinstance(event, CallbackQuery):
        await close(event, texts("too-fast"), alert=True)
    elif isinstance(event, Message) and event.chat.type == "private":
        await event.answer(texts("too-fast"))
    pace.told = True
