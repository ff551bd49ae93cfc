"""What the screens of access show."""

from collections.abc import Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, case, cast, func, literal, null, select, union_all
from sqlalchemy.sql.expression import Subquery

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.roles.consent import CONSENT_VERSION, ConsentText
from domain.roles.people import PersonName, Role
from domain.roles.ports import Binding, FamilyAccess
from storage.database import Database
from storage.kept import Kept
from storage.roles.bindings import accounts_of
from storage.roles.consent_reads import KnownConsentText
from storage.roles.consents import consenting
from storage.roles.people import standing_on
from storage.tables import school as t
from storage.tables.columns import Instant
from storage.tables.roles import bindings, guardianships, people
from storage.topics import CONSENTS


class AccessReads:
    """What the screens of access show; who gave consent is kept in memory, in one statement for all."""

    def __init__(self, database: Database, time: SchoolTime) -> None:
        self._database = database
        self._time = time
        self._consenting: Kept[int, Set[PersonId]] = Kept(database, CONSENTS)
        self._text = KnownConsentText(database)

    async def accounts_of(self, person: PersonId) -> Sequence[Binding]:
        return await accounts_of(self._database.reader, person)

    async def consent_given(self, person: PersonId, version: int = CONSENT_VERSION) -> bool:
        return person in await self._consenting.get(version, self._read_consenting)

    async def consent_text(self) -> ConsentText:
        return await self._text.consent_text()

    async def families_of(self, class_id: ClassId) -> Sequence[FamilyAccess]:
        rows = await self._database.reader.rows(_families(class_id, self._time.today()))
        return [_family(row) for row in rows]

    async def _read_consenting(self, version: int) -> Set[PersonId]:
        return await consenting(self._database.reader, version)


def _families(class_id: ClassId, day: date) -> Any:
    """Pupils of the class and their guardians, each with the oldest open account and the last sight of any."""
    pupil, seat = people.alias("pupil"), t.enrolments
    of_class = and_(seat.c.class_id == class_id, standing_on(seat.c, day))
    members = union_all(
        select(seat.c.pupil_id.label("pupil_id"), seat.c.pupil_id.label("person_id"), literal("pupil").label("role"))
        .add_columns(cast(null(), Instant).label("restricted_at"))
        .where(of_class),
        select(seat.c.pupil_id, guardianships.c.guardian_id, literal("guardian"), guardianships.c.restricted_at)
        .select_from(seat.join(guardianships, guardianships.c.pupil_id == seat.c.pupil_id))
        .where(of_class),
    ).subquery("members")
    bound = bound_once()
    person = people.c
    return (
        select(members.c.role, bound.c.bound_at, bound.c.last_seen_at, bound.c.lost, bound.c.waits)
        .add_columns(members.c.restricted_at)
        .add_columns(person.id, person.surname, person.given, person.patronymic)
        .add_columns(pupil.c.id.label("pupil_id"), pupil.c.surname.label("pupil_surname"))
        .add_columns(pupil.c.given.label("pupil_given"), pupil.c.patronymic.label("pupil_patronymic"))
        .select_from(
            members.join(people, people.c.id == members.c.person_id)
            .join(pupil, pupil.c.id == members.c.pupil_id)
            .outerjoin(bound, bound.c.person_id == members.c.person_id)
        )
        .order_by(pupil.c.name_norm, pupil.c.id, members.c.role.desc(), person.name_norm)
    )


def bound_once() -> Subquery:
    """Each person who comes in: since when, when last seen, since when a guardian waits."""
    return (
        select(
            bindings.c.person_id,
            func.min(case((bindings.c.confirmed_at.is_not(None), bindings.c.bound_at))).label("bound_at"),
            func.min(case((bindings.c.confirmed_at.is_(None), bindings.c.bound_at))).label("waits"),
            func.max(bindings.c.last_seen_at).label("last_seen_at"),
            func.min(bindings.c.unreachable_at).label("lost"),
        )
        .where(bindings.c.ended_at.is_(None))
        .group_by(bindings.c.person_id)
        .subquery("bound")
    )


def _family(row: Row[Any]) -> FamilyAccess:
    return FamilyAccess(
        person=PersonId(row.id),
        name=PersonName(row.surname, row.given, row.patronymic),
        role=Role(row.role),
        pupil=PersonId(row.pupil_id),
        pupil_name=PersonName(row.pupil_surname, row.pupil_given, row.pupil_patronymic),
        bound_at=row.bound_at,
        last_seen_at=row.last_seen_at,
        unreachable=row.lost is not None,
        restricted=row.restricted_at is not None,
        waits=row.waits is not None and row.bound_at is None and row.role == Role.GUARDIAN,
    )
