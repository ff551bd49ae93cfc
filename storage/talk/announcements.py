"""Announcements: made once for a draft, their readers, their receipts."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, insert, literal, select

from domain.ids import AnnouncementId, PersonId
from domain.roles.people import PersonName, Role
from domain.talk.announcements import NewAnnouncement
from domain.talk.audiences import Addressed, Why
from storage.executor import Reader, Writer
from storage.messaging.readers import consent_given
from storage.tables.roles import bindings, guardianships, people
from storage.tables.talk import announcement_receipts, announcements
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
        }
        put = upsert(announcements, self._tx.dialect, ("draft_key",)).values(**row)
        made = await self._tx.row(put.returning(announcements.c.id))
        if made is None:
            return None
        await self._tx.run(
            insert(receipts), [{"announcement_id": made.id, "person_id": person} for person in new.persons]
        )
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
