"""Announcements: made once for a draft, taken back before they go, found by their sender."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, union_all, update

from domain.ids import AnnouncementId, PersonId
from domain.talk.announcements import Lately, NewAnnouncement
from domain.talk.audiences import Audience, Scope
from domain.talk.wording import Attachment
from storage.executor import Reader, Writer
from storage.tables.talk import announcement_receipts, announcement_wards, announcements, talk_files
from storage.upsert import upsert

receipts = announcement_receipts
LOOKED_BACK = 20
"""Announcements among which the last scopes are looked for."""


OFFERED = 5


class AnnouncementRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def make(self, new: NewAnnouncement) -> AnnouncementId | None:
        row = {
            "sender_id": new.sender,
            "sender_account_id": new.sender_account,
            "class_id": new.draft.scope.one_class,
            "audience": new.draft.audience,
            "scope": new.draft.scope.kept(),
            "text": new.draft.wording.text,
            "entities": new.draft.wording.kept(),
            "made_at": self._tx.clock.now(),
            "draft_key": new.draft.key,
            "status_message_id": new.status_message_id,
            "send_at": new.draft.send_at,
            "asks": new.draft.asks,
            "close_on": new.draft.close_on,
            "urgent": new.draft.urgent,
        }
        put = upsert(announcements, self._tx.dialect, ("draft_key",)).values(**row)
        made = await self._tx.row(put.returning(announcements.c.id))
        if made is None:
            return None
        this = {"announcement_id": made.id}
        await self._tx.run(insert(receipts), [this | {"person_id": person} for person in new.wards])
        wards = [this | {"person_id": who, "pupil_id": pupil} for who, listed in new.wards.items() for pupil in listed]
        if wards:
            await self._tx.run(insert(announcement_wards), wards)
        if new.draft.files:
            await self._tx.run(insert(talk_files), [this | _file(*one) for one in enumerate(new.draft.files)])
        return AnnouncementId(made.id)

    async def take_back(self, announcement: AnnouncementId) -> bool:
        a, now = announcements.c, self._tx.clock.now()
        waiting = update(announcements).where(a.id == announcement, a.send_at > now, a.taken_back_at.is_(None))
        return bool(await self._tx.run(waiting.values(taken_back_at=now)))


class AnnouncementsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def by_draft(self, key: str) -> AnnouncementId | None:
        row = await self._reader.row(select(announcements.c.id).where(announcements.c.draft_key == key))
        return AnnouncementId(row.id) if row else None

    async def author_of(self, announcement: AnnouncementId) -> PersonId | None:
        row = await self._reader.row(select(announcements.c.sender_id).where(announcements.c.id == announcement))
        return PersonId(row.sender_id) if row else None

    async def last_scopes(self, sender: PersonId) -> Sequence[Lately]:
        a = announcements.c
        asked = _lately().where(a.sender_id == sender).order_by(a.made_at.desc(), a.id.desc())
        found: dict[tuple[Scope, Audience], Lately] = {}
        for row in await self._reader.rows(asked.limit(LOOKED_BACK)):
            if row.scope:
                one = _said(row)
                found.setdefault((one.scope, one.audience), one)
        return list(found.values())[:OFFERED]

    async def scope_of(self, announcement: AnnouncementId, sender: PersonId) -> Lately | None:
        mine = _lately().where(announcements.c.id == announcement, announcements.c.sender_id == sender)
        row = await self._reader.row(mine)
        return _said(row) if row and row.scope else None

    async def of_sender(self, sender: PersonId, now: datetime, most: int) -> Sequence[AnnouncementId]:
        a = announcements.c
        goes_at = func.coalesce(a.send_at, a.made_at)
        mine = select(a.id, goes_at.label("goes_at")).where(a.sender_id == sender, a.taken_back_at.is_(None))
        waiting = mine.where(goes_at > now)
        gone = mine.where(goes_at <= now).order_by(goes_at.desc(), a.id.desc()).limit(most).subquery()
        both = union_all(waiting, select(gone.c.id, gone.c.goes_at)).subquery()
        rows = await self._reader.rows(select(both.c.id).order_by(both.c.goes_at.desc(), both.c.id.desc()))
        return [AnnouncementId(row.id) for row in rows]


def _lately() -> Select[Any]:
    return select(announcements.c.id, announcements.c.scope, announcements.c.audience)


def _said(row: Row[Any]) -> Lately:
    return Lately(AnnouncementId(row.id), Scope.of(row.scope), Audience(row.audience))


def _file(position: int, one: Attachment) -> dict[str, Any]:
    file = {"kind": one.kind, "file_id": one.file_id, "file_name": one.name, "source_message_id": one.source}
    return {"position": position, **file}
