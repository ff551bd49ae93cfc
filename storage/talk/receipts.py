"""Who an announcement is for, what becomes of it, who has seen it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, exists, insert, or_, select, update

from domain.clock import SchoolTime
from domain.ids import AccountId, AnnouncementId, DeliveryId, PersonId
from domain.messaging.kinds import Kind
from domain.messaging.names import announcement_event
from domain.roles.people import PersonName, Role
from domain.talk.audiences import Audience, Why
from domain.talk.letters import AnnouncementAudience, AnnouncementLetter, AnnouncementState, LetterOut
from domain.talk.receipts import Receipt, Ward
from domain.talk.wording import Wording
from storage.executor import Reader, Writer
from storage.messaging.readers import consent_given
from storage.tables.messaging import outbox
from storage.tables.roles import bindings, guardianships, people
from storage.tables.talk import announcement_receipts as receipts
from storage.tables.talk import announcement_versions, announcement_wards, announcements, talk_arrivals
from storage.talk.letters import GOES_AT, A, letters_of
from storage.talk.poll_reads import PollReads
from storage.talk.states import outcomes, states_of

R, W, KIN = receipts.c, announcement_wards.c, guardianships.c
child = people.alias("child")
OF_CHILD = and_(W.announcement_id == R.announcement_id, W.person_id == R.person_id, W.pupil_id != W.person_id)
"""Beside a receipt: for which child; a pupil's own stands apart."""
OPEN = and_(KIN.guardian_id == W.person_id, KIN.pupil_id == W.pupil_id, KIN.restricted_at.is_(None))
WHOSE = receipts.outerjoin(announcement_wards, OF_CHILD).outerjoin(guardianships, OPEN)
NOT_BARRED = or_(W.pupil_id.is_(None), KIN.pupil_id.is_not(None))


class ReceiptRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def acknowledge(self, announcement: AnnouncementId, person: PersonId) -> bool:
        mine = (R.announcement_id == announcement, R.person_id == person)
        first = update(receipts).where(*mine, R.acknowledged_at.is_(None))
        return bool(await self._tx.run(first.values(acknowledged_at=self._tx.clock.now())))

    async def correct(self, announcement: AnnouncementId, wording: Wording) -> int | None:
        mine = select(announcements).where(A.id == announcement, A.taken_back_at.is_(None))
        row = await self._tx.row(mine.with_for_update())
        if row is None or Wording.of(row.text, row.entities) == wording:
            return None
        now, version = self._tx.clock.now(), int(row.version)
        before = {"version": version, "text": row.text, "entities": row.entities, "until": now}
        await self._tx.run(insert(announcement_versions).values(announcement_id=announcement, **before))
        after = {"text": wording.text, "entities": wording.kept(), "version": version + 1, "edited_at": now}
        await self._tx.run(update(announcements).where(A.id == announcement).values(**after))
        return version + 1

    async def remind(self, announcement: AnnouncementId, day: date) -> bool:
        earlier = or_(A.reminded_on.is_(None), A.reminded_on < day)
        first = update(announcements).where(A.id == announcement, earlier)
        return bool(await self._tx.run(first.values(reminded_on=day)))


