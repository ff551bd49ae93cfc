"""The delivery loop: tell facts, claim due rows, send them, write down what became of them.

One transaction a turn does all of the writing, so a message costs a share of a commit, and the way from a commit to
the wire is one transaction long. Sending happens between turns, outside of any transaction.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from domain.clock import Clock
from domain.events import AccountUnreachable
from domain.ids import AccountId, AnnouncementId, DeliveryId
from domain.messaging.backoff import rested, result_of
from domain.messaging.bundles import Parcel, parcels
from domain.messaging.kinds import DeliveryState, Kind
from domain.messaging.names import status_event
from domain.messaging.outbox import Claimed, Outcome, Refused, Result, Retry, Unknown
from domain.messaging.pacing import Pace
from domain.messaging.plan import Plan
from domain.messaging.ports import BeginMessaging, Letter, MessagingTransaction, OutboxRead, Renderer, Sender
from domain.messaging.preparing import Dropped, Postponed, Prepared, Preparing
from domain.messaging.telling import Telling

STATUS_GAP = timedelta(seconds=3)
STUCK_AFTER = 120.0
"""Seconds under way after which a row's sending is taken to have died; a living one takes less, whatever happens."""
SWEEP_EVERY = 60.0
"""Seconds between looks for rows that are under way in the database alone."""


@dataclass(frozen=True, slots=True)
class SendingLimits:
    in_flight: int = 4
    """Messages under way at once: the most that a crash can leave in doubt."""
    per_chat: float = 1.0
    """Messages a second to one chat."""
    gather: float = 0.015
    """Seconds for which results wait for others, to be written together."""
    longest_rest: float = 5.0
    """Seconds after which the loop looks again by itself, should the school's clock have been moved."""


