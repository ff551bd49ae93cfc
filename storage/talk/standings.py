"""Who stands in which thread today, as claims (`domain/talk/standing.py` says which of them hold for an account).

`claims` is also the clause for «threads of this person»: its `of_person` form asked with `asked_by` of an actor.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import Date, Integer, Row, and_, bindparam, case, cast, exists, literal, null, or_, select, union_all

from domain.clock import SchoolTime
from domain.ids import AccountId, PersonId, ThreadId
from domain.roles.people import GRANTED, Actor, Role
from domain.talk.standing import OPENED_BY, Claim, How, Needs, opened_by, standing
from domain.talk.threads import Desk, Party, Side, Standing, ThreadKind
from storage.executor import Reader
from storage.messaging.readers import REACHABLE, consent_given
from storage.tables.roles import bindings, guardianships, role_grants
from storage.tables.school import class_teachers, classes, enrolments, school_years
from storage.tables.talk import handovers, thread_members, threads

DAY: Any = bindparam("claim_day", type_=Date)
TO_GRADE: Any = bindparam("claim_to_grade", type_=Integer)
PERSON: Any = bindparam("claim_person")
THREADS: Any = bindparam("claim_threads", expanding=True)
t, member = threads.c, thread_members.c
DESKS = {Desk.ADMINISTRATION: Needs.LEADER, Desk.HELP: Needs.ADMIN}


def claims(*, of_person: bool = False, of_threads: bool = False) -> Any:
    """Rows (thread_id, person_id, how, party, side, needs, since_day); several of a person in a thread may stand.

    Asked with `claim_day`, `claim_to_grade`, and `claim_person`, `claim_threads` where they are asked for.
    """

    def mine(person: Any) -> tuple[Any, ...]:
        asked = [person == PERSON] if of_person else []
        return (*asked, t.id.in_(THREADS)) if of_threads else tuple(asked)

    return union_all(
        _members().where(*mine(member.person_id)),
        _class_teachers().where(*mine(class_teachers.c.person_id)),
        *(_desk(desk).where(*mine(role_grants.c.person_id)) for desk in DESKS),
        _for_members().where(*mine(handovers.c.to_id)),
        _for_class_teachers().where(*mine(handovers.c.to_id)),
        _watching().where(*mine(guardianships.c.guardian_id)),
    )


def asked(day: date, to_grade: int) -> dict[str, Any]:
    """What every form of `claims` is asked with."""
    return {"claim_day": day, "claim_to_grade": to_grade}


def asked_by(actor: Actor, day: date, to_grade: int) -> dict[str, Any]:
    """For a clause `claims(of_person=True)` whose rows are narrowed to `needs IN (:needs)`: what the account opens."""
    return {**asked(day, to_grade), "claim_person": actor.person, "needs": sorted(opened_by(actor.roles))}


class StandingsReading:
    """`to_grade`: up to which grade guardians see what their child and a teacher write; 0: none."""

    def __init__(self, reader: Reader, time: SchoolTime, to_grade: int) -> None:
        self._reader = reader
        self._time = time
        self.to_grade = to_grade

    async def claims(self, thread: ThreadId, person: PersonId) -> Sequence[Claim]:
        of = {"claim_person": person, "claim_threads": [thread]}
        return [self._claim(row) for row in await self._reader.rows(OF_PERSON_IN_THREADS, self._asked() | of)]

    async def of_person(self, actor: Actor) -> Mapping[ThreadId, Standing]:
        """All threads in which the actor's account stands; one statement."""
        rows = await self._reader.rows(OF_PERSON, asked_by(actor, self._time.today(), self.to_grade))
        found: dict[ThreadId, list[Claim]] = {}
        for row in rows:
            found.setdefault(ThreadId(row.thread_id), []).append(self._claim(row))
        stands = {thread: standing(of, actor.roles) for thread, of in found.items()}
        return {thread: one for thread, one in stands.items() if one is not None}

    async def listeners(
        self, threads: Collection[ThreadId]
    ) -> Mapping[ThreadId, Mapping[AccountId, tuple[PersonId, Standing]]]:
        """Two statements."""
        if not threads:
            return {}
        rows = await self._reader.rows(OF_THREADS, self._asked() | {"claim_threads": list(threads)})
        found: dict[tuple[ThreadId, PersonId], list[Claim]] = {}
        for row in rows:
            found.setdefault((ThreadId(row.thread_id), PersonId(row.person_id)), []).append(self._claim(row))
        accounts = await self._accounts({person for _, person in found})
        listed: dict[ThreadId, dict[AccountId, tuple[PersonId, Standing]]] = {one: {} for one in threads}
        for (thread, person), of in found.items():
            for account, roles in accounts.get(person, ()):
                stands = standing(of, roles)
                if stands is not None:
                    listed[thread][account] = (person, stands)
        return listed

    async def _accounts(
        self, persons: Collection[PersonId]
    ) -> Mapping[PersonId, Sequence[tuple[AccountId, frozenset[Role]]]]:
        """With the roles that messages may be sent for: a guardian's only when let in and with consent."""
        found: dict[PersonId, list[tuple[AccountId, frozenset[Role]]]] = {}
        for row in await self._reader.rows(ACCOUNTS, {"persons": list(persons)}):
            roles = {Role(one) for one in row.roles}
            if row.confirmed_at is None or not row.agreed:
                roles -= {Role.GUARDIAN}
            found.setdefault(PersonId(row.person_id), []).append((AccountId(row.id), frozenset(roles)))
        return found

    def _asked(self) -> dict[str, Any]:
        return asked(self._time.today(), self.to_grade)

    def _claim(self, row: Row[Any]) -> Claim:
        return Claim(
            ThreadId(row.thread_id),
            PersonId(row.person_id),
            How(row.how),
            Party(row.party),
            Side(row.side),
            Needs(row.needs),
            self._time.instant(row.since_day, time(0)) if row.since_day is not None else None,
        )