class ReceiptsReading:
    """`per_child`: one guardian of a child is enough."""

    def __init__(self, reader: Reader, time: SchoolTime, *, per_child: bool = True) -> None:
        self._reader = reader
        self._time = time
        self.per_child = per_child

    async def sender_of(self, announcement: AnnouncementId) -> PersonId | None:
        row = await self._reader.row(select(A.sender_id).where(A.id == announcement))
        return PersonId(row.sender_id) if row else None

    async def is_addressed(self, announcement: AnnouncementId, person: PersonId) -> bool:
        stands = (A.taken_back_at.is_(None), self._time.now() >= GOES_AT)
        mine = (R.announcement_id == announcement, R.person_id == person, NOT_BARRED)
        asked = select(R.person_id).select_from(WHOSE.join(announcements, A.id == R.announcement_id))
        return await self._reader.row(asked.where(*mine, *stands).limit(1)) is not None

    async def arrived_as(self, account: AccountId, message_id: int) -> AnnouncementId | None:
        came, arrived = outbox.c, talk_arrivals.c
        as_one = select(arrived.outbox_id).where(arrived.account_id == account, arrived.message_id == message_id)
        mine = (came.account_id == account, came.kind == Kind.ANNOUNCEMENT)
        asked = select(came.body).where(*mine, or_(came.message_id == message_id, came.id.in_(as_one)))
        row = await self._reader.row(asked.limit(1))
        return AnnouncementId(row.body["announcement"]) if row else None

    async def audience_of(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementAudience]:
        """Two statements."""
        rows = await self._reader.rows(select(announcements).where(A.id.in_(list(ids))))
        of_person = and_(W.announcement_id == R.announcement_id, W.person_id == R.person_id)
        asked = select(R.announcement_id, R.person_id, W.pupil_id).outerjoin(announcement_wards, of_person)
        wards: dict[int, dict[PersonId, frozenset[PersonId]]] = {}
        for row in await self._reader.rows(asked.where(R.announcement_id.in_(list(ids)))):
            mine = wards.setdefault(row.announcement_id, {})
            pupils = {PersonId(row.pupil_id)} if row.pupil_id is not None else set()
            mine[PersonId(row.person_id)] = mine.get(PersonId(row.person_id), frozenset()) | pupils
        return {AnnouncementId(row.id): _audience(row, wards.get(row.id, {})) for row in rows}

    async def barred(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId]
    ) -> Collection[tuple[AnnouncementId, PersonId]]:
        meant = (R.announcement_id.in_(list(ids)), R.person_id.in_(list(persons)))
        asked = select(R.announcement_id, R.person_id, NOT_BARRED.label("reads")).select_from(WHOSE).where(*meant)
        reads: dict[tuple[AnnouncementId, PersonId], bool] = {}
        for row in await self._reader.rows(asked):
            one = (AnnouncementId(row.announcement_id), PersonId(row.person_id))
            reads[one] = reads.get(one, False) or bool(row.reads)
        return {one for one, does in reads.items() if not does}

    async def letters(
        self, ids: Collection[AnnouncementId], readers: Collection[PersonId] | None
    ) -> Mapping[AnnouncementId, AnnouncementLetter]:
        return await letters_of(self._reader, self._time, ids, readers)

    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]:
        states = await states_of(self._reader, self._time, ids, per_child=self.per_child)
        polls = await PollReads(self._reader, self._time).tallies(ids)
        return {one: replace(state, poll=polls.get(one)) for one, state in states.items()}

    async def silent(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId] | None = None
    ) -> Mapping[AnnouncementId, frozenset[PersonId]]:
        asks = and_(A.asks, A.taken_back_at.is_(None), or_(A.close_on.is_(None), A.close_on >= self._time.today()))
        open_child = and_(KIN.pupil_id.is_not(None), ~_covered()) if self.per_child else KIN.pupil_id.is_not(None)
        asked = (
            select(R.announcement_id, R.person_id)
            .select_from(WHOSE.join(announcements, A.id == R.announcement_id))
            .where(R.announcement_id.in_(list(ids)), R.acknowledged_at.is_(None), asks)
            .where(or_(W.pupil_id.is_(None), open_child))
        )
        rows = await self._reader.rows(asked if persons is None else asked.where(R.person_id.in_(list(persons))))
        found: dict[AnnouncementId, set[PersonId]] = {}
        for row in rows:
            found.setdefault(AnnouncementId(row.announcement_id), set()).add(PersonId(row.person_id))
        return {one: frozenset(silent) for one, silent in found.items()}

    async def letters_out(self, ids: Collection[AnnouncementId]) -> Sequence[LetterOut]:
        events = {announcement_event(one): one for one in ids}
        asked = (
            select(outbox.c.id, outbox.c.event, outbox.c.account_id)
            .where(outbox.c.event.in_(list(events)), outbox.c.kind == Kind.ANNOUNCEMENT)
            .where(outbox.c.state.in_(["sent", "sending"]))
            .order_by(outbox.c.id)
        )
        found: dict[tuple[str, int], LetterOut] = {}
        for row in await self._reader.rows(asked):
            out = LetterOut(events[row.event], DeliveryId(row.id), AccountId(row.account_id))
            found.setdefault((row.event, row.account_id), out)
        return list(found.values())

    async def receipts(self, announcement: AnnouncementId) -> Sequence[Receipt]:
        """Three statements."""
        rows = await self._reader.rows(_names(announcement))
        accounts: dict[int, list[Row[Any]]] = {}
        for account in await self._reader.rows(_accounts(announcement)):
            accounts.setdefault(account.person_id, []).append(account)
        lost = {one.person_id for one in await self._reader.rows(outcomes([announcement])) if _lost(one)}
        grouped: dict[int, list[Row[Any]]] = {}
        for row in rows:
            grouped.setdefault(row.person_id, []).append(row)
        return [_receipt(mine, accounts.get(one, ()), lost=one in lost) for one, mine in grouped.items()]


