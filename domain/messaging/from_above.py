"""What areas above messaging say through it: messaging carries their rows and knows nothing of what they tell."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.messaging.fates import Fate, Known
from domain.messaging.outbox import Claimed
from domain.messaging.plan import Plan
from domain.messaging.ports import UntoldFact


class AreaTelling(Protocol):
    """Turns the area's own facts into messages of the plan; other facts are passed over."""

    async def tell(self, plan: Plan, untold: Sequence[UntoldFact]) -> None: ...


class AreaFates(Protocol):
    """What becomes of rows of one kind at delivery; a number of statements that does not grow with the rows."""

    async def of(self, rows: Sequence[Claimed], known: Known) -> Mapping[int, Fate]: ...
