"""Who answers threads in place of another member of staff."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, insert, or_, select, union, update

from domain.ids import HandoverId, PersonId
from domain.roles.access import ACCESS, Action
from domain.roles.people import PersonName
from domain.talk.handovers import Colleague, Handing, Handover
from domain.talk.threads import Side
from storage.executor import Reader, Writer
from storage.roles.people import standing_on
from storage.school.documents import staff_today
from storage.tables.roles import people, role_grants
from storage.tables.school import class_teachers
from storage.tables.talk import handovers, thread_members

h = handovers.c
GIVER, TAKER = people.alias("giver"), people.alias("taker")
WRITING = sorted(ACCESS[Action.WRITE_TO_FAMILY])


class HandoverRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def meets(self, giver: PersonId, taker: PersonId, first: date, last: date | None) -> bool:
        mine = [h.from_id == giver, h.to_id == taker, h.ended_at.is_(None)]
        mine.append(or_(h.until_day.is_(None), h.until_day >= first))
        if last is not None:
            mine.append(h.from_day <= last)
        return await self._tx.row(select(h.id).where(*mine).limit(1)) is not None

    async def add(self, handing: Handing, by: PersonId) -> HandoverId:
        row = {
            "from_id": handing.giver.person,
            "to_id": handing.taker.person,
            "history_from": handing.history_from,
            "from_day": handing.first,
            "until_day": handing.last,
            "made_by": by,
            "made_at": self._tx.clock.now(),
        }
        return HandoverId(await self._tx.add(insert(handovers).values(**row)))

    async def end(self, handover: HandoverId) -> bool:
        open_ = update(handovers).where(h.id == handover, h.ended_at.is_(None))
        return bool(await self._tx.run(open_.values(ended_at=self._tx.clock.now())))


class HandoverReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def current(self, day: date) -> Sequence[Handover]:
        stands = h.ended_at.is_(None), or_(h.until_day.is_(None), h.until_day >= day)
        return [_handover(row) for row in await self._reader.rows(_asked(*stands).order_by(h.from_day, h.id))]

    async def handovers(self, ids: Collection[HandoverId]) -> Mapping[HandoverId, Handover]:
        rows = await self._reader.rows(_asked(h.id.in_(list(ids))))
        return {HandoverId(row.id): _handover(row) for row in rows}

    async def givers(self, day: date) -> Sequence[Colleague]:
        left_behind = select(thread_members.c.person_id).where(thread_members.c.side == Side.STAFF)
        return await self._colleagues(or_(people.c.id.in_(staff_today(day)), people.c.id.in_(left_behind)))

    async def takers(self, day: date) -> Sequence[Colleague]:
        granted = select(role_grants.c.person_id).where(
            role_grants.c.role.in_(WRITING), role_grants.c.ended_at.is_(None)
        )
        leads = select(class_teachers.c.person_id).where(standing_on(class_teachers.c, day))
        return await self._colleagues(people.c.id.in_(union(granted, leads)))

    async def _colleagues(self, who: Any) -> Sequence[Colleague]:
        p = people.c
        asked = select(p.id, p.surname, p.given, p.patronymic).where(who).order_by(p.name_norm, p.id)
        return [
            Colleague(PersonId(row.id), PersonName(row.surname, row.given, row.patronymic))
            for row in await self._reader.rows(asked)
        ]


def _asked(*where: Any) -> Select[Any]:
    return (
        select(
            handovers,
            *(GIVER.c[part].label(f"giver_{part}") for part in ("surname", "given", "patronymic")),
            *(TAKER.c[part].label(f"taker_{part}") for part in ("surname", "given", "patronymic")),
        )
        .select_from(handovers.join(GIVER, h.from_id == GIVER.c.id).join(TAKER, h.to_id == TAKER.c.id))
        .where(*where)
    )


def _handover(row: Row[Any]) -> Handover:
    return Handover(
        HandoverId(row.id),
        Colleague(PersonId(row.from_id), PersonName(row.giver_surname, row.giver_given, row.giver_patronymic)),
        Colleague(PersonId(row.to_id), PersonName(row.taker_surname, row.taker_given, row.taker_patronymic)),
        row.history_from,
        row.from_day,
        row.until_day,
        row.ended_at is not None,
    )