def _row(person: Any, how: How, party: Any, side: Any, needs: Any, since: Any = None) -> Any:
    return select(
        t.id.label("thread_id"),
        person.label("person_id"),
        literal(how.value).label("how"),
        (literal(party.value) if isinstance(party, Party) else party).label("party"),
        (literal(side.value) if isinstance(side, Side) else side).label("side"),
        (literal(needs.value) if isinstance(needs, Needs) else needs).label("needs"),
        (cast(null(), Date) if since is None else since).label("since_day"),
    ).select_from(threads)


def _stands(columns: Any) -> Any:
    return and_(columns.from_day <= DAY, or_(columns.until_day.is_(None), columns.until_day >= DAY))


def _members() -> Any:
    """Staff who hold a role today; of a family who is here: the pupil, guardians whom no court keeps away."""
    granted = exists().where(
        role_grants.c.person_id == member.person_id,
        role_grants.c.role.in_(sorted(GRANTED)),
        role_grants.c.ended_at.is_(None),
    )
    leads = exists().where(class_teachers.c.person_id == member.person_id, _stands(class_teachers.c))
    seated = exists().where(enrolments.c.pupil_id == t.pupil_id, _stands(enrolments.c))
    guardian = exists().where(
        guardianships.c.guardian_id == member.person_id,
        guardianships.c.pupil_id == t.pupil_id,
        guardianships.c.restricted_at.is_(None),
    )
    as_staff = and_(member.side == Side.STAFF, or_(granted, leads))
    of_pupil = and_(seated, or_(member.person_id == t.pupil_id, guardian))
    as_family = and_(member.side == Side.FAMILY, or_(t.pupil_id.is_(None), of_pupil))
    needs = case(
        (member.side == Side.STAFF, Needs.STAFF.value),
        (t.pupil_id.is_(None), Needs.FAMILY.value),
        (member.person_id == t.pupil_id, Needs.PUPIL.value),
        else_=Needs.GUARDIAN.value,
    )
    return (
        _row(member.person_id, How.MEMBER, member.party, member.side, needs)
        .join(thread_members, member.thread_id == t.id)
        .where(member.left_at.is_(None), or_(as_staff, as_family))
    )


