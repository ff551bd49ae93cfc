"""Who an announcement is for, what becomes of it, who has seen it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, String, case, cast, func, literal, select, update

from domain.ids import AccountId, AnnouncementId, ClassId, PersonId
from domain.messaging.kinds import Kind
from domain.messaging.names import announcement_event
from domain.roles.people import PersonName
from domain.talk.audiences import Audience
from domain.talk.letters import AnnouncementAudience, AnnouncementLetter, AnnouncementState, Wards
from storage.executor import Reader, Writer
from storage.tables.messaging import outbox
from storage.tables.roles import bindings, guardianships, people
from storage.tables.school import classes, enrolments
from storage.tables.talk import announcement_receipts as receipts
from storage.tables.talk import announcements


class ReceiptRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def acknowledge(self, announcement: AnnouncementId, person: PersonId) -> bool:
        mine = (receipts.c.announcement_id == announcement, receipts.c.person_id == person)
        first = update(receipts).where(*mine, receipts.c.acknowledged_at.is_(None))
        return bool(await self._tx.run(first.values(acknowledged_at=self._tx.clock.now())))


class ReceiptsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def sender_of(self, announcement: AnnouncementId) -> tuple[PersonId, ClassId, Audience] | None:
        row = await self._reader.row(select(announcements).where(announcements.c.id == announcement))
        return (PersonId(row.sender_id), ClassId(row.class_id), Audience(row.audience)) if row else None

    async def is_addressed(self, announcement: AnnouncementId, person: PersonId) -> bool:
        mine = (receipts.c.announcement_id == announcement, receipts.c.person_id == person)
        return await self._reader.row(select(literal(1)).where(*mine)) is not None

    async def undelivered(self, announcement: AnnouncementId) -> Collection[PersonId]:
        rows = await self._reader.rows(_outcomes([announcement]))
        return {PersonId(row.person_id) for row in rows if row.lost and not row.sent and not row.open}

    async def audience_of(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementAudience]:
        a = announcements.c
        rows = await self._reader.rows(
            select(a.id, a.sender_id, a.sender_account_id, a.class_id, a.audience, receipts.c.person_id)
            .join(receipts, receipts.c.announcement_id == a.id)
            .where(a.id.in_(ids))
        )
        persons: dict[int, set[PersonId]] = {}
        for row in rows:
            persons.setdefault(row.id, set()).add(PersonId(row.person_id))
        return {
            AnnouncementId(row.id): AnnouncementAudience(
                PersonId(row.sender_id),
                AccountId(row.sender_account_id),
                ClassId(row.class_id),
                row.audience == Audience.GUARDIANS,
                frozenset(persons[row.id]),
            )
            for row in rows
        }

    async def letters(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementLetter]:
        rows = await self._reader.rows(_letters(ids))
        acknowledged: dict[int, set[PersonId]] = {}
        for row in rows:
            acknowledged.setdefault(row.id, set()).update({PersonId(row.person_id)} if row.person_id else ())
        return {
            AnnouncementId(row.id): AnnouncementLetter(
                AnnouncementId(row.id),
                PersonName(row.surname, row.given, row.patronymic),
                row.name,
                row.text,
                row.made_at,
                frozenset(acknowledged[row.id]),
            )
            for row in rows
        }

    async def kept_away(self, accounts: Collection[AccountId]) -> Mapping[AccountId, Wards]:
        kin, seat = guardianships.c, enrolments.c
        restricted = select(kin.guardian_id).where(kin.restricted_at.is_not(None))
        asked = (
            select(bindings.c.id, seat.class_id, kin.restricted_at)
            .join(guardianships, kin.guardian_id == bindings.c.person_id)
            .join(enrolments, seat.pupil_id == kin.pupil_id)
            .where(bindings.c.id.in_(list(accounts)), bindings.c.person_id.in_(restricted))
        )
        found: dict[AccountId, tuple[set[ClassId], set[ClassId]]] = {}
        for row in await self._reader.rows(asked):
            kept, others = found.setdefault(AccountId(row.id), (set(), set()))
            (others if row.restricted_at is None else kept).add(ClassId(row.class_id))
        return {account: Wards(frozenset(kept), frozenset(others)) for account, (kept, others) in found.items()}

    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]:
        rows = await self._reader.rows(_states(ids))
        outcomes: dict[int, list[Row[Any]]] = {}
        for outcome in await self._reader.rows(_outcomes(ids)):
            outcomes.setdefault(outcome.id, []).append(outcome)
        return {AnnouncementId(row.id): _state(row, outcomes.get(row.id, ())) for row in rows}


def _letters(ids: Collection[AnnouncementId]) -> Select[Any]:
    a, p = announcements.c, people.c
    seen = (receipts.c.announcement_id == a.id) & receipts.c.acknowledged_at.is_not(None)
    return (
        select(a.id, a.text, a.made_at, classes.c.name, p.surname, p.given, p.patronymic, receipts.c.person_id)
        .select_from(announcements.join(classes).join(people, a.sender_id == p.id).outerjoin(receipts, seen))
        .where(a.id.in_(ids))
    )


def _states(ids: Collection[AnnouncementId]) -> Select[Any]:
    a = announcements.c
    return (
        select(a.id, a.text, a.audience, a.status_message_id, classes.c.name)
        .add_columns(func.count(receipts.c.person_id).label("addressed"))
        .add_columns(func.count(receipts.c.acknowledged_at).label("acknowledged"))
        .select_from(announcements.join(classes).outerjoin(receipts, receipts.c.announcement_id == a.id))
        .where(a.id.in_(ids))
        .group_by(a.id, a.text, a.audience, a.status_message_id, classes.c.name)
    )


def _outcomes(ids: Collection[AnnouncementId]) -> Select[Any]:
    """For each person with rows: how many of them were sent, are open, ended undeliverable."""
    event = literal("announcement:") + cast(announcements.c.id, String)
    state = outbox.c.state
    return (
        select(announcements.c.id, bindings.c.person_id)
        .add_columns(func.sum(case((state == "sent", 1), else_=0)).label("sent"))
        .add_columns(func.sum(case((state.in_(["waiting", "held", "sending"]), 1), else_=0)).label("open"))
        .add_columns(func.sum(case((state == "undeliverable", 1), else_=0)).label("lost"))
        .select_from(
            announcements.join(outbox, outbox.c.event == event).join(bindings, outbox.c.account_id == bindings.c.id)
        )
        .where(
            announcements.c.id.in_(ids),
            outbox.c.event.in_([announcement_event(one) for one in ids]),
            outbox.c.kind == Kind.ANNOUNCEMENT,
        )
        .group_by(announcements.c.id, bindings.c.person_id)
    )


def _state(row: Row[Any], outcomes: Sequence[Row[Any]]) -> AnnouncementState:
    delivered = sum(1 for one in outcomes if one.sent)
    waiting = sum(1 for one in outcomes if one.open and not one.sent)
    return AnnouncementState(
        id=AnnouncementId(row.id),
        class_name=row.name,
        guardians=row.audience == Audience.GUARDIANS,
        text=row.text,
        addressed=row.addressed,
        delivered=delivered,
        acknowledged=row.acknowledged,
        waiting=waiting,
        unreachable=sum(1 for one in outcomes if one.lost and not one.sent and not one.open),
        status_message_id=row.status_message_id,
    )
