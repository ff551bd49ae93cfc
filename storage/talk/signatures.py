"""Signatures of the diary's weeks, and what a child's week brought."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, case, func, select

from domain.attendance.presence import Presence
from domain.ids import PersonId
from domain.messaging.names import sign_off_event
from domain.roles.people import PersonName
from domain.talk.signatures import Signature, WeekCounts
from storage.executor import Reader, Writer
from storage.tables.attendance import attendance
from storage.tables.journal import marks, remarks
from storage.tables.messaging import outbox
from storage.tables.roles import guardianships, people
from storage.tables.talk import diary_signatures
from storage.upsert import upsert


class SignatureRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def sign(self, pupil: PersonId, week: date, guardian: PersonId) -> bool:
        first = upsert(diary_signatures, self._tx.dialect, ("pupil_id", "week"))
        row = {"pupil_id": pupil, "week": week, "guardian_id": guardian, "signed_at": self._tx.clock.now()}
        return bool(await self._tx.run(first, row))


class SignaturesReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def signatures(
        self, pupils: Collection[PersonId] | None, weeks: Collection[date]
    ) -> Mapping[tuple[PersonId, date], Signature]:
        rows = await self._reader.rows(SIGNED[pupils is None], {**_these(pupils), "weeks": list(weeks)})
        return {
            (PersonId(row.pupil_id), row.week): Signature(
                PersonId(row.pupil_id),
                row.week,
                PersonId(row.guardian_id),
                PersonName(row.surname, row.given, row.patronymic),
                row.relation,
                row.signed_at,
            )
            for row in rows
        }

    async def counts(
        self, pupils: Collection[PersonId] | None, first: date, last: date
    ) -> Mapping[PersonId, WeekCounts]:
        """Three statements."""
        everyone, asked = pupils is None, {**_these(pupils), "first": first, "last": last}
        given = {row.pupil_id: row.rows for row in await self._reader.rows(MARKS[everyone], asked)}
        noted = {row.pupil_id: row for row in await self._reader.rows(PRESENCE[everyone], asked)}
        written = {row.pupil_id: row.rows for row in await self._reader.rows(REMARKS[everyone], asked)}
        return {
            PersonId(pupil): WeekCounts(
                marks=given.get(pupil, 0),
                missed=int(noted[pupil].missed) if pupil in noted else 0,
                late=int(noted[pupil].late) if pupil in noted else 0,
                remarks=written.get(pupil, 0),
            )
            for pupil in given.keys() | noted.keys() | written.keys()
        }

    async def reminded_on(self, pupils: Collection[PersonId], week: date, day: date) -> bool:
        events = [sign_off_event(week, pupil, day) for pupil in pupils]
        return await self._reader.row(select(outbox.c.id).where(outbox.c.event.in_(events)).limit(1)) is not None


def _these(pupils: Collection[PersonId] | None) -> dict[str, Any]:
    return {} if pupils is None else {"pupils": list(pupils)}


def _signed() -> Any:
    signed, kin = diary_signatures.c, guardianships.c
    of_child = and_(kin.guardian_id == signed.guardian_id, kin.pupil_id == signed.pupil_id)
    return (
        select(diary_signatures, people.c.surname, people.c.given, people.c.patronymic, kin.relation)
        .select_from(
            diary_signatures.join(people, people.c.id == signed.guardian_id).outerjoin(guardianships, of_child)
        )
        .where(signed.week.in_(bindparam("weeks", expanding=True)))
    )


def _counted(pupil: Any, day: Any, *what: Any) -> Any:
    asked = select(pupil, *(what or (func.count().label("rows"),)))
    return asked.where(day.between(bindparam("first"), bindparam("last"))).group_by(pupil)


def _times(*statuses: Presence) -> Any:
    return func.sum(case((attendance.c.status.in_(statuses), 1), else_=0))


def _of_some_and_of_all(asked: Any, pupil: Any) -> dict[bool, Any]:
    return {False: asked.where(pupil.in_(bindparam("pupils", expanding=True))), True: asked}


# Made once: putting them together costs more than running them. By whether all pupils are meant.
SIGNED = _of_some_and_of_all(_signed(), diary_signatures.c.pupil_id)
MARKS = _of_some_and_of_all(
    _counted(marks.c.pupil_id, marks.c.day).where(marks.c.taken_back.is_(False)), marks.c.pupil_id
)
REMARKS = _of_some_and_of_all(
    _counted(remarks.c.pupil_id, remarks.c.day).where(remarks.c.taken_back_at.is_(None)), remarks.c.pupil_id
)
PRESENCE = _of_some_and_of_all(
    _counted(
        attendance.c.pupil_id,
        attendance.c.day,
        _times(*(one for one in Presence if one.away)).label("missed"),
        _times(Presence.LATE).label("late"),
    ),
    attendance.c.pupil_id,
)
