"""Announcements as their readers see them: words, files, who sent them and as what."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, exists, func, literal, select, union_all

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, ClassId, PersonId
from domain.roles.people import PersonName, Role
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.letters import AnnouncementLetter
from domain.talk.wording import Attachment, FileKind, Wording
from storage.executor import Reader
from storage.roles.people import standing_on
from storage.tables.roles import people, role_grants
from storage.tables.school import class_teachers, classes
from storage.tables.talk import announcement_receipts as receipts
from storage.tables.talk import announcements, polls, talk_files

A = announcements.c
GOES_AT = func.coalesce(A.send_at, A.made_at)
CAPACITIES = (Role.DIRECTOR, Role.DEPUTY, Role.ADMIN, Role.SECRETARY, Role.SITE_EDITOR, Role.TEACHER)
"""Where one person holds several roles, as the first of them."""
TAUGHT = (ScopeKind.TAUGHT, ScopeKind.TAUGHT_DEBTS)
Held = Mapping[PersonId, set[tuple[Role, ClassId | None]]]


def with_class() -> Select[Any]:
    """Announcements that stand, with the class of those made before scopes were kept."""
    return (
        select(announcements, classes.c.name.label("class_name"))
        .select_from(announcements.outerjoin(classes, A.class_id == classes.c.id))
        .where(A.taken_back_at.is_(None))
    )


async def letters_of(
    reader: Reader, time: SchoolTime, ids: Collection[AnnouncementId], readers: Collection[PersonId] | None
) -> dict[AnnouncementId, AnnouncementLetter]:
    """Four statements. `readers`: of whom it is told whether they have acknowledged; None: of all."""
    p = people.c
    polled = exists().where(polls.c.announcement_id == A.id).label("polled")
    asked = with_class().add_columns(p.surname, p.given, p.patronymic, polled).join(people, A.sender_id == p.id)
    rows = await reader.rows(asked.where(A.id.in_(list(ids))).order_by(A.id)) if ids else ()
    if not rows:
        return {}
    held = await _held(reader, {PersonId(row.sender_id) for row in rows}, time.today())
    files = await files_of(reader, ids)
    seen = await _acknowledged(reader, ids, readers)
    return {AnnouncementId(row.id): _letter(row, held, files, seen, time) for row in rows}


async def files_of(reader: Reader, ids: Collection[AnnouncementId]) -> dict[AnnouncementId, tuple[Attachment, ...]]:
    f = talk_files.c
    asked = select(f.announcement_id, f.kind, f.file_id, f.file_name, f.source_message_id)
    found: dict[AnnouncementId, tuple[Attachment, ...]] = {}
    for row in await reader.rows(asked.where(f.announcement_id.in_(list(ids))).order_by(f.announcement_id, f.position)):
        one = Attachment(FileKind(row.kind), row.file_id, row.file_name, row.source_message_id)
        found[AnnouncementId(row.announcement_id)] = (*found.get(AnnouncementId(row.announcement_id), ()), one)
    return found


def scope_of(row: Row[Any]) -> Scope:
    return Scope.of(row.scope) if row.scope else Scope.of_class(ClassId(row.class_id), row.class_name or "")


def capacity(scope: Scope, held: Collection[tuple[Role, ClassId | None]]) -> Role | None:
    """As what somebody wrote: to whom one teaches as a teacher, to own classes as their class teacher."""
    roles, own = {role for role, _ in held}, {class_id for _, class_id in held if class_id is not None}
    if scope.kind in TAUGHT and Role.TEACHER in roles:
        return Role.TEACHER
    if scope.classes and own.issuperset(scope.classes):
        return Role.CLASS_TEACHER
    return next((role for role in CAPACITIES if role in roles), Role.CLASS_TEACHER if own else None)


async def _held(reader: Reader, senders: Collection[PersonId], today: date) -> Held:
    nowhere = select(classes.c.id).where(literal(value=False)).scalar_subquery()
    granted = select(role_grants.c.person_id, role_grants.c.role, nowhere.label("class_id")).where(
        role_grants.c.person_id.in_(senders), role_grants.c.ended_at.is_(None)
    )
    own = select(class_teachers.c.person_id, literal(Role.CLASS_TEACHER.value), class_teachers.c.class_id).where(
        class_teachers.c.person_id.in_(senders), standing_on(class_teachers.c, today)
    )
    found: dict[PersonId, set[tuple[Role, ClassId | None]]] = {}
    for row in await reader.rows(union_all(granted, own)):
        class_id = ClassId(row.class_id) if row.class_id is not None else None
        found.setdefault(PersonId(row.person_id), set()).add((Role(row.role), class_id))
    return found


async def _acknowledged(
    reader: Reader, ids: Collection[AnnouncementId], readers: Collection[PersonId] | None
) -> dict[AnnouncementId, set[PersonId]]:
    asked = select(receipts.c.announcement_id, receipts.c.person_id).where(
        receipts.c.announcement_id.in_(list(ids)),
        receipts.c.acknowledged_at.is_not(None),
    )
    if readers is not None:
        asked = asked.where(receipts.c.person_id.in_(list(readers)))
    found: dict[AnnouncementId, set[PersonId]] = {}
    for row in await reader.rows(asked):
        found.setdefault(AnnouncementId(row.announcement_id), set()).add(PersonId(row.person_id))
    return found


def _letter(
    row: Row[Any],
    held: Held,
    files: Mapping[AnnouncementId, tuple[Attachment, ...]],
    seen: Mapping[AnnouncementId, set[PersonId]],
    time: SchoolTime,
) -> AnnouncementLetter:
    announcement, scope = AnnouncementId(row.id), scope_of(row)
    return AnnouncementLetter(
        id=announcement,
        sender=PersonName(row.surname, row.given, row.patronymic),
        role=capacity(scope, held.get(PersonId(row.sender_id), set())),
        audience=Audience(row.audience),
        scope=scope,
        wording=Wording.of(row.text, row.entities),
        made_at=time.local(row.send_at or row.made_at),
        files=files.get(announcement, ()),
        asks=row.asks,
        close_on=row.close_on,
        closed=row.close_on is not None and row.close_on < time.today(),
        urgent=row.urgent,
        edited_at=time.local(row.edited_at) if row.edited_at is not None else None,
        acknowledged=frozenset(seen.get(announcement, ())),
        polled=bool(row.polled),
    )
