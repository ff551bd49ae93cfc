"""The outbox: rows are added once, claimed by a conditional update, ended with a reason."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, exists, func, or_, select, update

from domain.ids import AccountId, DeliveryId, HoldId, PersonId
from domain.messaging.backoff import BEFORE_REPEAT
from domain.messaging.bundles import BUNDLED, CHANGES, FEW_MINUTES, TOGETHER
from domain.messaging.kinds import PRIORITY, DeliveryState, Kind
from domain.messaging.outbox import Claimed, NewMessage, Result, Superseded
from domain.messaging.ports import CardOut
from storage.executor import Reader, Writer
from storage.tables.messaging import outbox
from storage.tables.roles import bindings
from storage.tables.talk import talk_arrivals
from storage.upsert import upsert

UNIQUE = ("event", "version", "account_id", "kind")
ANSWERED = (Kind.TALK, Kind.ANNOUNCEMENT)
"""What a reply in Telegram is taken as an answer to."""
STATUS_GAP = timedelta(seconds=3)
"""A live line changes no oftener."""


class OutboxRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, messages: Sequence[NewMessage]) -> None:
        if messages:
            made_at = self._tx.clock.now()
            put = upsert(outbox, self._tx.dialect, UNIQUE)
            await self._tx.run(put, [_row(message, made_at) for message in messages])

    async def supersede(self, older: Sequence[Superseded]) -> None:
        """What may have arrived already stays: its repeat will say how things stand."""
        if not older:
            return
        same = and_(outbox.c.event == bindparam("b_event"), outbox.c.kind == bindparam("b_kind"))
        untold = and_(or_(outbox.c.state == "waiting", outbox.c.state == "held"), ~outbox.c.doubtful)
        earlier = and_(outbox.c.version < bindparam("b_version"), untold)
        ended = {"state": "cancelled", "reason": "superseded", "finished_at": self._tx.clock.now()}
        rows = [{"b_event": one.event, "b_kind": one.kind, "b_version": one.version} for one in older]
        await self._tx.run(update(outbox).where(same, earlier).values(**ended), rows)

    async def claim(self, owner: str, most: int, without: Collection[AccountId]) -> Sequence[Claimed]:
        now = self._tx.clock.now()
        asked = {"by": owner, "most": most, "without": list(without), "now": now}
        asked |= {"soon": now + TOGETHER, "later": now + FEW_MINUTES}
        rows = await self._tx.rows(CLAIM, asked)
        return [claimed(row) for row in sorted(rows, key=lambda row: (row.priority, row.id))]

    async def finish(self, owner: str, results: Sequence[Result]) -> None:
        if results:
            now = self._tx.clock.now()
            await self._tx.run(_finish(owner, now), [_ended(result, now) for result in results])
        arrived = [row for result in results for row in _arrived(result)]
        if arrived:
            put = upsert(talk_arrivals, self._tx.dialect, ("account_id", "message_id"), "outbox_id")
            await self._tx.run(put, arrived)

    async def rearm(self, events: Collection[str], not_before: datetime) -> None:
        if not events:
            return
        waiting, sending = outbox.c.state == "waiting", outbox.c.state == "sending"
        await self._tx.run(
            update(outbox)
            .where(outbox.c.event.in_(events), outbox.c.state != "undeliverable")
            .values(
                version=outbox.c.version + 1,
                state=case((sending, "sending"), else_="waiting"),
                not_before=case((waiting, outbox.c.not_before), else_=not_before),
                attempts=case((sending, outbox.c.attempts), else_=0),
            )
        )

    async def recover(self, owner: str) -> int:
        return await self._take_back(
            or_(outbox.c.owner.is_(None), outbox.c.owner != owner), "the program ended meanwhile"
        )

    async def take_back(self, owner: str, known: Collection[DeliveryId]) -> int:
        mine = and_(outbox.c.owner == owner, outbox.c.id.not_in(list(known)))
        return await self._take_back(mine, "its sending died")

    async def _take_back(self, whose: Any, why: str) -> int:
        """An edit made twice does no harm, so it is not doubtful."""
        left = and_(outbox.c.state == "sending", whose)
        edit = or_(outbox.c.edits_id.is_not(None), outbox.c.kind.in_([kind for kind in Kind if kind.is_edit]))
        now = self._tx.clock.now()
        repeat = {"state": "waiting", "owner": None, "reason": why}
        edits = await self._tx.run(update(outbox).where(left, edit).values(**repeat))
        twice = update(outbox).where(left, outbox.c.doubtful)
        ended = {"state": "undeliverable", "owner": None, "reason": "unknown twice", "finished_at": now}
        twice_ended = await self._tx.run(twice.values(**ended))
        once = update(outbox).where(left).values(doubtful=True, not_before=now + BEFORE_REPEAT, **repeat)
        return edits + twice_ended + await self._tx.run(once)

    async def hold(self, hold: HoldId, events: Collection[str], kind: Kind) -> None:
        untried = and_(outbox.c.state == "waiting", outbox.c.attempts == 0, ~outbox.c.doubtful)
        mine = update(outbox).where(outbox.c.event.in_(list(events)), outbox.c.kind == kind, untried)
        await self._tx.run(mine.values(state="held", hold_id=hold))

    async def let_go(self, hold: HoldId) -> None:
        await self._tx.run(_held_by(hold).values(state="waiting"))

    async def drop_held(self, hold: HoldId) -> None:
        now = self._tx.clock.now()
        await self._tx.run(_held_by(hold).values(state="cancelled", reason="held back", finished_at=now))

    async def restate(self, events: Collection[str], account: AccountId, message: int, said: str) -> None:
        shown = outbox.alias("shown")
        theirs = shown.c.account_id == account, shown.c.event == outbox.c.event, shown.c.message_id == message
        told = outbox.c.event.in_(list(events)), outbox.c.account_id == account, outbox.c.said.is_not(None)
        same = exists().where(*theirs)
        await self._tx.run(update(outbox).where(*told, same).values(said=said))

    async def end_for(self, accounts: Collection[AccountId], why: str) -> None:
        """What waits for accounts that nothing reaches."""
        ended = {"state": "undeliverable", "reason": why, "finished_at": self._tx.clock.now()}
        await self._tx.run(
            update(outbox)
            .where(outbox.c.account_id.in_(accounts), outbox.c.state.in_(["waiting", "held"]))
            .values(**ended)
        )


class OutboxReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def last_said(
        self, events: Collection[str], accounts: Collection[AccountId]
    ) -> Mapping[tuple[str, AccountId], str]:
        rows = await self._reader.rows(LAST_SAID, {"events": list(events), "accounts": list(accounts)})
        return {(row.event, AccountId(row.account_id)): row.said for row in rows}

    async def cards_out(self, events: Collection[str], kind: Kind = Kind.ABSENCE) -> Sequence[CardOut]:
        asked = (
            select(outbox.c.event, func.max(outbox.c.id).label("row"), outbox.c.account_id, bindings.c.person_id)
            .join(bindings, outbox.c.account_id == bindings.c.id)
            .where(outbox.c.event.in_(list(events)), outbox.c.kind == kind)
            .where(outbox.c.state.in_(["sent", "sending"]))
            .group_by(outbox.c.event, outbox.c.account_id, bindings.c.person_id)
        )
        rows = await self._reader.rows(asked)
        return [
            CardOut(row.event, DeliveryId(row.row), AccountId(row.account_id), PersonId(row.person_id)) for row in rows
        ]

    async def digests_of(self, day: date) -> Collection[tuple[str, AccountId]]:
        midnight = datetime.combine(day, time(), UTC)
        near = outbox.c.not_before.between(midnight - timedelta(days=1), midnight + timedelta(days=2))
        # Naming every state lets the index of due rows serve.
        asked = select(outbox.c.event, outbox.c.account_id).where(outbox.c.state.in_(list(DeliveryState)), near)
        rows = await self._reader.rows(asked.where(outbox.c.event.startswith(f"digest:{day:%Y-%m-%d}:")))
        return {(row.event, AccountId(row.account_id)) for row in rows}

    async def message_ids(self, rows: Collection[DeliveryId]) -> Mapping[DeliveryId, int]:
        asked = select(outbox.c.id, outbox.c.message_id).where(outbox.c.id.in_(rows), outbox.c.message_id.is_not(None))
        return {DeliveryId(row.id): row.message_id for row in await self._reader.rows(asked)}

    async def under_way(self, owner: str) -> Collection[DeliveryId]:
        rows = await self._reader.rows(UNDER_WAY, {"by": owner})
        return [DeliveryId(row.id) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await self._reader.row(NEXT_DUE)
        return row[0] if row else None


def _held_by(hold: HoldId) -> Any:
    return update(outbox).where(outbox.c.hold_id == hold, outbox.c.state == "held")


def _claiming() -> Any:
    """The first due row of each account, unless one of its rows was put off after a failure: order holds.

    With it go the rows that make one message with it: of the same child, due within a minute, as doubtful as it is.
    """
    now: Any = bindparam("now", type_=outbox.c.not_before.type)
    due = and_(outbox.c.state == "waiting", outbox.c.not_before <= now)
    held = outbox.alias("held")
    failed = and_(held.c.state == "waiting", held.c.not_before > now, held.c.attempts > 0)
    put_off = select(held.c.account_id).where(failed).scalar_subquery()
    turn = func.row_number().over(partition_by=outbox.c.account_id, order_by=(outbox.c.priority, outbox.c.id))
    queue = (
        select(outbox, turn.label("turn"))
        .where(due, outbox.c.account_id.not_in(put_off))
        .where(outbox.c.account_id.not_in(bindparam("without", expanding=True)))
        .subquery()
    )
    first = (
        select(queue.c.id, queue.c.account_id, queue.c.pupil_id, queue.c.kind, queue.c.doubtful)
        .where(queue.c.turn == 1)
        .order_by(queue.c.priority, queue.c.id)
        .limit(bindparam("most"))
        .subquery("first")
    )
    return (
        update(outbox)
        .where(outbox.c.id.in_(_with_companions(first)), outbox.c.state == "waiting")
        .values(state="sending", owner=bindparam("by"), claimed_at=now, attempts=outbox.c.attempts + 1)
        .returning(outbox)
    )


def _with_companions(first: Any) -> Any:
    other = outbox.alias("other")
    soon: Any = bindparam("soon", type_=outbox.c.not_before.type)
    later: Any = bindparam("later", type_=outbox.c.not_before.type)
    bundled = and_(first.c.kind.in_(BUNDLED), other.c.kind.in_(BUNDLED), other.c.pupil_id == first.c.pupil_id)
    of_same = or_(other.c.pupil_id == first.c.pupil_id, and_(other.c.pupil_id.is_(None), first.c.pupil_id.is_(None)))
    changes = and_(first.c.kind.in_(CHANGES), other.c.kind == first.c.kind, of_same)
    due = or_(and_(bundled, other.c.not_before <= soon), and_(changes, other.c.not_before <= later))
    along = and_(due, other.c.doubtful == first.c.doubtful)
    of_account = and_(other.c.account_id == first.c.account_id, other.c.state == "waiting")
    return select(other.c.id).join(first, and_(of_account, or_(other.c.id == first.c.id, along)))


# Made once: putting them together costs as much as running them.
CLAIM = _claiming()
NEXT_DUE = select(func.min(outbox.c.not_before)).where(outbox.c.state == "waiting")
UNDER_WAY = select(outbox.c.id).where(outbox.c.state == "sending", outbox.c.owner == bindparam("by"))
LAST_SAID = (
    select(outbox.c.event, outbox.c.account_id, outbox.c.said)
    .where(outbox.c.event.in_(bindparam("events", expanding=True)), outbox.c.said.is_not(None))
    .where(outbox.c.account_id.in_(bindparam("accounts", expanding=True)))
    .order_by(outbox.c.finished_at, outbox.c.id)
)


def _row(message: NewMessage, made_at: datetime) -> dict[str, Any]:
    return {
        "event": message.event,
        "version": message.version,
        "account_id": message.account,
        "kind": message.kind,
        "pupil_id": message.pupil,
        "body": dict(message.body),
        "priority": PRIORITY[message.kind],
        "made_at": made_at,
        "not_before": message.not_before,
        "expires_at": message.expires_at,
        "edits_id": message.edits,
    }


def _finish(owner: str, now: datetime) -> Any:
    same = outbox.c.version == bindparam("b_version")
    put_off: Any = func.coalesce(bindparam("b_not_before", type_=outbox.c.not_before.type), outbox.c.not_before)
    return (
        update(outbox)
        .where(outbox.c.id == bindparam("b_id"), outbox.c.owner == owner, outbox.c.state == "sending")
        .values(
            state=case((same, bindparam("b_state")), else_="waiting"),
            not_before=case((same, put_off), else_=now + STATUS_GAP),
            reason=bindparam("b_reason"),
            finished_at=bindparam("b_finished_at"),
            message_id=func.coalesce(bindparam("b_message_id"), outbox.c.message_id),
            said=func.coalesce(bindparam("b_said"), outbox.c.said),
            doubtful=bindparam("b_doubtful"),
            attempts=case((bindparam("b_tried"), outbox.c.attempts), else_=0),
            owner=None,
        )
    )


def _ended(result: Result, now: datetime) -> dict[str, Any]:
    waits = result.state is DeliveryState.WAITING
    return {
        "b_id": result.row.id,
        "b_version": result.row.version,
        "b_state": result.state,
        "b_not_before": result.not_before,
        "b_reason": result.reason[:120] if result.reason else None,
        "b_finished_at": None if waits else now,
        "b_message_id": result.message_id,
        "b_said": result.said,
        "b_doubtful": result.doubtful,
        "b_tried": result.tried,
    }


def _arrived(result: Result) -> list[dict[str, Any]]:
    """As which messages a person may reply to it."""
    if result.row.kind not in ANSWERED or result.state is not DeliveryState.SENT:
        return []
    numbers = {number for number in (*result.others, result.message_id) if number is not None}
    at = {"account_id": result.row.account, "outbox_id": result.row.id}
    return [at | {"message_id": number} for number in sorted(numbers)]


def claimed(row: Row[Any]) -> Claimed:
    return Claimed(
        id=DeliveryId(row.id),
        event=row.event,
        version=row.version,
        account=AccountId(row.account_id),
        kind=Kind(row.kind),
        pupil=PersonId(row.pupil_id) if row.pupil_id else None,
        body=row.body,
        attempts=row.attempts,
        doubtful=row.doubtful,
        said=row.said,
        expires_at=row.expires_at,
        edits=DeliveryId(row.edits_id) if row.edits_id else None,
    )
