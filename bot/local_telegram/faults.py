"""Faults on demand: what Telegram and the network do on bad days."""

from dataclasses import dataclass

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import malformed

TAKEN = {
    "429": False,
    "500": False,
    "502": False,
    "401": False,
    "409": False,
    "timeout": False,
    "cut_before": False,
    "cut_after": True,
    "slow": True,
    "bad_json": True,
}
"""Every kind, and whether Telegram has acted on the call although the bot does not learn it (or learns it late)."""


@dataclass(slots=True)
class Fault:
    id: int
    method: str
    kind: str
    taken: bool
    times: int
    after: int
    retry_after: int
    seconds: float
    chat_id: int | None

    def meets(self, method: str, chat_id: int | None) -> bool:
        return self.method in ("*", method) and (self.chat_id is None or self.chat_id == chat_id)


class Faults:
    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._count = 0

    def add(self, wish: JSON) -> int:
        """`times` calls meet the fault, once `after` calls have passed; `taken` overrides the kind's own."""
        kind = str(wish.get("kind"))
        if kind not in TAKEN:
            raise malformed(f"kind must be one of: {', '.join(TAKEN)}.")
        self._count += 1
        chat_id = wish.get("chat_id")
        fault = Fault(
            id=self._count,
            method=str(wish.get("method", "*")).lower(),
            kind=kind,
            taken=bool(wish.get("taken", TAKEN[kind])),
            times=int(wish.get("times", 1)),
            after=int(wish.get("after", 0)),
            retry_after=int(wish.get("retry_after", 1)),
            seconds=float(wish.get("seconds", 3600 if kind == "timeout" else 1)),
            chat_id=None if chat_id is None else int(chat_id),
        )
        self._waiting.append(fault)
        return fault.id

    def clear(self) -> None:
        self._waiting.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that this call meets; `method` in lower case."""
        if not self._waiting:
            return None
        for fault in self._waiting:
            if not fault.meets(method, chat_id):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            self._waiting = [left for left in self._waiting if left.times > 0]
            return fault
        return None