def _class_teachers() -> Any:
    """Of the class in which the pupil sits today; they see what was said since its year began."""
    return (
        _row(
            class_teachers.c.person_id,
            How.DESK,
            Party.ASKED,
            Side.STAFF,
            Needs.CLASS_TEACHER,
            school_years.c.starts_on,
        )
        .join(enrolments, and_(enrolments.c.pupil_id == t.pupil_id, _stands(enrolments.c)))
        .join(class_teachers, and_(class_teachers.c.class_id == enrolments.c.class_id, _stands(class_teachers.c)))
        .join(classes, classes.c.id == enrolments.c.class_id)
        .join(school_years, school_years.c.id == classes.c.year_id)
        .where(t.desk == Desk.CLASS_TEACHER)
    )


def _desk(desk: Desk) -> Any:
    needs = DESKS[desk]
    sits = and_(role_grants.c.role.in_(sorted(OPENED_BY[needs])), role_grants.c.ended_at.is_(None))
    return (
        _row(role_grants.c.person_id, How.DESK, Party.ASKED, Side.STAFF, needs)
        .join(role_grants, sits)
        .where(t.desk == desk)
    )


def _handed_over() -> Any:
    days = and_(handovers.c.from_day <= DAY, or_(handovers.c.until_day.is_(None), handovers.c.until_day >= DAY))
    return and_(days, handovers.c.ended_at.is_(None))


def _for_members() -> Any:
    return (
        _row(handovers.c.to_id, How.STANDS_IN, member.party, Side.STAFF, Needs.STAFF, handovers.c.history_from)
        .join(thread_members, and_(member.thread_id == t.id, member.side == Side.STAFF, member.left_at.is_(None)))
        .join(handovers, and_(handovers.c.from_id == member.person_id, _handed_over()))
    )


def _for_class_teachers() -> Any:
    of_class = and_(class_teachers.c.class_id == enrolments.c.class_id, _stands(class_teachers.c))
    return (
        _row(handovers.c.to_id, How.STANDS_IN, Party.ASKED, Side.STAFF, Needs.STAFF, handovers.c.history_from)
        .join(enrolments, and_(enrolments.c.pupil_id == t.pupil_id, _stands(enrolments.c)))
        .join(class_teachers, of_class)
        .join(handovers, and_(handovers.c.from_id == class_teachers.c.person_id, _handed_over()))
        .where(t.desk == Desk.CLASS_TEACHER)
    )


def _watching() -> Any:
    kin = guardianships.c
    return (
        _row(kin.guardian_id, How.WATCHES, Party.ASKING, Side.FAMILY, Needs.GUARDIAN)
        .join(guardianships, and_(kin.pupil_id == t.pupil_id, kin.restricted_at.is_(None)))
        .join(enrolments, and_(enrolments.c.pupil_id == t.pupil_id, _stands(enrolments.c)))
        .join(classes, classes.c.id == enrolments.c.class_id)
        .where(t.kind == ThreadKind.PUPIL, classes.c.grade <= TO_GRADE)
    )


def _narrowed(statement: Any) -> Any:
    found = statement.subquery("claims")
    return select(found).where(found.c.needs.in_(bindparam("needs", expanding=True)))


# Made once: putting them together costs more than running them.
OF_PERSON = _narrowed(claims(of_person=True))
OF_THREADS = claims(of_threads=True)
OF_PERSON_IN_THREADS = claims(of_person=True, of_threads=True)
ACCOUNTS = (
    select(bindings.c.id, bindings.c.person_id, bindings.c.roles, bindings.c.confirmed_at)
    .add_columns(consent_given(bindings.c.person_id).label("agreed"))
    .where(bindings.c.person_id.in_(bindparam("persons", expanding=True)), *REACHABLE)
    .order_by(bindings.c.id)
)