def _covered() -> Any:
    """Another guardian, or this one, has acknowledged it for the child."""
    other, theirs, kin = announcement_wards.alias("other"), receipts.alias("theirs"), guardianships.alias("kin")
    seen = and_(theirs.c.announcement_id == other.c.announcement_id, theirs.c.person_id == other.c.person_id)
    own = and_(kin.c.guardian_id == other.c.person_id, kin.c.pupil_id == other.c.pupil_id)
    return exists(
        select(other.c.pupil_id)
        .select_from(other.join(theirs, seen).join(kin, own))
        .where(other.c.announcement_id == W.announcement_id, other.c.pupil_id == W.pupil_id)
        .where(theirs.c.acknowledged_at.is_not(None), kin.c.restricted_at.is_(None))
        .correlate(announcement_wards)
    )


def _names(announcement: AnnouncementId) -> Select[Any]:
    """A row for each person and child; of who may not read it any more none."""
    p = people.c
    return (
        select(R.person_id, R.acknowledged_at, p.surname, p.given, p.patronymic, W.pupil_id)
        .add_columns(child.c.surname.label("c_surname"), child.c.given.label("c_given"))
        .add_columns(child.c.patronymic.label("c_patronymic"), consent_given(p.id).label("consented"))
        .select_from(WHOSE.join(people, R.person_id == p.id).outerjoin(child, W.pupil_id == child.c.id))
        .where(R.announcement_id == announcement, NOT_BARRED)
        .order_by(p.name_norm, p.id, child.c.name_norm)
    )


def _accounts(announcement: AnnouncementId) -> Select[Any]:
    mine = select(R.person_id).where(R.announcement_id == announcement)
    b = bindings.c
    return select(b.person_id, b.roles, b.confirmed_at, b.unreachable_at).where(
        b.person_id.in_(mine), b.ended_at.is_(None)
    )


def _lost(outcome: Row[Any]) -> bool:
    return bool(outcome.lost and not outcome.sent and not outcome.open)


def _receipt(rows: Sequence[Row[Any]], accounts: Sequence[Row[Any]], *, lost: bool) -> Receipt:
    one = rows[0]
    wards = tuple(
        Ward(PersonId(row.pupil_id), PersonName(row.c_surname, row.c_given, row.c_patronymic))
        for row in rows
        if row.pupil_id is not None
    )
    name = PersonName(one.surname, one.given, one.patronymic)
    why = _why(accounts, guardian=bool(wards), consented=bool(one.consented)) or (Why.BLOCKED if lost else None)
    return Receipt(PersonId(one.person_id), name, one.acknowledged_at is not None, wards, why)


def _why(accounts: Sequence[Row[Any]], *, guardian: bool, consented: bool) -> Why | None:
    mine = [row for row in accounts if not guardian or Role.GUARDIAN in row.roles]
    if not mine:
        return Why.NEVER_CAME_IN
    let_in = [row for row in mine if row.confirmed_at is not None]
    if not let_in:
        return Why.NOT_CONFIRMED
    if guardian and not consented:
        return Why.NO_CONSENT
    return Why.BLOCKED if all(row.unreachable_at for row in let_in) else None


def _audience(row: Row[Any], wards: Mapping[PersonId, frozenset[PersonId]]) -> AnnouncementAudience:
    return AnnouncementAudience(
        sender=PersonId(row.sender_id),
        sender_account=AccountId(row.sender_account_id),
        audience=Audience(row.audience),
        wards=wards,
        goes_at=row.send_at or row.made_at,
        urgent=row.urgent,
        close_on=row.close_on,
        taken_back=row.taken_back_at is not None,
    )
