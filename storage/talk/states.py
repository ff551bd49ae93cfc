"""How announcements go, as their senders see it: counted in the database, however many readers there are."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, String, and_, case, cast, distinct, func, literal, select

from domain.clock import SchoolTime
from domain.ids import AnnouncementId
from domain.messaging.kinds import Kind
from domain.messaging.names import announcement_event
from domain.talk.audiences import Audience
from domain.talk.letters import AnnouncementState, Tally
from domain.talk.wording import Wording
from storage.executor import Reader
from storage.tables.messaging import outbox
from storage.tables.roles import bindings, guardianships
from storage.tables.school import classes
from storage.tables.talk import announcement_receipts as receipts
from storage.tables.talk import announcement_wards, announcements, talk_files
from storage.talk.letters import A, scope_of


async def states_of(
    reader: Reader, time: SchoolTime, ids: Collection[AnnouncementId], *, per_child: bool
) -> Mapping[AnnouncementId, AnnouncementState]:
    """Three statements."""
    files = select(func.count(talk_files.c.id)).where(talk_files.c.announcement_id == A.id).correlate(announcements)
    asked = select(announcements, classes.c.name.label("class_name"), files.scalar_subquery().label("files"))
    rows = await reader.rows(
        asked.outerjoin(classes, A.class_id == classes.c.id).where(A.id.in_(list(ids))).order_by(A.id)
    )
    counts = {row.announcement_id: row for row in await reader.rows(_counts(ids))}
    fates: dict[int, list[Row[Any]]] = {}
    for outcome in await reader.rows(outcomes(ids)):
        fates.setdefault(outcome.id, []).append(outcome)
    return {
        AnnouncementId(row.id): _state(row, counts.get(row.id), fates.get(row.id, ()), time, per_child=per_child)
        for row in rows
    }


def outcomes(ids: Collection[AnnouncementId]) -> Select[Any]:
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


def _counts(ids: Collection[AnnouncementId]) -> Select[Any]:
    """Children with a guardian who may read it, guardians of such, and persons told for themselves."""
    r, w, kin = receipts.c, announcement_wards.c, guardianships.c
    of_child = and_(w.announcement_id == r.announcement_id, w.person_id == r.person_id, w.pupil_id != w.person_id)
    may_read = and_(kin.guardian_id == w.person_id, kin.pupil_id == w.pupil_id, kin.restricted_at.is_(None))
    seen, theirs, own = r.acknowledged_at.is_not(None), kin.pupil_id.is_not(None), w.pupil_id.is_(None)
    return (
        select(r.announcement_id)
        .add_columns(func.count(distinct(kin.pupil_id)).label("children"))
        .add_columns(func.count(distinct(case((seen, kin.pupil_id)))).label("children_seen"))
        .add_columns(func.count(distinct(case((theirs, r.person_id)))).label("guardians"))
        .add_columns(func.count(distinct(case((and_(theirs, seen), r.person_id)))).label("guardians_seen"))
        .add_columns(func.count(distinct(case((own, r.person_id)))).label("alone"))
        .add_columns(func.count(distinct(case((and_(own, seen), r.person_id)))).label("alone_seen"))
        .select_from(receipts.outerjoin(announcement_wards, of_child).outerjoin(guardianships, may_read))
        .where(r.announcement_id.in_(list(ids)))
        .group_by(r.announcement_id)
    )


def _state(
    row: Row[Any], counts: Row[Any] | None, fates: Sequence[Row[Any]], time: SchoolTime, *, per_child: bool
) -> AnnouncementState:
    goes_at, today = row.send_at or row.made_at, time.today()
    guardians = Tally(counts.guardians, counts.guardians_seen) if counts else NOBODY
    alone = Tally(counts.alone, counts.alone_seen) if counts else NOBODY
    children = Tally(counts.children, counts.children_seen) if counts and per_child else NOBODY
    everyone = Tally(guardians.all + alone.all, guardians.acknowledged + alone.acknowledged)
    return AnnouncementState(
        id=AnnouncementId(row.id),
        audience=Audience(row.audience),
        scope=scope_of(row),
        wording=Wording.of(row.text, row.entities),
        addressed=everyone.all,
        delivered=sum(1 for one in fates if one.sent),
        waiting=sum(1 for one in fates if one.open and not one.sent),
        unreachable=sum(1 for one in fates if one.lost and not one.sent and not one.open),
        children=children,
        persons=alone if per_child else everyone,
        status_message_id=row.status_message_id,
        files=row.files,
        asks=row.asks,
        close_on=row.close_on,
        closed=row.close_on is not None and row.close_on < today,
        urgent=row.urgent,
        goes_at=time.local(goes_at) if goes_at > time.now() else None,
        edited_at=time.local(row.edited_at) if row.edited_at is not None else None,
        reminded_on=row.reminded_on,
        taken_back=row.taken_back_at is not None,
    )


NOBODY = Tally(0, 0)
