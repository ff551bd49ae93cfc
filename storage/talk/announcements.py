"""Announcements: made once for a draft, their readers, their receipts."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, insert, literal, select

from domain.ids import AnnouncementId, PersonId
from domain.roles.people import PersonName, Role
from domain.talk.announcements import NewAnnouncement
from domain.talk.audiences import Addressed, Why
from domain.talk.wording import Attachment
from storage.executor import Reader, Writer
from storage.messaging.readers import consent_given
from storage.tables.roles import bindings, guardianships, people
from storage.tables.talk import announcement_receipts, announcement_wards, announcements, talk_files
from storage.upsert import upsert

receipts = announcement_receipts


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


class AnnouncementsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def by_draft(self, key: str) -> AnnouncementId | None:
        row = await self._reader.row(select(announcements.c.id).where(announcements.c.draft_key == key))
        return AnnouncementId(row.id) if row else None


class ClassAudiencesReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def guardians(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]:
        person = guardianships.c.guardian_id
        asked = (
            _people_with_accounts(consent_given(person))
            .add_columns(guardianships.c.pupil_id)
            .select_from(guardianships.join(people, person == people.c.id).outerjoin(bindings, _let_in()))
            .where(guardianships.c.pupil_id.in_(pupils), guardianships.c.restricted_at.is_(None))
        )
        return _addressed(await self._reader.rows(asked), Role.GUARDIAN, pupils)

    async def pupils(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]:
        asked = (
            _people_with_accounts(literal(True))
            .add_columns(people.c.id.label("pupil_id"))
            .select_from(people.outerjoin(bindings, _bound()))
            .where(people.c.id.in_(pupils))
        )
        return _addressed(await self._reader.rows(asked), Role.PUPIL, {})


def _file(position: int, one: Attachment) -> dict[str, Any]:
    file = {"kind": one.kind, "file_id": one.file_id, "file_name": one.name, "source_message_id": one.source}
    return {"position": position, **file}


def _bound() -> Any:
    return (bindings.c.person_id == people.c.id) & bindings.c.ended_at.is_(None)


def _let_in() -> Any:
    return _bound() & bindings.c.confirmed_at.is_not(None)


def _people_with_accounts(consented: Any) -> Select[Any]:
    p = people.c
    return select(
        p.id,
        p.surname,
        p.given,
        p.patronymic,
        bindings.c.roles,
        bindings.c.unreachable_at,
        consented.label("consented"),
    ).order_by(p.name_norm, p.id)


def _addressed(rows: Sequence[Row[Any]], role: Role, pupils: Mapping[PersonId, PersonName]) -> list[Addressed]:
    """Several rows of a person: a row for each account and child."""
    grouped: dict[PersonId, list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(PersonId(row.id), []).append(row)
    return [
        Addressed(
            person,
            PersonName(mine[0].surname, mine[0].given, mine[0].patronymic),
            tuple(dict.fromkeys(pupils[PersonId(row.pupil_id)] for row in mine if row.pupil_id in pupils)),
            _why(mine, role),
            tuple(dict.fromkeys(PersonId(row.pupil_id) for row in mine)),
        )
        for person, mine in grouped.items()
    ]


def _why(rows: Sequence[Row[Any]], role: Role) -> Why | None:
    accounts = [row for row in rows if row.roles and role in row.roles]
    if not accounts:
        return Why.NEVER_CAME_IN
    if not accounts[0].consented:
        return Why.NO_CONSENT
    return Why.BLOCKED if all(row.unreachable_at for row in accounts) else None
