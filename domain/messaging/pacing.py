"""How often one chat may be written to, so that Telegram never has to say 429 for it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from domain.ids import AccountId

BURST = 2.0
"""Messages that may follow at once. Telegram lets short bursts pass; some room is left for direct answers."""
LONG_HTML = 400
LONG_COST = 1.5
"""A long message uses a chat's allowance up sooner."""
LONGEST = 4096
"""A longer text goes as several messages."""


@dataclass(slots=True)
class Pace:
    """An allowance for each account, refilled by `per_second`. Seconds are of a steady clock, not of the wall."""

    per_second: float = 1.0
    _full_at: dict[AccountId, float] = field(default_factory=dict)
    """When the account's allowance is whole again; one that is whole is not kept."""

    def took(self, account: AccountId, now: float, html: str, files: int = 0) -> None:
        """`files` beside the text are messages too."""
        cost = files + (LONG_COST * -(-len(html) // LONGEST) if len(html) > LONG_HTML else 1.0)
        self._full_at[account] = max(now, self._full_at.get(account, now)) + cost / self.per_second

    def resting(self, now: float) -> Collection[AccountId]:
        """Accounts that a message now would be too much for."""
        self._full_at = {account: at for account, at in self._full_at.items() if at > now}
        return [account for account in self._full_at if self._free_at(account) > now]

    def next_free(self, now: float) -> float | None:
        """When the first of the resting accounts may be written to."""
        return min((self._free_at(account) for account in self.resting(now)), default=None)

    def _free_at(self, account: AccountId) -> float:
        return self._full_at[account] - (BURST - 1) / self.per_second
