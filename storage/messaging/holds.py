"""Holds: storms of messages that wait for a decision, and what is known of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, insert, or_, select, update

from domain.attendance.presence import Presence
from domain.ids import ClassId, HoldId, LessonId, PersonId
from domain.messaging.holds import Away, Held, HoldCard, HoldState, LiveHold, Storm
from domain.messaging.kinds import Kind
from domain.roles.people import PersonName, Role
from domain.talk.audiences import Audience, Scope
from storage.executor import Reader, Writer
from storage.tables.attendance import attendance
from storage.tables.messaging import holds, outbox
from storage.tables.roles import people, role_grants
from storage.tables.school import classes
from storage.tables.talk import announcements

AWAY = [status for status in Presence if status.away]
LET_GO = [HoldState.SENT, HoldState.LAPSED]
decider = people.alias("decider")
sender = people.alias("sender")


class HoldRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def hold(self, storm: Storm) -> Held:
        counted = {"away": storm.away, "size": storm.size}
        open_ = and_(holds.c.scope == storm.scope, holds.c.state == HoldState.OPEN)
        more = update(holds).where(open_).values(**counted, version=holds.c.version + 1)
        known = await self._tx.row(more.returning(holds.c.id, holds.c.version))
        if known is not None:
            return Held(HoldId(known.id), known.version, fresh=False)
        row = {
            "scope": storm.scope,
            "kind": storm.kind,
            "class_id": storm.class_id,
            "announcement_id": storm.announcement,
            "caused_by": storm.caused_by,
            "made_at": self._tx.clock.now(),
            "send_at": storm.send_at,
        }
        return Held(HoldId(await self._tx.add(insert(holds).values(**row, **counted))), 1, fresh=True)

    async def decide(self, hold: HoldId, state: HoldState, by: PersonId | None) -> bool:
        first = update(holds).where(holds.c.id == hold, holds.c.state == HoldState.OPEN)
        now = self._tx.clock.now()
        ended = first.values(state=state, decided_by=by, decided_at=now, version=holds.c.version + 1)
        return bool(await self._tx.run(ended))


class HoldsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def live(self, since: datetime) -> Mapping[str, LiveHold]:
        gone = and_(holds.c.state.in_(LET_GO), holds.c.decided_at >= since)
        asked = select(holds.c.scope, holds.c.id, holds.c.state, holds.c.made_at)
        rows = await self._reader.rows(asked.where(or_(holds.c.state == HoldState.OPEN, gone)).order_by(holds.c.id))
        return {row.scope: LiveHold(HoldId(row.id), HoldState(row.state), row.made_at) for row in rows}

    async def away(self, since: datetime) -> Sequence[Away]:
        asked = select(attendance.c.lesson_id, attendance.c.pupil_id, attendance.c.noted_at)
        rows = await self._reader.rows(asked.where(attendance.c.noted_at >= since, attendance.c.status.in_(AWAY)))
        return [Away(LessonId(row.lesson_id), PersonId(row.pupil_id), row.noted_at) for row in rows]

    async def cards(self, wanted: Collection[HoldId]) -> Mapping[HoldId, HoldCard]:
        rows = await self._reader.rows(_cards().where(holds.c.id.in_(list(wanted)))) if wanted else ()
        return {HoldId(row.id): _card(row) for row in rows}

    async def pupils(self, hold: HoldId) -> Sequence[PersonName]:
        p = people.c
        mine = outbox.c.hold_id == hold
        asked = select(p.surname, p.given, p.patronymic).join(outbox, outbox.c.pupil_id == p.id).where(mine, _counts())
        rows = await self._reader.rows(asked.group_by(p.id, p.surname, p.given, p.patronymic).order_by(p.name_norm))
        return [PersonName(row.surname, row.given, row.patronymic) for row in rows]

    async def due(self, now: datetime) -> Sequence[HoldId]:
        asked = select(holds.c.id).where(holds.c.state == HoldState.OPEN, holds.c.send_at <= now)
        return [HoldId(row.id) for row in await self._reader.rows(asked.order_by(holds.c.id))]

    async def holders(self, role: Role) -> Sequence[PersonId]:
        granted = (role_grants.c.role == role, role_grants.c.ended_at.is_(None))
        rows = await self._reader.rows(select(role_grants.c.person_id).where(*granted))
        return [PersonId(row.person_id) for row in rows]


def _counts() -> Any:
    """A message that says nothing any more was never one of them."""
    return or_(outbox.c.reason.is_(None), outbox.c.reason != "superseded")


def _cards() -> Any:
    waiting = and_(outbox.c.hold_id == holds.c.id, _counts())
    still = or_(holds.c.state != HoldState.OPEN, outbox.c.state == "held")
    messages = select(func.count(outbox.c.id)).where(waiting, still).correlate(holds).scalar_subquery()
    return (
        select(
            holds,
            classes.c.name.label("class_name"),
            announcements.c.text,
            announcements.c.audience,
            messages.label("messages"),
        )
        .add_columns(announcements.c.scope.label("meant"), announcements.c.class_id.label("meant_class"))
        .add_columns(decider.c.surname.label("d_surname"), decider.c.given.label("d_given"))
        .add_columns(decider.c.patronymic.label("d_patronymic"))
        .add_columns(sender.c.surname.label("s_surname"), sender.c.given.label("s_given"))
        .add_columns(sender.c.patronymic.label("s_patronymic"))
        .select_from(
            holds.outerjoin(announcements, holds.c.announcement_id == announcements.c.id)
            .outerjoin(classes, func.coalesce(holds.c.class_id, announcements.c.class_id) == classes.c.id)
            .outerjoin(decider, holds.c.decided_by == decider.c.id)
            .outerjoin(sender, announcements.c.sender_id == sender.c.id)
        )
    )


def _card(row: Row[Any]) -> HoldCard:
    return HoldCard(
        id=HoldId(row.id),
        kind=Kind(row.kind),
        class_name=row.class_name,
        away=row.away,
        size=row.size,
        messages=row.messages,
        state=HoldState(row.state),
        version=row.version,
        caused_by=PersonId(row.caused_by) if row.caused_by else None,
        send_at=row.send_at,
        decided_by=PersonName(row.d_surname, row.d_given, row.d_patronymic) if row.d_surname else None,
        sender=PersonName(row.s_surname, row.s_given, row.s_patronymic) if row.s_surname else None,
        text=row.text,
        scope=_scope(row),
        audience=Audience(row.audience) if row.audience else None,
    )


def _scope(row: Row[Any]) -> Scope | None:
    """Of an announcement; those made before scopes were kept went to one class."""
    if row.meant:
        return Scope.of(row.meant)
    return Scope.of_class(ClassId(row.meant_class), row.class_name or "") if row.meant_class else None