@dataclass
class Delivery:
    owner: str
    """Names this run of the program in the rows that it has under way."""
    clock: Clock
    begin: BeginMessaging
    outbox: OutboxRead
    telling: Telling
    preparing: Preparing
    renderer: Renderer
    sender: Sender
    trouble: Callable[[Exception], None]
    """Told of what should not have happened; the loop goes on."""
    limits: SendingLimits = SendingLimits()
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: dict[DeliveryId, tuple[Claimed, float]] = field(default_factory=dict)
    """Rows claimed and not yet written down, and since when."""
    _results: list[Result] = field(default_factory=list)
    _woken: bool = True
    _stopping: bool = False
    _paused_until: float = 0.0
    _sweep_at: float = 0.0
    _pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        self._pace = Pace(self.limits.per_chat)

    def wake(self) -> None:
        """Something was committed, or the clock was moved."""
        self._woken = True
        self._bell.set()

    def stop(self) -> None:
        """`run` claims nothing more, waits for what is under way, and ends."""
        self._stopping = True
        self._bell.set()

    async def recover(self) -> int:
        """To be called once before `run`: rows that a dead run left under way; how many."""
        async with self.begin() as tx:
            return await tx.outbox.recover(self.owner)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as sends:
            while not self._stopping:
                for parcel, letter in await self._turn_safely():
                    sends.create_task(self._send(parcel, letter))
                await self._rest()
        while self._results:
            await self._turn_safely()

    async def turn(self) -> int:
        """One turn with its sending, for tests and for commands; the number of messages sent or tried."""
        letters = await self._turn()
        await asyncio.gather(*(self._send(parcel, letter) for parcel, letter in letters))
        await self._write()
        return len(letters)

    async def _turn_safely(self) -> list[tuple[Parcel, Letter]]:
        try:
            return await self._turn()
        except Exception as error:  # noqa: BLE001
            # A database that is locked or gone must not end the loop: what is to be written waits in `_results`.
            self.trouble(error)
            await asyncio.sleep(1)
            return []

    async def _turn(self) -> list[tuple[Parcel, Letter]]:
        self._woken = False
        self._bell.clear()
        await self._take_back()
        plan = await self.telling.plan()
        claimed = await self._write(plan)
        self._woken = self._woken or plan.more
        return await self._letters(claimed) if claimed else []

    async def _write(self, plan: Plan | None = None) -> Sequence[Claimed]:
        """All writing of a turn. Nothing to write and nothing due: no transaction at all."""
        results = list(self._results)
        if not results and (plan is None or plan.empty) and not await self._anything_due():
            return []
        async with self.begin() as tx:
            if plan is not None:
                await self.telling.put(tx, plan)
            await self._finish(tx, results)
            claimed = await self._claim(tx, results) if plan is not None else []
        del self._results[: len(results)]
        for result in results:
            self._under_way.pop(result.row.id, None)
        now = asyncio.get_running_loop().time()
        self._under_way |= {row.id: (row, now) for row in claimed}
        return claimed

    async def _take_back(self) -> None:
        """Rows whose sending died without a word: they may have gone, so they wait to be repeated, marked."""
        now = asyncio.get_running_loop().time()
        heard = {result.row.id for result in self._results}
        silent = [row for row, since in self._under_way.values() if now - since > STUCK_AFTER and row.id not in heard]
        self._results += [result_of(row, Unknown("its sending died"), None, self.clock.now()) for row in silent]
        if now < self._sweep_at:
            return
        self._sweep_at = now + SWEEP_EVERY
        if set(await self.outbox.under_way(self.owner)) - self._under_way.keys():
            async with self.begin() as tx:
                await tx.outbox.take_back(self.owner, self._under_way.keys())

    @property
    def _busy(self) -> set[AccountId]:
        """Accounts that a message is under way to."""
        return {row.account for row, _ in self._under_way.values()}

    async def _anything_due(self) -> bool:
        if len(self._busy) >= self.limits.in_flight:
            return False
        due = await self.outbox.next_due()
        return due is not None and due <= self.clock.now()

    async def _claim(self, tx: MessagingTransaction, results: Sequence[Result]) -> Sequence[Claimed]:
        now = asyncio.get_running_loop().time()
        ended = {result.row.id for result in results}
        busy = {row.account for row, _ in self._under_way.values() if row.id not in ended}
        free = self.limits.in_flight - len(busy)
        if free <= 0 or self._stopping or now < self._paused_until:
            return []
        return await tx.outbox.claim(self.owner, free, busy | set(self._pace.resting(now)))

    async def _finish(self, tx: MessagingTransaction, results: Sequence[Result]) -> None:
        await tx.outbox.finish(self.owner, results)
        lost = {result.row.account: result.reason or "" for result in results if result.account_lost}
        if lost:
            persons = await tx.reached.lost(lost)
            await tx.facts.add(*(AccountUnreachable(None, person) for person in persons))
            self._woken = True
        ended = {result.row.event for result in results if result.row.kind is Kind.ANNOUNCEMENT and result.ended}
        await tx.outbox.rearm([_status_of(event) for event in ended], self.clock.now() + STATUS_GAP)

    async def _letters(self, claimed: Sequence[Claimed]) -> list[tuple[Parcel, Letter]]:
        try:
            prepared = await self.preparing.prepare(claimed)
        except Exception as error:  # noqa: BLE001
            # Nothing was sent: the rows go back as they came, and are tried again.
            self.trouble(error)
            self._results += [result_of(row, Retry("could not be read"), None, self.clock.now()) for row in claimed]
            return []
        self._results += [
            Result(one.row, DeliveryState.CANCELLED, reason=one.reason) for one in prepared if isinstance(one, Dropped)
        ]
        self._results += [rested(one.row, one.until) for one in prepared if isinstance(one, Postponed)]
        letters = (self._letter(one) for one in parcels([one for one in prepared if isinstance(one, Prepared)]))
        return [letter for letter in letters if letter is not None]

    def _letter(self, parcel: Parcel) -> tuple[Parcel, Letter] | None:
        try:
            return parcel, self.renderer.render(parcel.content, parcel.first.language, parcel.doubtful)
        except Exception as error:  # noqa: BLE001
            # One message that cannot be put into words must not hold up the others.
            self.trouble(error)
            refused = Refused(f"could not be rendered: {type(error).__name__}")
            self._results += [result_of(one.row, refused, None, self.clock.now()) for one in parcel.rows]
            return None

    async def _send(self, parcel: Parcel, letter: Letter) -> None:
        first = parcel.first
        try:
            outcome: Outcome = await self.sender.send(first.telegram_id, letter, first.edits)
        except Exception as error:  # noqa: BLE001
            # The sender promises not to raise; if it does, nobody can say whether the message went.
            self.trouble(error)
            outcome = Unknown(type(error).__name__)
        self._came_back(parcel, letter, outcome)

    def _came_back(self, parcel: Parcel, letter: Letter, outcome: Outcome) -> None:
        """The fate of the one message is that of each of its rows; what each has said stays its own."""
        now = asyncio.get_running_loop().time()
        if parcel.first.edits is None:
            self._pace.took(parcel.first.row.account, now, letter.html, len(letter.files))
        if isinstance(outcome, Retry) and outcome.everyone:
            self._paused_until = max(self._paused_until, now + (outcome.after or 1.0))
        self._results += [result_of(one.row, outcome, one.said, self.clock.now()) for one in parcel.rows]
        self._bell.set()

    async def _rest(self) -> None:
        """Until a commit, until results are gathered, until the next row comes due or an account is free again."""
        if not self._results and not self._woken:
            await self._heard(await self._seconds_to_next(), enough=1)
        if self._results:
            await self._heard(self.limits.gather, enough=len(self._under_way))

    async def _heard(self, seconds: float, enough: int) -> None:
        """Waits for so many results, at most so many seconds, and no longer once woken."""
        try:
            async with asyncio.timeout(seconds):
                while not (self._woken or self._stopping or len(self._results) >= enough):
                    await self._bell.wait()
                    self._bell.clear()
        except TimeoutError:
            return

    async def _seconds_to_next(self) -> float:
        loop_now = asyncio.get_running_loop().time()
        due = await self.outbox.next_due()
        if due is None:
            return self.limits.longest_rest
        wait = max((due - self.clock.now()).total_seconds(), self._paused_until - loop_now, 0.0)
        if wait == 0.0:
            # Due, and yet not claimed: its account rests, is busy, or was put off.
            free = self._pace.next_free(loop_now)
            wait = max(free - loop_now, 0.001) if free is not None else 1.0
        return min(wait, self.limits.longest_rest)


def _status_of(announcement_event: str) -> str:
    return status_event(AnnouncementId(int(announcement_event.rpartition(":")[2])))
